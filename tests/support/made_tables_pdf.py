"""Made tables (tests/containers/made_tables.py) as PDF: drawn with their lines, or without lines and told by a
structure tree."""
import make_pdf

COLUMN, ROW, MARGIN, SIZE = 64, 24, 30, 8
make_pdf.WIDTH, make_pdf.HEIGHT = 1500, 1000


class Drawing:
    """Pages that fill up from top to bottom."""

    def __init__(self, tagged):
        self.tagged, self.pages, self.y, self.marks, self.tree = tagged, [], 0, 0, []
        self.new_page()

    def new_page(self):
        self.pages.append(make_pdf.Page())
        self.y = MARGIN

    def text(self, x, y, text, content=None):
        """Writes a text; in a tagged file it becomes part of the content, or of none."""
        mark = None
        if self.tagged and content is not None:
            mark = self.marks
            self.marks += 1
            content.append((len(self.pages) - 1, mark))
        self.pages[-1].text(x, y, text, SIZE, mark=mark)

    def box(self, left, top, right, bottom):
        for line in ((left, top, right, top), (left, bottom, right, bottom), (left, top, left, bottom), (right, top, right, bottom)):
            self.pages[-1].line(*line)


class Layout:
    """Where the columns and rows of a table stand, room for the tables in its cells included."""

    def __init__(self, table):
        self.table = table
        self.widths, self.heights = [COLUMN] * table.columns, [ROW] * table.rows
        for cell in table.cells:
            if cell.inner:
                inner = Layout(cell.inner)
                self.widths[cell.column - 1] = sum(inner.widths) + 2 * SIZE
                self.heights[cell.row - 1] = sum(inner.heights) + ROW + SIZE

    def x(self, column):
        return sum(self.widths[:column - 1])

    def height(self, first, last):
        return sum(self.heights[first - 1:last])


def break_after(table):
    """The row after which the page ends: one that cuts no cell, or nothing."""
    if table.shape != 'pages':
        return None
    rows = [row for row in range(2, table.rows)
            if not any(cell.row <= row < cell.row + cell.rowspan - 1 for cell in table.cells)]
    return rows[len(rows) // 2] if rows else None


def draw(drawing, table, left, top):
    """The table from this corner on; its element of the structure tree."""
    layout = Layout(table)
    end = break_after(table)
    contents = {id(cell): [] for cell in table.cells}

    def draw_rows(rows, top, repeated=False):
        for cell in table.cells:
            if cell.row not in rows:
                continue
            x, y = left + layout.x(cell.column), top + layout.height(rows[0], cell.row - 1)
            right = left + layout.x(cell.column + cell.colspan)
            if table.shape != 'no-lines' and not drawing.tagged:
                drawing.box(x, y, right, y + layout.height(cell.row, cell.row + cell.rowspan - 1))
            if cell.text:
                drawing.text(x + 6, y + 16, cell.text, None if repeated else contents[id(cell)])
            if cell.inner:
                contents[id(cell)].append(draw(drawing, cell.inner, x + 6, y + ROW))
        return top + layout.height(rows[0], rows[-1])

    if end:
        draw_rows(range(1, end + 1), top)
        drawing.new_page()
        top = draw_rows(range(1, 2), drawing.y, repeated=True)
        drawing.y = draw_rows(range(end + 1, table.rows + 1), top)
    else:
        drawing.y = draw_rows(range(1, table.rows + 1), top)
    rows = [make_pdf.Element('TR', cells_of(table, row, contents)) for row in range(1, table.rows + 1)]
    return make_pdf.Element('Table', rows)


def cells_of(table, row, contents):
    """The elements of a row; what begins late has empty cells before it."""
    covered = table.covered()
    elements = []
    for column in range(1, table.columns + 1):
        cell = covered.get((row, column))
        if cell is None and any((row, later) in covered for later in range(column, table.columns + 1)):
            elements.append(make_pdf.Element('TD', []))
        elif cell is not None and (cell.row, cell.column) == (row, column):
            elements.append(make_pdf.Element('TD', contents[id(cell)], cell.rowspan, cell.colspan))
    return elements


def make(tables, tagged):
    drawing = Drawing(tagged)
    for number, table in enumerate(tables):
        glued = table.shape == 'glued' and number % 2 == 1
        height = sum(Layout(table).heights)
        if drawing.y + height + 3 * ROW > make_pdf.HEIGHT - MARGIN:
            drawing.new_page()
        if not glued:
            drawing.y += 2 * ROW
            # In words: lines at the top of pages that differ in a figure alone are taken for running heads.
            drawing.text(MARGIN, drawing.y, '表组' + ''.join('〇一二三四五六七八九'[int(digit)] for digit in str(number)))
            drawing.y += ROW
        drawing.tree.append(draw(drawing, table, MARGIN, drawing.y + SIZE))
    tree = make_pdf.Element('Document', drawing.tree) if tagged else None
    return make_pdf.pdf(drawing.pages, tree=tree)


def write(tables, path):
    path.write_bytes(make(tables, False))


def write_tagged(tables, path):
    path.write_bytes(make(tables, True))
