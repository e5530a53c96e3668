"""How figures are printed or misread: digits of other scripts, letters for digits."""
import pages

from .cells import CHINESE, full_width
from .layouts import anyhow, html_of
from .registry import kind

MISREAD = {'0': 'O', '1': 'l', '5': 'S', '8': 'B', '2': 'Z'}


@kind()
def full_width_digits(case, rng):
    for c in case.figures():
        c.text = full_width(c.text)
    return anyhow(case, rng)


@kind()
def chinese_numerals(case, rng):
    """〇, 三, 一二 for 0, 3 and 12."""
    for c in case.figures():
        if c.text.isdigit() and int(c.text) < 100 and rng.random() < 0.3:
            c.text = ''.join(CHINESE[int(d)] for d in c.text)
    return html_of(case)


@kind()
def thousands_separated(case, rng):
    mark = rng.choice([',', '，', ','])
    for c in case.figures():
        if c.text.isdigit():
            c.text = f'{int(c.text):,}'.replace(',', mark)
    return anyhow(case, rng)


@kind(recoverable=False)
def digits_misread(case, rng):
    """As a reader of scanned pages writes O for 0 and l for 1: never to be guessed in silence."""
    for c in case.figures():
        if c.text and rng.random() < 0.15:
            at = rng.randrange(len(c.text))
            worse = MISREAD.get(c.text[at])
            if worse:
                c.text = c.text[:at] + worse + c.text[at + 1:]
                case.truth.doubtful.add(c.key)
    return anyhow(case, rng)


@kind(recoverable=False)
def digits_lost(case, rng):
    """A digit of some figures is missing: what is printed is what is read, and where sums tell, it is doubted."""
    for c in case.figures():
        if c.text.isdigit() and len(c.text) > 2 and rng.random() < 0.05:
            at = rng.randrange(len(c.text))
            c.text = c.text[:at] + c.text[at + 1:]
            case.truth.cells[c.key] = c.text
    return anyhow(case, rng)


@kind(recoverable=False)
def figures_broken_over_lines(case, rng):
    """A narrow column breaks a long figure in two lines of its cell."""
    for c in case.figures():
        if len(c.text) > 3 and rng.random() < 0.5:
            at = rng.randint(1, len(c.text) - 1)
            c.text = c.text[:at] + '\n' + c.text[at:]
            case.truth.doubtful.add(c.key)
    bodies = [pages.html_table(t).replace('\n', '<br>').replace('><br><', '>\n<') for t in case.tables]
    return '.html', pages.page(case, bodies)
