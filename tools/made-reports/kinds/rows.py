"""Rows lost, repeated, moved, torn apart, and what stands between them."""
import copy

import pages
from tables import Cell, Line

from .layouts import anyhow, html_of, text_of
from .registry import kind


def places_of_rows(case):
    return [(t, l) for t in case.tables for l in t.lines if l.kind == 'row' and l.cells[0].kind == 'label' and l.cells[0].text]


def forget(case, line):
    for c in line.cells:
        if c.key:
            case.truth.cells.pop(c.key, None)


@kind()
def rows_missing(case, rng):
    for table, line in rng.sample(places_of_rows(case), 3):
        at = table.lines.index(line)
        if line.groups and at + 1 < len(table.lines):
            continue  # the group's own label would go with it
        table.lines.remove(line)
        forget(case, line)
    fix_spans(case)
    return anyhow(case, rng)


def fix_spans(case):
    """Groups of three-level tables reach over the rows that are left."""
    for table in case.tables:
        for at, line in enumerate(table.lines):
            fixed = []
            for depth, (name, span) in enumerate(line.groups):
                rest = 1
                for later in table.lines[at + 1:]:
                    if later.kind != 'row' or later.depth < line.depth - (len(line.groups) - 1 - depth):
                        break
                    if later.groups and later.depth == line.depth and depth == len(line.groups) - 1:
                        break
                    rest += 1
                fixed.append((name, min(rest, span)))
            line.groups = fixed


@kind()
def rows_doubled(case, rng):
    for table, line in rng.sample(places_of_rows(case), 2):
        twin = copy.deepcopy(line)
        twin.groups = []
        if not line.groups:
            table.lines.insert(table.lines.index(line) + 1, twin)
    return text_of(case, lambda t: pages.lines(t, '\t', 'lines'))


@kind(recoverable=False)
def rows_reordered(case, rng):
    for table in case.tables:
        rows = [i for i, l in enumerate(table.lines) if l.kind == 'row' and not l.groups and l.cells[0].kind == 'label']
        for _ in range(2):
            i = rng.choice(rows) if rows else 0
            if i + 1 in rows and table.lines[i].depth == table.lines[i + 1].depth:
                table.lines[i], table.lines[i + 1] = table.lines[i + 1], table.lines[i]
    return text_of(case, lambda t: pages.lines(t, '\t', 'lines'))


@kind()
def foreign_rows(case, rng):
    for table in case.tables:
        rows = [i for i, l in enumerate(table.lines) if l.kind == 'row' and l.cells[0].kind == 'label']
        if rows:
            at = rng.choice(rows)
            like = table.lines[at]
            cells = [Cell(rng.choice(['归集共享数据项', '短信提醒服务', '档案移交卷次']))]
            cells += [Cell(c.text if c.kind == 'unit' else str(rng.randint(1, 99)), c.kind) for c in like.cells[1:]]
            table.lines.insert(at + 1, Line('row', cells, [], like.depth))
    return text_of(case, lambda t: pages.lines(t, '\t', 'lines'))


@kind()
def header_repeated(case, rng):
    """A page break inside the table repeats its header."""
    for table in case.tables:
        head = [l for l in table.lines if l.kind == 'head']
        if table.id not in ('table-3', 'statistics'):
            continue
        rows = [i for i, l in enumerate(table.lines) if l.kind == 'row' and not l.groups]
        at = rng.choice(rows[2:])
        table.lines[at:at] = head
    return text_of(case, lambda t: pages.lines(t, '\t', 'lines'))


@kind()
def page_numbers_inside(case, rng):
    def body(table):
        rows = pages.lines(table, '\t', 'lines').split('\n')
        for number in range(1, 3):
            rows.insert(rng.randint(4, max(4, len(rows) - 1)), rng.choice([f'— {number} —', f'- {number} -', f'第{number}页']))
        return '\n'.join(rows)
    return text_of(case, body)


@kind()
def notes_inside(case, rng):
    for table in case.tables:
        if table.id in ('table-3', 'statistics'):
            rows = [i for i, l in enumerate(table.lines) if l.kind == 'row' and not l.groups]
            width = len(table.lines[rows[0]].cells) + table.label_columns - 1
            table.lines.insert(rng.choice(rows), Line('note', [Cell('注：本表数据由各承办单位汇总，截至12月31日。', colspan=width)]))
    return html_of(case)


@kind(recoverable=False)
def rows_split(case, rng):
    """A label over two lines, its figures behind either of them."""
    def body(table):
        out = []
        for row in pages.flat(table, 'lines'):
            if len(row) > 1 and len(row[0]) > 12 and rng.random() < 0.4:
                cut = rng.randint(5, len(row[0]) - 4)
                first, second = row[0][:cut], row[0][cut:]
                figures = '\t'.join(row[1:])
                out += [f'{first}\t{figures}', second] if rng.random() < 0.5 else [first, f'{second}\t{figures}']
            else:
                out.append('\t'.join(row))
        return '\n'.join(out)
    return text_of(case, body)
