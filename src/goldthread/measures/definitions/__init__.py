"""Every measure, by the headings of the Department's and inspectors' indicators, and what the record cannot answer."""

from goldthread.measures.definitions import assessment, care, front_door, leaving_care, plans, protection, unborn
from goldthread.measures.shape import Cannot, Measure

SECTIONS = (front_door, assessment, unborn, protection, plans, care, leaving_care)
MEASURES: dict[str, Measure] = {m.code: m for section in SECTIONS for m in section.MEASURES}
CANNOT: tuple[Cannot, ...] = ()
