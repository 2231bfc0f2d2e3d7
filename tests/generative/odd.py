"""Duties nobody owes: random ones, so that the engines agree on whatever a duty may say, and not only on today's rules."""

from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

from goldthread.clock.calendars import SchoolDays, Term
from goldthread.clock.spans import (
    Roll,
    Span,
    days,
    hours,
    months,
    school_days,
    terms,
    uk_working_days,
    weeks,
    working_days,
    yearly,
)
from goldthread.duties import words as w
from goldthread.duties.roles import allocated_social_worker, team_manager
from goldthread.duties.settings import Chosen, Kept, LeapDay, NotExceeding, Receipt, Settings, WhenItChanges
from goldthread.duties.shape import (
    After,
    Aged,
    Before,
    Beyond,
    Birthday,
    Carry,
    Duty,
    Eligible,
    InFirst,
    Local,
    Nth,
    Pregnancy,
    Stage,
    Step,
    Trigger,
    UnderAge,
    While,
    local,
)  # fmt: skip
from goldthread.duties.words import Episode, Word
from goldthread.law.sources import local_practice
from tests.generative.drawn import Chance, Drawn

LAW = local_practice.about("tests")
EPISODES = (w.need, w.placement, w.protection_plan)
PLAIN = (w.referral_received, w.visit_child_seen, w.review_held, w.contact_decided)
WORDS = (*PLAIN, *(word for episode in EPISODES for word in (episode.begins, episode.ends)))
VOCABULARIES = [[word.name for word in WORDS], [word.name for word in WORDS[:6]], [word.name for word in WORDS[2:]]]
SINCE = date(2015, 1, 1)
LOCALS = tuple(local(f"number {n}", span) for n, span in enumerate((working_days(3), weeks(2), days(40), hours(30))))


def duty(rng: Drawn) -> Duty:
    """A random duty that the reference can read."""
    shape: dict[str, Any] = {"during": _stages(rng)}
    shape |= rng.choice((_standing, _repeating, _once, _once))(rng, bool(shape["during"]))
    shape |= _limits(rng, shape)
    begun = SINCE + timedelta(days=rng.choice((-4000, -4000, 30, 200)))
    return Duty(
        "Do it",
        code="R0",
        law=LAW,
        owner=rng.choice((allocated_social_worker, team_manager)),
        since=begun,
        up_to=begun + timedelta(days=rng.choice((40, 4200))) if _now_and_then(rng) else None,
        **shape,
    )


def settings(rng: Chance) -> Settings:
    """A random authority."""
    school = SchoolDays(tuple(Term(date(y, m, 5), date(y, m + 2, 20)) for y in range(2014, 2028) for m in (1, 4, 9)))
    return Settings(
        chosen=tuple(_chosen(rng, n) for n in LOCALS if _often(rng)),
        kept=tuple(
            Kept(f"R{n}", rng.choice((None, SINCE + timedelta(days=60)))) for n in rng.sample(range(60), rng.randint(0, 6))
        ),
        school=school if _often(rng) else None,
        **policies(rng),
    )


def policies(rng: Chance) -> dict[str, Any]:
    """How an authority counts days."""
    return {
        "when_it_changes": rng.choice(tuple(WhenItChanges)),
        "receipt": rng.choice(tuple(Receipt)),
        "not_exceeding": rng.choice(tuple(NotExceeding)),
        "leap_day": rng.choice(tuple(LeapDay)),
    }


def _chosen(rng: Chance, number: Local) -> Chosen:
    """Another value from some day on; of the number that is counted back, one that can be."""
    span = working_days(7) if number is LOCALS[0] else _span(rng)
    return Chosen(number.name, span, SINCE + timedelta(days=rng.randint(0, 300)))


def _now_and_then(rng: Chance) -> bool:
    return rng.chance(20)


def _often(rng: Chance) -> bool:
    return rng.chance(50)


def _some(rng: Drawn, of: tuple[Any, ...], most: int) -> tuple[Any, ...]:
    return tuple(rng.sample(of, rng.randint(0, min(most, len(of)))))


def _stages(rng: Drawn) -> tuple[Stage, ...]:
    return tuple(_stage(rng, episode) for episode in rng.choices(EPISODES, k=rng.choice((0, 1, 1, 1, 2, 3))))


def _stage(rng: Drawn, episode: Episode) -> Stage:
    kinds: tuple[Callable[[], Stage], ...] = (
        lambda: episode,
        lambda: Aged(episode, rng.choice((16, 18))),
        lambda: Eligible(episode, 16, rng.choice((weeks(13), days(5))), 14),
        lambda: Beyond(episode, days(rng.choice((3, 17))), rng.choice((2, 20)), rng.choice((months(12), days(30)))),
    )
    return rng.choices(kinds, weights=(6, 1, 1, 1))[0]()


