"""Measures: definitions over duties and entries, the same figures from the record's database and from exported files.

`goldthread.measures.figures` gives figures and the children behind them, `goldthread.measures.sources` says from where.
"""

from goldthread.measures.definitions import CANNOT, MEASURES
from goldthread.measures.groups import GROUPS

__all__ = ["CANNOT", "GROUPS", "MEASURES"]
