#!/usr/bin/env python3
"""The plugin `office` with programs in LibreOffice's place: what it does where that one fails silently.

    office_plugin.py PLUGIN_FOLDER DOCX      DOCX: what a conversion that works leaves behind
"""
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile

folder, docx = (pathlib.Path(argument).resolve() for argument in sys.argv[1:])
failures = []
# The arguments end in: --convert-to KIND --outdir OUT FILE
OUT = 'while [ $# -gt 1 ]; do [ "$1" = --outdir ] && out=$2; [ "$1" = --convert-to ] && kind=$2; shift; done; mkdir -p "$out"\n'
RTF = b'{\\rtf1 \\u24180?}'


def ask(soffice, content):
    """The answer's header, its bytes as JSON, and the codes of the diagnostics."""
    with tempfile.TemporaryDirectory() as scratch:
        commands = pathlib.Path(scratch) / 'bin'
        commands.mkdir()
        for name in ('sh', 'cp', 'mkdir', 'printf', 'sleep'):
            (commands / name).symlink_to(shutil.which(name))
        if soffice is not None:
            (commands / 'soffice').write_text('#!/bin/sh\n' + OUT + soffice)
            (commands / 'soffice').chmod(0o755)
        header = json.dumps({'id': 1, 'op': 'read', 'bytes': len(content), 'language': 'zh', 'options': {}, 'limits': {}})
        done = subprocess.run([sys.executable, 'office.py'], cwd=folder, input=header.encode() + b'\n' + content,
                              capture_output=True, timeout=60, check=False,
                              env={'PATH': str(commands), 'HOME': '/nonexistent', 'TMPDIR': scratch, 'LC_ALL': 'C.UTF-8'})
        head, _, body = done.stdout.partition(b'\n')
        left = [path.name for path in pathlib.Path(scratch).iterdir() if path != commands]
        said = [json.loads(line)['code'] for line in done.stderr.splitlines()]
        return json.loads(head), json.loads(body) if body else None, said, left


def check(what, good, found):
    if not good:
        failures.append(what)
        print(f'FAILED: {what}: {found}')


def refused(what, soffice, content, code):
    header, _, _, left = ask(soffice, content)
    error = header.get('error', {})
    check(what, error.get('code') == code and all(error['message'].values()) and all(error['hint'].values()), header)
    check(f'{what}: nothing is left behind', not left, left)


header, document, said, left = ask(f'cp "{docx}" "$out/file.$kind"', RTF)
check('what was converted is read', header.get('bytes', 0) > 100 and len(document['blocks']) > 5, header)
check('the conversion is said', said == ['office-converted'], said)
check('nothing is left behind', not left, left)
_, _, said, _ = ask(f'cp "{docx}" "$out/file.$kind"', RTF[:-1])
check('a file that ends early is said', 'office-cut-short' in said, said)

refused('success without output', 'exit 0', RTF, 'office-conversion-failed')
refused('empty output', 'printf "" > "$out/file.$kind"', RTF, 'office-conversion-failed')
refused('output that is no package', 'printf PK > "$out/file.$kind"', RTF, 'office-conversion-failed')
refused('LibreOffice is not there', None, RTF, 'office-not-installed')
compound = b'\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1' + bytes(1000)
refused('nothing known', 'exit 0', compound, 'office-no-report')
refused('slides', 'exit 0', compound + 'PowerPoint Document'.encode('utf-16-le') + bytes(2), 'office-no-report')
refused('an encrypted file', 'exit 0', compound + 'EncryptedPackage'.encode('utf-16-le') + bytes(2), 'office-encrypted')

print(f'{len(failures)} failures')
sys.exit(1 if failures else 0)
