"""Columns and cells beside those of the form, and what a page puts round its tables."""
import pages
from tables import Cell, Line

from .layouts import html_of, text_of
from .registry import kind


@kind()
def column_of_remarks(case, rng):
    return html_of(case, ('备注', ['', '', '含街道', '']))


@kind()
def column_of_last_year(case, rng):
    return html_of(case, ('上年数', [str(rng.randint(1, 500)) for _ in range(60)]))


@kind()
def column_of_numbers(case, rng):
    for table in case.tables:
        if table.id != 'statistics':
            continue
        number = 0
        for line in table.lines:
            if line.kind == 'head':
                line.cells.insert(0, Cell('序号', 'head'))
            elif line.kind == 'row':
                number += 1
                line.cells.insert(0, Cell(str(number), 'number'))
    if rng.random() < 0.5 or case.tables[0].id != 'statistics':
        return text_of(case, lambda t: pages.lines(t, '\t', 'lines'))
    return '.md', pages.around(case, [pages.pipes(t, 'lines', True) for t in case.tables])


@kind()
def navigation_around(case, rng):
    menu = '<ul>' + ''.join(f'<li><a href="/{i}">{w}</a></li>' for i, w in enumerate(
        ['首页', '政务公开', '政府信息公开年报', '依申请公开', '主动公开情况', '办事服务'])) + '</ul><table><tr><td>浏览次数</td><td>1024</td></tr></table>'
    return html_of(case, navigation=menu)


@kind()
def title_inside(case, rng):
    for table in case.tables:
        table.lines.insert(0, Line('heading', [Cell(pages.HEADINGS[table.id].split('、')[1], 'head', colspan=4)]))
    return html_of(case)
