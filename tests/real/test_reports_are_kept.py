"""Published reports are kept as they were read, can be confirmed as they were read, and then count."""

from datetime import UTC, datetime

import pytest

from goldthread.inspection import facts, files, reports
from goldthread.inspection.models import Report
from goldthread.people.models import Worker
from tests.real.shared import needs_data
from tests.real.test_published_reports import REPORTS, reading, truth

pytestmark = [needs_data, pytest.mark.django_db]
NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)


def kept(true):
    data = (REPORTS / true["file"]).read_bytes()
    return reports.keep_reading(reading(true["file"]), data, true["file"], now=NOW, by=None)


def test_every_fact_that_was_read_can_be_confirmed_corrected_and_said_in_words():
    for true in truth():
        for fact in facts.read_as_facts(reading(true["file"])):
            value = facts.checked(fact.kind, fact.read)
            assert value == fact.read or fact.kind == "improvement" and value["text"] == " ".join(fact.read["text"].split()), (true["file"], fact.kind)
            assert fact.kind != "judgement" or fact.area in facts.AREAS, (true["file"], fact.area)


def test_reports_that_can_be_read_count_once_somebody_confirmed_them_and_the_others_are_refused_by_name():
    miriam = Worker.objects.create_user("miriam", None, name="Miriam", role="quality_lead")
    for true in truth()[::6]:
        if not true["readable"]:
            continue
        report = kept(true)
        for one in reports.held(report):
            reports.say(one.fact, one.fact.read, now=NOW, by=miriam)
        assert reports.counts(report)[0], (true["file"], reports.counts(report))
        assert len(reports.confirmed(report).judgements) == len(reading(true["file"]).judgements)
    held = Report.objects.count()
    for true in (t for t in truth() if not t["readable"]):
        with pytest.raises(files.NotKept, match=true["file"]):
            kept(true)
    assert Report.objects.count() == held > 5
