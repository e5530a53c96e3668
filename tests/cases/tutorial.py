#!/usr/bin/env python3
"""Runs a page of the documentation: writes its files, types its commands, compares what they print.

    tutorial.py NIANBAO PAGE.md

A block ```yaml whose first line is `# path` is a file; in a block ```console lines after `$ ` are typed, and what
follows is what they print, errors among it, each in the order of the page.
"""
import os
import pathlib
import re
import subprocess
import sys
import tempfile

program, page = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2])
environment = {'PATH': f'{program.parent}:/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'ASAN_OPTIONS': 'detect_leaks=0'}
failed = files = commands = 0


def type_in(block, folder):
    global failed, commands
    for part in re.split(r'^\$ ', block, flags=re.M)[1:]:
        command, _, expected = part.partition('\n')
        done = subprocess.run(['sh', '-c', command], cwd=folder, env={**environment, 'HOME': folder}, timeout=60,
                              stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
        printed = [line.rstrip() for line in done.stdout.decode().replace(f'{folder}/', '').splitlines()]
        commands += 1
        if not set(line.rstrip() for line in expected.splitlines()) <= set(printed):
            failed += 1
            print(f'$ {command}\nexpected:\n{expected}printed:\n' + '\n'.join(printed))


with tempfile.TemporaryDirectory() as folder:
    for language, block in re.findall(r'^```(yaml|console)\n(.*?)^```$', page.read_text('utf-8'), re.M | re.S):
        if language == 'console':
            type_in(block, folder)
            continue
        path = pathlib.Path(folder) / block.split('\n', 1)[0].removeprefix('# ')
        os.makedirs(path.parent, exist_ok=True)
        path.write_text(block, 'utf-8')
        files += 1
print(f'{page.name}: {files} files, {commands} commands, {failed} failed')
sys.exit(1 if failed or not commands else 0)
