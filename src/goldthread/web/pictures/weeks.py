"""The calendar of a duty's days as a table: a page has many of them, of a hundred days each."""

from html import escape

from goldthread.web.parts import DayCell, Weeks

FIRST = '<th scope="col"><span class="govuk-visually-hidden">Week beginning</span></th>'


def calendar(weeks: Weeks) -> str:
    """Rows of weeks under the names of their days."""
    days = "".join(f'<th scope="col">{escape(day)}</th>' for day in weeks.days)
    rows = "".join(f'<tr><th scope="row">{escape(week)}</th>{"".join(map(_cell, cells))}</tr>' for week, cells in weeks.rows)
    caption = f"<caption>{escape(weeks.caption)}</caption>"
    return f'<table class="gt-weeks">{caption}\n    <thead><tr>{FIRST}{days}</tr></thead>\n    <tbody>{rows}</tbody>\n  </table>'


def _cell(cell: DayCell) -> str:
    kind = f' class="is-{escape(cell.kind)}"' if cell.kind else ""
    words = f"<span>{escape(cell.words)}</span>" if cell.words else ""
    return f"<td{kind}>{cell.number or ''}{words}</td>"
