"""Several people at the same moment: one report, one confirmation, and nobody's word lost."""

from concurrent.futures import ThreadPoolExecutor
from threading import Barrier

import pytest
from django.db import connection

from goldthread.inspection import reports
from goldthread.inspection.models import Confirmed, File, Report
from tests.inspection import held
from tests.inspection.held import NOW

pytestmark = pytest.mark.django_db(transaction=True)
PEOPLE = 4


def at_once(work):
    """What each of several people gets who do the same thing at the same moment."""
    ready = Barrier(PEOPLE)

    def one(_):
        try:
            ready.wait()
            return work()
        finally:
            connection.close()

    with ThreadPoolExecutor(PEOPLE) as many:
        return list(many.map(one, range(PEOPLE)))


def test_one_file_sent_by_several_at_once_is_one_report(people):
    found = at_once(lambda: held.kept(people["miriam"]))
    assert len({report.pk for report in found}) == 1
    assert (Report.objects.count(), File.objects.count(), len(reports.held(found[0]))) == (1, 1, 10)


def test_a_page_confirmed_by_several_at_once_is_confirmed_once(people):
    sure = [one for one in reports.held(held.kept(people["miriam"])) if one.fact.sure]
    done = at_once(lambda: reports.confirm_all(sure, now=NOW, by=people["miriam"]))
    assert sorted(done) == [0] * (PEOPLE - 1) + [len(sure)]
    assert Confirmed.objects.count() == len(sure)


def test_one_fact_confirmed_by_several_at_once_keeps_every_word(people):
    authority = held.fact(held.kept(people["miriam"]), "authority")
    at_once(lambda: reports.say(authority, authority.read, now=NOW, by=people["miriam"]))
    assert Confirmed.objects.filter(fact=authority).count() == PEOPLE


def test_an_authority_added_by_several_at_once_is_added_once(people):
    report = held.kept(people["miriam"], authority=None)

    def add():
        try:
            return reports.add(report, "authority", "Wrenford", 1, now=NOW, by=people["miriam"])
        except reports.facts.NotSaid:
            return None

    assert len([fact for fact in at_once(add) if fact]) == 1
