"""The container @ID@ as a program: docs/process-plugins.md. Python 3.6 or later, standard library alone.

A first line `@ID@ 1`, then lines of text; lines with tabs that follow each other are the rows of a table.
"""
import itertools
import json
import sys

FIRST_LINE = '@ID@ 1\n'


class Refused(Exception):
    """The file cannot be read: code, Chinese, English."""


def table(rows):
    columns = max(len(row) for row in rows)
    cells = [{'row': r, 'column': c, 'rowspan': 1, 'colspan': 1, 'text': row[c - 1] if c <= len(row) else ''}
             for r, row in enumerate(rows, 1) for c in range(1, columns + 1)]
    return {'type': 'table', 'rows': len(rows), 'columns': columns, 'caption': None, 'cells': cells}


def read(content, limits):
    if len(content) > limits['text_bytes']:
        raise Refused('@ID@-too-long', '文件过长。', 'The file is too long.')
    try:
        text = content.decode('utf-8')
    except UnicodeDecodeError:
        raise Refused('@ID@-not-utf-8', '文件不是UTF-8编码。', 'The file is not UTF-8.')
    if not text.startswith(FIRST_LINE):
        raise Refused('@ID@-first-line', '第一行应为“@ID@ 1”。', 'The first line is to be `@ID@ 1`.')
    lines = [line for line in text[len(FIRST_LINE):].split('\n') if line.strip()]
    blocks = []
    for tabs, group in itertools.groupby(lines, key=lambda line: '\t' in line):
        if tabs:
            blocks.append(table([line.split('\t') for line in group]))
        else:
            blocks += [{'type': 'paragraph', 'role': 'body', 'text': line} for line in group]
    document = {'schema': 'nianbao-document/1', 'input': {}, 'properties': [], 'blocks': blocks}
    return json.dumps(document, ensure_ascii=False).encode(), {'encoding': 'UTF-8'}


def write(content, limits):
    text = FIRST_LINE
    for block in json.loads(content.decode())['blocks']:
        if block['type'] == 'table':
            rows = [[''] * block['columns'] for _ in range(block['rows'])]
            for cell in block['cells']:
                rows[cell['row'] - 1][cell['column'] - 1] = ' '.join(cell['text'].split())
            text += ''.join('\t'.join(row) + '\n' for row in rows)
        elif 'text' in block:
            text += block['text'].replace('\n', ' ') + '\n'
        else:
            said = {'code': '@ID@-left-out', 'severity': 'warning',
                    'message': {'zh': '列表和图片没有写出。', 'en': 'Lists and pictures were not written.'}}
            print(json.dumps(said, ensure_ascii=False), file=sys.stderr, flush=True)
    return text.encode(), {}


def answer(request, content):
    if request['op'] == 'hello':
        return {'protocol': 'nianbao-process/1', 'plugin': '@ID@', 'version': '0.1.0'}, b''
    try:
        content, header = {'read': read, 'write': write}[request['op']](content, request['limits'])
        return dict(header, bytes=len(content)), content
    except Refused as refused:
        code, zh, en = refused.args
        return {'error': {'kind': 'input', 'code': code, 'message': {'zh': zh, 'en': en}}}, b''


for line in sys.stdin.buffer:
    asked = json.loads(line.decode())
    header, body = answer(asked, sys.stdin.buffer.read(asked.get('bytes', 0)))
    sys.stdout.buffer.write(json.dumps(dict(header, id=asked['id'])).encode() + b'\n' + body)
    sys.stdout.buffer.flush()
