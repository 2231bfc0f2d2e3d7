"""The rule book as pages: found by words, narrowed, one duty at one address, and counted only for those who may see."""

import re
from datetime import UTC, date, datetime
from functools import partial

import pytest

from goldthread.duties.book import told
from goldthread.duties.rules import NOT_DUTIES, RULES, SERVICE_RULES, STATISTICS
from goldthread.duties.timeline import course
from goldthread.inspection.room import Asked as Invited
from goldthread.inspection.room import invite
from goldthread.people.models import Worker
from goldthread.record.local.changing import settle
from goldthread.record.local.checks import Choice
from goldthread.record.local.models import KEPT, NUMBER
from goldthread.record.models import Look, Occurrence, Restriction, Standing
from goldthread.record.reach import Reach
from goldthread.web import rulebook
from goldthread.web.pictures.course import course_picture
from goldthread.web.rulebook import CHAPTERS, Asked, check_of, fits
from tests.web import one_child
from tests.web.one_child import NOW, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
BOOK = "/about/counted/"
EVERY = (*RULES, *SERVICE_RULES, *STATISTICS)


def shown(page):
    """The anchors of the rules on a page."""
    return re.findall(r'<tr id="([^"]+)"', page.content.decode())


def expected(**asked):
    return sum(fits(duty, family, Asked(**asked)) for family, duties in CHAPTERS.items() for duty in duties)


def test_the_whole_book_is_on_one_page_with_what_is_no_duty(client):
    page = client.get(BOOK)
    assert len(shown(page)) == len(EVERY)
    said = text(page)
    assert all(row.code in said and row.says in said for row in NOT_DUTIES)


@pytest.mark.parametrize("words", ["CP05", "protection plan visit", "Children Act 1989", "reviewing officer"])
def test_it_is_found_by_code_words_law_or_owner_without_javascript(client, words):
    page = client.get(BOOK, {"words": words})
    found = expected(words=words)
    assert 0 < len(shown(page)) == found < len(EVERY)
    assert f"{found} rule" in text(page) and f'value="{words}"' in page.content.decode()


@pytest.mark.parametrize(
    "asked", [{"family": "Protection plan"}, {"force": "local practice"}, {"form": "standing"}, {"form": "answer"}, {"local": "1"}, {"check": "1"}, {"words": "no such words"}]
)
def test_it_is_narrowed_by_family_force_form_local_numbers_and_what_is_to_be_checked(client, asked):
    found = expected(**{name: bool(value) if name in ("local", "check") else value for name, value in asked.items()})
    assert len(shown(client.get(BOOK, asked))) == found < len(EVERY)


def test_on_a_day_only_the_versions_in_force_then_are_shown(client):
    then = client.get(BOOK, {"day": "01/06/2014"})
    assert len(shown(then)) == expected(day=date(2014, 6, 1)) < len(EVERY)
    assert "That is no day we can read" in text(client.get(BOOK, {"day": "spring"}))


@pytest.mark.parametrize("code", sorted({code for duty in EVERY for code in duty.codes}))
def test_each_duty_has_one_address_with_its_picture_law_and_course(client, code):
    page = client.get(f"/rules/{code}/")
    assert page.status_code == 200
    said = text(page)
    for duty in (duty for duty in EVERY if code in duty.codes):
        assert duty.says in said and str(duty.law) in said.replace("’", "'") or str(duty.law) in said
    assert page.content.decode().count('class="gt-pic"') == sum(code in duty.codes for duty in EVERY)


def test_a_duty_that_is_none_is_not_there(client):
    assert client.get("/rules/XX99/").status_code == 404


def test_how_many_children_it_is_owed_to_is_told_to_those_who_see_them_and_to_nobody_else(client, people, kofi):
    assert "child" in (owed := text(one_child.signed_in(people["priya"]).get("/rules/CP05/"))) and "Overdue today 1 child" in owed
    assert "Overdue today 0 children" in text(signed_in(people["nora"]).get("/rules/CP05/"))
    assert "Overdue today 1 child" in text(signed_in(people["hal"]).get("/rules/CP05/"))
    for nobody in (client, signed_in(people["adam"])):
        assert "Overdue today" not in text(nobody.get("/rules/CP05/"))
    assert Occurrence.objects.filter(code="CP05", met=None).count() == 1


