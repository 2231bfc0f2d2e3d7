"""Allocating: who has room in words, and a hand-over in one step on one day."""

import pytest

from goldthread.record.models import Standing, Version
from tests.web.one_child import REFERENCE, section, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
BABY, KOFI = "/write/WR-30001/allocation/", f"/write/{REFERENCE}/allocation/"


@pytest.fixture
def ngozi(people):
    return signed_in(people["ngozi"])


def test_a_child_who_waits_is_said_to_wait_and_with_whom(ngozi, baby):
    assert "The baby has waited since Monday 16 November, held by Ngozi Millrace." in text(ngozi.get(BABY))


def test_at_first_those_of_the_childs_own_team_are_listed(ngozi, kofi, baby):
    words = text(ngozi.get(BABY))
    assert "Marta Quillon: has most room (20)" in words and "Nora" not in words


def test_everybody_who_could_is_listed_with_their_room_in_words_the_own_team_first(ngozi, kofi, baby):
    words = text(ngozi.get(BABY, {"team": "every"}))
    assert words.index("Marta Quillon: has most room (20)") < words.index("Priya Fenwater: has room for") < words.index("Nora:")
    assert "works with 1 child" in words and "%" not in words


def test_a_child_is_allocated_from_a_day_and_the_waiting_ends_on_it(ngozi, people, baby):
    answer = ngozi.post(BABY, {"worker": people["marta"].pk, "day": "20/11/2026", "save": "1"})
    assert answer.status_code == 302
    standing = Standing.objects.get(pk=baby)
    assert standing.worker == people["marta"] and standing.team == people["east"]
    waited = Version.objects.filter(person=baby, type="allocation", superseded_at=None).order_by("day").first()
    assert str(waited.until) == "2026-11-20"


def test_a_hand_over_ends_one_and_begins_the_other_on_the_same_day(ngozi, people, kofi):
    words = text(ngozi.get(KOFI))
    assert "Priya Fenwater is Kofi’s social worker since Friday 14 August. The hand-over is one step" in words
    ngozi.post(KOFI, {"worker": people["marta"].pk, "day": "19/11/2026", "reason": "Priya goes on leave", "save": "1"})
    days = Version.objects.filter(person=kofi["person"], type="allocation", superseded_at=None).order_by("day").values_list("day", "until")
    assert [str(d) for pair in list(days)[-2:] for d in pair] == ["2026-08-14", "2026-11-19", "2026-11-19", "None"]
    assert "Marta Quillon , the second, for 1 day" in text(ngozi.get(f"/children/{REFERENCE}/"))


def test_the_second_worker_is_said_to_be_the_second(ngozi, people, kofi):
    ngozi.post(KOFI, {"worker": people["marta"].pk, "day": "1/10/2026", "save": "1"})
    assert "Marta Quillon , the second, for 7 weeks" in text(ngozi.get(f"/children/{REFERENCE}/"))


@pytest.mark.parametrize("answers, sentence", [
    ({"day": "20/11/2026"}, "Choose who will work with the child."), ({"worker": "999999"}, "Choose who will work with the child."),
    ({"worker": "priya"}, "Priya Fenwater works with Kofi already."), ({"worker": "marta", "day": "nope"}, "“nope” is not a day we can read."),
    ({"worker": "marta", "day": "1/8/2026"}, "The one before began on 14 August 2026."),
])  # fmt: skip
def test_what_is_wrong_is_said_and_nothing_is_changed(ngozi, people, kofi, answers, sentence):
    answers = {**answers, "worker": str(people[answers["worker"]].pk) if answers.get("worker") in people else answers.get("worker", "")}
    answer = ngozi.post(KOFI, {**answers, "save": "1"})
    assert answer.status_code == 422 and sentence in text(answer)
    assert Standing.objects.get(pk=kofi["person"]).worker == people["priya"]


def test_other_parts_are_played_by_those_whose_role_it_is(ngozi, people, kofi):
    words = text(ngozi.get(KOFI, {"works_as": "conference_chair"}))
    assert "Nobody is Kofi’s conference chair now." in words and "Rhys Tidewell" in words and "Marta" not in words
    ngozi.post(KOFI, {"works_as": "conference_chair", "worker": people["rhys"].pk, "day": "20/11/2026", "save": "1"})
    standing = Standing.objects.get(pk=kofi["person"])
    assert standing.chair == people["rhys"] and standing.worker == people["priya"]
    assert "Rhys Tidewell , chair of conferences and reviews" in section(ngozi.get(f"/children/{REFERENCE}/people/"), "people")


def test_a_child_goes_to_another_team_with_the_worker(ngozi, people, kofi):
    answer = ngozi.post(KOFI, {"worker": people["nora"].pk, "team": str(people["north"].pk), "day": "20/11/2026", "save": "1"})
    standing = Standing.objects.get(pk=kofi["person"])
    assert (standing.worker, standing.team) == (people["nora"], people["north"])
    assert answer.url == "/today/"  # the child is no longer hers to see


def test_somebody_whose_account_is_closed_cannot_be_chosen(ngozi, people, kofi):
    people["marta"].is_active = False
    people["marta"].save()
    assert "Marta" not in text(ngozi.get(KOFI))


def test_a_social_worker_does_not_allocate(people, kofi):
    answer = signed_in(people["priya"]).post(KOFI, {"worker": people["marta"].pk, "save": "1"})
    assert answer.status_code == 403 and "does not allocate" in text(answer)


def test_a_manager_does_not_allocate_another_teams_child(people, kofi):
    people["nora"].role = "team_manager"
    people["nora"].save()
    assert signed_in(people["nora"]).get(KOFI).status_code == 403
