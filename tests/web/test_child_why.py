"""Why a duty is as it is, on the child's page and as JSON: the same words for the same reader, each look written down."""

import json
import re
from datetime import date

import pytest

from goldthread.people.models import Worker
from goldthread.record.local.changing import settle
from goldthread.record.local.checks import Choice
from goldthread.record.local.models import NUMBER
from goldthread.record.models import Look, Occurrence
from tests.web import one_child
from tests.web.one_child import NOW, REFERENCE, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
PAGE = f"/children/{REFERENCE}/duties/"


def text(page):
    """The words of a page, without the blank that the end of a link leaves before a comma."""
    return one_child.text(page).replace(" ,", ",").replace(" ;", ";")


def key(code="CP05"):
    o = Occurrence.objects.filter(code=code, met=None).first()
    return f"{o.code}.{o.opened}.{o.place}.{o.opened_by}"


@pytest.fixture
def settled(people, kofi):
    lead = Worker.objects.create_user("sunita", None, name="Sunita Alderwick", role="practice_lead")
    settle(lead, NOW, Choice(NUMBER, "protection visit", "5 working days", date(2026, 11, 1), "Agreed by the board."))


def test_the_page_names_the_entry_that_opened_it_the_count_and_links_both(priya, kofi):
    page = priya.get(PAGE)
    said = text(page)
    assert "Opened by Kofi was seen on a visit, Thursday 5 November; written down Fri 6 Nov 2026, 9:10am" in said
    assert "10 working days end on Thursday 19 November 2026." in said
    assert f'href="/entries/{kofi["school"]}/"' in page.content.decode()
    assert f'href="{PAGE}{key()}.json"' in page.content.decode()


def test_the_page_names_the_number_with_who_settled_it_and_the_usual_one_where_nobody_did(priya, kofi, people):
    assert "10 working days: protection visit, the usual value." in text(priya.get(PAGE))


def test_a_settled_number_is_told_with_its_day_and_reason(priya, settled):
    said = text(priya.get(PAGE))
    assert "5 working days: protection visit, since 1 November 2026, settled by Sunita Alderwick: Agreed by the board." in said


def test_as_known_before_it_was_settled_the_page_still_counts_by_the_usual_number(priya, settled):
    said = text(priya.get(f"{PAGE}?known=2026-11-18"))
    assert "10 working days: protection visit, the usual value." in said and "Sunita" not in said


def test_the_data_says_what_the_page_says(priya, settled):
    found = json.loads(priya.get(f"{PAGE}{key()}.json").content)
    said = text(priya.get(PAGE))
    assert found["child"] == REFERENCE and found["code"] == "CP05" and found["due"] == "2026-11-12"
    assert found["numbers"][0]["by"] == "Sunita Alderwick" and found["numbers"][0]["since"] == "2026-11-01"
    assert " ".join(found["how"]) in said and found["sentence"].split(".")[0] in said
    assert [day["number"] for day in found["days"] if day["number"]] == [1, 2, 3, 4, 5]
    assert found["facts"]["opened"]["says"] == "Kofi was seen on a visit"


def test_as_data_too_it_is_asked_for_as_known_on_a_day(priya, settled):
    found = json.loads(priya.get(f"{PAGE}{key()}.json?known=2026-11-18").content)
    assert found["known"].startswith("2026-11-18") and found["due"] == "2026-11-19"
    assert priya.get(f"{PAGE}{key()}.json?known=soon").status_code == 400


def test_each_look_at_the_data_is_written_down_and_who_may_not_see_the_child_is_refused_and_that_is_too(priya, kofi, people):
    address = f"{PAGE}{key()}.json"
    before = Look.objects.count()
    priya.get(address)
    assert Look.objects.count() == before + 1 and not Look.objects.latest("pk").refused
    assert signed_in(people["nora"]).get(address).status_code == 403
    assert Look.objects.latest("pk").refused
    assert signed_in(people["adam"]).get(address).status_code == 403


def test_what_is_not_owed_is_not_there_and_nobody_reads_without_signing_in(priya, kofi, client):
    assert priya.get(f"{PAGE}CP05.2020-01-01.0.1.json").status_code == 404
    assert priya.get(f"{PAGE}../nonsense.json").status_code == 404
    assert client.get(f"{PAGE}{key()}.json").status_code == 302


def test_every_duty_on_the_page_leads_to_its_data(priya, kofi):
    addresses = re.findall(r'href="([^"]*\.json)"', priya.get(PAGE).content.decode())
    assert len(addresses) > 3
    for address in addresses:
        assert json.loads(priya.get(address).content)["how"]
