"""A record that is closed says why; where a reason opens it, it is asked for, kept, told to whoever holds the record, and runs out."""

from datetime import timedelta

import pytest

from goldthread.people.models import Interest, Opening
from goldthread.record.models import Look, Person, Restriction, Standing
from goldthread.record.reach import Reach
from tests.web.one_child import NOW, REFERENCE, signed_in, text
from tests.web.saying import WHY, says_why

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
PAGE = f"/children/{REFERENCE}/"
OPEN, SAY = f"/records/{REFERENCE}/open/", f"/records/{REFERENCE}/why/"


def restrict(person, *workers):
    for worker in workers:
        Restriction.objects.create(person_id=person, worker=worker, why="A colleague’s family")
    Standing.objects.filter(person=person).update(restricted=True)


def opens(people, name, reason="Her sister rang the night team about him", onwards=PAGE):
    return signed_in(people[name]).post(OPEN, {"reason": reason, "next": onwards})


# Beyond one's own work


def test_the_refusal_offers_to_open_the_record_and_says_who_will_be_told(people, kofi):
    page = signed_in(people["nora"]).get(PAGE)
    assert page.status_code == 403 and "Another team holds this record" in text(page) and "Kofi" not in page.content.decode()
    assert "you may open this record for 4 hours" in text(page) and "the worker and the manager of the team that hold it will be told" in text(page)


def test_a_record_is_opened_with_a_reason_and_one_goes_on_to_where_one_was_going(people, kofi):
    onwards = f"/entries/{kofi['school']}/"
    answer = opens(people, "nora", onwards=onwards)
    assert (answer.status_code, answer.headers["location"]) == (302, onwards)
    nora = signed_in(people["nora"])
    assert nora.get(onwards).status_code == 200 and nora.get(PAGE).status_code == 200
    kept = Opening.objects.get()
    assert (kept.worker, kept.person_id, kept.beyond, kept.until - kept.at) == (people["nora"], kofi["person"], True, timedelta(hours=4))


def test_a_reason_of_a_few_letters_opens_nothing(people, kofi):
    for reason in ("", "   a     b  ", "audit"):
        answer = opens(people, "nora", reason)
        assert answer.status_code == 422 and "Say in at least 10 letters why you need this record." in text(answer)
    assert not Opening.objects.exists() and signed_in(people["nora"]).get(PAGE).status_code == 403


def test_it_is_closed_again_after_four_hours(people, kofi, settings):
    opens(people, "nora")
    nora = signed_in(people["nora"])
    settings.GOLDTHREAD_NOW = "2026-11-20T21:27"
    assert nora.get(PAGE).status_code == 200
    settings.GOLDTHREAD_NOW = "2026-11-20T21:28"
    assert nora.get(PAGE).status_code == 403


def test_who_opened_a_record_writes_in_it_as_their_role_does(people, kofi):
    opens(people, "nora")
    with Reach(people["nora"], NOW).act() as act:
        act.write(kofi["person"], "note", NOW.date(), {"title": "Rang the night team"})
    assert "Rang the night team" in text(signed_in(people["priya"]).get(PAGE))


@pytest.mark.parametrize("onwards", ["https://elsewhere.example/", "//elsewhere.example/", "javascript:alert(1)", ""])
def test_an_address_of_another_site_is_never_gone_on_to(people, kofi, onwards):
    assert opens(people, "nora", onwards=onwards).headers["location"] == PAGE


@pytest.mark.parametrize("name", ["ana", "dina", "adam"])
def test_a_role_that_does_not_work_with_children_opens_nothing_that_is_restricted(people, kofi, name):
    restrict(kofi["person"], people["priya"])
    page = signed_in(people[name]).get(PAGE)
    assert page.status_code == 403 and "If it cannot wait" not in text(page)
    assert opens(people, name).status_code == 403 and not Opening.objects.exists()


def test_who_sees_a_record_already_has_nothing_to_open(people, kofi):
    assert opens(people, "priya").status_code == 403 and not Opening.objects.exists()


def test_the_owner_is_told_until_one_of_them_has_answered(people, kofi):
    opens(people, "nora")
    for name in ("priya", "ngozi"):
        page = text(signed_in(people[name]).get("/today/"))
        assert "1 record you answer for was opened Kofi Larkfield , by Nora, social worker" in page and "Her sister rang the night team" in page
    for name in ("nora", "marta"):
        assert "you answer for" not in text(signed_in(people[name]).get("/today/"))
    number = Opening.objects.get().pk
    for name in ("nora", "marta", "ana"):
        assert signed_in(people[name]).post(f"/opened/{number}/seen/").status_code == 404
    assert signed_in(people["ngozi"]).post(f"/opened/{number}/seen/").status_code == 302
    assert "you answer for" not in text(signed_in(people["priya"]).get("/today/"))
    kept = Opening.objects.get()
    assert (kept.seen_by, kept.seen_at) == (people["ngozi"], NOW)


