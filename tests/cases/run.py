#!/usr/bin/env python3
"""Runs the cases of the command: what is typed, and all that must come of it.

    run.py NIANBAO CASE [--accept]

A case is a text file:

    Lines before the first command say what the case shows.
    $ nianbao inspect missing.txt        a command, run by sh in a scratch copy of the case's data/
    the lines it prints on stdout
    ! the lines it prints on stderr
    ? 3                                  its exit code, if not 0

An expected line that ends in … is the beginning of what is printed: what follows may grow, such as the list of containers.
Several commands may follow each other; they share the scratch folder. --accept writes what was
printed into the case: read the difference before committing it.
"""
import pathlib
import shutil
import subprocess
import sys
import tempfile

program, case = pathlib.Path(sys.argv[1]).resolve(), pathlib.Path(sys.argv[2]).resolve()
accept = '--accept' in sys.argv[3:]


def run(command, folder):
    environment = {'PATH': f'{program.parent}:/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'HOME': str(folder),
                   'ASAN_OPTIONS': 'detect_leaks=0'}
    done = subprocess.run(['sh', '-c', command], cwd=folder, env=environment, capture_output=True, timeout=120)
    # The scratch folder has another name each time.
    printed, said = (text.decode('utf-8', 'replace').replace(f'{folder}/', '') for text in (done.stdout, done.stderr))
    lines = [line.rstrip() for line in printed.splitlines()]
    lines += [f'! {line}'.rstrip() for line in said.splitlines()]
    if done.returncode:
        lines.append(f'? {done.returncode}')
    return lines


def same(wanted, line):
    return line == wanted or (wanted.endswith('…') and line.startswith(wanted[:-1]))


def as_expected(printed, wanted):
    """What was printed, with the lines the case leaves open as it has them."""
    return [next((w for w in wanted if w.endswith('…') and same(w, line)), line) for line in printed]


def outputs(lines):
    """The expected lines of each command in turn."""
    for index, line in enumerate(lines):
        if line.startswith('$ '):
            end = next((i for i in range(index + 1, len(lines)) if lines[i].startswith('$ ')), len(lines))
            yield lines[index + 1:end]


expected = case.read_text('utf-8').splitlines()
actual, commands = [], 0
with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch) / 'data'
    data = case.parent / 'data'
    if data.is_dir():
        shutil.copytree(data, folder)
    else:
        folder.mkdir()
    wanted = outputs(expected)
    for line in expected:
        if line.startswith('$ '):
            commands += 1
            actual += [line, *as_expected(run(line[2:], folder), next(wanted))]
        elif commands == 0:
            actual.append(line)

if commands == 0:
    sys.exit(f'{case}: no command')
if accept:
    case.write_text('\n'.join(actual) + '\n', 'utf-8')
elif actual != expected:
    import difflib
    print('\n'.join(difflib.unified_diff(expected, actual, 'expected', 'actual', lineterm='')))
    sys.exit(f'{case.name} differs; if that is right: tests/cases/run.py NIANBAO {case.name} --accept')
