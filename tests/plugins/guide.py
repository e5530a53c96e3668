#!/usr/bin/env python3
"""Holds a page of the guide to what it says: its sources are those of the installed examples, its commands work as they stand.

    guide.py NIANBAO_PREFIX PAGE.md TWIN.md

A block after `<!-- source: path -->` is that file. In a block ```console lines after `$ ` are typed, in a folder with a
copy of examples/, and succeed; what follows is printed, among other lines. The twin has the same sources and commands.
"""
import os
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

prefix, page, twin = (pathlib.Path(word).resolve() for word in sys.argv[1:4])
installed = next(prefix.glob('share/doc/*/examples')).parent
text = page.read_text('utf-8')
failures = []

BLOCKS = re.compile(r'^```\w+\n.*?^```$', re.M | re.S)
if BLOCKS.findall(text) != BLOCKS.findall(twin.read_text('utf-8')):
    failures.append(f'{page.name} and {twin.name} show different blocks')

sources = re.findall(r'^<!-- source: (\S+) -->\n```\w+\n(.*?)^```$', text, re.M | re.S)
for path, block in sources:
    if block != (installed / path).read_text('utf-8'):
        failures.append(f'{page.name}: the block is no longer {path}')

environment = {'PATH': f'{prefix}/bin:' + os.environ['PATH'], 'LC_ALL': 'C.UTF-8', 'CMAKE_PREFIX_PATH': str(prefix),
               'ASAN_OPTIONS': 'detect_leaks=0', **{k: os.environ[k] for k in ('CXX', 'CXXFLAGS') if k in os.environ}}
commands = 0
with tempfile.TemporaryDirectory() as folder:
    shutil.copytree(installed / 'examples', pathlib.Path(folder) / 'examples')
    for block in re.findall(r'^```console\n(.*?)^```$', text, re.M | re.S):
        for part in re.split(r'^\$ ', block, flags=re.M)[1:]:
            command, _, expected = part.partition('\n')
            done = subprocess.run(['sh', '-c', command], cwd=folder, env={**environment, 'HOME': folder}, timeout=300,
                                  stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
            printed = done.stdout.decode('utf-8', 'replace').splitlines()
            commands += 1
            if done.returncode or not set(expected.splitlines()) <= set(printed):
                failures.append(f'$ {command}\nexpected:\n{expected}printed ({done.returncode}):\n' + '\n'.join(printed))

print('\n'.join(failures) or f'{page.name}: {len(sources)} sources, {commands} commands')
sys.exit(1 if failures or not sources or not commands else 0)
