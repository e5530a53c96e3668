"""A container as a program: XML Spreadsheet 2003, as a department's system exports it. docs/process-plugins.md.

Rows of one cell are paragraphs; rows of several cells that follow each other are a table.
"""
import itertools
import json
import sys
from xml.etree import ElementTree
from xml.sax.saxutils import escape

SPACE = '{urn:schemas-microsoft-com:office:spreadsheet}'
HEAD = ('<?xml version="1.0"?>\n<?mso-application progid="Excel.Sheet"?>\n'
        '<Workbook xmlns="urn:schemas-microsoft-com:office:spreadsheet">\n<Worksheet><Table>\n')
TAIL = '</Table></Worksheet>\n</Workbook>\n'


class Refused(Exception):
    """The file cannot be read: code, Chinese, English."""


def table(rows):
    columns = max(len(row) for row in rows)
    cells = [{'row': r, 'column': c, 'rowspan': 1, 'colspan': 1, 'text': row[c - 1] if c <= len(row) else ''}
             for r, row in enumerate(rows, 1) for c in range(1, columns + 1)]
    return {'type': 'table', 'rows': len(rows), 'columns': columns, 'caption': None, 'cells': cells}


def read(content, limits):
    if len(content) > limits['text_bytes'] or b'<!DOCTYPE' in content:
        raise Refused('bureau-sheet-refused', '文件过长，或含有DTD。', 'The file is too long or has a DTD.')
    try:
        root = ElementTree.fromstring(content)
    except (ElementTree.ParseError, ValueError) as error:
        raise Refused('bureau-sheet-no-xml', '不是完整的XML：%s。' % error, 'This is not complete XML: %s.' % error)
    rows = [[''.join(cell.itertext()).strip() for cell in row.iter(SPACE + 'Cell')] for row in root.iter(SPACE + 'Row')]
    blocks = []
    for several, group in itertools.groupby([row for row in rows if any(row)], key=lambda row: len(row) > 1):
        if several:
            blocks.append(table(list(group)))
        else:
            blocks += [{'type': 'paragraph', 'role': 'body', 'text': row[0]} for row in group]
    document = {'schema': 'nianbao-document/1', 'input': {}, 'properties': [], 'blocks': blocks}
    return json.dumps(document).encode(), {}


def row_of(texts):
    cells = ''.join('<Cell><Data>%s</Data></Cell>' % escape(text) for text in texts)
    return '<Row>%s</Row>\n' % cells


def write(content, limits):
    text = HEAD
    for block in json.loads(content.decode())['blocks']:
        if block['type'] == 'table':
            rows = [[''] * block['columns'] for _ in range(block['rows'])]
            for cell in block['cells']:
                rows[cell['row'] - 1][cell['column'] - 1] = cell['text']
            text += ''.join(row_of(row) for row in rows)
        elif 'text' in block:
            text += row_of([block['text']])
    return (text + TAIL).encode(), {}


for line in sys.stdin.buffer:
    asked = json.loads(line.decode())
    content, header = sys.stdin.buffer.read(asked.get('bytes', 0)), {'id': asked['id']}
    if asked['op'] == 'hello':
        content, more = b'', {'protocol': 'nianbao-process/1', 'plugin': 'bureau-sheet', 'version': '1.0.0'}
    else:
        try:
            content, more = {'read': read, 'write': write}[asked['op']](content, asked['limits'])
            more['bytes'] = len(content)
        except Refused as refused:
            code, zh, en = refused.args
            content, more = b'', {'error': {'kind': 'input', 'code': code, 'message': {'zh': zh, 'en': en}}}
    sys.stdout.buffer.write(json.dumps(dict(header, **more)).encode() + b'\n' + content)
    sys.stdout.buffer.flush()
