"""The next click: which page meets a duty, and the verb on its button."""

from datetime import date

from django.urls import reverse

from goldthread.duties import State
from goldthread.oversight.worklist import Owed
from goldthread.record.register import EntryType, Says
from goldthread.web.entries.permissions import may_write_kind
from goldthread.web.meeting import begun, completed, completing, meeting, settling, verb, writing
from goldthread.web.parts import Action
from goldthread.web.today import half_written
from goldthread.web.today.telling import Telling, duty


def action(row: Owed, telling: Telling) -> Action:
    """The button of a row. Whoever may not write what meets it opens the record instead."""
    kind, says = meeting(duty(row))
    if not may_write_kind(telling.actor, kind):
        return Action("Open the record", reverse("child", args=[row.children[0].reference]))
    if row.verdict.state == State.UNKNOWN and row.occurrences[0].unsure_by:
        return Action("Say yes or no", settling(row.occurrences[0].unsure_by, duty(row), telling.spoken(row.children[0])))
    primary = row.verdict.state == State.OVERDUE
    draft = half_written.draft_for(row, kind, telling.drafts)
    if draft:
        return Action("Finish the draft", draft.href, primary)
    entry = begun(row.occurrences[0], kind, says, telling.spoken(row.children[0]))
    if entry is not None:
        return Action(completed(kind), completing(entry, kind), primary)
    if kind.code == "visit" and row.due > telling.today and not primary:
        return _visit_ahead(row, telling)
    return Action(verb(kind), _writing(row, kind, says, telling.today), primary)


def _visit_ahead(row: Owed, telling: Telling) -> Action:
    if telling.booking(row):
        return Action("Record the visit", _writing(row, *meeting(duty(row)), telling.today))
    return Action("Plan the visit", f"{reverse('entry_write', args=[row.children[0].reference, 'booking'])}?what=visit&day={row.due}")


def _writing(row: Owed, kind: type[EntryType], says: Says, today: date) -> str:
    return writing([c.reference for c in row.children], duty(row), kind, says, today)
