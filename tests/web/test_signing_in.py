"""Signing in: one page in our own words, back to where you were, and no account that nobody gave."""

import pytest

from goldthread.people.models import Worker

pytestmark = pytest.mark.django_db


@pytest.fixture
def priya():
    return Worker.objects.create_user("priya", "a long enough one", name="Priya Fenwater", role="social_worker")


def sign_in(client, password, to="/about/marks/"):
    return client.post("/accounts/login/", {"login": "priya", "password": password, "next": to})


def test_the_page_is_ours(client):
    page = client.get("/accounts/login/").content.decode()
    assert "Name you sign in with" in page
    assert "gt-brand" in page


def test_signing_in_goes_back_to_the_page_you_were_on(client, priya):
    assert (
        "You will come back to the page you were on."
        in client.get("/accounts/login/?next=/about/marks/").content.decode()
    )
    assert sign_in(client, "a long enough one").headers["Location"] == "/about/marks/"


def test_signing_in_never_leads_to_another_site(client, priya):
    assert sign_in(client, "a long enough one", "https://elsewhere.example/").headers["Location"] == "/"


def test_a_wrong_password_says_what_to_do_and_keeps_the_name(client, priya):
    page = sign_in(client, "not it").content.decode()
    assert "There is something to put right" in page
    assert 'value="priya"' in page


def test_nobody_makes_their_own_account(client):
    fields = {"username": "stranger", "password1": "a long enough one", "password2": "a long enough one"}
    client.post("/accounts/signup/", fields)
    assert not Worker.objects.filter(username="stranger").exists()


def test_the_header_names_who_is_signed_in(client, priya):
    client.force_login(priya)
    assert "Priya Fenwater" in client.get("/about/marks/").content.decode()


def test_a_missing_answer_is_asked_for_by_name(client):
    page = client.post("/accounts/login/", {"login": "", "password": ""}).content.decode()
    assert "Enter the name you sign in with" in page
    assert "Enter your password" in page
