#!/usr/bin/env python3
"""Made tables of every shape, in docx, html, xlsx, pdf and tagged pdf: each cell is read at its true place, or a diagnostic says why not.

    made_tables.py NIANBAO [--keep FOLDER]

Shapes: spans, blanks, nested tables, pages that break, glued neighbours, no lines, rows that begin late, ragged rows. The
same seed makes the same tables. --keep leaves the files in FOLDER to be looked at.
"""
import html
import json
import pathlib
import random
import subprocess
import sys
import tempfile
import zipfile

sys.path.insert(0, str(pathlib.Path(__file__).resolve().parents[1] / 'support'))
import made_tables_pdf

program = pathlib.Path(sys.argv[1]).resolve()
SEED = 20240131
SHAPES = {'spans': 18, 'blanks': 10, 'nested': 6, 'pages': 6, 'glued': 8, 'no-lines': 8, 'late': 8, 'ragged': 8}


class Cell:
    def __init__(self, row, column, rowspan, colspan, text, inner=None):
        self.row, self.column, self.rowspan, self.colspan = row, column, rowspan, colspan
        self.text, self.inner = text, inner

    def key(self):
        return self.row, self.column, self.rowspan, self.colspan, self.text


class Table:
    """Cells by their places, from 1. Positions that no cell covers are those the file has no cell for."""

    def __init__(self, shape, rows, columns, cells):
        self.shape, self.rows, self.columns, self.cells = shape, rows, columns, cells

    def at(self, row):
        return sorted((c for c in self.cells if c.row == row), key=lambda c: c.column)

    def covered(self):
        return {(r, c): cell for cell in self.cells for r in range(cell.row, cell.row + cell.rowspan)
                for c in range(cell.column, cell.column + cell.colspan)}


def make(shape, rng, number):
    rows, columns = rng.randint(3, 8), rng.randint(3, 9)
    free = {(r, c) for r in range(1, rows + 1) for c in range(1, columns + 1)}
    cells = []

    def put(row, column, rowspan, colspan):
        for place in [(r, c) for r in range(row, row + rowspan) for c in range(column, column + colspan)]:
            free.discard(place)
        blank = shape == 'blanks' and row > 1 and column > 1 and rng.random() < 0.5
        words = f'{number}-{row}.{column}' if rng.random() < 0.7 else f'第{row}行第{column}列甲'
        cells.append(Cell(row, column, rowspan, colspan, '' if blank else words))

    merges = 0 if shape in ('late', 'ragged', 'no-lines') else rng.randint(1, 5)
    for _ in range(merges):  # the first row and column stay whole: they tell all columns and rows apart
        row, column = rng.randint(2, rows), rng.randint(2, columns)
        rowspan, colspan = rng.randint(1, min(3, rows - row + 1)), rng.randint(1, min(4, columns - column + 1))
        wanted = {(r, c) for r in range(row, row + rowspan) for c in range(column, column + colspan)}
        if wanted <= free:
            put(row, column, rowspan, colspan)
    if shape in ('late', 'ragged'):
        for row in rng.sample(range(2, rows + 1), rng.randint(1, rows - 1)):
            gone = rng.randint(1, columns - 2)
            free -= {(row, c if shape == 'late' else columns + 1 - c) for c in range(1, gone + 1)}
    for row, column in sorted(free):
        put(row, column, 1, 1)
    cells.sort(key=lambda c: (c.row, c.column))
    if shape == 'nested':
        host = rng.choice([c for c in cells if c.row > 1 and c.column > 1])
        host.inner = make('spans', rng, f'{number}n')
    return Table(shape, rows, columns, cells)


def make_all():
    rng = random.Random(SEED)
    return [make(shape, rng, f'{shape[0]}{i}') for shape, count in SHAPES.items() for i in range(count)]


# docx

def docx_paragraph(text):
    return f'<w:p><w:r><w:t>{html.escape(text)}</w:t></w:r></w:p>'


def docx_cell(cell, width, part, page_break=False):
    merge = {'whole': '', 'begins': '<w:vMerge w:val="restart"/>', 'goes-on': '<w:vMerge/>'}[part]
    span = f'<w:gridSpan w:val="{width}"/>' if width > 1 else ''
    shown = part != 'goes-on'
    inner = docx_table(cell.inner) if shown and cell.inner else ''
    mark = '<w:r><w:lastRenderedPageBreak/></w:r>' if page_break else ''
    text = f'<w:p>{mark}<w:r><w:t>{html.escape(cell.text) if shown else ""}</w:t></w:r></w:p>'
    return f'<w:tc><w:tcPr>{span}{merge}</w:tcPr>{inner}{text}</w:tc>'


