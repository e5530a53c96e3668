"""Noughts of a report that are left blank or printed as dashes, and what that does to its truth."""


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
