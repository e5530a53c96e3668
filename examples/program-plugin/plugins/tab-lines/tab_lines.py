"""A container plugin that is a program: docs/process-plugins.md. Needs nothing but Python's standard library.

The type of file it reads and writes is the simplest with a table: a first line %TABS, then lines of text; lines
with tabs that follow each other are the rows of a table.
"""
import itertools
import json
import sys

PROTOCOL = 'nianbao-process/1'


def say(severity, code, zh, en, **at):
    """A diagnostic: one line of JSON on stderr."""
    line = {'code': code, 'severity': severity, 'message': {'zh': zh, 'en': en}, 'at': at}
    print(json.dumps(line, ensure_ascii=False), file=sys.stderr, flush=True)


class Refused(Exception):
    """The file cannot be read: code, Chinese, English."""


def table(rows, line):
    columns = max(len(row) for row in rows)
    if any(len(row) < columns for row in rows):
        say('warning', 'tab-lines-ragged', '表格各行的列数不同，缺少的列按空白处理。',
            'Rows of the table have different lengths; missing columns are read as blank.', line=line)
    cells = [{'row': r, 'column': c, 'rowspan': 1, 'colspan': 1, 'text': row[c - 1] if c <= len(row) else '',
              'header': r == 1} for r, row in enumerate(rows, 1) for c in range(1, columns + 1)]
    return {'type': 'table', 'rows': len(rows), 'columns': columns, 'caption': None, 'cells': cells,
            'at': {'line': line}}


def read(content, options):
    try:
        lines = content.decode('utf-8').splitlines()
    except UnicodeDecodeError as error:
        raise Refused('tab-lines-not-utf-8', f'第{error.start}字节起不是UTF-8。',
                      f'This is not UTF-8 from byte {error.start} on.') from error
    blocks = []
    numbered = [(n, line) for n, line in enumerate(lines, 1) if n > 1 and line.strip()]
    for tabs, group in itertools.groupby(numbered, key=lambda item: '\t' in item[1]):
        group = list(group)
        if tabs:
            blocks.append(table([line.split('\t') for _, line in group], group[0][0]))
        else:
            blocks += [{'type': 'paragraph', 'role': 'body', 'text': line, 'at': {'line': n}} for n, line in group]
    document = {'schema': 'nianbao-document/1', 'input': {'file': '', 'bytes': len(content)}, 'properties': [],
                'blocks': blocks}
    return json.dumps(document, ensure_ascii=False).encode(), {'encoding': 'UTF-8'}


def write(content, options):
    lines = ['%TABS']
    for block in json.loads(content)['blocks']:
        if block['type'] == 'table':
            rows = [[''] * block['columns'] for _ in range(block['rows'])]
            for cell in block['cells']:
                rows[cell['row'] - 1][cell['column'] - 1] = cell['text'].replace('\n', ' ')
            lines += ['\t'.join(row) for row in rows]
        elif 'text' in block:
            lines.append(block['text'])
        else:
            say('warning', 'tab-lines-left-out', '列表和图片没有写出。', 'Lists and pictures were not written.')
    return '\n'.join(lines + ['']).encode(), {}


def main():
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    for line in requests:
        request = json.loads(line)
        content, header = b'', {'id': request['id']}
        if request['op'] == 'hello':
            header.update(protocol=PROTOCOL, plugin='tab-lines', version='1.0.0')
        else:
            try:
                given = requests.read(request['bytes'])
                content, more = {'read': read, 'write': write}[request['op']](given, request['options'])
                header.update(more, bytes=len(content))
            except Refused as refused:
                code, zh, en = refused.args
                header['error'] = {'kind': 'input', 'code': code, 'message': {'zh': zh, 'en': en}}
        answers.write(json.dumps(header, ensure_ascii=False).encode() + b'\n' + content)
        answers.flush()


main()
