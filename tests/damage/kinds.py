"""Ways in which reports are damaged. A kind changes the case and its truth and returns a file: (suffix, text).

Those of `@kind(recoverable=False)` lose what nothing brings back: there it only counts that nothing is wrong in silence.
"""
import pages
from tables import Cell, Line

KINDS = {}


def kind(recoverable=True):
    def register(function):
        KINDS[function.__name__] = (function, recoverable)
        return function
    return register


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


# --- borders ------------------------------------------------------------------------------------------------


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


@kind()
def labels_glued_to_figures(case, rng):
    return text_of(case, lambda t: pages.lines(glue_labels(t), ' '))


@kind(recoverable=False)
def spaces_lost_on_one_line(case, rng):
    """Some of the blanks between cells are lost."""
    text = '\n'.join(pages.lines(t, ' ') for t in case.tables)
    body = ''.join('' if c == ' ' and rng.random() < 0.3 else c for c in text).replace('\n', '')
    return '.txt', pages.around(case, [body] + [''] * (len(case.tables) - 1))


# --- figures that are blank ---------------------------------------------------------------------------------


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
    for key, value in case.truth.cells.items():
        if value is None:
            case.truth.optional.add(key)
    return text_of(case, lambda t: pages.lines(t, '\t', rng.choice(['inline', 'lines'])))


def zeros(case):
    return [c for c in case.figures() if c.text == '0']


def blank_zeros(case, rng):
    share = rng.choice([0.3, 0.8, 1])
    for c in zeros(case):
        if rng.random() < share:
            c.text = ''
            case.truth.cells[c.key] = None


def dash_zeros(case, rng):
    mark = rng.choice(['—', '——', '/', '-', '－'])
    for c in zeros(case):
        if rng.random() < 0.7:
            c.text = mark
            case.truth.cells[c.key] = None


def lose_blanks(case):
    for key, value in list(case.truth.cells.items()):
        if value is None:
            case.truth.optional.add(key)


def glue_labels(table):
    for line in table.lines:
        if line.kind == 'row' and len(line.cells) > 1 and line.cells[0].kind == 'label':
            line.cells[0].text += line.cells[1].text
            del line.cells[1]
    return table


# --- labels -------------------------------------------------------------------------------------------------

TRADITIONAL = str.maketrans('务开关国纪书诉讼议复经济贸组织审结维护权办处数据总计规发现项请内机当传网络报无补证举责继续转类专员费办',
                            '務開關國紀書訴訟議復經濟貿組織審結維護權辦處數據總計規發現項請內機當傳網絡報無補證舉責繼續轉類專員費辦')
READINGS = {'涉': '涉（shè）', '纠': '纠（jiū）', '属': '属（shǔ）', '讼': '讼（sòng）', '据': '据（jù）', '掌': '掌（zhǎng）'}


def labels(case):
    return [c for t in case.tables for l in t.lines if l.kind == 'row' for c in l.cells if c.kind == 'label' and c.text]


def all_labels(case):
    """Of rows, groups and header cells; groups are (label, span)."""
    for table in case.tables:
        for line in table.lines:
            yield from (c for c in line.cells if c.kind in ('label', 'head'))


def change_groups(case, change):
    for table in case.tables:
        for line in table.lines:
            line.groups = [(change(name), span) for name, span in line.groups]


@kind()
def traditional_characters(case, rng):
    change = lambda text: text.translate(TRADITIONAL)
    for c in all_labels(case):
        c.text = change(c.text)
    change_groups(case, change)
    return anyhow(case, rng)


@kind()
def readings_in_brackets(case, rng):
    def change(text):
        return ''.join(READINGS.get(ch, ch) for ch in text)
    for c in all_labels(case):
        c.text = change(c.text)
    change_groups(case, change)
    return anyhow(case, rng)


@kind()
def characters_dropped(case, rng):
    for c in labels(case):
        if len(c.text) > 7 and rng.random() < 0.5:
            at = rng.randint(3, len(c.text) - 2)
            c.text = c.text[:at] + c.text[at + 1:]
    return anyhow(case, rng)


def numbering_end(text):
    for end, ch in enumerate(text[:6]):
        if ch in '.、）':
            return end + 1
    return 0


@kind()
def numbering_lost(case, rng):
    for c in labels(case):
        c.text = c.text[numbering_end(c.text):]
    return anyhow(case, rng)


@kind()
def numbering_changed(case, rng):
    for c in labels(case):
        if c.text[1:2] == '.':
            c.text = c.text[0] + rng.choice(['、', '．', '. ', ' ']) + c.text[2:]
    return anyhow(case, rng)


@kind(recoverable=False)
def labels_cut_at_the_right(case, rng):
    for c in labels(case):
        if len(c.text) > 8:
            c.text = c.text[:rng.randint(6, len(c.text) - 1)]
    return anyhow(case, rng)


@kind(recoverable=False)
def labels_cut_at_the_left(case, rng):
    for c in labels(case):
        if len(c.text) > 8:
            c.text = c.text[-rng.randint(6, len(c.text) - 1):]
    return anyhow(case, rng)


SHORT = {'1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请': '1.逾期不补正',
         '2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请': '2.逾期不缴费',
         '5.要求行政机关确认或重新出具已获取信息': '5.要求确认或重新出具',
         '（二）部分公开（区分处理的，只计这一情形，不计其他情形）': '（二）部分公开',
         '（一）主动公开政府信息数（不同渠道和方式公开相同信息计1条）': '（一）主动公开政府信息数',
         '（一）回应公众关注热点或重大舆情数（不同方式回应同一热点或舆情计1次）': '（一）回应公众关注热点或重大舆情数'}


@kind()
def labels_reduced(case, rng):
    for c in labels(case):
        c.text = SHORT.get(c.text, c.text)
    return anyhow(case, rng)


@kind()
def labels_spaced(case, rng):
    for c in labels(case):
        at = rng.randint(1, len(c.text))
        c.text = c.text[:at] + rng.choice([' ', '　', '  ']) + c.text[at:]
    return html_of(case)


# --- rows ---------------------------------------------------------------------------------------------------


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
    import copy
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


# --- columns ------------------------------------------------------------------------------------------------


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


# --- cells --------------------------------------------------------------------------------------------------

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
