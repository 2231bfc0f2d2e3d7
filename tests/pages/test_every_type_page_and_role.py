"""Every entry type on every generic page as every role: opened where it may be, refused with a reason where it may not."""

import re
from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldthread.duties.words.kinds import ADULT, CHILD, WORKER
from goldthread.people.roles import ALLOCATE, WRITE
from goldthread.record.models import Person, Version
from goldthread.record.reach import Reach
from goldthread.record.register import REGISTER
from goldthread.record.standing import HOLDS
from tests.pages.every_type import KINDS, SHOWN, WORDS, full_answers, read, turned
from tests.web.one_child import NOW, REFERENCE, signed_in, text
from tests.web.saying import said_why

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
ROLES = ("priya", "nora", "ngozi", "rhys", "ana", "dina", "hal", "adam")
SEES = {"priya", "ngozi", "rhys", "ana", "dina", "hal"}
SEES_ABOUT = {WORKER: {"priya", "ngozi", "dina"}, ADULT: {"priya", "ngozi", "dina", "hal"}}  # of anybody else those in SEES
MOST_QUESTIONS = 75


@pytest.fixture(autouse=True)
def said(people, kofi):
    """Ana and Dina said why they need Kofi's record: what they are shown before is told in tests/web/test_closed_records.py."""
    for name in ("ana", "dina"):
        said_why(people[name], NOW, kofi["person"])


def whom(kind):
    """Whom a type is written about: a child where it may be."""
    about = REGISTER[kind].written_about()
    return CHILD if CHILD in about else min(about)


def sees(kind):
    return SEES_ABOUT.get(whom(kind), SEES)


@pytest.fixture
def about(people, kofi):
    """Gives the person and reference on whose record a type is written: Kofi, or somebody of that kind whom Priya holds."""
    made = {CHILD: kofi["person"]}

    def of(kind):
        kinds = whom(kind)
        if kinds not in made:
            with Reach(people["ngozi"], NOW).act() as act:
                made[kinds] = act.new_person()
                act.write(made[kinds], "person", date(2026, 11, 2), {"forename": "Kofi", "surname": "Elder"})
                held = {"works_as": HOLDS[kinds], "worker": people["priya"].pk, "team": people["east"].pk}
                act.write(made[kinds], "allocation", date(2026, 11, 2), held)
                act.write(made[kinds], "relationship", date(2026, 11, 2), {"other": kofi["gran"], "relation": "friend"})
        return made[kinds], Person.objects.get(pk=made[kinds]).reference

    return of


def writer_of(kind, people):
    """Somebody whose role writes this type."""
    return people["priya" if REGISTER[kind].writers is None else "ngozi"]


def may_write(worker, kind):
    writers = REGISTER[kind].writers
    return worker.may(WRITE) and (writers is None or worker.role in writers)


def token(page):
    return re.search(r'name="sheet" value="([^"]+)"', page.content.decode())[1]


def an_entry(kind, people, kofi, person):
    """One entry of the type about a person; where only one may stand at a time, one that ended long ago."""
    actor = writer_of(kind, people)
    needed = {"relationship": {"other": kofi["gran"], "relation": "friend"}, "closing": {"closes": kofi["referral"]}, "booking": {"what": "other"}}
    with Reach(actor, NOW).act() as act:
        return act.write(person, kind, date(2020, 1, 6), needed.get(kind, {}), until=date(2020, 2, 3) if REGISTER[kind].lasts else None)


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_is_written_from_its_page_and_read_back_in_words(people, kofi, about, kind):
    """Each answer that was typed stands on the page of the entry, on its print and on the timeline."""
    actor = writer_of(kind, people)
    client = signed_in(actor)
    address = f"/write/{about(kind)[1]}/{kind}/"
    answers = full_answers(REGISTER[kind], kofi["gran"], people["priya"], kofi["referral"])
    if REGISTER[kind].lane or kind == "private_fostering":  # which is none below 28 days
        answers |= {"day": "06/01/2020", "until": "03/02/2020"}
    saved = client.post(address, {**answers, "sheet": token(client.get(address)), "do": "save"})
    assert saved.status_code == 302, text(saved)
    number = Version.objects.filter(type=kind).latest("id").entry
    page, paper = client.get(f"/entries/{number}/"), client.get(f"/entries/{number}/print/")
    assert "Not answered" not in text(page)
    for body in (page.content.decode(), paper.content.decode()):
        assert "<b>twice" not in body
    assert turned(page) == turned(paper) == []
    if any(WORDS in v for v in answers.values() if isinstance(v, str)):
        assert SHOWN in text(page) and SHOWN in text(paper)
        assert WORDS in read(client.get(f"/entries/{number}/correct/").content.decode())[1], "the boxes keep what was typed"


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_is_corrected_from_its_page_and_keeps_every_other_answer(people, kofi, about, kind):
    number = an_entry(kind, people, kofi, about(kind)[0])
    client = signed_in(writer_of(kind, people))
    form = client.get(f"/entries/{number}/correct/")
    fields = dict(posted(form))
    before = Reach(people["dina"], NOW).entry(number)[0]
    saved = client.post(f"/entries/{number}/correct/", {**fields, "day": "07/01/2020", "why": "From the file", "do": "save"})
    assert saved.status_code == 302, text(saved)
    now, old = Reach(people["dina"], NOW).entry(number)[:2]
    assert (now.day, now.version, now.why, old.day) == (date(2020, 1, 7), 2, "From the file", date(2020, 1, 6))
    assert now.said() == before.said() and now.until == before.until