def test_of_a_restricted_record_only_the_named_are_told(people, kofi):
    restrict(kofi["person"], people["marta"])
    assert "those who are named for this record will be told" in text(signed_in(people["nora"]).get(PAGE))
    opens(people, "nora")
    assert "Kofi Larkfield , by Nora" in text(signed_in(people["marta"]).get("/today/"))
    for name in ("priya", "ngozi", "hal"):
        assert "you answer for" not in text(signed_in(people[name]).get("/today/"))


def test_of_a_record_that_nobody_holds_the_openers_own_manager_is_told(people, kofi):
    with Reach(people["hal"], NOW).act() as act:
        person = act.new_person(reference="WR-7")
        act.write(person, "person", NOW.date(), {"forename": "Ada", "surname": "Alderway"})
    assert "your own team’s manager will be told" in text(signed_in(people["marta"]).get("/children/WR-7/"))
    signed_in(people["marta"]).post("/records/WR-7/open/", {"reason": "She is said to be at risk tonight"})
    assert "A record that is closed to you , by Marta" in text(signed_in(people["ngozi"]).get("/today/"))


def test_it_stands_in_the_history_of_the_record(people, kofi):
    opens(people, "nora")
    page = text(signed_in(people["priya"]).get(f"{PAGE}history/"))
    assert "Who opened it beyond their own work Nora, social worker" in page and "Nobody who holds the record has answered yet." in page
    signed_in(people["priya"]).post(f"/opened/{Opening.objects.get().pk}/seen/")
    assert "Seen by Priya Fenwater" in text(signed_in(people["priya"]).get(f"{PAGE}history/"))
    assert Look.objects.filter(worker=people["nora"], page="open_record", refused=False, reason__startswith="Her sister").count() == 1


def test_managers_have_the_list_of_what_was_opened(people, kofi):
    opens(people, "nora")
    for name in ("ngozi", "hal", "dina"):
        assert "Kofi Larkfield Nora, social worker" in text(signed_in(people[name]).get("/opened/")).replace(" By ", " "), name
    for name in ("priya", "adam"):
        assert signed_in(people[name]).get("/opened/").status_code == 403


def test_the_database_keeps_an_opening_as_it_was(people, kofi):
    from django.db import ProgrammingError, transaction

    opens(people, "nora")
    for change in ({"reason": "Another reason"}, {"until": NOW + timedelta(days=9)}, {"seen_by": people["nora"]}):
        with pytest.raises(ProgrammingError, match="kept as it was"), transaction.atomic():
            Opening.objects.update(**change)
    with pytest.raises(ProgrammingError, match="kept as it was"), transaction.atomic():
        Opening.objects.all().delete()


# Roles that say why


@pytest.mark.parametrize("name", ["ana", "dina"])
def test_who_sees_the_service_says_once_why_they_need_one_record(people, kofi, name, settings):
    client = signed_in(people[name])
    page = client.get(PAGE, follow=True)
    assert page.redirect_chain == [(f"{SAY}?next=%2Fchildren%2F{REFERENCE}%2F", 302)] and "Why do you need this record?" in text(page) and "Kofi" not in page.content.decode()
    answer = client.post(SAY, {"reason": WHY, "next": f"{PAGE}timeline/"})
    assert answer.headers["location"] == f"{PAGE}timeline/"
    assert client.get(f"{PAGE}timeline/").status_code == 200 and client.get(PAGE).status_code == 200
    assert f"Reason: “{WHY}”" in text(signed_in(people["priya"]).get(f"{PAGE}history/"))
    assert "Refused" not in text(signed_in(people["priya"]).get(f"{PAGE}history/"))
    assert "you answer for" not in text(signed_in(people["priya"]).get("/today/"))
    settings.GOLDTHREAD_NOW = "2026-11-21T01:28"
    assert client.get(PAGE).status_code == 302


def test_lists_and_searches_are_theirs_without_a_reason(people, kofi):
    assert "Kofi Larkfield" in text(signed_in(people["ana"]).get("/search/?q=Larkfield"))


def test_a_reason_for_a_child_opens_those_around_them_who_have_no_record_of_their_own(people, kofi):
    dina = signed_in(people["dina"])
    gran, ama = (Person.objects.get(pk=kofi[who]).reference for who in ("gran", "ama"))
    assert dina.get(f"/children/{gran}/").status_code == 302
    says_why(dina, REFERENCE)
    assert dina.get(f"/children/{gran}/").status_code == 200 and dina.get(f"/children/{ama}/").status_code == 302


def test_whose_role_needs_no_reason_is_told_so(people, kofi):
    assert signed_in(people["priya"]).post(SAY, {"reason": WHY}).status_code == 403
    assert signed_in(people["nora"]).post(SAY, {"reason": WHY}).status_code == 403
    assert not Opening.objects.exists()


