#!/usr/bin/env python3
"""Every public declaration of the SDK has a comment, and its headers show nothing of third parties.

    sdk_headers.py FOLDER_OF_HEADERS

Looked at: types, functions, constants and macros, at namespace scope and in the public part of classes. A `///` comment
covers the declarations that follow it without an empty line. Constructors, destructors, operators and what is defaulted
or deleted need none, and data members and enumerators say what they are by their names.
"""
import pathlib
import re
import sys

SCOPE = re.compile(r'^(?:template\s*<.*?>\s*)?(namespace|class|struct|enum(?:\s+class)?|union)\b(?:\s*\[\[.*?\]\])?\s*([\w:]*)')
MACRO = re.compile(r'#define (NIANBAO_\w*[A-Z0-9])\b')
INTERNAL = re.compile(r'NIANBAO_(ABI_|HAS_FEATURE|PLUGIN_EXPORT|PLUGIN_ENTRY|CONCAT)')


class Scope:
    def __init__(self, kind, name):
        self.kind, self.name = kind, name
        self.public = kind != 'class'


class Header:
    def __init__(self, path):
        self.path = path
        self.scopes, self.faults = [], []
        self.covered = False  # by the comment above

    def fault(self, number, what):
        self.faults.append('%s:%d: %s' % (self.path.name, number, what))

    def is_open(self):
        """Whether a declaration here can be seen by whoever includes the header."""
        return all(s.kind == 'namespace' and s.name != 'detail' or s.kind in ('class', 'struct') and s.public
                   for s in self.scopes)

    def needs_comment(self, text):
        if not self.is_open() or text in ('', ';') or text.startswith(('friend', 'static_assert', 'extern "C"', 'using namespace')):
            return False
        scope = SCOPE.match(text)
        if scope:
            return scope.group(1) != 'namespace' and not text.endswith(';')  # no forward declaration
        if re.search(r'=\s*(default|delete)\b', text) or 'operator' in text or '~' in text:
            return False
        in_type = bool(self.scopes) and self.scopes[-1].kind in ('class', 'struct')
        if not in_type:
            return True
        function = re.search(r'(\w+)\s*\(', re.sub(r'\[\[.*?\]\]|<[^()]*?>', '', text))
        return bool(function) and function.group(1) != self.scopes[-1].name

    def declaration(self, number, text, documented):
        text = ' '.join(text.split())
        if self.needs_comment(text) and not documented and not self.covered:
            self.fault(number, 'no comment: ' + text[:90])

    def read(self):
        statement, begun, documented, depth, in_macro = '', 0, False, 0, False
        for number, raw in enumerate(self.path.read_text('utf-8').splitlines(), 1):
            line = raw.strip()
            if not line:
                self.covered = False
            if line.startswith('///'):
                self.covered = True
                continue
            if line.startswith('#') or in_macro:
                self.directive(number, line)
                in_macro = line.endswith('\\')
                continue
            documented = documented or '///<' in line
            code = re.sub(r'//.*', '', line)
            code = re.sub(r'"(\\.|[^"\\])*"|\'(\\.|[^\'\\])\'', '""', code)
            if self.scopes and self.scopes[-1].kind in ('class', 'struct') and re.match(r'(public|private|protected):', code):
                self.scopes[-1].public = code.startswith('public')
                continue
            for char in code:
                if char in '([':
                    depth += 1
                elif char in ')]':
                    depth -= 1
                if depth == 0 and char in '{;}':
                    if char != '}':
                        self.declaration(begun or number, statement + char, documented)
                    if char == '{':
                        scope = SCOPE.match(' '.join(statement.split()))
                        self.scopes.append(Scope(*scope.groups()) if scope else Scope('body', ''))
                    elif char == '}' and self.scopes:
                        self.scopes.pop()
                    statement, begun, documented = '', 0, '///<' in line
                else:
                    if not statement.strip() and not char.isspace():
                        begun = number
                    statement += char
            statement += ' '
            documented = documented if statement.strip() else False

    def directive(self, number, line):
        included = re.match(r'#include ["<](.*)[">]', line)
        if included and not re.match(r'(nianbao/sdk/\w+\.hpp|c?[a-z_0-9]+)$', included.group(1)):
            self.fault(number, 'includes ' + included.group(1))
        macro = MACRO.match(line)
        if macro and not INTERNAL.match(macro.group(1)) and not self.covered:
            self.fault(number, 'no comment: ' + macro.group(1))


headers = sorted(pathlib.Path(sys.argv[1]).glob('*.hpp'))
faults = []
for path in headers:
    header = Header(path)
    header.read()
    faults += header.faults
print('\n'.join(faults) or '%d headers: every declaration has its comment' % len(headers))
sys.exit(1 if faults or not headers else 0)
