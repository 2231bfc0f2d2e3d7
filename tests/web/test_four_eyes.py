"""Nobody approves their own work: what was written waits, is approved or returned with a comment by somebody else, and waits again once corrected."""

from datetime import date

import pytest
from django.db import ProgrammingError, transaction

from goldthread.people.models import Worker
from goldthread.people.roles import APPROVE, ROLES
from goldthread.people.sight import NotAllowed
from goldthread.record import verdicts
from goldthread.record.act import Conflict
from goldthread.record.models import Verdict
from goldthread.record.reach import Reach
from goldthread.record.reading import read_entry
from goldthread.record.register import REGISTER
from goldthread.record.store import NewEntry, store
from tests.web.one_child import NOW, signed_in, text, write

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
DAY = date(2026, 11, 18)
ASKED = [code for code, kind in REGISTER.items() if kind.approved_by]


@pytest.fixture
def plan(people, kofi):
    """A child in need plan that Priya wrote about Ama: what her manager approves."""
    return write(people["priya"], kofi["ama"], "need_plan", DAY, {})


def says(worker, entry_number, do="approve", comment="", read=1, **more):
    return signed_in(worker).post(f"/entries/{entry_number}/verdict/", {"do": do, "comment": comment, "read": read, **more})


def state(number):
    return verdicts.of_entry(read_entry(number)).state


def test_what_has_to_be_approved_is_said_by_the_type():
    assert {"assessment", "conference", "protection_plan", "need_plan", "care_plan", "pathway_plan", "closing"} == set(ASKED)
    for code in ASKED:
        assert all(APPROVE in ROLES[role].may for role in REGISTER[code].approved_by)


def test_it_waits_until_a_manager_approves_it(people, plan):
    assert state(plan) == verdicts.WAITING and "waits to be approved" in text(signed_in(people["ngozi"]).get(f"/entries/{plan}/"))
    assert says(people["ngozi"], plan, comment="Clear and short.").status_code == 302
    assert state(plan) == verdicts.APPROVED
    page = text(signed_in(people["priya"]).get(f"/entries/{plan}/"))
    assert "Ngozi Millrace approved version 1 on" in page and "“Clear and short.”" in page


def test_nobody_approves_what_they_wrote_any_version_of(people, kofi):
    own = write(people["ngozi"], kofi["ama"], "need_plan", DAY, {})
    page = says(people["ngozi"], own)
    assert page.status_code == 403 and "You wrote this, or part of it." in text(page)
    theirs = write(people["priya"], kofi["ama"], "assessment", DAY, {"found": "Mornings are hard."})
    with Reach(people["ngozi"], NOW).act() as act:
        act.correct(theirs, 1, "A word was missing", values={"found": "Mornings are very hard."})
    assert says(people["ngozi"], theirs, read=2).status_code == 403
    assert not Verdict.objects.exists()
    assert says(people["hal"], own).status_code == 302 and Verdict.objects.get().by == people["hal"]


def test_the_form_stands_only_where_it_works(people, kofi, plan):
    for name, sees in (("ngozi", True), ("hal", True), ("priya", False), ("rhys", False)):
        assert ('value="approve"' in signed_in(people[name]).get(f"/entries/{plan}/").content.decode()) is sees, name
    assert 'id="approval"' not in signed_in(people["ngozi"]).get(f"/entries/{kofi['school']}/").content.decode()


@pytest.mark.parametrize("name", ["priya", "marta", "nora", "rhys", "ana", "adam"])
def test_a_role_that_does_not_approve_this_is_told_so(people, plan, name):
    assert says(people[name], plan).status_code == 403 and not Verdict.objects.exists()


def test_it_is_returned_only_with_a_comment_and_keeps_what_was_typed(people, plan):
    page = says(people["ngozi"], plan, "return", "  ")
    assert page.status_code == 422 and "Say what is to be changed" in text(page)
    assert says(people["ngozi"], plan, "neither", "A comment").status_code == 422
    assert says(people["ngozi"], plan, "return", "Who takes him to school?").status_code == 302
    assert state(plan) == verdicts.RETURNED


