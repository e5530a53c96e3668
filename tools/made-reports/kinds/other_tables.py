"""Tables made by hand: in another order, with codes and marks of their own, with words between their rows."""
import copy

import pages
from tables import Cell, Line, Table

from .layouts import anyhow, html_of, text_of
from .registry import kind
from .wholes import total_column


def rows_of(table):
    return [l for l in table.lines if l.kind == 'row']


@kind(recoverable=False)
def rows_and_columns_exchanged(case, rng):
    """Applicants down the side, what became of their requests along the top."""
    bodies = []
    for table in case.tables:
        if not total_column(table):
            bodies.append(pages.lines(table, '\t'))
            continue
        grid = [[c.text for c in l.cells] for l in rows_of(table)]
        heads = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计']
        out = ['\t'.join(['申请人'] + [row[0] for row in grid])]
        out += ['\t'.join([head] + [row[i + 1] for row in grid]) for i, head in enumerate(heads)]
        bodies.append('\n'.join(out))
    return '.txt', pages.around(case, bodies)


@kind()
def words_between_rows(case, rng):
    """A table in two parts with a line between them that is none of its own."""
    def body(table):
        rows = pages.lines(table, '\t').split('\n')
        rows.insert(rng.randint(len(rows) // 2, len(rows) - 1), rng.choice(
            ['（接上页）', '（续表）', '第 3 页 共 6 页', '政府信息公开工作年度报告', '以上数据由各单位汇总后填报，单位：件。']))
        return '\n'.join(rows)
    return text_of(case, body)


@kind()
def captions_below(case, rng):
    names = {'table-2': '表1 主动公开情况', 'table-3': '表2 依申请公开情况', 'table-4': '表3 复议诉讼情况'}
    return text_of(case, lambda t: pages.lines(t, '\t') + '\n' + names.get(t.id, '附表 统计表'))


@kind()
def tables_in_one(case, rng):
    """All tables of the report as one, a heading the only thing between them."""
    whole = Table(case.tables[0].id, label_columns=case.tables[0].label_columns)
    body = [pages.lines(t, '\t', 'lines') for t in case.tables]
    case.tables[1:] = []
    case.tables[0] = whole
    return '.txt', pages.around(case, ['\n'.join(body)])


@kind()
def rows_coded(case, rng):
    """A code in front of every label: A01, 1-2."""
    way = rng.choice(['A{:02}', '{}', '1-{}', 'ZW{:03}'])

    def body(table):
        number, out = 0, []
        for line in table.lines:
            texts = [c.text for c in line.cells]
            if line.kind == 'row' and line.cells[0].kind == 'label':
                for name in [g for g, _ in line.groups] + texts[:1]:
                    number += 1
                    out.append('\t'.join([way.format(number), name] + (texts[1:] if name == texts[0] else pages.group_cells(line))))
            else:
                out.append('\t'.join((['代码'] if line.kind == 'head' else []) + texts))
        return '\n'.join(out)
    return text_of(case, body)


@kind()
def marks_of_footnotes(case, rng):
    mark = rng.choice(['①', '*', '※', '[1]', '（注1）', '注①', '#'])
    for c in rng.sample([c for c in case.figures() if c.text.isdigit()], 4):
        c.text += mark
    return anyhow(case, rng)


@kind()
def units_in_labels(case, rng):
    """收到申请数（件）; no column of units."""
    for table in case.tables:
        for line in rows_of(table):
            units = [c for c in line.cells if c.kind == 'unit']
            if units and line.cells[0].kind == 'label' and len(units[0].text.strip('—')) > 0:
                line.cells[0].text += f'（{units[0].text}）'
            line.cells = [c for c in line.cells if c.kind != 'unit']
        for line in table.lines:
            if line.kind == 'head' and any(c.kind == 'unit' for l in rows_of(table) for c in l.cells):
                break
            if line.kind == 'head' and table.id == 'statistics':
                line.cells = [c for c in line.cells if '单位' not in c.text]
    return text_of(case, lambda t: pages.lines(t, '\t', 'lines').replace('\t——', ''))


@kind(recoverable=False)
def total_row_first(case, rng):
    """（七）总计 in front of its parts."""
    for table in case.tables:
        rows = [i for i, l in enumerate(table.lines) if l.kind == 'row' and l.cells[0].text.endswith('总计')]
        first = next((i for i, l in enumerate(table.lines) if l.kind == 'row' and l.cells[0].text.startswith('（一）')), None)
        if rows and first is not None and total_column(table):
            line = table.lines.pop(rows[0])
            line.groups, table.lines[first].groups = table.lines[first].groups, line.groups
            table.lines.insert(first, line)
    return text_of(case, lambda t: pages.lines(t, '\t', 'lines'))


@kind(recoverable=False)
def tables_side_by_side(case, rng):
    """Two halves of a table beside each other."""
    def body(table):
        rows = pages.flat(table, 'lines')
        if table.id != 'statistics':
            return pages.lines(table, '\t')
        head, rest = rows[0], rows[1:]
        width = len(head)
        half = (len(rest) + 1) // 2
        full = lambda row: row + [''] * (width - len(row))
        right = rest[half:] + [[''] * width] * (half - len(rest[half:]))
        return '\n'.join('\t'.join(full(a) + full(b)) for a, b in zip([head] + rest[:half], [head] + right))
    return text_of(case, body)


@kind()
def header_repeated_in_other_words(case, rng):
    other = {'自然人': '公民', '商业企业': '企业', '总计': '合计', '统计指标': '指标', '指标名称': '指标', '单位': '计量单位'}
    for table in case.tables:
        if table.id not in ('table-3', 'statistics'):
            continue
        head = copy.deepcopy([l for l in table.lines if l.kind == 'head'])
        for line in head:
            for c in line.cells:
                c.text = other.get(c.text, c.text)
        rows = [i for i, l in enumerate(table.lines) if l.kind == 'row' and not l.groups]
        at = rng.choice(rows[2:])
        table.lines[at:at] = head
    return text_of(case, lambda t: pages.lines(t, '\t', 'lines')) if rng.random() < 0.7 else html_of(case)


@kind()
def notes_in_cells(case, rng):
    for c in rng.sample([c for c in case.figures() if c.text.isdigit() and c.text != '0'], 3):
        c.text += rng.choice(['（含上年结转）', '（其中线上1件）', '（同比增长3%）', '件（约）', '(不含街道)'])
    return anyhow(case, rng)
