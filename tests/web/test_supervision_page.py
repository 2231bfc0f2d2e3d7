"""Supervision: when it was, when it is due, whose records changed since, and who may read it."""


import pytest

from goldthread.duties.words.kinds import CARER, WORKER
from goldthread.record.models import Standing
from tests.web.one_child import REFERENCE, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


def test_a_manager_sees_each_worker_and_a_worker_their_own(people, others):
    page = text(signed_in(people["ngozi"]).get("/supervision/"))
    assert people["priya"].name in page and "none written down" in page
    own = text(signed_in(people["priya"]).get("/supervision/"))
    assert "Your own" in own and "Those you manage" not in own
    assert "no record of your own yet" in text(signed_in(people["nora"]).get("/supervision/"))


def test_a_worker_without_a_record_can_be_given_one(people, kofi):
    page = signed_in(people["ngozi"]).get("/supervision/")
    line = next(one for one in page.context["lines"] if one.text == people["priya"].name)
    assert line.action.label == "Begin their record" and f"account={people['priya'].pk}" in line.action.href
    assert signed_in(people["ngozi"]).get(line.action.href).status_code == 200


def test_a_carer_is_handed_over_to_another_supervising_social_worker(people, others):
    """The only part offered is that of whoever holds a carer, and the workers are of their team."""
    client = signed_in(people["ngozi"])
    page = client.get(f"/write/{others[CARER]}/allocation/")
    assert [code for code, _, _ in page.context["parts"]] == ["supervising_social_worker"] and people["priya"].name in text(page)
    marta = people["marta"].pk
    saved = client.post(f"/write/{others[CARER]}/allocation/", {"works_as": "supervising_social_worker", "worker": marta, "day": "20/11/2026", "save": 1})
    assert saved.status_code == 302, text(saved)
    assert Standing.objects.get(reference=others[CARER]).worker_id == marta


def test_a_child_is_never_given_a_line_manager(people, kofi):
    page = signed_in(people["ngozi"]).get(f"/write/{REFERENCE}/allocation/?works_as=manager")
    assert "manager" not in [code for code, _, _ in page.context["parts"]] and page.context["part"] == "social_worker"


def test_the_list_and_the_search_say_what_is_due_about_each(people, supervised):
    ngozi = signed_in(people["ngozi"])
    listed = next(line for line in ngozi.get("/people/").context["lines"] if line.name.text == "Priya Anand")
    assert (listed.asks, listed.state, listed.due) == ("Check the workload", "overdue", "overdue since Wed 6 Oct 2021")
    assert "overdue since Wed 6 Oct 2021 Check the workload" in text(ngozi.get("/search/?q=anand"))


def test_supervision_says_the_last_the_next_and_whose_records_changed_since(people, kofi, supervised):
    line = next(one for one in signed_in(people["ngozi"]).get("/supervision/").context["lines"] if one.text == people["priya"].name)
    assert line.last == "Tue 15 Sep" and line.due.startswith("overdue since") and line.state == "overdue"
    assert "child" in "".join(part if isinstance(part, str) else part.text for part in line.changed)
    assert line.action.primary and "what=supervision" in line.action.href


def test_supervision_that_is_written_down_meets_the_duty(people, supervised):
    client = signed_in(people["ngozi"])
    line = next(one for one in client.get("/supervision/").context["lines"] if one.text == people["priya"].name)
    form = client.get(line.action.href)
    words = {"sheet": form.context["sheet"].token, "do": "save", "day": "20/11/2026", "what": "supervision", "note": "What holds her up."}
    assert client.post(line.action.href, words).status_code == 302
    now = next(one for one in client.get("/supervision/").context["lines"] if one.text == people["priya"].name)
    assert now.last == "Fri 20 Nov" and now.state != "overdue"


def test_what_is_owed_about_a_worker_stands_on_their_managers_today(people, supervised):
    page = text(signed_in(people["ngozi"]).get("/today/"))
    assert "Hold the supervision for Priya" in page and "Hold the supervision for Priya Anand, age" not in page
    assert "Hold the supervision" not in text(signed_in(people["priya"]).get("/today/"))


def test_a_worker_does_not_write_their_own_supervision_from_the_page(people, supervised):
    own = signed_in(people["priya"]).get("/supervision/").context["own"]
    assert own[0].last == "Tue 15 Sep" and own[0].action is None


def test_nobody_else_reads_it(people, supervised, others):
    for name in ("ana", "nora", "rhys"):
        assert signed_in(people[name]).get(f"/children/{others[WORKER]}/").status_code == 403
        assert "The move." not in text(signed_in(people[name]).get("/people/?q=priya"))
