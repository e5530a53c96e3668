"""Reports made up: a format, a place, a year and consistent figures."""
from figures import PLACES, Figures
from tables import Case, Truth, tables_of

FORMATS = ['standard-2021', 'legacy-2018', 'standard-2019', 'fujian-legacy']
YEARS = {'standard-2021': (2021, 2025), 'standard-2019': (2019, 2020), 'legacy-2018': (2014, 2018), 'fujian-legacy': (2009, 2018)}


def case_of(rng, format_id, forms):
    figures = Figures(rng, format_id, forms)
    place = rng.choice(PLACES)
    if format_id == 'fujian-legacy':
        place = '福建省' + place
    case = Case(format_id, place, rng.randint(*YEARS[format_id]), tables_of(format_id, forms, figures), Truth())
    case.truth.cells = {c.key: c.text for c in case.figures()}
    return case