def counted_on(page):
    """(address, children, times) of each count beside a duty."""
    found = re.findall(r'<dd><a href="(/rules/[^"]+)">(\d+) child(?:ren)?</a>(?:, (\d+) times)?', page.content.decode())
    return [(address, int(children), int(times or children)) for address, children, times in found]


def behind(page):
    """The addresses of the children in a list, row by row."""
    return re.findall(r'<td data-label="Child"><a class="gt-strong" href="([^"]+)"', page.content.decode())


@pytest.mark.parametrize("name", ["priya", "hal", "nora"])
def test_each_count_opens_as_many_rows_about_as_many_children(people, kofi, name):
    reader, open_codes = signed_in(people[name]), Occurrence.objects.filter(met=None, ended=None).values_list("code", flat=True)
    counts = [count for code in sorted(set(open_codes)) for count in counted_on(reader.get(f"/rules/{code}/"))]
    assert len(counts) >= 3 * 10 and any(times for _, _, times in counts) == (name != "nora")
    for address, children, times in counts:
        rows = behind(reader.get(address))
        assert (len(set(rows)), len(rows)) == (children, times), address


def test_a_row_names_the_child_team_and_worker_the_days_and_why(people, kofi):
    said = text(signed_in(people["priya"]).get("/rules/CP05/overdue/"))
    o = Occurrence.objects.get(code="CP05", met=None)
    assert (o.opened, o.due) == (date(2026, 11, 5), date(2026, 11, 19))
    assert "Kofi Larkfield , 8 East Priya Fenwater Thu 5 Nov 2026 Thu 19 Nov 2026 Last seen Thursday 5 November" in said
    assert "Overdue today: 1 child, of those whose records you may open" in said


def test_a_child_whose_record_is_closed_to_the_reader_is_in_no_count_and_no_list(people, kofi):
    reader = signed_in(people["hal"])
    assert behind(reader.get("/rules/CP05/overdue/")) == ["/children/WR-20418/"]
    Restriction.objects.create(person_id=kofi["person"], worker=people["priya"], why="Family of a colleague")
    Standing.objects.filter(pk=kofi["person"]).update(restricted=True)
    assert ("/rules/CP05/overdue/", 0, 0) in counted_on(reader.get("/rules/CP05/"))
    page = reader.get("/rules/CP05/overdue/")
    assert behind(page) == [] and "Larkfield" not in text(page)
    assert "No child whose record you may open is in this state today." in text(page)


def test_a_long_list_stands_in_pages(people):
    day = datetime(2026, 11, 2, 9, tzinfo=UTC)
    for number in range(23):
        with Reach(people["priya"], day).act() as act:
            act.write(act.new_person(reference=f"WR-{50000 + number}"), "referral", day.date(), {"source": "2A"})
    hal, counts = signed_in(people["hal"]), [c for c in counted_on(signed_in(people["hal"]).get("/rules/FD01/")) if c[2]]
    [(address, children, times)] = counts
    first, second = hal.get(address), hal.get(address, {"page": "2"})
    assert (children, times) == (23, 23) and "Showing 1 to 20 of 23." in text(first) and "Showing 21 to 23 of 23." in text(second)
    assert len(behind(first)) == 20 and len({*behind(first), *behind(second)}) == 23


def test_opening_a_list_is_written_down_and_reading_the_rule_is_not(people, kofi):
    priya = signed_in(people["priya"])
    priya.get("/rules/CP05/")
    assert not Look.objects.filter(worker=people["priya"]).exclude(act__in=("write", "correct", "sign in")).exists()
    priya.get("/rules/CP05/overdue/")
    look = Look.objects.exclude(act__in=("write", "correct", "sign in")).get(worker=people["priya"])
    assert (look.page, look.reason, look.person) == ("rule_children", "CP05, overdue", None)


