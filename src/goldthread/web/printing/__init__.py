"""Paper: `document` makes a PDF of values, `paper` makes one of blocks without a template of its own."""

from goldthread.web.printing.blocks import (
    Break,
    Facts,
    Heading,
    Listed,
    Note,
    Pair,
    Picture,
    Quote,
    Table,
    Together,
    Words,
)
from goldthread.web.printing.press import Paper, PrintingError, document, paper

__all__ = [
    "Break", "Facts", "Heading", "Listed", "Note", "Pair", "Paper", "Picture", "PrintingError", "Quote", "Table", "Together", "Words", "document", "paper",
]  # fmt: skip
