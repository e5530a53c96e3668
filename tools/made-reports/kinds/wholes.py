"""Tables that are missing, cut off, given twice, or with their columns moved."""
import copy

import pages
from forms import Key

from .layouts import anyhow, html_of, text_of
from .registry import kind
from .rows import fix_spans, forget


def drop_table(case, table):
    case.tables.remove(table)
    for line in table.lines:
        forget(case, line)


@kind()
def one_table_only(case, rng):
    kept = rng.choice(case.tables)
    for table in list(case.tables):
        if table is not kept:
            drop_table(case, table)
    return anyhow(case, rng)


@kind()
def cut_off_at_the_end(case, rng):
    """The last table ends in the middle, and nothing follows."""
    table = next(t for t in case.tables if t.id in ('table-3', 'statistics'))
    for later in case.tables[case.tables.index(table) + 1:]:
        drop_table(case, later)
    rows = [i for i, l in enumerate(table.lines) if l.kind == 'row']
    at = rng.choice(rows[4:-1])
    for line in table.lines[at:]:
        forget(case, line)
    del table.lines[at:]
    fix_spans(case)
    suffix, text = anyhow(case, rng)
    end = text.find('五、存在的主要问题') if case.tables[0].id != 'statistics' else -1
    return suffix, text if end < 0 or suffix == '.html' else text[:end]


@kind()
def rows_of_zeros_left_out(case, rng):
    """Rows of noughts are left out."""
    for table in case.tables:
        for at in range(len(table.lines) - 1, -1, -1):
            line = table.lines[at]
            figures = [c.text for c in line.cells if c.kind == 'figure']
            follows = at + 1 < len(table.lines) and table.lines[at + 1].kind == 'row'
            if line.kind == 'row' and line.cells[0].kind == 'label' and line.cells[0].text and not line.groups and \
                    follows and set(figures) == {'0'} and rng.random() < 0.5:
                forget(case, line)
                del table.lines[at]
    fix_spans(case)
    return anyhow(case, rng)


@kind()
def tables_given_twice(case, rng):
    """The whole area's table and the office's own, each below its caption: both are told apart or doubted."""
    table = next(t for t in case.tables if t.id in ('table-3', 'statistics'))
    twin = copy.deepcopy(table)
    for line in twin.lines:
        for c in line.cells:
            if c.kind == 'figure' and c.text.isdigit() and c.text != '0':
                c.text = str(int(c.text) // 2)
            if c.key:
                second = Key(c.key.concept, tuple(sorted((*c.key.dims, ('instance', '2')))))
                case.truth.cells[second] = c.text
    bodies = []
    html = rng.random() < 0.5
    for t in case.tables:
        text = pages.html_table(t) if html else pages.lines(t, '\t')
        if t is table:
            other = pages.html_table(twin) if html else pages.lines(twin, '\t')
            caption = ('<p>全市</p>\n', '\n<p>市本级</p>\n') if html else ('全市\n', '\n\n市本级\n')
            text = caption[0] + text + caption[1] + other
        bodies.append(text)
    return ('.html', pages.page(case, bodies)) if html else ('.txt', pages.around(case, bodies))


@kind()
def merged_labels_repeated(case, rng):
    """As a table saved by a program that fills merged cells: the group's label in every row."""
    def body(table):
        out, open_groups = [], []
        for line in table.lines:
            texts = [c.text for c in line.cells]
            if line.kind != 'row' or table.label_columns == 1:
                if line.kind == 'head' and table.label_columns > 1:
                    texts = [t for c in line.cells for t in [c.text] * c.colspan]
                out.append('\t'.join(texts))
                continue
            open_groups = open_groups[:max(0, line.depth - 1 - len(line.groups))] + [g[0] for g in line.groups]
            own = open_groups + texts[:1]
            own += texts[:1] * (table.label_columns - len(own))
            out.append('\t'.join(own + texts[1:]))
        return '\n'.join(out)
    return text_of(case, body)


@kind()
def rows_numbered(case, rng):
    """A column of numbers in front of every row."""
    def body(table):
        number, out = 0, []
        for line in table.lines:
            texts = [c.text for c in line.cells]
            if line.kind == 'row' and line.cells[0].kind == 'label':
                number += 1
                out += ['\t'.join([''] + [name]) for name, _ in line.groups]
                out.append('\t'.join([str(number)] + texts))
            else:
                out.append('\t'.join((['序号'] if line.kind == 'head' else []) + texts))
        return '\n'.join(out)
    return text_of(case, body)


def total_column(table):
    return table.id == 'table-3'


@kind()
def total_column_missing(case, rng):
    for table in filter(total_column, case.tables):
        for line in table.lines:
            if line.kind == 'row':
                case.truth.cells.pop(line.cells[-1].key, None)
                del line.cells[-1]
            elif line.kind == 'head':
                line.cells = [c for c in line.cells if c.text != '总计']
                for c in line.cells:
                    c.colspan -= c.text == '申请人情况'
    return html_of(case) if rng.random() < 0.5 else text_of(case, lambda t: pages.lines(t, '\t'))


@kind()
def total_column_first(case, rng):
    for table in filter(total_column, case.tables):
        heads = [l for l in table.lines if l.kind == 'head']
        for line in table.lines:
            if line.kind == 'row':
                at = next(i for i, c in enumerate(line.cells) if c.kind == 'figure')
                line.cells.insert(at, line.cells.pop())
        second = heads[1].cells
        second.insert(0, second.pop(next(i for i, c in enumerate(second) if c.text == '总计')))
    return html_of(case)


@kind()
def columns_reordered(case, rng):
    """The applicants of the request table stand in another order."""
    for table in filter(total_column, case.tables):
        heads = [l for l in table.lines if l.kind == 'head']
        leaves = heads[-1].cells
        order = list(range(len(leaves)))
        rng.shuffle(order)
        heads[-1].cells = [leaves[i] for i in order]
        for line in table.lines:
            if line.kind == 'row':
                at = next(i for i, c in enumerate(line.cells) if c.kind == 'figure')
                parts = line.cells[at + 1:at + 1 + len(order)]
                line.cells[at + 1:at + 1 + len(order)] = [parts[i] for i in order]
    return html_of(case) if rng.random() < 0.5 else ('.md', pages.around(case, [pages.html_table(t) for t in case.tables]))