def posted(page):
    """What a browser would send back unchanged."""
    body = page.content.decode().split('id="entry"')[1].split("</form>")[0]
    yield from re.findall(r'<input[^>]*type="(?:text|hidden)"[^>]*name="([^"]+)"[^>]*value="([^"]*)"', body)
    yield from ((n, v) for n, v in re.findall(r'<input type="hidden" name="([^"]+)" value="([^"]*)"', body))
    yield from ((name, value) for name, value in re.findall(r'<input[^>]*id="[^"]+" name="([^"]+)" type="text" value="([^"]*)"', body))
    yield from re.findall(r'<input type="radio" name="([^"]+)" value="([^"]*)"[^>]*checked', body)
    for name, options in re.findall(r'<select[^>]*name="([^"]+)"[^>]*>(.*?)</select>', body, re.DOTALL):
        chosen = re.search(r'<option value="([^"]*)" selected', options)
        yield name, chosen[1] if chosen else ""


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_asks_the_same_of_everybody_who_is_refused(people, kofi, about, kind):
    """Reading is refused to those who do not see the child, writing to those whose role does not write: with a sentence."""
    number = an_entry(kind, people, kofi, about(kind)[0])
    for name in ROLES:
        client, worker = signed_in(people[name]), people[name]
        read = client.get(f"/entries/{number}/")
        assert (read.status_code == 200) == (name in sees(kind)), (name, read.status_code)
        for address in (f"/write/{about(kind)[1]}/{kind}/", f"/entries/{number}/correct/", f"/entries/{number}/withdraw/"):
            answer = client.get(address)
            allowed = name in sees(kind) and may_write(worker, kind)
            assert answer.status_code == (200 if allowed else 403), (name, address, answer.status_code)
            if not allowed:
                assert re.search(r"does not|Another team|are for|is for", text(answer)) and "Kofi" not in answer.content.decode()
        assert ("/correct/" in read.content.decode()) == (name in sees(kind) and may_write(worker, kind))


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_answers_in_a_bounded_number_of_questions(people, kofi, about, kind):
    number = an_entry(kind, people, kofi, about(kind)[0])
    client = signed_in(writer_of(kind, people))
    for address in (f"/entries/{number}/", f"/entries/{number}/correct/", f"/entries/{number}/print/", f"/write/{about(kind)[1]}/{kind}/"):
        with CaptureQueriesContext(connection) as queries:
            assert client.get(address).status_code == 200
        assert len(queries) <= MOST_QUESTIONS, (address, len(queries))


@pytest.mark.parametrize("kind", KINDS)
def test_every_type_keeps_what_cannot_be_read_and_says_what_to_do(people, kofi, about, kind):
    client = signed_in(writer_of(kind, people))
    address = f"/write/{about(kind)[1]}/{kind}/"
    answer = client.post(address, {"sheet": token(client.get(address)), "do": "save", "day": "the thirtieth of Never"})
    assert answer.status_code == 422 and "“the thirtieth of Never” is not a day we can read" in text(answer)
    assert 'value="the thirtieth of Never"' in answer.content.decode() and not Version.objects.filter(type=kind, day__gt=date(2026, 11, 18)).exclude(type="booking").exists()


@pytest.mark.parametrize("name", ROLES)
def test_allocating_is_for_those_who_allocate(people, kofi, name):
    allowed = name in SEES and people[name].may(ALLOCATE)
    assert signed_in(people[name]).get(f"/write/{REFERENCE}/allocation/").status_code == (200 if allowed else 403)


@pytest.mark.parametrize("name", ROLES)
@pytest.mark.parametrize("part", ["", "life/", "timeline/", "people/", "duties/", "plan/", "history/", "later/", "chronology/", "?known=2026-11-06"])
def test_the_childs_page_and_its_parts_as_each_role(people, kofi, name, part):
    answer = signed_in(people[name]).get(f"/children/{REFERENCE}/{part}")
    assert answer.status_code == (200 if name in SEES else 403)
    assert Person.objects.filter(reference=REFERENCE).exists()
