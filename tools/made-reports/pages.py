"""Reports as files: the ways in which their tables are printed, or in which their borders were lost."""
import html

HEADINGS = {'table-2': '二、主动公开政府信息情况', 'table-3': '三、收到和处理政府信息公开申请情况',
            'table-4': '四、政府信息公开行政复议、行政诉讼情况', 'statistics': '六、政府信息公开情况统计表'}
OPENING = '本报告由{place}依照《中华人民共和国政府信息公开条例》的规定编制，全文由总体情况、存在的问题等部分组成。'
OVERVIEW = '{year}年，{place}认真贯彻落实条例要求，稳步推进政务公开各项工作，公开平台不断完善。'
PROBLEMS = '公开内容与群众期待仍有差距，工作人员业务能力有待提升。下一步将加强培训，规范办理流程。'


def around(case, body, join='\n\n', headings=True):
    """The narrative around the tables; body: one text for each table."""
    parts = [f'{case.place}{case.year}年政府信息公开工作年度报告', OPENING.format(place=case.place), '一、总体情况',
             OVERVIEW.format(place=case.place, year=case.year)]
    if case.tables[0].id == 'statistics':
        parts += ['五、存在的主要问题及改进情况', PROBLEMS, HEADINGS['statistics'], body[0]]
        return join.join(parts)
    for table, text in zip(case.tables, body):
        parts += [HEADINGS[table.id], text]
    return join.join(parts + ['五、存在的主要问题及改进情况', PROBLEMS, '六、其他需要报告的事项', '无其他需要报告的事项。'])


# --- tables as lines of cells -----------------------------------------------------------------------------


def flat(table, groups='lines', head=True):
    """Rows of texts. Labels of groups: lines of their own, in front of the first member's label (`inline`, as
    text pasted from a merged table has them), or in columns of their own (`columns`)."""
    rows = []
    for line in table.lines:
        texts = [c.text for c in line.cells]
        if line.kind != 'row':
            if head or line.kind != 'head':
                rows.append(texts)
            continue
        names = [g[0] for g in line.groups]
        if groups == 'lines':
            rows += [[n] + group_cells(line) for n in names]
            rows.append(texts)
        elif groups == 'inline' or table.label_columns == 1:
            rows.append(names + texts)
        else:
            own = names + texts[:1]
            rows.append([''] * (table.label_columns - len(own)) + own + texts[1:])
    return rows


def group_cells(line):
    """A group has no figures; where a form has a unit column, dashes stand in it."""
    unit = any(c.kind == 'unit' for c in line.cells)
    return ['——'] if unit else []


def lines(table, separator='\t', groups='inline', head=True, drop_blanks=False):
    rows = flat(table, groups, head)
    if drop_blanks:
        rows = [[t for t in row if t] for row in rows]
    return '\n'.join(separator.join(row).rstrip() if separator.isspace() else separator.join(row) for row in rows)


def aligned(table, rng):
    """Columns padded with blanks, labels cut over two lines where they are long."""
    out = []
    for row in flat(table, 'lines'):
        label, rest = row[0], row[1:]
        if not rest:
            out.append(label)
            continue
        if len(label) > 16 and rng.random() < 0.5:
            cut = rng.randint(8, len(label) - 4)
            out.append(label[:cut])
            label = label[cut:]
        out.append(label + ' ' * max(2, 40 - 2 * len(label)) + ''.join(' ' + t.rjust(9 - len([c for c in t if ord(c) > 255]))
                                                                     for t in rest))
    return '\n'.join(out)


def pipes(table, groups='inline', delimiter=False, outer=True):
    rows = flat(table, groups)
    text = []
    for i, row in enumerate(rows):
        line = ' | '.join(row)
        text.append(f'| {line} |' if outer else line)
        if delimiter and i == 0:
            text.append('|' + '---|' * len(row))
    return '\n'.join(text)


def cells_to_lines(table, blanks='', drop_blanks=False, join='\n'):
    out = []
    for row in flat(table, 'inline'):
        out += [t if t else blanks for t in row if t or not drop_blanks]
    return join.join(out)


# --- pages --------------------------------------------------------------------------------------------------


def html_table(table, extra=None):
    """A true table with its spans. extra: (heading, texts of each row) of one more column."""
    out = ['<table border="1">']
    row = -1
    for line in table.lines:
        cells = list(line.cells)
        if line.kind == 'row':
            row += 1
            if table.label_columns == 1:
                out += [f'<tr><td>{html.escape(g)}</td>' + ''.join(f'<td>{t}</td>' for t in group_cells(line)) + '<td></td>'
                        * (len(cells) - 1 - len(group_cells(line))) + '</tr>' for g, _ in line.groups]
            out.append('<tr>' + label_cells(table, line) + ''.join(cell(c) for c in cells if c.kind != 'label')
                       + (f'<td>{extra[1][row % len(extra[1])]}</td>' if extra else '') + '</tr>')
        else:
            first = line.kind == 'head' and line.cells[0].rowspan >= 1 and extra and line.cells[0].kind == 'head'
            tail = f'<th rowspan="{line.cells[0].rowspan}">{extra[0]}</th>' if first and is_top(table, line) else ''
            out.append('<tr>' + ''.join(cell(c) for c in cells) + tail + '</tr>')
    return '\n'.join(out + ['</table>'])


def is_top(table, line):
    at = table.lines.index(line)
    return at == 0 or table.lines[at - 1].kind != 'head'


def cell(c):
    tag = 'th' if c.kind == 'head' else 'td'
    spans = (f' colspan="{c.colspan}"' if c.colspan > 1 else '') + (f' rowspan="{c.rowspan}"' if c.rowspan > 1 else '')
    return f'<{tag}{spans}>{html.escape(c.text)}</{tag}>'


def label_cells(table, line):
    labels = [c for c in line.cells if c.kind == 'label']
    if not labels:
        return ''
    if table.label_columns == 1:
        return cell(labels[0])
    out = [f'<td rowspan="{span}">{html.escape(name)}</td>' for name, span in line.groups]
    width = table.label_columns - (line.depth - 1)
    return ''.join(out) + (f'<td colspan="{width}">' if width > 1 else '<td>') + html.escape(labels[0].text) + '</td>'


def page(case, bodies, navigation=''):
    def paragraphs(text):
        return text if text.startswith('<') else f'<p>{html.escape(text)}</p>'
    text = around(case, bodies, join='\0')
    return ('<!DOCTYPE html><html><head><meta charset="utf-8"><title>政府信息公开年报</title></head><body>' + navigation +
            '\n'.join(paragraphs(part) for part in text.split('\0')) + '</body></html>')
