"""The tables of inspection: what was read, what a person said of it, what was planned, and what shows that it changed.

What a person said is only ever added to. Where something is settled anew, the newest row stands.
"""

from goldthread.inspection.models.evidence import Evidence
from goldthread.inspection.models.files import File
from goldthread.inspection.models.history import Claim, PublishedFigure, Theme
from goldthread.inspection.models.issues import Issue, Written
from goldthread.inspection.models.plans import (
    Action,
    ActionStep,
    Called,
    Meeting,
    MeetingDecision,
    Milestone,
    Plan,
    Tie,
    TieEnd,
)
from goldthread.inspection.models.published import Authority, Beside, Likened, MonthlyReport, Neighbour, PrintedFigure
from goldthread.inspection.models.reports import Confirmed, Fact, Report
from goldthread.inspection.models.rooms import NoteBack, Room, Sample

__all__ = [
    "Action", "ActionStep", "Authority", "Beside", "Called", "Claim", "Confirmed", "Evidence", "Fact", "File", "Issue", "Likened", "Meeting",
    "MeetingDecision", "Milestone", "MonthlyReport", "Neighbour", "NoteBack", "Plan", "PrintedFigure", "PublishedFigure", "Report",
    "Room", "Sample", "Theme", "Tie", "TieEnd", "Written",
]  # fmt: skip
