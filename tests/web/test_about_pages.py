"""Pages that are about nobody can be read by anybody, and every page carries the headers that protect the rest."""

from html import unescape

import pytest
from django.db import OperationalError
from django.test import RequestFactory, override_settings
from django.urls import path

from goldthread.people.roles import ROLES
from goldthread.web import about, errors
from goldthread.web.parts import STATES
from goldthread.web.pictures.life import MARKS


def explode(request):
    raise OperationalError("the server closed the connection")


def refuse(request):
    from django.core.exceptions import PermissionDenied

    raise PermissionDenied("Another team holds this record.")


@pytest.mark.django_db  # the rule book says what is settled here
@pytest.mark.parametrize("page", ["marks", "counted", "accessibility", "who-sees"])
def test_the_pages_of_every_footer_open_without_signing_in(client, page):
    answer = client.get(f"/about/{page}/")
    assert answer.status_code == 200
    assert "What the marks mean" in answer.content.decode()


def test_every_state_and_every_mark_is_explained():
    assert {kind for kind, _ in about.STATES} == set(STATES)
    assert {kind for kind, _ in about.MARKS} == set(MARKS)


def test_a_page_may_only_run_what_we_serve(client):
    policy = client.get("/about/marks/").headers["Content-Security-Policy"]
    assert "script-src 'nonce-" in policy and "'self'" not in policy.split("script-src")[1].split(";")[0]
    assert "unsafe" not in policy


def test_no_page_is_kept_by_anything_on_the_way(client):
    assert client.get("/about/marks/").headers["Cache-Control"] == "no-store"


def test_no_template_has_a_script_or_a_style_of_its_own(client):
    page = client.get("/about/marks/").content.decode()
    assert "style=" not in page
    assert "<script>" not in page


def test_an_address_with_nothing_behind_it_says_nothing_about_any_child(client):
    answer = client.get("/child/kofi-larkfield/nowhere/")
    assert answer.status_code == 404
    assert "no such child" not in answer.content.decode().lower()


def test_a_refusal_says_why():
    answer = errors.refused(RequestFactory().get("/"), PermissionError("Another team holds this record."))
    assert answer.status_code == 403
    assert "Another team holds this record." in answer.content.decode()


urlpatterns = [path("explode/", explode), path("refuse/", refuse)]


@pytest.mark.django_db
def test_a_database_that_is_away_is_an_error_and_never_an_empty_answer(client):
    from goldthread.web import urls

    joined = type("Urls", (), {"urlpatterns": [*urls.urlpatterns, *urlpatterns], "handler403": urls.handler403})
    with override_settings(ROOT_URLCONF=joined):
        answer = client.get("/explode/")
        refused = client.get("/refuse/")
    assert answer.status_code == 503
    assert "This does not mean that a child is not known." in answer.content.decode()
    assert refused.status_code == 403
    assert "Another team holds this record." in refused.content.decode()


def test_a_page_that_broke_is_made_without_the_database():
    answer = errors.broken(RequestFactory().get("/today/"))
    assert answer.status_code == 500
    assert "Nothing you had saved is lost" in answer.content.decode()


def test_who_can_see_what_is_read_from_the_roles_themselves(client):
    page = unescape(client.get("/about/who-sees/").content.decode())
    for role in ROLES.values():
        assert role.name in page and role.description in page
    assert "Write in the record, give a child a worker, check and approve" in page
