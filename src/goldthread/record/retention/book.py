"""The retention schedule as a page of `docs/`."""

from goldthread.record.retention.holds import WHY
from goldthread.record.retention.schedule import OWNER, SCHEDULE, Category

OPENING = f"""# How long a record is kept

Written by `goldthread docs` from the schedule (`record/retention/schedule.py`); a test fails when it is stale.

Whatever the record says decides which rows hold of somebody; of several rows, and of several counts in one row, **the longest wins**.
While anything goes on (a plan, a placement, a complaint, a request for information) nothing is counted. Where a fact is missing, such as
the date of birth, the end is *unknown*, and what is unknown is never due. Somebody who is only mentioned in the record of another is kept as
long as that record is.

Rows marked *local* are the authority's own promise; the {OWNER} answers for them, and they are changed in that file. The law's numbers are minimums.

**Holds.** Nothing of a person, of a family or of the whole service is erased while a hold stands: {', '.join(words[0].lower() + words[1:] for words in WHY.values())}.
A hold is placed and lifted with a reason, and both stay readable.

**Nobody is erased by themselves.** What is past its last day is listed for those who decide. One of them proposes, another agrees, one record at a
time; agreeing asks once more whether anything keeps the record.
"""


def retention_page() -> str:
    """The whole page as Markdown."""
    rows = [f"| {_row(category)} |" for category in SCHEDULE]
    return "\n".join([OPENING, "| of whom | how long | where it is written |", "|---|---|---|", *rows, ""])


def _row(category: Category) -> str:
    counts = ", or ".join(map(str, category.counts))
    longest = f"{counts}, whichever is later" if len(category.counts) > 1 else counts
    died = "".join(f"; of somebody who died before 18, {count}" for count in category.died)
    source = "local" if category.law is None else str(category.law) + (f" (to check: {category.law.check})" if category.law.check else "")
    return " | ".join([category.title, f"{longest}{died}. {category.note}".strip(), source])
