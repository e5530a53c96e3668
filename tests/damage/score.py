"""Compares what `nianbao inspect` reads with what a damaged report truly says."""
import json
import subprocess
from decimal import Decimal

COUNTS = 'cells found wanted_back found_back wrong wrong_silent missed missed_silent doubted failed'.split()


class Result:
    def __init__(self):
        self.counts = dict.fromkeys(COUNTS, 0)
        self.notes = []

    def add(self, **counts):
        for name, count in counts.items():
            self.counts[name] += count

    def __iadd__(self, other):
        self.add(**other.counts)
        return self


def read(program, path):
    run = subprocess.run([program, 'inspect', '--as', 'json', str(path)], capture_output=True, text=True, timeout=60)
    return json.loads(run.stdout)


def key(fact):
    return fact['concept'], tuple(sorted(fact['dims'].items()))


def compare(case, out, recoverable):
    """Counts for one report; notes name every cell that is missed or wrong."""
    result = Result()
    facts = {}
    for fact in out['report']['facts']:
        if fact['source'] == 'table':
            facts.setdefault(key(fact), fact)
    named = {f['concept'] for x in out.get('findings', []) + out.get('diagnostics', []) for f in x.get('facts', [])}
    for cell, text in case.truth.cells.items():
        fact = facts.pop((cell.concept, cell.dims), None)
        judge(result, cell, text, fact, case.truth, named, recoverable)
    for (concept, dims), fact in facts.items():
        if fact['value'] is not None:
            wrong(result, f'{concept}{dict(dims)}', None, fact, concept in named)
    return result


def judge(result, cell, text, fact, truth, named, recoverable):
    wanted = None if text is None else Decimal(text)
    if fact is None and cell in truth.optional:
        return
    back = 1 if recoverable and cell not in truth.doubtful else 0
    result.add(cells=1, wanted_back=back)
    if fact is None:
        result.add(missed=1, missed_silent=cell.concept not in named)
        result.notes.append(f'missed {cell} {text}' + ('' if cell.concept in named else ' IN SILENCE'))
        return
    value = None if fact['value'] is None else Decimal(fact['value'])
    doubted = fact['reading'] == 'suspect'
    if value == wanted and not doubted:
        result.add(found=1, found_back=back)
    elif value == wanted or (doubted and any(Decimal(c) == wanted for c in fact.get('candidates', []) if wanted is not None)):
        result.add(doubted=1)
        result.notes.append(f'doubted {cell} {text}')
    elif value is None and text is not None and not doubted and cell.concept not in named:
        wrong(result, cell, text, fact, False)
    else:
        wrong(result, cell, text, fact, cell.concept in named)


def wrong(result, cell, text, fact, named):
    silent = not named and fact['reading'] != 'suspect'
    result.add(wrong=1, wrong_silent=silent)
    result.notes.append(f"wrong {cell} {text}: got {fact['value']}" + (' IN SILENCE' if silent else ''))
