"""Ofsted's Annex A workbook from the record, for an inspection day and as known at a moment."""

from goldthread.exchange.annex_a_out.lists import LISTS, MISSING, Authority, Listed, Who, lists
from goldthread.exchange.annex_a_out.sheets import Counts, workbook

__all__ = ["LISTS", "MISSING", "Authority", "Counts", "Listed", "Who", "lists", "workbook"]
