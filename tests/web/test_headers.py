"""What every answer says to the browser: only what we serve may run, nobody frames us, and nothing on the way keeps a child's page."""

import re
import subprocess
import sys
from pathlib import Path

import pytest
from django.test import Client
from django.urls import get_resolver

from goldthread.people.models import Worker

TEMPLATES = sorted((Path(__file__).parents[2] / "src/goldthread/web/templates").rglob("*.html"))
SCRIPT = re.compile(r"<script\b([^>]*)>", re.I)
HANDLER = re.compile(r"<[^>]*\son[a-z]+\s*=", re.I)
STYLE = re.compile(r"<style\b|<[^>{]*\sstyle\s*=", re.I)
FILLED = {"int": "1", "uuid": "00000000-0000-4000-8000-000000000000"}

UNDER_HTTPS = """
from goldthread import settings
for name in ("SECURE_HSTS_SECONDS", "SECURE_HSTS_INCLUDE_SUBDOMAINS", "SECURE_SSL_REDIRECT", "SESSION_COOKIE_NAME", "CSRF_COOKIE_NAME",
             "SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "GOLDTHREAD_SECOND_FACTOR", "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN"):
    print(name, getattr(settings, name))
"""


def addresses(patterns=None, before=""):
    """Every address of the URL configuration, its gaps filled with something."""
    for pattern in patterns or get_resolver().url_patterns:
        route = before + _filled(str(pattern.pattern))
        if hasattr(pattern, "url_patterns"):
            yield from addresses(pattern.url_patterns, route)
        else:
            yield f"/{route}"


def _filled(route):
    if route.startswith("^"):
        return re.sub(r"\(\?P<\w+>[^)]*\)", "x", route).strip("^$").replace("\\", "")
    return re.sub(r"<(?:(\w+):)?\w+>", lambda gap: FILLED.get(gap[1] or "", "x"), route)


@pytest.fixture
def director(db):
    client = Client(raise_request_exception=False)
    client.force_login(Worker.objects.create_user("dina", None, name="Dina", role="director"))
    return client


def test_every_address_answers_with_a_strict_policy_signed_in_or_not(director, settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"
    found = sorted(set(addresses()))
    assert len(found) > 100
    asked = [(director, a) for a in found if "logout" not in a] + [(Client(), a) for a in found if a.startswith(("/accounts/", "/team/"))]
    assert {a: lacks for client, a in asked if (lacks := lacking(client.get(a)))} == {}


def lacking(answer):
    """The headers of an answer that are not as they must be."""
    policy = dict(part.partition(" ")[::2] for part in answer.headers.get("Content-Security-Policy", "").split("; "))
    wanted = {
        "X-Content-Type-Options": "nosniff", "Referrer-Policy": "same-origin", "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin", "X-Frame-Options": "DENY",
    }  # fmt: skip
    wrong = [name for name, value in wanted.items() if answer.headers.get(name) != value]
    wrong += [name for name in ("default-src", "object-src", "base-uri", "frame-ancestors") if policy.get(name) != "'none'"]
    wrong += ["script-src"] * (not re.fullmatch(r"'nonce-[\w-]{24}'", policy.get("script-src", "")))
    wrong += ["style-src"] * (policy.get("style-src") != "'self'")
    wrong += ["Permissions-Policy"] * ("camera=()" not in answer.headers.get("Permissions-Policy", ""))
    cacheable = "no-store" not in answer.headers.get("Cache-Control", "")
    return wrong + ["Cache-Control"] * cacheable


def test_the_number_that_lets_a_script_run_is_drawn_for_each_answer_and_stands_in_its_page(client):
    first, second = (client.get("/about/marks/") for _ in range(2))
    drawn = [re.search(r"nonce-([\w-]+)", answer.headers["Content-Security-Policy"])[1] for answer in (first, second)]
    assert drawn[0] != drawn[1]
    assert set(re.findall(r'<script nonce="([^"]*)"', first.content.decode())) == {drawn[0]}


@pytest.mark.parametrize("template", TEMPLATES, ids=lambda path: "/".join(path.parts[-2:]))
def test_no_template_has_script_style_or_handlers_of_its_own(template):
    assert trouble(template.read_text()) == []


def trouble(text):
    text = re.sub(r"\{%\s*comment.*?endcomment\s*%\}|\{%.*?%\}", "", text, flags=re.S)
    inline = [tag for tag in SCRIPT.findall(text) if 'type="application/json"' not in tag and not ('nonce="{{ request.nonce }}"' in tag and "src=" in tag)]
    return [*inline, *HANDLER.findall(text), *STYLE.findall(text)]


@pytest.mark.parametrize("text", ["<script>go()</script>", '<script src="x.js">', '<p onclick="go()">', '<b style="top: 0">', "<style>b{}</style>"])
def test_this_test_sees_what_the_policy_forbids(text):
    assert trouble(text)


def test_under_https_browsers_are_told_to_keep_to_it_and_cookies_bear_the_name_of_the_host(tmp_path):
    here = {
        "GOLDTHREAD_HOME": str(tmp_path), "GOLDTHREAD_HTTPS": "1", "GOLDTHREAD_HSTS": "30 with subdomains", "DATABASE_URL": "postgres://nobody@127.0.0.1:1/none",
        "PYTHONPATH": ":".join(sys.path),
    }  # fmt: skip
    done = subprocess.run([sys.executable, "-c", UNDER_HTTPS], capture_output=True, text=True, env=here)
    assert done.stdout.splitlines() == [
        "SECURE_HSTS_SECONDS 2592000", "SECURE_HSTS_INCLUDE_SUBDOMAINS True", "SECURE_SSL_REDIRECT True", "SESSION_COOKIE_NAME __Host-session",
        "CSRF_COOKIE_NAME __Host-csrf", "SESSION_COOKIE_SECURE True", "CSRF_COOKIE_SECURE True", "GOLDTHREAD_SECOND_FACTOR required",
        "MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN False",
    ], done.stderr  # fmt: skip