def test_those_who_are_shown_no_counts_are_refused_the_list(client, people, kofi):
    room = invite(Invited("Lee Ashgrove", "lee@example.gov.uk", date(2026, 11, 16), date(2026, 11, 27), date(2026, 11, 16), NOW), by=people["dina"], now=NOW)[0]
    for worker in (people["adam"], room.invitation.inspector):
        reader = signed_in(worker)
        assert counted_on(reader.get("/rules/CP05/")) == []
        refused = reader.get("/rules/CP05/overdue/")
        assert refused.status_code == 403 and "is not shown whom a duty is owed to" in text(refused) and "Larkfield" not in text(refused)
    assert "/accounts/login/" in client.get("/rules/CP05/overdue/").url
    assert not Look.objects.filter(page="rule_children", refused=False).exists()


@pytest.mark.parametrize("address", ["XX99/overdue", "CP05/met", "CP05/not yet", f"{STATISTICS[0].code}/overdue", f"{SERVICE_RULES[0].code}/owed"])
def test_there_is_no_list_of_what_is_not_counted(people, address):
    assert signed_in(people["hal"]).get(f"/rules/{address}/").status_code == 404


def test_the_examples_that_specify_a_duty_stand_on_its_page(client):
    examples, said = told(["CP05"]), text(client.get("/rules/CP05/"))
    assert examples and f"Examples ({len(examples)})" in said
    for example in examples:
        assert all(" ".join(part.split()) in said for part in (example.says, example.said, *example.owed))


def test_without_the_folder_of_examples_the_page_shows_none(client, monkeypatch, tmp_path):
    monkeypatch.setattr(rulebook, "told", partial(told, specs=tmp_path / "not there"))
    page = client.get("/rules/CP05/")
    assert page.status_code == 200 and "What is said" not in text(page) and "Examples" not in text(page)


@pytest.fixture
def settled(people):
    """Five working days for a visit, and a duty that is not kept yet."""
    lead = Worker.objects.create_user("sunita", None, name="Sunita", role="practice_lead")
    settle(lead, NOW, Choice(NUMBER, "protection visit", "5 working days", date(2026, 11, 1), "Agreed."))
    settle(lead, NOW, Choice(KEPT, "CP06", "not kept", None, "In spring."))


def test_a_local_number_is_told_with_its_value_today_and_what_is_not_kept_is_said(people, settled):
    client = signed_in(people["priya"])
    assert "Protection visit: 5 working days today" in text(client.get("/rules/CP05/")).replace(" :", ":")
    assert "Not kept here" in text(client.get("/rules/CP06/")) and "neither as done nor as late" in text(client.get("/rules/CP06/"))
    assert "not kept here" in text(client.get(BOOK, {"words": "CP06"}))


def test_without_a_sign_in_the_book_tells_what_is_usual_and_nothing_that_was_settled_here(client, settled):
    for page in (client.get("/rules/CP05/"), client.get(BOOK, {"words": "CP05"})):
        assert "Protection visit: usually 10 working days" in text(page).replace(" :", ":")
        assert "5 working days today" not in text(page) and "/settings/number/" not in page.content.decode()
    for page in (client.get("/rules/CP06/"), client.get(BOOK, {"words": "CP06"})):
        assert "not kept" not in text(page).lower()


def test_what_is_to_be_checked_is_marked(client):
    duty = next(duty for duty in RULES if check_of(duty))
    assert f"To be checked: {check_of(duty)}" in text(client.get(f"/rules/{duty.codes[0]}/")).replace("’", "'") or check_of(duty)[:20] in text(client.get(f"/rules/{duty.codes[0]}/"))


@pytest.mark.parametrize("duty", EVERY, ids=lambda d: f"{d.code}-{d.since.year}")
def test_the_picture_says_what_the_rule_says(duty):
    found, drawn = course(duty), course_picture(course(duty), "x")
    assert drawn.startswith("<svg") and "<title" in drawn
    assert found.legs[0].length.split(",")[0].split()[0] in drawn
    assert ('class="gt-course__again"' in drawn) == (duty.every is not None and duty.holds is None)