# Interests


def family(people, kofi, *others):
    Person.objects.filter(pk__in=[kofi["person"], *others]).update(family=5)


def declares(client, whose, **more):
    return client.post("/interests/", {"worker": whose.pk, "reference": REFERENCE, "why": "My cousin’s children", **more})


def test_a_worker_declares_their_own_family_and_never_meets_them_again(people, kofi):
    family(people, kofi, kofi["ama"])
    priya = signed_in(people["priya"])
    assert "Ama Larkfield" in text(priya.get("/search/?q=Larkfield")) and declares(priya, people["priya"]).status_code == 302
    ama = Person.objects.get(pk=kofi["ama"]).reference
    for address in (PAGE, f"/children/{ama}/", f"/entries/{kofi['school']}/", f"/write/{REFERENCE}/note/"):
        page = priya.get(address)
        assert page.status_code == 403 and "An interest is registered" in text(page) and "If it cannot wait" not in text(page)
    for address in ("/search/?q=Larkfield", "/today/", "/children/", "/team/"):
        found = text(priya.get(address))
        assert "Kofi" not in found and "Ama Larkfield" not in found, address
    assert opens(people, "priya").status_code == 403 and not Opening.objects.exists()
    assert signed_in(people["ngozi"]).get(PAGE).status_code == 200


def test_nobody_else_is_told_whose_family_it_is(people, kofi):
    declares(signed_in(people["marta"]), people["marta"])
    for name in ("priya", "nora", "ana", "dina", "hal"):
        client = says_why(signed_in(people[name]), REFERENCE) if name in ("ana", "dina") else signed_in(people[name])
        for address in (PAGE, f"{PAGE}history/", "/about/who-sees/", "/search/?q=Larkfield"):
            assert "cousin" not in text(client.get(address)) and "interest of" not in text(client.get(address))
    for name in ("priya", "nora", "ana"):
        assert REFERENCE not in text(signed_in(people[name]).get("/interests/"))


def test_a_manager_registers_one_for_a_worker_who_is_not_told_whom_it_is_about(people, kofi):
    assert declares(signed_in(people["ngozi"]), people["marta"]).status_code == 302
    page = text(signed_in(people["marta"]).get("/interests/"))
    assert "A record that somebody registered for you" in page and REFERENCE not in page and "cousin" not in page
    assert f"{REFERENCE} My cousin’s children" in text(signed_in(people["ngozi"]).get("/interests/"))
    assert signed_in(people["marta"]).get(PAGE).status_code == 403


def test_nobody_registers_for_those_they_do_not_manage(people, kofi):
    for name, worker in (("priya", "marta"), ("ngozi", "nora"), ("nora", "priya")):
        assert declares(signed_in(people[name]), people[worker]).status_code == 422
    assert not Interest.objects.exists()
    assert declares(signed_in(people["adam"]), people["nora"]).status_code == 302


def test_what_is_missing_is_asked_for(people, kofi):
    ngozi = signed_in(people["ngozi"])
    for more, said in (({"reference": "WR-0"}, "There is no record with the reference WR-0"), ({"why": " "}, "Say what the interest is"), ({"worker": "x"}, "Choose whose")):
        answer = declares(ngozi, people["ngozi"], **more)
        assert answer.status_code == 422 and said in text(answer)


def test_an_interest_is_taken_back_by_somebody_else_with_the_reason_and_is_kept(people, kofi):
    declares(signed_in(people["marta"]), people["marta"])
    number = Interest.objects.get().pk
    assert signed_in(people["marta"]).post(f"/interests/{number}/end/", {"why": "I moved"}).status_code == 403
    for name in ("priya", "nora"):
        assert signed_in(people[name]).post(f"/interests/{number}/end/", {"why": "I moved"}).status_code == 404
    ngozi = signed_in(people["ngozi"])
    assert "Say why the interest has ended." in text(ngozi.post(f"/interests/{number}/end/", {"why": " "}))
    assert signed_in(people["marta"]).get(PAGE).status_code == 403
    assert ngozi.post(f"/interests/{number}/end/", {"why": "It was another Larkfield"}).status_code == 302
    assert signed_in(people["marta"]).get(PAGE).status_code == 200
    assert "It was another Larkfield" in text(ngozi.get("/interests/"))
    assert ngozi.post(f"/interests/{number}/end/", {"why": "Again"}).status_code == 404


def test_who_can_see_what_is_said_where_everybody_reads_it(people):
    page = text(signed_in(people["priya"]).get("/about/who-sees/"))
    for words in ("Lists and counts as they are, one child’s record after saying why", "for four hours", "Nobody sees the record of their own family", "Open other records for a while"):
        assert words.lower() in page.lower()
