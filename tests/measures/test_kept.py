"""A measure of duties that are not kept here has no figure: what nobody was asked to write down is neither done nor late."""

from datetime import UTC, date, datetime

import pytest

from goldthread.duties import RULES
from goldthread.duties.settings import Kept, Settings
from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import figures
from goldthread.measures.kept import codes, is_kept
from goldthread.measures.sources import Postgres
from goldthread.people.models import Worker
from goldthread.record.local.changing import settle
from goldthread.record.local.checks import Choice
from goldthread.record.local.models import KEPT
from goldthread.web.measures.saying import NOT_KEPT, value

DAY = date(2026, 10, 31)
NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
OF_DUTIES = [measure for measure in MEASURES.values() if codes(measure)]


def without(measure, since=None):
    """Settings in which none of the duties that a measure counts is kept, or all from a day on."""
    counted = {rule.code for rule in RULES if codes(measure) & set(rule.codes)}
    return Settings(kept=tuple(Kept(code, since) for code in sorted(counted)))


@pytest.mark.parametrize("measure", OF_DUTIES, ids=lambda m: m.code)
def test_it_is_kept_by_default_and_not_once_every_one_of_its_duties_is_not(measure):
    assert is_kept(measure, DAY, Settings())
    assert not is_kept(measure, DAY, without(measure))
    assert not is_kept(measure, DAY, without(measure, date(2026, 11, 1)))
    assert is_kept(measure, DAY, without(measure, DAY))


def test_one_duty_that_is_kept_is_enough_for_a_figure():
    measure = next(m for m in OF_DUTIES if len({rule.code for rule in RULES if codes(m) & set(rule.codes)}) > 1)
    some = without(measure)
    assert is_kept(measure, DAY, Settings(kept=some.kept[1:]))


def test_what_counts_the_entries_themselves_is_counted_whatever_is_kept():
    plain = next(m for m in MEASURES.values() if not codes(m))
    assert is_kept(plain, DAY, without(OF_DUTIES[0]))


@pytest.mark.django_db
def test_the_figure_says_that_it_is_not_kept_and_never_that_all_was_in_time():
    lead = Worker.objects.create_user("sunita", None, name="Sunita", role="practice_lead")
    measure = OF_DUTIES[0]
    for kept in without(measure).kept:
        settle(lead, NOW, Choice(KEPT, kept.code, "not kept", None, "Not written down here yet."))
    (figure,) = figures(Postgres(), [measure.code], [DAY])
    assert figure.value is None and figure.denominator == 0 and not figure.kept
    assert value(figure, measure) == NOT_KEPT