def test_what_was_returned_waits_with_whoever_wrote_it_until_it_is_corrected(people, kofi, plan):
    says(people["ngozi"], plan, "return", "Who takes her to school?")
    for address in ("/today/", "/approvals/"):
        assert "Ngozi Millrace: Who takes her to school?" in text(signed_in(people["priya"]).get(address))
    assert "Who takes her" not in text(signed_in(people["marta"]).get("/approvals/"))
    with Reach(people["priya"], NOW).act() as act:
        act.correct(plan, 1, "Her aunt does", day=date(2026, 11, 19))
    assert state(plan) == verdicts.WAITING
    assert "Who takes her" not in text(signed_in(people["priya"]).get("/today/"))
    assert "Who takes her to school?" in text(signed_in(people["ngozi"]).get(f"/entries/{plan}/"))


def test_a_correction_after_the_approval_waits_again(people, plan):
    says(people["ngozi"], plan)
    with Reach(people["priya"], NOW).act() as act:
        act.correct(plan, 1, "The wrong day", day=date(2026, 11, 17))
    assert state(plan) == verdicts.WAITING


def test_a_version_that_was_not_read_is_not_approved(people, plan):
    with Reach(people["priya"], NOW).act() as act:
        act.correct(plan, 1, "The wrong day", day=date(2026, 11, 17))
    for read in (1, 3, "x", ""):
        page = says(people["ngozi"], plan, comment="Seen.", read=read)
        assert page.status_code == 422 and "Somebody changed this entry" in text(page) and "Seen." in page.content.decode()
    with pytest.raises(Conflict):
        verdicts.judge(Reach(people["ngozi"], NOW), plan, 1, True, "")


def test_the_managers_pages_list_what_waits(people, kofi, plan):
    for address in ("/today/", "/team/", "/approvals/"):
        assert "Child in need plan, Wed 18 Nov , about Ama Larkfield , by Priya Fenwater" in text(signed_in(people["ngozi"]).get(address)), address
    says(people["ngozi"], plan)
    assert "Child in need plan, Wed 18 Nov" not in text(signed_in(people["ngozi"]).get("/approvals/"))


def test_what_a_manager_wrote_waits_with_whoever_is_above_them(people, kofi):
    people["east"].told_next = people["hal"]
    people["east"].save()
    write(people["ngozi"], kofi["ama"], "need_plan", DAY, {})
    assert "Child in need plan" not in text(signed_in(people["ngozi"]).get("/approvals/"))
    assert "Child in need plan, Wed 18 Nov , about Ama Larkfield , by Ngozi Millrace" in text(signed_in(people["hal"]).get("/approvals/"))


def test_author_and_approver_come_from_who_is_signed_in(people, kofi, plan):
    says(people["ngozi"], plan, by=people["hal"].pk, person=kofi["gran"], at="2020-01-01", approved="false", number=7, entry=1)
    kept = Verdict.objects.get()
    assert (kept.by, kept.person_id, kept.at, kept.approved, kept.entry, kept.number) == (people["ngozi"], kofi["ama"], NOW, True, plan, 1)


def test_what_came_in_a_file_or_was_withdrawn_waits_for_nobody(people, kofi):
    (number,) = store([NewEntry(kofi["person"], "assessment", date(2026, 10, 1), {}, origin="cin:1")], people["ana"].pk, NOW)
    assert verdicts.of_entry(read_entry(number)) is None
    with pytest.raises(NotAllowed, match="came in a file"):
        verdicts.judge(Reach(people["ngozi"], NOW), number, 1, True, "")


def test_the_database_keeps_every_verdict(people, plan):
    says(people["ngozi"], plan)
    for change in (lambda: Verdict.objects.update(approved=False, comment="No"), lambda: Verdict.objects.all().delete()):
        with pytest.raises(ProgrammingError, match="never overwritten"), transaction.atomic():
            change()


def test_an_entry_as_known_before_waits_still(people, kofi, plan):
    says(people["ngozi"], plan)
    assert "waits to be approved" in text(signed_in(people["priya"]).get(f"/entries/{plan}/?known=2026-11-19"))


def test_an_inspector_and_an_administrator_have_no_such_list(people):
    visitor = Worker.objects.create_user("lee", None, name="Lee", role="inspector")
    for worker in (people["adam"], visitor):
        assert signed_in(worker).get("/approvals/").status_code == 403
