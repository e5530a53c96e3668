"""One report made up and damaged: the same kind, number and seed give the same report."""
import random

from cases import FORMATS, case_of
from forms import forms_of
from kinds import KINDS


class Maker:
    """Makes reports of the formats a program knows. Which of them a report has follows from its kind and number: a single
    report of each kind covers all."""

    def __init__(self, program, formats='', seed=1):
        self.formats = [f for f in FORMATS if not formats or f in formats.split(',')]
        self.forms = {f: forms_of(program, f) for f in self.formats}
        self.seed = seed

    def make(self, kind, number):
        """The case with its truth, the file's suffix and text, and whether all of the truth can be read back."""
        damage, recoverable = KINDS[kind]
        rng = random.Random(f'{kind} {number} {self.seed}')
        first = list(KINDS).index(kind) + self.seed
        format_id = self.formats[(number + first) % len(self.formats)]
        case = case_of(rng, format_id, self.forms[format_id])
        suffix, text = damage(case, rng)
        return case, suffix, text, recoverable
