"""Guessing passwords: a name waits after ten wrong ones, whether anybody has it or not, and is told calmly for how long."""

import time

import pytest
from django.test import Client

from goldthread.people.models import AccountAct, Team, Worker
from tests.web import some_factor as some
from tests.web.one_child import text

pytestmark = pytest.mark.django_db
WRONG = "not the right one"


@pytest.fixture
def priya():
    return some.priya(team=Team.objects.create(name="East"))


def guesses(times, username="priya"):
    client = Client()
    return [some.sign_in(client, username, WRONG) for _ in range(times)][-1]


def test_after_ten_wrong_passwords_the_right_one_waits_too_in_every_browser(priya):
    assert "can try again" not in text(guesses(10))
    assert "You can try again in 15 minutes." in text(guesses(1))
    assert "You can try again in 15 minutes." in text(some.sign_in(Client(), " PRIYA "))


def test_the_wait_is_over_after_its_time(priya, monkeypatch):
    guesses(11)
    real = time.time
    monkeypatch.setattr(time, "time", lambda: real() + 15 * 60 + 1)
    assert some.sign_in(Client()).status_code == 302


def test_another_name_does_not_wait(priya):
    guesses(11, "somebody")
    assert some.sign_in(Client()).status_code == 302


def test_a_right_password_in_between_does_not_wipe_out_the_count(priya):
    guesses(9)
    assert some.sign_in(Client()).status_code == 302
    guesses(1)
    assert "can try again" in text(some.sign_in(Client()))


def test_whether_a_name_exists_shows_in_no_word_before_or_after_the_wait(priya):
    for times in (1, 10, 1):
        there, not_there = (text(guesses(times, name)).replace(name, "NAME") for name in ("priya", "nobody"))
        assert there == not_there


def test_a_closed_account_is_not_told_from_one_that_never_was(priya):
    Worker.objects.filter(pk=priya.pk).update(is_active=False)
    assert text(guesses(1)) == text(guesses(1, "nobody")).replace("nobody", "priya")


def test_as_much_is_hashed_for_a_name_that_nobody_has(priya, monkeypatch):
    hashed = []
    from django.contrib.auth.hashers import MD5PasswordHasher

    encode = MD5PasswordHasher.encode
    monkeypatch.setattr(MD5PasswordHasher, "encode", lambda self, password, salt: hashed.append(password) or encode(self, password, salt))
    counts = []
    for name in ("priya", "nobody"):
        hashed.clear()
        guesses(1, name)
        counts.append(hashed.count(WRONG))
    assert counts == [1, 1]


def test_a_network_that_tries_many_names_waits(priya):
    for number in range(31):
        page = guesses(1, f"name{number}")
    assert "or from your network" in text(page)


def test_a_manager_lets_somebody_in_sooner_and_it_is_written_down(priya):
    guesses(11)
    ngozi = Worker.objects.create_user("ngozi", None, name="Ngozi", role="team_manager", team=priya.team)
    Team.objects.update(manager=ngozi)
    manager = Client()
    manager.force_login(ngozi)
    assert "Priya Fenwater" in text(manager.get("/accounts/workers/leaving/"))
    assert "may try to sign in again" in text(manager.post(f"/accounts/workers/{priya.pk}/lift/", follow=True))
    assert some.sign_in(Client()).status_code == 302
    assert AccountAct.objects.get().act == "lockout lifted"


def test_nobody_else_lifts_it(priya):
    nora = Worker.objects.create_user("nora", None, name="Nora", role="team_manager", team=Team.objects.create(name="North"))
    client = Client()
    client.force_login(nora)
    assert client.post(f"/accounts/workers/{priya.pk}/lift/").status_code == 403


@pytest.mark.parametrize("address", ["signup/", "password/reset/", "password/set/", "confirm-email/", "email/", "login/code/confirm/"])
def test_no_other_door_is_open(client, address):
    assert client.get(f"/accounts/{address}").status_code == 404
    assert client.post(f"/accounts/{address}", {"email": "priya@wrenford.example"}).status_code == 404


@pytest.mark.parametrize(
    "new, says", [("short one", "12 characters"), ("passwordpassword", "guess"), ("priyafenwater1", "similar"), ("123456789012", "guess")],
)  # fmt: skip
def test_a_password_that_is_easily_guessed_is_refused(client, priya, new, says):
    some.sign_in(client)
    page = client.post("/accounts/password/change/", {"oldpassword": some.PASSWORD, "password1": new, "password2": new})
    assert says in text(page) and Worker.objects.get(pk=priya.pk).check_password(some.PASSWORD)


@pytest.mark.parametrize("new", ["saltmarsh kettle umbrella", "ααββγγδδεεζζηη", "correct horse battery"])
def test_a_long_one_needs_no_numbers_and_no_signs(client, priya, new):
    some.sign_in(client)
    client.post("/accounts/password/change/", {"oldpassword": some.PASSWORD, "password1": new, "password2": new})
    assert Worker.objects.get(pk=priya.pk).check_password(new)
