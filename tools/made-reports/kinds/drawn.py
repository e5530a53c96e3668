"""Tables drawn with characters: rulers of dashes, frames, and what tools make of a page."""
import unicodedata

import pages

from .layouts import text_of
from .registry import kind
from .zeros import blank_zeros


def width(text):
    return sum(2 if unicodedata.east_asian_width(c) in 'WF' else 1 for c in text)


def padded(text, columns):
    return text + ' ' * (columns - width(text))


def grid(table):
    """Rows of one length: cells that span columns or rows leave empty ones."""
    rows, taken = [], {}
    depth = 0
    for line in table.lines:
        row, column = [], 0
        cells = list(line.cells)
        if line.kind == 'row' and table.label_columns > 1:
            names = [g[0] for g in line.groups]
            row = [''] * (line.depth - 1 - len(names)) + names + [cells[0].text]
            row += [''] * (table.label_columns - len(row))
            cells, column = cells[1:], len(row)
        elif line.kind == 'row' and line.groups:
            rows += [[name] for name, _ in line.groups]
        for c in cells:
            while (len(rows), column) in taken:
                row.append('')
                column += 1
            row += [c.text] + [''] * (c.colspan - 1)
            for below in range(1, c.rowspan):
                taken.update({(len(rows) + below, column + i): True for i in range(c.colspan)})
            column += c.colspan
        rows.append(row)
    columns = max(map(len, rows))
    return [row + [''] * (columns - len(row)) for row in rows]


def ruled(table, header=False):
    rows = grid(table)
    widths = [max(3, *(width(row[i]) for row in rows)) for i in range(len(rows[0]))]
    ruler = '  ' + ' '.join('-' * w for w in widths)
    lines = ['  ' + ' '.join(padded(t, w) for t, w in zip(row, widths)).rstrip() for row in rows]
    if header:
        return '\n'.join([lines[0], ruler] + lines[1:] + [ruler])
    return '\n'.join([ruler] + lines + [ruler])


def framed(table, rng, every_row=True):
    rows = grid(table)
    narrow = [max(6, *(min(24, width(row[i])) for row in rows)) for i in range(len(rows[0]))]
    wide = [max(6, *(width(row[i]) for row in rows)) for i in range(len(rows[0]))]
    widths = narrow if every_row else wide
    border = '+' + '+'.join('-' * (w + 2) for w in widths) + '+'
    out = [border]
    for number, row in enumerate(rows):
        cells = [wrapped(t, w) for t, w in zip(row, widths)]
        for i in range(max(map(len, cells))):
            out.append('| ' + ' | '.join(padded(c[i] if i < len(c) else '', w) for c, w in zip(cells, widths)) + ' |')
        if every_row or number == 0 or number + 1 == len(rows):
            out.append(border)
    return '\n'.join(out)


def wrapped(text, columns):
    parts, part = [], ''
    for c in text:
        if width(part + c) > columns:
            parts.append(part)
            part = ''
        part += c
    return parts + [part]


@kind()
def ruled_by_dashes(case, rng):
    blank_zeros(case, rng)
    header = rng.random() < 0.5
    suffix, text = text_of(case, lambda t: ruled(t, header))
    return rng.choice(['.txt', '.md']), text


@kind()
def framed_by_dashes(case, rng):
    blank_zeros(case, rng)
    every_row = rng.random() < 0.7
    suffix, text = text_of(case, lambda t: framed(t, rng, every_row))
    return rng.choice(['.txt', '.md']), text
