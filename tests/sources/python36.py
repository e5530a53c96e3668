#!/usr/bin/env python3
"""What we give to be run on a province's computers runs with Python 3.6.

    python36.py FOLDER...

Of every Python file below the folders: it parses as Python 3.6, and every module it imports, every attribute and every
keyword it names is one of those listed here, all of which Python 3.6 has. Whoever needs another looks up since when it
is there and adds it.
"""
import ast
import pathlib
import sys

MODULES = {'atexit', 'itertools', 'json', 'os', 'pathlib', 're', 'shutil', 'subprocess', 'sys', 'tempfile', 'xml.etree',
           'xml.sax.saxutils', 'zipfile'}
ATTRIBUTES = {
    'args', 'buffer', 'stdin', 'stdout', 'stderr', 'flush', 'read', 'write',              # sys, files
    'dumps', 'loads', 'groupby',                                                            # json, itertools
    'append', 'add', 'get', 'items', 'update', 'values', 'extend', 'setdefault',            # list, set, dict
    'decode', 'encode', 'isdecimal', 'join', 'replace', 'split', 'splitlines', 'startswith', 'strip', 'start',  # str
    'compile', 'fullmatch', 'group', 'match', 'sub',                                        # re
    'ParseError', 'fromstring', 'iter', 'itertext',                                         # ElementTree
    'endswith', 'rstrip', 'environ', 'access', 'X_OK', 'register',                          # bytes, os, atexit
    'Path', 'cwd', 'exists', 'glob', 'mkdir', 'parents', 'path', 'write_bytes', 'write_text',  # pathlib
    'DEVNULL', 'PIPE', 'TimeoutExpired', 'returncode', 'run',                               # subprocess
    'TemporaryDirectory', 'mkdtemp', 'rmtree', 'which', 'ZipFile', 'is_zipfile', 'namelist',  # tempfile, shutil, zipfile
}
KEYWORDS = {'check', 'dir', 'env', 'ignore_errors', 'parents', 'prefix', 'stderr', 'stdin', 'stdout', 'timeout',
            'ensure_ascii', 'file', 'flush', 'key', 'bytes', 'default', 'reverse'}


def unknown(tree):
    """What is neither listed nor defined in the file itself."""
    own = {node.name for node in ast.walk(tree) if isinstance(node, (ast.FunctionDef, ast.ClassDef))}
    for node in ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from ((node.lineno, 'import ' + name.name) for name in node.names if name.name not in MODULES)
        elif isinstance(node, ast.ImportFrom) and node.module not in MODULES:
            yield node.lineno, 'from ' + str(node.module)
        elif isinstance(node, ast.Attribute) and node.attr not in ATTRIBUTES | own:
            yield node.lineno, '.' + node.attr
        elif isinstance(node, ast.Call):
            to_own = isinstance(node.func, ast.Name) and node.func.id in own | {'dict'}
            to_update = isinstance(node.func, ast.Attribute) and node.func.attr == 'update'
            names = [k.arg for k in node.keywords if k.arg and k.arg not in KEYWORDS]
            yield from ((node.lineno, name + '=') for name in names if not to_own and not to_update)


faults, count = [], 0
for path in sorted(p for folder in sys.argv[1:] for p in pathlib.Path(folder).rglob('*.py')):
    count += 1
    text = path.read_text('utf-8').replace('@ID@', 'sample').replace('@SNAKE@', 'sample')
    try:
        tree = ast.parse(text, str(path), feature_version=(3, 6))
    except SyntaxError as error:
        faults.append('%s:%s: not Python 3.6: %s' % (path, error.lineno, error.msg))
        continue
    faults += ['%s:%d: is %s in Python 3.6?' % (path, line, what) for line, what in unknown(tree)]
print('\n'.join(faults) or '%d programs: nothing that Python 3.6 lacks' % count)
sys.exit(1 if faults or not count else 0)
