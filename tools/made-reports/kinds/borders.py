"""What stands between cells: borders of all sorts, blanks, line breaks, nothing."""
import pages

from .layouts import html_of, text_of
from .registry import kind
from .zeros import blank_zeros, dash_zeros, lose_blanks


@kind()
def plain_page(case, rng):
    return html_of(case)


@kind()
def markdown_table(case, rng):
    return '.md', pages.around(case, [pages.pipes(t, 'columns', True) for t in case.tables])


@kind()
def pipes_without_delimiter(case, rng):
    groups = rng.choice(['columns', 'inline', 'lines'])
    return rng.choice(['.md', '.txt']), pages.around(case, [pages.pipes(t, groups) for t in case.tables])


@kind()
def pipes_without_edges(case, rng):
    groups = rng.choice(['columns', 'inline', 'lines'])
    return '.txt', pages.around(case, [pages.pipes(t, groups, outer=False) for t in case.tables])


@kind()
def pipes_with_blanks(case, rng):
    blank_zeros(case, rng)
    groups = rng.choice(['columns', 'inline', 'lines'])
    return rng.choice(['.md', '.txt']), pages.around(case, [pages.pipes(t, groups, rng.random() < 0.3) for t in case.tables])


@kind()
def tabs(case, rng):
    groups = rng.choice(['columns', 'inline', 'lines'])
    return text_of(case, lambda t: pages.lines(t, '\t', groups))


@kind()
def single_blanks(case, rng):
    return text_of(case, lambda t: pages.lines(t, ' ', rng.choice(['inline', 'lines']), drop_blanks=True))


@kind()
def full_width_blanks(case, rng):
    return text_of(case, lambda t: pages.lines(t, '　', rng.choice(['inline', 'lines']), drop_blanks=True))


@kind()
def aligned_lines(case, rng):
    return text_of(case, lambda t: pages.aligned(t, rng))


@kind()
def one_cell_to_a_line(case, rng):
    return text_of(case, lambda t: pages.cells_to_lines(t, join=rng.choice(['\n', '\n\n'])))


@kind()
def one_cell_to_a_line_some_dashes(case, rng):
    dash_zeros(case, rng)
    return text_of(case, lambda t: pages.cells_to_lines(t, join=rng.choice(['\n', '\n\n'])))


@kind()
def one_cell_to_a_line_blanks_kept(case, rng):
    """As a word processor saves a table as text: an empty cell is an empty line. One column of figures cannot show it."""
    if case.format.startswith('standard'):
        blank_zeros(case, rng)
    return text_of(case, lambda t: pages.cells_to_lines(t, join=rng.choice(['\n', '\n\n'])))


@kind(recoverable=False)
def one_cell_to_a_line_blanks_lost(case, rng):
    blank_zeros(case, rng)
    lose_blanks(case)
    return text_of(case, lambda t: pages.cells_to_lines(t, drop_blanks=True))


@kind()
def all_on_one_line(case, rng):
    return '.txt', pages.around(case, [pages.lines(t, ' ').replace('\n', ' ') for t in case.tables], ' ')


@kind()
def tables_on_one_line(case, rng):
    return text_of(case, lambda t: pages.lines(t, rng.choice([' ', '　', '\t'])).replace('\n', ' '))


@kind(recoverable=False)
def one_line_blanks_lost(case, rng):
    blank_zeros(case, rng)
    lose_blanks(case)
    return '.txt', pages.around(case, [pages.lines(t, ' ', drop_blanks=True).replace('\n', ' ') for t in case.tables], ' ')


@kind(recoverable=False)
def rows_glued(case, rng):
    """Each row one string: label, unit and digits."""
    return text_of(case, lambda t: pages.lines(t, ''))


@kind(recoverable=False)
def all_glued(case, rng):
    return text_of(case, lambda t: pages.lines(t, '').replace('\n', ''))


def glue_labels(table):
    for line in table.lines:
        if line.kind == 'row' and len(line.cells) > 1 and line.cells[0].kind == 'label':
            line.cells[0].text += line.cells[1].text
            del line.cells[1]
    return table


@kind()
def labels_glued_to_figures(case, rng):
    return text_of(case, lambda t: pages.lines(glue_labels(t), ' '))


@kind(recoverable=False)
def spaces_lost_on_one_line(case, rng):
    """Some of the blanks between cells are lost."""
    text = '\n'.join(pages.lines(t, ' ') for t in case.tables)
    body = ''.join('' if c == ' ' and rng.random() < 0.3 else c for c in text).replace('\n', '')
    return '.txt', pages.around(case, [body] + [''] * (len(case.tables) - 1))