def docx_table(table):
    borders = '' if table.shape == 'no-lines' else ''.join(
        f'<w:{side} w:val="single" w:sz="4"/>' for side in ('top', 'left', 'bottom', 'right', 'insideH', 'insideV'))
    xml = f'<w:tbl><w:tblPr><w:tblBorders>{borders}</w:tblBorders></w:tblPr><w:tblGrid>'
    xml += '<w:gridCol w:w="900"/>' * table.columns + '</w:tblGrid>'
    covered = table.covered()
    for row in range(1, table.rows + 1):
        here = [c for c in range(1, table.columns + 1) if (row, c) in covered]
        before = (here[0] if here else table.columns + 1) - 1
        after = table.columns - here[-1] if here else 0
        properties = f'<w:gridBefore w:val="{before}"/>' if before else ''
        properties += f'<w:gridAfter w:val="{after}"/>' if after and table.shape == 'late' else ''
        properties += '<w:tblHeader/>' if table.shape == 'pages' and row == 1 else ''
        xml += f'<w:tr><w:trPr>{properties}</w:trPr>'
        done = set()
        for column in here:
            cell = covered[row, column]
            if id(cell) not in done:
                done.add(id(cell))
                part = 'whole' if cell.rowspan == 1 else 'begins' if cell.row == row else 'goes-on'
                xml += docx_cell(cell, cell.colspan, part, table.shape == 'pages' and row == table.rows // 2 + 1)
        xml += '</w:tr>'
    return xml + '</w:tbl>'


def write_docx(tables, path):
    body = ''
    for number, table in enumerate(tables):
        # Of glued neighbours, the second has no paragraph before it.
        glued = table.shape == 'glued' and number % 2 == 1
        body += ('' if glued else docx_paragraph(f'表组{number}')) + docx_table(table)
    main = ('<?xml version="1.0" encoding="UTF-8"?><w:document '
            'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>' + body +
            '</w:body></w:document>')
    office = 'http://schemas.openxmlformats.org/'
    with zipfile.ZipFile(path, 'w') as package:
        package.writestr('[Content_Types].xml', f'<Types xmlns="{office}package/2006/content-types"/>')
        package.writestr('_rels/.rels', f'<Relationships xmlns="{office}package/2006/relationships"><Relationship Id="a" '
                         f'Type="{office}officeDocument/2006/relationships/officeDocument" Target="word/document.xml"/>'
                         '</Relationships>')
        package.writestr('word/document.xml', main)


# html

def html_table(table):
    lines = '' if table.shape == 'no-lines' else ' border="1"'
    out = f'<table{lines}>'
    covered = table.covered()
    for row in range(1, table.rows + 1):
        out += '<tr>'
        cells = table.at(row)
        if table.shape == 'late':  # a page has no way to begin late but a blank cell
            out += '<td></td>' * next((c - 1 for c in range(1, table.columns + 1) if (row, c) in covered), 0)
        for cell in cells:
            spans = f' rowspan="{cell.rowspan}"' * (cell.rowspan > 1) + f' colspan={cell.colspan}' * (cell.colspan > 1)
            inner = html_table(cell.inner) if cell.inner else ''
            out += f'<td{spans}>{html.escape(cell.text)}{inner}</td>'
        out += '</tr>'
    return out + '</table>'


def write_html(tables, path):
    body = ''
    for number, table in enumerate(tables):
        glued = table.shape == 'glued' and number % 2 == 1
        body += ('' if glued else f'<p>表组{number}</p>') + html_table(table)
    path.write_text('<!DOCTYPE html><html><head><meta charset="utf-8"></head><body>' + body + '</body></html>', 'utf-8')


# xlsx

def place_name(row, column):
    letters = ''
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f'{letters}{row}'


def xlsx_sheet(table):
    covered, merges, rows = table.covered(), [], ''
    style = '' if table.shape == 'no-lines' else ' s="1"'
    for row in range(1, table.rows + 1):
        rows += f'<row r="{row}">'
        for column in range(1, table.columns + 1):
            cell = covered.get((row, column))
            if cell is None:
                continue
            first = (cell.row, cell.column) == (row, column)
            text = f' t="inlineStr"><is><t>{html.escape(cell.text)}</t></is></c>' if first and cell.text else '/>'
            rows += f'<c r="{place_name(row, column)}"{style}{text}'
            if first and cell.rowspan * cell.colspan > 1:
                last = place_name(row + cell.rowspan - 1, column + cell.colspan - 1)
                merges.append(f'<mergeCell ref="{place_name(row, column)}:{last}"/>')
        rows += '</row>'
    merged = f'<mergeCells>{"".join(merges)}</mergeCells>' if merges else ''
    return f'<sheetData>{rows}</sheetData>{merged}'


def write_xlsx(tables, path):
    main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    office = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    package_names = 'http://schemas.openxmlformats.org/package/2006/'
    sheets = links = ''
    side = ''.join(f'<{name} style="thin"/>' for name in ('left', 'right', 'top', 'bottom'))
    with zipfile.ZipFile(path, 'w') as package:
        package.writestr('[Content_Types].xml', f'<Types xmlns="{package_names}content-types"/>')
        package.writestr('_rels/.rels', f'<Relationships xmlns="{package_names}relationships"><Relationship Id="a" '
                         f'Type="{office}/officeDocument" Target="xl/workbook.xml"/></Relationships>')
        for number, table in enumerate(tables):
            sheets += f'<sheet name="表组{number}" sheetId="{number + 1}" r:id="r{number}"/>'
            links += f'<Relationship Id="r{number}" Type="{office}/worksheet" Target="worksheets/s{number}.xml"/>'
            package.writestr(f'xl/worksheets/s{number}.xml', f'<worksheet xmlns="{main}">{xlsx_sheet(table)}</worksheet>')
        links += f'<Relationship Id="styles" Type="{office}/styles" Target="styles.xml"/>'
        package.writestr('xl/styles.xml', f'<styleSheet xmlns="{main}"><fonts><font/></fonts><fills><fill/></fills><borders>'
                         f'<border/><border>{side}</border></borders><cellXfs><xf/><xf borderId="1" applyBorder="1"/></cellXfs>'
                         '</styleSheet>')
        package.writestr('xl/workbook.xml', f'<workbook xmlns="{main}" xmlns:r="{office}"><sheets>{sheets}</sheets></workbook>')
        package.writestr('xl/_rels/workbook.xml.rels', f'<Relationships xmlns="{package_names}relationships">{links}'
                         '</Relationships>')


# reading

def compare(table, found, where, faults):
    """Cells that are not where they were made, columns that are not there, texts that nobody wrote."""
    covered = table.covered()
    if (found['rows'], found['columns']) != (table.rows, table.columns):
        faults.append(f'{where}: {found["rows"]}x{found["columns"]} instead of {table.rows}x{table.columns}')
        return
    read = {(c['row'], c['column']): c for c in found['cells']}
    for cell in table.cells:
        got = read.pop((cell.row, cell.column), None)
        key = got and (got['row'], got['column'], got['rowspan'], got['colspan'], got['text'])
        if key != cell.key():
            faults.append(f'{where}: {key} instead of {cell.key()}')
        elif cell.inner:
            inner = [b for b in got.get('blocks', []) if b['type'] == 'table']
            if len(inner) != 1:
                faults.append(f'{where}: no table inside {cell.key()}')
            else:
                compare(cell.inner, inner[0], f'{where} inside', faults)
    for place, cell in read.items():
        if place in covered or cell['text']:
            faults.append(f'{where}: a cell at {place} that was not made: {cell}')


def tables_of(path):
    done = subprocess.run([program, 'inspect', '--document', '--as', 'json', path], capture_output=True, text=True, timeout=120,
                          check=False)
    if done.returncode != 0:
        sys.exit(f'{path}: {done.stderr}')
    blocks = json.loads(done.stdout)['blocks']
    return [block for block in blocks if block['type'] == 'table'], done.stderr


def check(path, tables):
    found, said = tables_of(path)
    if len(found) != len(tables):
        return [f'{path.name}: {len(found)} tables instead of {len(tables)}']
    faults = []
    for number, (table, one) in enumerate(zip(tables, found)):
        compare(table, one, f'{path.name} table {number} ({table.shape})', faults)
    if said and not faults:
        faults.append(f'{path.name}: said without need: {said}')
    return faults


def main():
    tables = make_all()
    sheets = [table for table in tables if table.shape not in ('nested',)]
    with tempfile.TemporaryDirectory() as scratch:
        folder = pathlib.Path(sys.argv[3] if sys.argv[2:3] == ['--keep'] else scratch)
        faults, cells = [], 0
        for write, name, made in ((write_docx, 'made.docx', tables), (write_html, 'made.html', tables),
                                  (write_xlsx, 'made.xlsx', sheets), (made_tables_pdf.write, 'made.pdf', tables),
                                  (made_tables_pdf.write_tagged, 'tagged.pdf', tables)):
            write(made, folder / name)
            faults += check(folder / name, made)
            cells += sum(len(table.cells) for table in made)
    print('\n'.join(faults))
    print(f'{len(tables)} tables, {cells} cells in five files: {len(faults)} faults')
    sys.exit(1 if faults else 0)


main()
