#!/usr/bin/env python3
"""No two headers or sources define a type of the same name in the same namespace.

The linker would join their functions and the program would use one type's for the other's objects.
Types of unnamed namespaces and nested types are their own.

    one_definition.py SOURCE_DIR
"""
import collections
import pathlib
import re
import sys

TOKENS = re.compile(
    r'//[^\n]*|/\*.*?\*/|R"\((?s:.*?)\)"|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\''
    r'|namespace\s+(?P<namespace>[\w:]+)\s*\{|(?P<unnamed>namespace)\s*\{'
    r'|\b(?:struct|class|union|enum(?:\s+class)?)\s+(?P<type>\w+(?:::\w+)*)(?:\s+final)?(?:\s*:[^;{}]*)?\s*\{|\{|\}',
    re.DOTALL)


def types(source):
    """The types defined at namespace scope, with their namespaces."""
    scopes = []
    for token in TOKENS.finditer(source):
        text = token.group(0)
        if token['namespace']:
            scopes.append(token['namespace'])
        elif token['type']:
            if None not in scopes:
                yield '::'.join([*scopes, token['type']])
            scopes.append(None)
        elif token['unnamed'] or text == '{':
            scopes.append(None)
        elif text == '}' and scopes:
            scopes.pop()


def main():
    root = pathlib.Path(sys.argv[1])
    places = collections.defaultdict(set)
    read = 0
    for folder in ('core', 'formats', 'plugins', 'tools'):
        for path in sorted((root / folder).rglob('*.?pp')):
            read += 1
            for name in types(path.read_text(encoding='utf-8')):
                places[name].add(str(path.relative_to(root)))
    doubled = {name: found for name, found in places.items() if len(found) > 1}
    for name, found in sorted(doubled.items()):
        print(f'{name} is defined in {", ".join(sorted(found))}')
    if read == 0 or not places:
        sys.exit(f'no sources below {root}')
    sys.exit(1 if doubled else 0)


if __name__ == '__main__':
    main()
