#!/usr/bin/env python3
"""Listing opens nothing and is quick, however much is installed.

    startup.py NIANBAO LIBRARY [MILLISECONDS]

Makes a bundle of 30 plugins, each with LIBRARY as its library, 30 formats and 30 rule packs, and runs `nianbao formats` and
`containers` over it: the system's loader must not have opened one of them, and the processor time of the best of
several runs must stay below MILLISECONDS (left out: not looked at).
"""
import os
import pathlib
import resource
import subprocess
import sys
import tempfile

program, library = (str(pathlib.Path(word).resolve()) for word in sys.argv[1:3])
limit = float(sys.argv[3]) if len(sys.argv) > 3 else None
COUNT, RUNS = 30, 7
TEMPLATE = '''id: form-{n}
title: {{zh: 表{n}, en: Form {n}}}
family: legacy-table
in-force: 2009..2013
forms:
  - id: list
    title: {{zh: 表, en: List}}
    blocks:
      - corner: 项目
        columns: [{{label: 数}}]
        rows:
          - {{label: 第{n}种项目收到申请数, concept: request.received, dims: {{applicant: total}}}}
          - {{label: 第{n}种项目公开数, concept: disclosure.total}}
'''


def write(path, text):
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, 'utf-8')


def processor_seconds(command, environment):
    before = resource.getrusage(resource.RUSAGE_CHILDREN)
    done = subprocess.run(command, env=environment, stdout=subprocess.PIPE, stderr=subprocess.PIPE, timeout=60)
    after = resource.getrusage(resource.RUSAGE_CHILDREN)
    if done.returncode:
        sys.exit(f'{command}: {done.stderr.decode()}')
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime, done


with tempfile.TemporaryDirectory() as folder:
    bundle = pathlib.Path(folder)
    write(bundle / 'bundle.yaml', 'id: many\nversion: "1"\ntitle: Many\n')
    for n in range(COUNT):
        title = f'version: 1.0.0\ntitle: {{zh: 第{n}, en: "{n}"}}\n'
        write(bundle / f'plugins/type-{n}/plugin.yaml',
              f'id: type-{n}\nkind: container\n{title}extensions: [t{n}]\nlibrary: type.so\n')
        os.symlink(library, bundle / f'plugins/type-{n}/type.so')
        write(bundle / f'formats/form-{n}/plugin.yaml',
              f'id: form-{n}\nkind: format\n{title}templates: [template.yaml]\n')
        write(bundle / f'formats/form-{n}/template.yaml', TEMPLATE.format(n=n))
        write(bundle / f'rules/pack-{n}/pack.yaml', f'id: pack-{n}\nversion: "1"\nextends: national\n')
        write(bundle / f'rules/pack-{n}/checks.yaml', 'checks: [not even read\n')
    environment = {'PATH': '/usr/bin:/bin', 'LC_ALL': 'C.UTF-8', 'HOME': folder, 'ASAN_OPTIONS': 'detect_leaks=0'}
    for command in ('formats', 'containers'):
        call = [program, command, '--bundle', folder]
        listed = subprocess.run(call, env={**environment, 'LD_DEBUG': 'files'}, stdout=subprocess.PIPE,
                                stderr=subprocess.PIPE, timeout=60)
        shown = listed.stdout.decode().count('form-' if command == 'formats' else 'type-')
        opened = [line for line in listed.stderr.decode('utf-8', 'replace').splitlines()
                  if 'nianbao/plugins/' in line or 'nianbao/formats/' in line or 'type.so' in line]
        if listed.returncode or shown < COUNT or opened:
            sys.exit(f'{command}: {shown} listed; opened: {opened[:3]}')
        best = min(processor_seconds(call, environment)[0] for _ in range(RUNS)) * 1000
        print(f'{command}: {best:.0f} ms of processor time, nothing opened')
        if limit is not None and best > limit:
            sys.exit(f'{command} takes {best:.0f} ms, more than {limit:.0f} ms')
