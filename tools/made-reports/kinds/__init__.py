"""Ways in which reports are damaged. A kind changes the case and its truth and returns a file: (suffix, text).

Those of `@kind(recoverable=False)` lose what nothing brings back: there it only counts that nothing is wrong in silence.
Which format a report is made in follows from its kind's place in KINDS: the modules are loaded in a fixed order.
"""
from .registry import KINDS
from . import borders
from . import blanks
from . import labels
from . import rows
from . import columns
from . import cells
from . import printing
from . import wholes
from . import drawn
from . import dumped
from . import other_tables

__all__ = ['KINDS']
