"""Reading inspection reports: a PDF's bytes in, frozen values out, each with the page and the words it rests on.

No Django and no database. What cannot be read is said, never guessed.
"""

from goldthread.inspection.reading.picture import page_picture
from goldthread.inspection.reading.report import read
from goldthread.inspection.reading.values import Box, Found, Improvement, Judgement, Reading

__all__ = ["Box", "Found", "Improvement", "Judgement", "Reading", "page_picture", "read"]
