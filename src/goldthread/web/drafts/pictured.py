"""The one form that the demo's evening finds half-written: Priya's visit to the Larkfields, begun in the car on her phone."""

from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from goldthread.people.models import Worker
from goldthread.record.models import Standing
from goldthread.web.drafts.models import Draft

NUMBER = uuid5(NAMESPACE_URL, "goldthread:the visit to the Larkfields")
KOFI, AMA, ESI = "WR-20418", "WR-20417", "WR-23105"
DAY = "2026-11-20"
BEGAN, KEPT = f"{DAY}T16:52:00+00:00", f"{DAY}T17:09:00+00:00"
ABOUT_ALL = {
    "child": [KOFI, AMA, ESI], "day": [DAY], "time": ["4:15pm"], "place": ["home"], "known": ["yes"], "present": ["Abena"],
    "at_home": ["Warm, tea cooking. Abena had been up since seven; she showed me the chart on the fridge, four mornings out of five. "
                "Washing machine still broken."],
}  # fmt: skip
OF_KOFI = {
    "seen": "alone", "bedroom": "yes",
    "said": "“She’s up before me now. I do the toast.” He is in the team on Saturday. Asked me to tell “the meeting lady” that his mum gets up.",
}  # fmt: skip
OF_AMA = {"seen": "with", "why_not_alone": "Cousin was in the room; she wanted her to stay", "said": "Excited about her birthday. Said school is “fine”."}


def leave_half_written(now: datetime) -> None:
    """Leave the form, once: not before the evening of the pictures, and not where the Larkfields are not told."""
    priya = Worker.objects.filter(username="priya").first()
    people = dict(Standing.objects.filter(reference__in=[KOFI, AMA, ESI]).values_list("reference", "person_id"))
    if priya is None or len(people) < 3 or now < datetime.fromisoformat(KEPT) or Draft.objects.filter(worker=priya).exists():
        return
    body = {**ABOUT_ALL, **_of(people[KOFI], OF_KOFI), **_of(people[AMA], OF_AMA)}
    Draft.objects.create(
        id=NUMBER, worker=priya, kind="visit", title="A visit to Kofi, Ama and Esi Larkfield", page="/visits/new/", children=[KOFI, AMA, ESI],
        body=body, device="phone", began_at=BEGAN, kept_at=KEPT,
    )  # fmt: skip


def _of(person: int, answers: dict[str, str]) -> dict[str, list[str]]:
    return {f"{field}-{person}": [words] for field, words in answers.items()}
