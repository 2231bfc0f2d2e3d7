"""Opening the records a form is about, and the brothers and sisters who could be added."""

from collections.abc import Iterable, Sequence

from goldthread.record.families import brothers_and_sisters
from goldthread.record.reach import Reach
from goldthread.web import naming, wording
from goldthread.web.child.opening import Opened
from goldthread.web.forms.answers import Answers, tick_picks
from goldthread.web.parts import Picks

MOST = 12
BESIDE = (
    "visit", "note", "address", "placement", "schooling", "relationship", "protection_plan", "need_plan", "booking", "allocation",
)  # fmt: skip


def open_all(reach: Reach, references: Iterable[str], page: str, again: bool = False) -> list[Opened]:
    """Each record once, with the entries that a form has need of. One that may not be seen refuses the whole: raises NotAllowed or NotFound."""
    wanted = list(dict.fromkeys(r.strip().replace("\0", "") for r in references if r.strip()))[:MOST]
    children = [reach.child(reference, page, again=again) for reference in wanted]
    return [Opened(reach, child, reach.entries(child, BESIDE)) for child in children]


def who_picks(reach: Reach, children: Sequence[Opened], answers: Answers) -> Picks:
    """The children of the form, ticked, and their brothers and sisters."""
    found = {c.reference: (c.first, wording.age(c.standing["born"], c.day, c.standing["expected"])) for c in children}
    for family in brothers_and_sisters(reach, (c.child.person for c in children)).values():
        for sibling in family:
            found.setdefault(sibling.reference, (naming.first(sibling), naming.age(sibling, reach.today)))
    choices = [(reference, name, age) for reference, (name, age) in found.items()]
    ticked = answers.words.copy()
    ticked.setlist("child", [c.reference for c in children])
    return tick_picks(Answers(ticked, answers.now), "child", "Who is this about?", choices, small=True)
