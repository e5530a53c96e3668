"""What a script by hand does with docx files: paragraphs and tables with their spans, by zipfile and lxml.

    read_docx.py FILE...
"""
import sys
import zipfile

import lxml.etree

W = '{http://schemas.openxmlformats.org/wordprocessingml/2006/main}'


def text(element):
    return ''.join(run.text or '' for run in element.iter(f'{W}t'))


def cells(table):
    """(row, column, colspan, text) of each cell; what a cell above covers is left out."""
    for number, row in enumerate(table.iterchildren(f'{W}tr')):
        column = 0
        for cell in row.iterchildren(f'{W}tc'):
            span, merged = cell.find(f'{W}tcPr/{W}gridSpan'), cell.find(f'{W}tcPr/{W}vMerge')
            width = 1 if span is None else int(span.get(f'{W}val'))
            if merged is None or merged.get(f'{W}val') == 'restart':
                yield number, column, width, text(cell)
            column += width


def read(path):
    with zipfile.ZipFile(path) as package:
        body = lxml.etree.fromstring(package.read('word/document.xml')).find(f'{W}body')
    blocks = []
    for block in body:
        if block.tag == f'{W}p':
            blocks.append(text(block))
        elif block.tag == f'{W}tbl':
            blocks.append(list(cells(block)))
    return blocks


print(sum(len(read(path)) for path in sys.argv[1:]))
