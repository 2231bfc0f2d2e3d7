"""Lives in which one word stands on each day in turn: what a rule says of its very last day is tried on that day, whichever it is.

Wild lives seldom put a word on the one day on which `<` and `<=` differ. Here a life is said again and again, the same but for
one word, which moves on by a day: some hundred lives for each thing a rule may say that has an edge.
"""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from typing import Any

from goldthread.clock.spans import Span, days, hours, months, weeks
from goldthread.duties import Duty, Settings, Spoken
from goldthread.duties import words as w
from goldthread.duties.roles import allocated_social_worker
from goldthread.duties.settings import Chosen
from goldthread.duties.shape import Aged, Beyond, Carry, Eligible, Pregnancy, local
from goldthread.duties.words import Word
from tests.generative.agree import Question
from tests.generative.batches import Batch
from tests.generative.odd import LAW

BEGINS = date(2021, 3, 1)
WEEKS_ALLOWED = local("weeks of pregnancy", weeks(20))
REACHES = local("days on the way", days(9))
DAY = timedelta(days=1)
Said = tuple[Word, int] | tuple[Word, int, str] | tuple[Word, int, str, time]


def batch() -> Batch:
    """Every life and every duty of this module at once: each duty is also asked of the lives made for another."""
    return Batch(list(_lives()), Question(tuple(_duties()), Settings(chosen=(Chosen(REACHES.name, days(4), BEGINS + 20 * DAY),))))


def _duties() -> Iterator[Duty]:
    stay, plan, need = w.placement, w.protection_plan, w.need
    yield _duty(1, during=(Beyond(stay, days(3), 2, days(30)),), within=days(7), until=w.review_held)
    yield _duty(2, during=(Beyond(stay, days(17), 20, months(12)),), within=days(7), until=w.review_held)
    yield _duty(3, during=(Eligible(stay, 16, days(5), 14),), within=days(7), until=w.review_held)
    yield _duty(4, during=(Eligible(stay, 16, weeks(13), 14),), within=days(7), until=w.review_held)
    yield _duty(5, during=(plan,), carry=Carry(w.visit_child_seen, days(20), (need,)), within=days(7), until=w.review_held)
    yield _duty(6, during=(plan,), carry=Carry(w.visit_child_seen, days(20), ()), within=days(7), until=w.review_held)
    yield _duty(7, during=(plan,), carry=Carry(w.visit_child_seen, months(1), (need,)), only_carried=True, within=days(7), until=w.review_held)
    yield _duty(8, during=(plan,), when=(w.referral_received,), restarts=True, within=days(7), until=w.review_held)
    yield _duty(9, when=(w.referral_received,), no_later=Pregnancy(WEEKS_ALLOWED), within=months(3), until=w.review_held)
    yield _duty(10, when=(w.referral_received,), paired=True, within=hours(24), until=w.contact_decided)
    yield _duty(11, when=(w.referral_received,), within=hours(24), until=w.contact_decided)
    yield _duty(12, when=(w.referral_received,), within=REACHES, until=w.contact_decided, since=BEGINS - 400 * DAY)
    yield _duty(13, during=(plan,), when=(w.referral_received,), already=days(10), one_at_a_time=True, within=days(7), until=w.visit_child_seen)
    yield _duty(14, during=(plan,), inside=(need,), within=days(7), until=w.review_held)
    yield _duty(15, when=(w.referral_received,), dated=w.review_held, within=hours(24), until=w.contact_decided)
    yield _duty(16, during=(Aged(stay, 16),), within=days(7), until=w.review_held)


def _duty(number: int, *, within: Span, until: Word, since: date = date(2010, 1, 1), **more: Any) -> Duty:
    more = {"during": (), **more}
    return Duty("Do it", code=f"E{number}", law=LAW, owner=allocated_social_worker, since=since, within=within, until=(until,), **more)