def _standing(rng: Drawn, staged: bool) -> dict[str, Any]:
    return {"holds": rng.choice(EPISODES), "within": _span(rng)} if staged else _once(rng, staged)


def _repeating(rng: Drawn, staged: bool) -> dict[str, Any]:
    shape: dict[str, Any] = {"every": _steps(rng, staged), "until": _until(rng)}
    if not staged or _now_and_then(rng):
        shape["when"] = _when(rng)
    return shape


def _once(rng: Drawn, staged: bool) -> dict[str, Any]:
    shape: dict[str, Any] = {"within": _number(rng), "until": _until(rng)}
    if not staged or _often(rng):
        shape["when"] = _when(rng)
    if _now_and_then(rng):
        shape["dated"] = rng.choice(PLAIN)
    return shape


def _until(rng: Drawn) -> tuple[Word, ...]:
    return tuple(rng.sample(WORDS, rng.choice((1, 1, 2))))


def _when(rng: Drawn) -> tuple[Trigger | Birthday | Word, ...]:
    kinds: tuple[Callable[[], Trigger | Birthday | Word], ...] = (
        lambda: rng.choice(WORDS),
        lambda: Trigger(rng.choice(WORDS), unless=rng.choice(EPISODES)),
        lambda: Trigger(
            rng.choice(WORDS), times=rng.randint(1, 3), in_last=rng.choice((days(90), weeks(1), months(2)))
        ),
        lambda: Birthday((16, 18)),
    )
    return tuple(rng.choices(kinds, weights=(5, 2, 2, 1))[0]() for _ in range(rng.choice((1, 1, 2))))


def _steps(rng: Drawn, staged: bool) -> tuple[Step, ...]:
    fits: tuple[Callable[[], Any], ...] = (
        lambda: Nth(rng.randint(0, 2)),
        lambda: Before(rng.choice(WORDS)),
        lambda: After(rng.choice(WORDS)),
        lambda: UnderAge(rng.choice((5, 17))),
        lambda: While(rng.choice(EPISODES)),
        lambda: InFirst(rng.choice((weeks(6), months(3)))) if staged else Nth(1),
    )
    conditional = [Step(f"S{n}", _number(rng), rng.choice(fits)()) for n in range(rng.choice((0, 1, 2)))]
    return (*conditional, Step("S", _number(rng), None if _often(rng) else Nth(4)))


def _number(rng: Drawn) -> Span | Local:
    return rng.choice(LOCALS) if _now_and_then(rng) else _span(rng)


def _span(rng: Chance) -> Span:
    span = rng.choice(
        (working_days(2), working_days(15), days(7), days(0), weeks(6), months(1), months(3), hours(24), hours(72), school_days(5),
         terms(1), uk_working_days(10), yearly(11, 30), days(10).rolled(Roll.BACK), working_days(5).counting_first_day())
    )  # fmt: skip
    return span.counting_first_day() if span.number > 1 and span == months(3) and _often(rng) else span


def _limits(rng: Drawn, shape: dict[str, Any]) -> dict[str, Any]:
    """What else a duty may say; each now and then."""
    staged = bool(shape["during"])
    some: dict[str, Any] = {
        "outside": _some(rng, EPISODES, 2),
        "inside": _some(rng, EPISODES, 2),
        "unless": _some(rng, WORDS, 3),
        "unsure": _some(rng, WORDS, 2),
        "already": rng.choice((days(10), months(2))),
        "ends_at": rng.choice((None, 16)),
        "before": rng.choice(WORDS),
        "by_age": rng.choice((16, 18)),
        "no_later": Pregnancy(local("weeks of pregnancy", weeks(rng.choice((20, 32))))),
        **dict.fromkeys(("paired", "recording_meets", "restarts", "one_at_a_time", "first_only", "after_death"), True),
    }
    chosen = {name: value for name, value in some.items() if rng.chance(5 if name == "no_later" else 25)}
    if "before" in chosen and _often(rng):
        chosen["ahead"] = rng.choice((working_days(2), weeks(1), LOCALS[0]))
    if staged and _now_and_then(rng):
        chosen["from_start"] = True
    if staged and _now_and_then(rng):
        chosen["carry"] = Carry(rng.choice(WORDS), rng.choice((days(20), months(6))), _some(rng, EPISODES, 2))
        chosen["only_carried"] = _often(rng) and "holds" not in shape
    if _now_and_then(rng):
        chosen["in_any"] = days(28)
    return chosen
