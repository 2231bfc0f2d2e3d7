"""Reports and evidence as every role: everybody reads, who leads improvement says, nobody else, and no page asks more for more facts."""

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldthread.inspection import reports
from goldthread.inspection.reading.values import Improvement
from goldthread.people.models import Team, Worker
from goldthread.people.roles import IMPROVE, INVITED, ROLES
from tests.inspection import held
from tests.inspection.held import NOW
from tests.web.one_child import signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
WORK_HERE = [code for code, role in ROLES.items() if role.sees != INVITED]
MOST_QUESTIONS = 20


@pytest.fixture
def report():
    return held.kept(Worker.objects.create_user("keeper", None, name="Keeper", role="quality_lead"))


def somebody(role):
    return Worker.objects.create_user("me", None, name="Me", role=role, team=Team.objects.create(name="East"))


def reads(report):
    fact = held.fact(report, "improvement")
    return ["/reports/", f"/reports/{report.pk}/", f"/reports/{report.pk}/pages/1.png", f"/evidence/{fact.pk}/", f"/files/{report.file_id}/"]


def says(report):
    fact = held.fact(report, "improvement")
    return ["/reports/add/", f"/reports/facts/{fact.pk}/", f"/reports/{report.pk}/missed/", f"/reports/{report.pk}/missed/?kind=judgement",
            f"/evidence/{fact.pk}/add/", f"/evidence/{fact.pk}/add/?kind=families"]  # fmt: skip


@pytest.mark.parametrize("role", WORK_HERE)
def test_every_role_reads_reports_with_what_was_confirmed(report, role):
    client = signed_in(somebody(role))
    assert {address: client.get(address).status_code for address in reads(report)} == dict.fromkeys(reads(report), 200)


@pytest.mark.parametrize("role", WORK_HERE)
def test_a_role_says_something_of_a_report_or_is_told_why_not(report, role):
    worker = somebody(role)
    client, may = signed_in(worker), worker.may(IMPROVE)
    for address in says(report):
        answer = client.get(address)
        assert answer.status_code == (200 if may else 403), address
        assert may or "does not lead improvement" in text(answer)


@pytest.mark.parametrize("role", WORK_HERE)
def test_a_button_stands_on_the_page_only_for_whom_it_works(report, role):
    worker = somebody(role)
    page = signed_in(worker).get(f"/reports/{report.pk}/").content.decode()
    assert ('name="do" value="confirm"' in page) is worker.may(IMPROVE)


def test_no_page_asks_the_database_more_for_more_facts(report):
    client = signed_in(somebody("quality_lead"))
    few = questions(client, f"/reports/{report.pk}/")
    many = tuple(Improvement(f"Thing {n}", 2, "local_authority", words=f"Thing {n}") for n in range(60))
    longer = reports.keep_reading(held.reading(improvements=many), held.pdf("longer"), "longer.pdf", now=NOW, by=None)
    assert questions(client, f"/reports/{longer.pk}/") == few <= MOST_QUESTIONS
    assert all(questions(client, address) <= MOST_QUESTIONS for address in [*reads(report), *says(report)])


def questions(client, address):
    client.get(address)
    with CaptureQueriesContext(connection) as asked:
        assert client.get(address).status_code == 200
    return len(asked)
