#!/usr/bin/python3
"""Our office files in other programs' hands, and theirs in ours.

    office.py NIANBAO

Converts reports of the repository to docx, xlsx and html; has LibreOffice open, save and print them; reads
what it saved; reads our files with python-docx and openpyxl. Every way must give the same figures and
grids. Exit status 77 where the programs are not installed.
"""
import collections
import json
import pathlib
import re
import shutil
import subprocess
import sys
import tempfile

try:
    import docx
    import openpyxl
except ImportError:
    sys.exit(77)
office = shutil.which('soffice')
if office is None:
    sys.exit(77)

program = pathlib.Path(sys.argv[1]).resolve()
root = pathlib.Path(__file__).resolve().parents[2]
reports = [root / 'examples/qinghe-2018.txt', root / 'tests/golden/standard/tabs-2021.txt']
failures = []


def check(what, good, detail=''):
    if not good:
        failures.append(what)
        print(f'FAILED: {what} {detail}')


def nianbao(*arguments):
    done = subprocess.run([program, *map(str, arguments)], capture_output=True, text=True, timeout=120)
    check(' '.join(map(str, arguments)), done.returncode == 0, done.stderr)
    return done.stdout


def figures(path):
    """The table's facts of a report file: concept and dimensions with value and status."""
    report = json.loads(nianbao('inspect', '--as', 'json', path))['report']
    return sorted((f['concept'], json.dumps(f['dims'], sort_keys=True), f['value'] or '', f['status'])
                  for f in report['facts'] if f['source'] == 'table')


def grids(path):
    """Tables as the grid of texts: a merged cell's text at each of its places."""
    document = json.loads(nianbao('inspect', '--document', path))
    result = []
    for table in (b for b in document['blocks'] if b['type'] == 'table'):
        grid = [[''] * table['columns'] for _ in range(table['rows'])]
        for cell in table['cells']:
            for row in range(cell['row'] - 1, cell['row'] - 1 + cell.get('rowspan', 1)):
                for column in range(cell['column'] - 1, cell['column'] - 1 + cell.get('colspan', 1)):
                    grid[row][column] = cell['text']
        result.append(grid)
    return result


def saved(files, kind, folder, infilter=None):
    """The files as LibreOffice saves them."""
    command = [office, f'-env:UserInstallation=file://{folder}/profile', '--headless']
    command += [f'--infilter={infilter}'] if infilter else []
    target = folder / f'{kind.split(":")[0]}-of-{files[0].suffix[1:]}'
    target.mkdir()
    subprocess.run(command + ['--convert-to', kind, '--outdir', str(target)] + [str(f) for f in files],
                   capture_output=True, timeout=300)
    result = [target / (f.stem + '.' + kind.split(':')[0]) for f in files]
    for path in result:
        check(f'LibreOffice writes {path.name} from {files[0].suffix}', path.exists() and path.stat().st_size > 500)
    return [path for path in result if path.exists()]


def same_figures(paths, expected, how):
    for path in paths:
        got = figures(path)
        lost = collections.Counter(expected[path.stem]) - collections.Counter(got)
        check(f'{path.name} {how}: the same figures', got == expected[path.stem], list(lost)[:3])


def docx_grids(path):
    return [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(str(path)).tables]


def xlsx_grids(path):
    book = openpyxl.load_workbook(str(path))
    result = []
    for line in book.worksheets[0].iter_rows(min_row=2, values_only=True):
        if line[0] != '表格':
            continue
        sheet = book[line[1]]
        rows, columns = map(int, line[3].split('x'))
        grid = [['' if sheet.cell(r, c).value is None else str(sheet.cell(r, c).value) for c in range(1, columns + 1)]
                for r in range(1, rows + 1)]
        for merge in sheet.merged_cells.ranges:
            for r in range(merge.min_row, merge.max_row + 1):
                for c in range(merge.min_col, merge.max_col + 1):
                    grid[r - 1][c - 1] = grid[merge.min_row - 1][merge.min_col - 1]
        result.append(grid)
    return result


with tempfile.TemporaryDirectory() as scratch:
    folder = pathlib.Path(scratch)
    made = {kind: [] for kind in ('docx', 'xlsx', 'html')}
    for report in reports:
        for kind in made:
            out = folder / f'{report.stem}.{kind}'
            nianbao('convert', report, '-o', out, '--appendix', 'none', '--ledger', folder / 'ledger.json')
            made[kind].append(out)
    expected = {path.stem: figures(path) for path in made['html']}
    check('the reports have figures', all(len(facts) > 100 for facts in expected.values()))

    same_figures(made['docx'] + made['xlsx'], expected, 'as we wrote it')
    same_figures(saved(made['docx'], 'docx', folder), expected, 'saved by LibreOffice')
    same_figures(saved(made['xlsx'], 'xlsx', folder), expected, 'saved by LibreOffice')
    for kind in ('doc:MS Word 97', 'odt', 'rtf'):
        same_figures(saved(made['docx'], kind, folder), expected, 'saved by LibreOffice')
    same_figures(saved(made['xlsx'], 'xls', folder), expected, 'saved by LibreOffice')
    for path in made['html']:  # the reasons of a draft would become text of the cells
        path.write_text(re.sub(r'<span class="nianbao-reason">.*?</span>', '', path.read_text()))
    same_figures(saved(made['html'], 'docx:MS Word 2007 XML', folder, 'HTML (StarWriter)'), expected, 'made of HTML')
    same_figures(saved(made['html'], 'xlsx', folder, 'HTML (StarCalc)'), expected, 'made of HTML')
    for path in saved(made['docx'], 'pdf', folder):
        if shutil.which('pdftotext'):
            text = subprocess.run(['pdftotext', '-layout', path, '-'], capture_output=True, text=True).stdout
            check(f'{path.name} is printed', '四、' in text and '—1—' in text.replace(' ', ''))
    for path in made['docx']:
        check(f'python-docx finds the grids of {path.name}', docx_grids(path) == grids(path))
    for path in made['xlsx']:
        check(f'openpyxl finds the grids of {path.name}', xlsx_grids(path) == grids(path))

print(f'{len(failures)} failures')
sys.exit(1 if failures else 0)
