"""A report as tables of cells, before anything happens to it."""
import copy
import dataclasses

from forms import Key


@dataclasses.dataclass
class Cell:
    text: str
    kind: str = 'label'  # label, head, unit, figure
    key: Key = None
    colspan: int = 1
    rowspan: int = 1


@dataclasses.dataclass
class Line:
    """A row of a table: labels of groups that begin here, its own label, its unit and figures."""
    kind: str  # heading, head, row, note
    cells: list = dataclasses.field(default_factory=list)
    groups: list = dataclasses.field(default_factory=list)  # (label, rows it spans)
    depth: int = 0


@dataclasses.dataclass
class Table:
    id: str
    lines: list = dataclasses.field(default_factory=list)
    caption: str = ''
    label_columns: int = 1


CORNERS = {'table-2': '信息内容', 'table-3': '（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）'}
HEADS = {'legacy-2018': ('统计指标', '单位'), 'fujian-legacy': ('指标名称', '计量单位')}


def header_lines(block, corner, unit_head, label_columns):
    """The header of a block: a line for each level of its columns."""
    levels = max(len(path) for path in block.columns)
    lines = []
    for level in range(levels):
        line = Line('head')
        if level == 0 and corner:
            line.cells.append(Cell(corner, 'head', colspan=label_columns, rowspan=levels))
        if level == 0 and unit_head:
            line.cells.append(Cell(unit_head, 'head', rowspan=levels))
        last = None
        for path in block.columns:
            if len(path) <= level:
                continue
            if last == path[:level + 1] and level + 1 < len(path):
                line.cells[-1].colspan += 1
                continue
            last = path[:level + 1]
            leaf = level + 1 == len(path)
            line.cells.append(Cell(path[level], 'head', rowspan=levels - level if leaf else 1))
        lines.append(line)
    return lines


def row_lines(block, values, skipped, units, blank_row_label):
    lines, open_path = [], []
    kept = [row for row in block.rows if not any(k in skipped for k in row.keys)]
    owners = {tuple(row.path) for row in kept}
    for row in kept:
        line = Line('row', depth=len(row.path))
        for depth in range(1, len(row.path)):
            part = row.path[:depth]
            if open_path[:depth] != part and tuple(part) not in owners:
                span = sum(1 for r in kept if r.path[:depth] == part)
                line.groups.append((part[-1], span))
        open_path = row.path
        if row.path or blank_row_label:
            line.cells.append(Cell(row.path[-1] if row.path else ''))
        if units:
            line.cells.append(Cell(row.unit, 'unit'))
        for key in row.keys:
            line.cells.append(Cell('' if key is None else str(values[key]), 'figure', key))
        lines.append(line)
    return lines


def tables_of(format_id, forms, figures):
    tables = []
    corner, unit_head = HEADS.get(format_id, (None, None))
    for form in forms:
        table = Table(form.id)
        for block in form.blocks:
            if block.heading:
                table.lines.append(Line('heading', [Cell(block.heading, 'head', colspan=len(block.columns) + 1)]))
            table.label_columns = 3 if form.id == 'table-3' else 1
            own = corner or (CORNERS.get(form.id) if block.rows[0].path else None)
            table.lines += header_lines(block, own, unit_head, table.label_columns)
            table.lines += row_lines(block, figures.values, figures.skipped, unit_head is not None, False)
        tables.append(table)
    return tables


@dataclasses.dataclass
class Truth:
    """What a reader must find: texts of figures by meaning (None: blank)."""
    cells: dict = dataclasses.field(default_factory=dict)
    optional: set = dataclasses.field(default_factory=set)  # need not be found, but must not be wrong
    doubtful: set = dataclasses.field(default_factory=set)  # damaged values: right if they are doubted


@dataclasses.dataclass
class Case:
    """A report to be damaged, and what it truly says."""
    format: str
    place: str
    year: int
    tables: list
    truth: Truth

    def figures(self):
        return [c for t in self.tables for l in t.lines for c in l.cells if c.kind == 'figure' and c.key]

    def copy(self):
        return copy.deepcopy(self)
