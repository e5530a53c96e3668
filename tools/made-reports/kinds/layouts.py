"""Reports as files: (suffix, text)."""
import pages


def text_of(case, body, join='\n\n'):
    return '.txt', pages.around(case, [body(t) for t in case.tables], join)


def html_of(case, extra=None, navigation=''):
    return '.html', pages.page(case, [pages.html_table(t, extra) for t in case.tables], navigation)


def anyhow(case, rng):
    """A layout in which all cells are still told apart."""
    way = rng.choice(['html', 'tabs', 'pipes', 'markdown', 'aligned'])
    if way == 'html':
        return html_of(case)
    if way == 'tabs':
        return text_of(case, lambda t: pages.lines(t, '\t'))
    if way == 'aligned':
        return text_of(case, lambda t: pages.aligned(t, rng))
    return '.md', pages.around(case, [pages.pipes(t, 'columns', way == 'markdown') for t in case.tables])
