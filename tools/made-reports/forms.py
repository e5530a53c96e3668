"""The forms of a format, as `nianbao formats show` prints them: what rows and columns they have and what each
cell means."""
import dataclasses
import re
import subprocess

ROOT = None  # column of a form of one value column


@dataclasses.dataclass(frozen=True)
class Key:
    """The meaning of a cell."""
    concept: str
    dims: tuple = ()

    def __str__(self):
        return self.concept + ('{' + ', '.join(f'{n}={m}' for n, m in self.dims) + '}' if self.dims else '')


@dataclasses.dataclass
class Row:
    path: list  # labels, the outermost first
    unit: str = ''
    keys: list = dataclasses.field(default_factory=list)  # one for each column; None where the form has no cell


@dataclasses.dataclass
class Block:
    heading: str
    columns: list = dataclasses.field(default_factory=list)  # paths
    rows: list = dataclasses.field(default_factory=list)


@dataclasses.dataclass
class Form:
    id: str
    blocks: list = dataclasses.field(default_factory=list)


LINE = re.compile(r'^ {4}(?P<row>.*?) × (?P<column>.*?): (?P<concept>[\w.]+)(\{(?P<dims>.*?)\})?( \[(?P<unit>.*)\])?$')


def key_of(match):
    dims = match['dims'] or ''
    return Key(match['concept'], tuple(sorted(tuple(d.strip().split('=')) for d in dims.split(',') if d)))


def forms_of(program, format_id):
    """The forms of a format, in order."""
    text = subprocess.run([program, 'formats', 'show', format_id, '--lang', 'zh'], check=True, capture_output=True,
                          text=True).stdout
    forms, block = [], None
    for line in text.splitlines()[2:]:
        match = LINE.match(line)
        if match:
            if block is None:
                block = Block('')
                forms[-1].blocks.append(block)
            add_cell(block, match)
        elif line.startswith('  ') and line.strip():
            block = Block(line.strip())
            forms[-1].blocks.append(block)
        elif line.strip():
            forms.append(Form(line.split()[0]))
            block = None
    return forms


def add_cell(block, match):
    path = match['row'].split(' › ') if match['row'] else []
    column = match['column'].split(' › ')
    if column not in block.columns:
        block.columns.append(column)
    if not block.rows or block.rows[-1].path != path:
        block.rows.append(Row(path))
    row = block.rows[-1]
    row.unit = match['unit'] or row.unit
    at = block.columns.index(column)
    row.keys += [None] * (at + 1 - len(row.keys))
    row.keys[at] = key_of(match)
