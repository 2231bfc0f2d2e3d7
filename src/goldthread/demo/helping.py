"""Early help after a call that asked for it, and adopters: people beside the children's own lives.

Both are drawn from numbers of their own, so that a city without them would have the same lives.
"""

from collections.abc import Iterator
from datetime import date, datetime, timedelta
from random import Random

from goldthread.demo import names
from goldthread.demo.family import Family
from goldthread.demo.office import Office
from goldthread.demo.telling import WORKING, Change, Member, Somebody, Story, Told, after, working_day

AGENCIES = ("Family hub", "Health visiting", "School", "Youth service", "Early help locality team")
FOUND = (
    "The family wants help with mornings and with money. A worker comes once a week until the summer.",
    "Mum is tired and on her own with it. A parenting group, and the school keeps an eye on the mornings.",
    "The children are well. What is hard is the house: help with the landlord, and a play worker for two months.",
)
CHILDREN_TO_ONE_HOUSEHOLD = 130  # children known to the service to one household that asks about adopting
STEPS = (
    ("stage_1_began", 30, 70), ("stage_1_ended", 50, 75), ("stage_2_began", 5, 30), ("applied", 0, 6), ("stage_2_ended", 90, 125),
    ("approved", 3, 20), ("matched", 60, 300), ("placed", 15, 60), ("adopted", 180, 320),
)  # fmt: skip
LEAVES = 0.12  # of those on their way, at each step


def help_early(f: Family) -> None:
    """The assessments that follow from calls which ended in early help, and how long the help went on."""
    for call in [told for told in f.story.told if told.type == "contact" and told.last("outcome") == "early_help"]:
        rng = Random(f"early help {call.about.name} {call.day}")
        day = WORKING.add(call.day, rng.randint(4, 15))
        told = f.tell(call.about, "early_help", day, call.by, organisation=rng.choice(AGENCIES))
        if told is not None:
            _helped(f, rng, told, call.by)


def _helped(f: Family, rng: Random, told: Told, clerk: Member | None) -> None:
    done = WORKING.add(told.day, rng.randint(15, 45))
    f.end(told, done, clerk, found=rng.choice(FOUND))
    over = done + timedelta(days=rng.randint(60, 300))
    if over <= f.today:
        told.changes.append(Change(after(over), clerk, "", values={"help_until": over}))


def adopters(office: Office, children: int, seed: int, now: datetime) -> Iterator[Story]:
    """Households that asked about adopting in the last three years: one or two people each, and how far they have come."""
    for number in range(max(2, children // CHILDREN_TO_ONE_HOUSEHOLD)):
        yield _household(Random(f"adopters {seed}/{number}"), f"A{number + 1:03}", office, now)


def _household(rng: Random, family: str, office: Office, now: datetime) -> Story:
    origin, today = names.origin(rng), now.date()
    asked = working_day(today - timedelta(days=rng.randint(20, 1000)))
    clerk, story = rng.choice(office.playing("front_door")), Story()
    together, asks = rng.random() < 0.7, rng.random() < 0.2
    steps = _steps(rng, asked, today)
    for sex in ("F", "M") if together else ("F",):
        born = asked - timedelta(days=round(rng.uniform(27, 48) * 365.25))
        one = story.add(Somebody(names.given(rng, origin.group, sex), origin.surname, born, sex))
        story.tell(one, "person", asked, clerk, forename=one.forename, surname=one.surname, sex=sex, born=born, ethnicity=origin.code, disabilities=["NONE"])
        told = story.tell(one, "adopter", asked, clerk, family=family, early_placement=asks)
        told.changes += [Change(after(day), clerk, "", values=values) for day, values in steps]
    return story


def _steps(rng: Random, asked: date, today: date) -> list[tuple[date, dict[str, object]]]:
    """Day by day what happened on their way, until today or until they left it."""
    found: list[tuple[date, dict[str, object]]] = []
    day = asked
    for name, shortest, longest in STEPS:
        day = WORKING.on_or_after(day + timedelta(days=rng.randint(shortest, longest)))
        if day > today:
            break
        if rng.random() < LEAVES and name not in ("placed", "adopted"):
            return [*found, (day, {"left": day, "left_because": rng.choice("112")})]
        more = {"children_placed": rng.choice((1, 1, 1, 2))} if name == "placed" else {}
        found.append((day, {name: day, **more}))
    return found
