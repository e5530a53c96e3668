"""Tables as programs that dump a page's text leave them: labels in pieces, empty cells without a trace."""
import pages

from .layouts import text_of
from .registry import kind
from .zeros import blank_zeros, lose_blanks


def pieces(label, width):
    return [label[i:i + width] for i in range(0, len(label), width)]


@kind()
def labels_in_pieces(case, rng):
    """Narrow columns of labels: a piece to a line, the figures beside the middle one."""
    width = rng.randint(6, 8)
    between = rng.choice(['\n', '\n\n'])

    def body(table):
        out = []
        for row in pages.flat(table, 'lines'):
            parts = pieces(row[0], width) if len(row) > 1 and table.id == 'table-3' else [row[0]]
            figures = ''.join(' ' + t.rjust(8 - sum(ord(c) > 255 for c in t)) for t in row[1:])
            for i, part in enumerate(parts):
                middle = i == len(parts) // 2
                out.append('  ' + part + (' ' * (24 - 2 * len(part)) + figures if middle and figures else ''))
        return between.join(out)
    return text_of(case, body)


@kind(recoverable=False)
def empty_cells_left_out(case, rng):
    """Cells of a line with blanks between them; nothing is left of an empty one."""
    blank_zeros(case, rng)
    lose_blanks(case)
    separator = rng.choice([' ', '  ', '    ', '　'])
    return text_of(case, lambda t: pages.lines(t, separator, 'inline', drop_blanks=True))


@kind(recoverable=False)
def empty_cells_are_blanks(case, rng):
    """Of an empty cell the blanks are left that stood on both sides of it."""
    blank_zeros(case, rng)
    lose_blanks(case)
    separator = rng.choice([' ', '  ', '    ', '　'])
    return text_of(case, lambda t: pages.lines(t, separator, 'inline'))


@kind()
def empty_cells_between_pipes(case, rng):
    blank_zeros(case, rng)
    return '.txt', pages.around(case, [pages.pipes(t, 'inline', outer=False).replace(' | ', '|') for t in case.tables])
