"""A format plugin that is a program (docs/process-plugins.md); needs Python 3.6 and nothing else.

YAML alone cannot read this table, for its figures are not those of the report: they stand by quarters, and where the
last column is blank the program adds them up. Where it is filled and says otherwise, both are told.
"""
import json
import sys

QUARTERS = ['一季度', '二季度', '三季度', '四季度']
TOTAL = {'applicant': 'total'}
ROWS = {'上年结转': ('request.carried_in', TOTAL), '新收申请': ('request.received', TOTAL),
        '其中自然人申请': ('request.received', {'applicant': 'natural_person'}), '予以公开': ('outcome.granted', TOTAL),
        '部分公开': ('outcome.partial', TOTAL), '不予公开': ('outcome.denied', TOTAL),
        '无法提供': ('outcome.unavailable', TOTAL), '不予处理': ('outcome.not_processed', TOTAL),
        '其他处理': ('outcome.other', TOTAL), '结转下年': ('request.carried_over', TOTAL)}
DASHES = ('-', '—', '——', '/')
STOCKS = {'上年结转': 0, '结转下年': 3}  # not added up: what there was before the first quarter, or after the last


def grid(block):
    """Texts by row and column; a merged cell's stands in its corner."""
    return {(c['row'], c['column']): ''.join(c['text'].split()) for c in block['cells']}


def header(cells, rows):
    """The row of the quarters, and the column of each of them and of the year."""
    for row in range(1, rows + 1):
        found = {text: column for (r, column), text in cells.items() if r == row}
        if all(name in found for name in QUARTERS + ['全年']):
            return row, [found[name] for name in QUARTERS + ['全年']]
    return 0, []


def rows_of(block):
    """Number and label of each row of the form in a table."""
    cells = grid(block)
    return [(row, text) for (row, _), text in sorted(cells.items()) if text in ROWS]


def recognize(asked):
    claims = []
    for number, block in enumerate(asked['document']['blocks'], 1):
        if block['type'] == 'table' and header(grid(block), block['rows'])[0]:
            matched = len({label for _, label in rows_of(block)})
            claims.append({'form': 'quarters', 'pieces': [{'block': number}], 'matched': matched + 5,
                           'expected': len(ROWS) + 5, 'foreign': 0, 'certainty': 'certain'})
    return {'claims': claims}


def number_of(text):
    """None for blanks, dashes, and for more digits than any count has."""
    return int(text) if text.isdecimal() and len(text) < 16 else None


def fact(label, quarters, year, place):
    """The year's figure as it stands, or else as the quarters give it; both if they differ."""
    numbers = [number_of(text) for text in quarters]
    known = [n for n in numbers if n is not None]
    summed = None if not known else numbers[STOCKS[label]] if label in STOCKS else sum(known)
    if len(known) < len(QUARTERS) and label not in STOCKS:
        summed = None  # a blank quarter is no zero
    stated = number_of(year)
    concept, dims = ROWS[label]
    out = {'concept': concept, 'dims': dims, 'at': place, 'text': year or '+'.join(quarters if summed is not None else [])}
    value = summed if stated is None else stated
    if year in DASHES:
        out.update(status='dash')
    elif value is not None:
        out.update(value=str(value), step='1')
    if stated is not None and summed is not None and stated != summed:
        out.update(reading='suspect', candidates=[str(stated), str(summed)])
    return out


def extract(asked):
    facts = []
    for piece in asked['pieces']:
        block = asked['document']['blocks'][piece['block'] - 1]
        cells = grid(block)
        _, columns = header(cells, block['rows'])
        for row, label in rows_of(block):
            *quarters, year = [cells.get((row, column), '') for column in columns]
            facts.append(fact(label, quarters, year, {'block': piece['block'], 'row': row, 'column': columns[-1]}))
    return {'form': {}, 'facts': facts}


def render(asked):
    values = {(f['concept'], f['dims'].get('applicant')): f['text'] if f['value'] is None else f['value']
              for f in asked['report']['report']['facts'] if f['dims'].get('instance', '1') == str(asked['instance'])}
    marks = {mark['row']: mark for mark in asked['marks']}
    lines = [['项目'] + QUARTERS + ['全年']]
    lines += [[label] + [''] * 4 + [values.get((concept, dims['applicant']), '')]
              for label, (concept, dims) in ROWS.items()]
    cells = [{'row': r, 'column': c, 'rowspan': 1, 'colspan': 1, 'header': r == 1, 'text': text}
             for r, line in enumerate(lines, 1) for c, text in enumerate(line, 1)]
    for cell in cells:
        mark = marks.get(cell['row'] - 1, {}) if cell['column'] == 6 else {}
        cell.update({key: mark[key] for key in ('shaded', 'remark') if mark.get(key)}, missing=mark.get('absent', False))
    table = {'type': 'table', 'rows': len(lines), 'columns': 6, 'cells': cells}
    return {'schema': 'nianbao-document/1', 'input': {'file': '', 'bytes': 0}, 'properties': [], 'blocks': [table]}


def main():
    requests, answers = sys.stdin.buffer, sys.stdout.buffer
    for line in requests:
        request = json.loads(line.decode('utf-8'))
        content, header_line = b'', {'id': request['id']}
        if request['op'] == 'hello':
            header_line.update(protocol='nianbao-process/1', plugin='department-quarters', version='1.0.0')
        else:
            operation = {'recognize': recognize, 'extract': extract, 'render': render}[request['op']]
            given = json.loads(requests.read(request['bytes']).decode('utf-8'))
            content = json.dumps(operation(given), ensure_ascii=False).encode('utf-8')
            header_line['bytes'] = len(content)
        answers.write(json.dumps(header_line).encode('utf-8') + b'\n' + content)
        answers.flush()


main()
