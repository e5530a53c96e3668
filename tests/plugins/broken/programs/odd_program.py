"""A program plugin that misbehaves as its first argument says, or else as the file it is to read says."""
import json
import os
import signal
import subprocess
import sys
import time

IDENTITY, MODE = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else ''
requests, answers = sys.stdin.buffer, sys.stdout.buffer


def put(*parts):
    answers.write(b''.join(p if isinstance(p, bytes) else json.dumps(p).encode() + b'\n' for p in parts))
    answers.flush()


def document(*texts):
    return json.dumps({'schema': 'nianbao-document/1', 'input': {'file': '', 'bytes': 0}, 'properties': [],
                       'blocks': [{'type': 'paragraph', 'role': 'body', 'text': t} for t in texts]}).encode()


def answer(number, content):
    put({'id': number, 'bytes': len(content)}, content)


def misbehave(mode, number, content):
    if mode == 'crash':
        os.kill(os.getpid(), signal.SIGSEGV)
    elif mode == 'exit':
        print('no space left for 临江区', file=sys.stderr)
        sys.exit(3)
    elif mode == 'hang':
        time.sleep(600)
    elif mode == 'halfway':
        put({'id': number, 'bytes': 100}, b'{"schema":')
        sys.exit(0)
    elif mode == 'bad-json':
        put(b'{"id": 1, bytes\n')
    elif mode == 'no-bytes':
        put({'id': number})
    elif mode == 'wrong-id':
        put({'id': 77, 'bytes': 0})
    elif mode == 'wrong-schema':
        answer(number, b'{"schema": "something-else/3", "blocks": []}')
    elif mode == 'gbk':
        answer(number, document('临江区').decode('unicode_escape').encode('gbk'))
    elif mode == 'not-numbers':
        answer(number, document('a').replace(b'[{', b'[{"type": "table", "rows": NaN, "columns": 1e308, "cells": []}, {'))
    elif mode == 'deep':
        answer(number, b'[' * 5000000)
    elif mode == 'same-keys':
        answer(number, document('a').replace(b'{"schema"', b'{"schema": "other", "schema"'))
    elif mode == 'deaf':
        signal.signal(signal.SIGTERM, signal.SIG_IGN)
        time.sleep(600)
    elif mode == 'all-words':
        while True:
            sys.stderr.buffer.write(b'0123456789' * 100000)
    elif mode == 'two-answers':
        content = document('a')
        put({'id': number, 'bytes': len(content)}, content, {'id': number, 'bytes': 0})
    elif mode == 'endless':
        while True:
            put(b'0123456789' * 1000)
    elif mode == 'too-large':
        put({'id': number, 'bytes': 10 ** 15})
    elif mode == 'error':
        put({'id': number, 'error': {'kind': 'input', 'code': 'odd', 'message': {'zh': '不认识。', 'en': 'Unknown.'}}})
    elif mode == 'chatter':
        for line in range(20000):
            print(f'{line}: nothing to see here, nothing at all', file=sys.stderr)
        print(json.dumps({'code': 'odd-said', 'severity': 'note', 'message': {'zh': '说明。', 'en': 'A note.'},
                          'at': {'page': 3}}), file=sys.stderr, flush=True)
        answer(number, document('chatter'))
    elif mode == 'eager':
        answer(number, document('eager'))
    elif mode == 'grandchild':
        answer(number, document(str(subprocess.Popen(['sleep', '600']).pid)))
    elif mode == 'files':
        answer(number, document(*sorted(os.listdir('/proc/self/fd'))))
    elif mode == 'environment':
        answer(number, document(*sorted(os.environ)))
    elif mode == 'memory':
        answer(number, document(str(len(bytearray(1 << 31)))))
    else:
        answer(number, document(str(os.getpid()), str(len(content))))


for line in requests:
    request = json.loads(line)
    if request['op'] == 'hello':
        if MODE == 'silent':
            sys.exit(0)
        name, version = IDENTITY.split(' ')
        put({'id': 0, 'protocol': 'other/9' if MODE == 'protocol' else 'nianbao-process/1', 'plugin': name,
             'version': '0.9.0' if MODE == 'mismatch' else version})
        continue
    number, size = request['id'], request['bytes']
    if MODE == 'eager':
        misbehave(MODE, number, b'')
    content = requests.read(size)
    if MODE != 'eager':
        misbehave(MODE or content[:40].decode().strip(), number, content)
