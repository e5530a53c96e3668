"""The family @ID@ as a program: docs/process-plugins.md. Python 3.6 or later, standard library alone.

A list: label, unit, figure. Labels and concepts are those of template.yaml.
"""
import json
import sys

UNITS = {'@ID@主动公开信息总数': '条', '@ID@收到申请总数': '件', '@ID@答复申请总数': '件'}
CONCEPTS = {'@ID@主动公开信息总数': ('disclosure.total', {}),
            '@ID@收到申请总数': ('request.received', {'applicant': 'total'}),
            '@ID@答复申请总数': ('request.closed', {'applicant': 'total'})}
HEADER = ('项目', '计量单位', '本年数')
DASHES = ('-', '—', '——', '/')


def rows_of(block):
    """Row number, label and text of the last column, of the rows the form has."""
    cells = {(c['row'], c['column']): ''.join(c['text'].split()) for c in block.get('cells', [])}
    last = block.get('columns', 0)
    return [(row, text, cells.get((row, last), '')) for (row, column), text in sorted(cells.items())
            if column == 1 and last > 1 and text in CONCEPTS]


def recognize(asked):
    claims = []
    for number, block in enumerate(asked['document']['blocks'], 1):
        texts = {''.join(c['text'].split()) for c in block.get('cells', [])}
        if len(rows_of(block)) > 1:
            claims.append({'form': 'statistics', 'pieces': [{'block': number}],
                           'matched': len(texts & set(CONCEPTS)) + len(texts & set(HEADER)),
                           'expected': len(CONCEPTS) + len(HEADER), 'foreign': 0, 'certainty': 'certain'})
    return {'claims': claims}


def extract(asked):
    facts = []
    for piece in asked['pieces']:
        block = asked['document']['blocks'][piece['block'] - 1]
        for row, label, text in rows_of(block):
            concept, dims = CONCEPTS[label]
            fact = {'concept': concept, 'dims': dims, 'unit': UNITS[label],
                    'at': {'block': piece['block'], 'row': row, 'column': block['columns']}}
            if text in DASHES:
                fact.update(status='dash')
            elif text.isdecimal() and len(text) < 16:
                fact.update(value=text, step='1')
            facts.append(fact)
    return {'form': {}, 'facts': facts}


def render(asked):
    figures = {(f['concept'], f['dims'].get('applicant')): f['text'] if f['value'] is None else f['value']
               for f in asked['report']['report']['facts'] if f['dims'].get('instance', '1') == str(asked['instance'])}
    rows = [HEADER]
    rows += [[label, UNITS[label], figures.get((concept, dims.get('applicant')), '')]
             for label, (concept, dims) in CONCEPTS.items()]
    cells = [{'row': r, 'column': c, 'rowspan': 1, 'colspan': 1, 'header': r == 1, 'text': text}
             for r, row in enumerate(rows, 1) for c, text in enumerate(row, 1)]
    marks = {mark['row'] + 1: mark for mark in asked['marks']}
    for cell in cells:
        mark = marks.get(cell['row'], {}) if cell['column'] == 3 else {}
        cell.update({key: mark[key] for key in ('shaded', 'remark') if mark.get(key)})
    table = {'type': 'table', 'rows': len(rows), 'columns': 3, 'cells': cells}
    return {'schema': 'nianbao-document/1', 'input': {}, 'properties': [], 'blocks': [table]}


def answer(request, content):
    if request['op'] == 'hello':
        return {'protocol': 'nianbao-process/1', 'plugin': '@ID@', 'version': '0.1.0'}, b''
    operation = {'recognize': recognize, 'extract': extract, 'render': render}[request['op']]
    content = json.dumps(operation(json.loads(content.decode()))).encode()
    return {'bytes': len(content)}, content


for line in sys.stdin.buffer:
    asked = json.loads(line.decode())
    header, body = answer(asked, sys.stdin.buffer.read(asked.get('bytes', 0)))
    sys.stdout.buffer.write(json.dumps(dict(header, id=asked['id'])).encode() + b'\n' + body)
    sys.stdout.buffer.flush()