def _lives() -> Iterator[list[Spoken]]:
    stay, plan, need = w.placement, w.protection_plan, w.need
    for n in range(-1, 45):  # two short stays, the second later and later; and the first, longer and longer
        yield _said((stay.begins, 0, "a"), (stay.ends, 1, "a"), (stay.begins, n, "b"), (stay.ends, n + 2, "b"))
        yield _said((stay.begins, 0, "a"), (stay.ends, n, "a"), (w.review_held, n))
    for n in range(320, 400):
        yield _said((stay.begins, 0, "a"), (stay.ends, 15, "a"), (stay.begins, n, "b"), (stay.ends, n + 10, "b"))
    for n in range(-3, 110):  # in care from the fourteenth birthday or a little before the sixteenth, for so long
        yield [*_said((stay.begins, 0, "a"), (stay.ends, n, "a")), _born(14)]
        yield [*_said((stay.begins, -3, "a"), (stay.ends, n, "a")), _born(16)]
        yield [*_said((stay.begins, -80, "a"), (stay.ends, -n, "a"), (stay.begins, -1, "b"), (stay.ends, n, "b")), _born(16)]
    for n in range(-2, 45):  # a need that ended so long before a plan began, with a visit in it or after it
        yield _said((need.begins, -90, "n"), (w.visit_child_seen, -60), (need.ends, -n, "n"), (plan.begins, 0, "p"))
        yield _said((w.visit_child_seen, -n), (plan.begins, 0, "p"), (plan.ends, 30, "p"))
    for n in range(-2, 14):  # asked for twice, the second time on any day about the end; and done so long before
        yield _said((plan.begins, 0, "p"), (w.referral_received, 1), (w.referral_received, n), (plan.ends, 8, "p"))
        yield _said((plan.begins, -30, "p"), (w.visit_child_seen, -n), (w.referral_received, 0), (w.visit_child_seen, n))
    for n in range(-2, 14):  # a plan, and the need that it lies in, each ending on any day about the end of the other
        yield _said((need.begins, -9, "n"), (plan.begins, 0, "p"), (plan.ends, 8, "p"), (need.ends, n, "n"))
        yield _said((need.begins, -9, "n"), (plan.begins, 0, "p"), (plan.ends, n, "p"), (need.ends, 8, "n"), (need.begins, 8, "m"))
    for n in range(-2, 9):  # a day that the entry sets which asks for it
        yield [*_said((w.referral_received, 0, "a", time(12, 30))), _spoken(w.review_held, n, "a")]
    for n in range(100, 190):  # a birth that is expected so long after it was asked for
        yield [*_said((w.referral_received, 0)), _spoken(w.expected, n, "", None, 9)]
    for n in range(-30, 45):  # before and after a number changes
        yield _said((w.referral_received, n), (w.contact_decided, n + 6))
    for minutes in range(-3, 4):  # at, before and after the very moment; under its key, another's and none
        moment = time(12, 30 + minutes)
        for key in ("a", "b", ""):
            yield _said((w.referral_received, 0, "a", time(12, 30)), (w.contact_decided, 0, key, moment))
            yield _said((w.referral_received, 0, "a", time(12, 30)), (w.referral_received, 0, "b", moment), (w.contact_decided, 1, key, moment))


def _said(*said: Said) -> list[Spoken]:
    return [_spoken(word, day, *(more or ("",)), entry=number) for number, (word, day, *more) in enumerate(said, 1)]


def _born(age: int) -> Spoken:
    """So that this birthday falls on the day on which the lives begin."""
    return _spoken(w.born, 0, "", None, 8)._replace(day=BEGINS.replace(year=BEGINS.year - age))


def _spoken(word: Word, day: int, key: str, at: time | None = None, entry: int = 1) -> Spoken:
    on = BEGINS + day * DAY
    moment = datetime.combine(on, at, UTC) if at else None
    return Spoken(word.name, on, moment, key or f"entry {entry}", str(entry), datetime.combine(on + DAY, time(9), UTC))
