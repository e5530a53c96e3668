"""Figures printed as no program would, broken, swapped or shifted."""
import pages

from .layouts import anyhow, html_of
from .registry import kind
from .rows import places_of_rows

CHINESE = '〇一二三四五六七八九'


def full_width(text):
    return ''.join(chr(ord(c) + 0xFEE0) if '!' <= c <= '~' else c for c in text)


def as_printed(c, rng, unit):
    """The same figure, printed as no program would."""
    text = c.text
    ways = [full_width(text), text + '（其中修订0件）']
    if unit:
        ways += [text + unit, f'{text}（{unit}）', f'{text} {unit}']
    if text.isdigit() and int(text) > 999:
        ways += [f'{int(text):,}', f'{int(text):,}'.replace(',', '，')]
    if text.isdigit() and int(text) < 10 and rng.random() < 0.2:
        ways.append(CHINESE[int(text)])
    if text == '0':
        ways.append('无')
    if text.isdigit() and c.key.concept.endswith('items_change'):
        ways.append('+' + text)
    return rng.choice(ways)


@kind()
def cells_in_words(case, rng):
    for table in case.tables:
        for line in table.lines:
            unit = next((c.text for c in line.cells if c.kind == 'unit'), '')
            for c in line.cells:
                if c.kind == 'figure' and c.text and rng.random() < 0.2:
                    c.text = as_printed(c, rng, unit)
    if rng.random() < 0.5:
        return html_of(case)
    return '.md', pages.around(case, [pages.pipes(t, 'columns', True) for t in case.tables])


@kind(recoverable=False)
def blank_inside_figures(case, rng):
    """12 06 for 1206: it may be two figures."""
    for c in case.figures():
        if len(c.text) > 2 and c.text.isdigit() and rng.random() < 0.3:
            at = rng.randint(1, len(c.text) - 1)
            c.text = c.text[:at] + ' ' + c.text[at:]
            case.truth.doubtful.add(c.key)
    return html_of(case)


@kind(recoverable=False)
def values_swapped(case, rng):
    """Two figures of a row or a column change places: the truth is what is printed, and it must be doubted."""
    rows = [l for _, l in places_of_rows(case)]
    line = rng.choice(rows)
    cells = [c for c in line.cells if c.kind == 'figure' and c.key]
    if len(cells) < 2:
        return anyhow(case, rng)
    a, b = rng.sample(cells, 2)
    a.text, b.text = b.text, a.text
    for c in (a, b):
        case.truth.cells[c.key] = c.text
    return anyhow(case, rng)


@kind(recoverable=False)
def values_shifted(case, rng):
    """A row's figures stand one column too far to the left; the last cell is blank."""
    rows = [l for t, l in places_of_rows(case) if t.id == 'table-3' and any(c.text != '0' for c in l.cells[1:])]
    if rows:
        line = rng.choice(rows)
        cells = [c for c in line.cells if c.kind == 'figure']
        for c, later in zip(cells, cells[1:]):
            c.text = later.text
        cells[-1].text = ''
        for c in cells:
            case.truth.doubtful.add(c.key)
    return html_of(case)
