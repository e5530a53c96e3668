"""Figures that are blank or dashes."""
import pages

from .layouts import anyhow, html_of, text_of
from .registry import kind
from .zeros import blank_zeros, dash_zeros, lose_blanks


@kind()
def blank_cells(case, rng):
    blank_zeros(case, rng)
    return html_of(case) if rng.random() < 0.5 else ('.md', pages.around(case, [pages.pipes(t, 'columns', True) for t in case.tables]))


@kind()
def dashes(case, rng):
    dash_zeros(case, rng)
    return anyhow(case, rng)


@kind()
def blank_cells_behind_tabs(case, rng):
    blank_zeros(case, rng)
    lose_blanks(case)
    return text_of(case, lambda t: pages.lines(t, '\t', rng.choice(['inline', 'lines'])))
