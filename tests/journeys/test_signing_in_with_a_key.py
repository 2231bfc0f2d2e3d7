"""A passkey, with the browser's own authenticator: added, asked for as a second factor, and enough by itself. And the pages of one's account."""

import pytest

from goldthread.people.models import Worker
from tests.journeys.city import PASSWORD
from tests.web.some_factor import factors

IN = "/accounts/mine/"


@pytest.fixture(autouse=True)
def required(settings):
    settings.GOLDTHREAD_SECOND_FACTOR = "required"


def with_a_key(somebody):
    """Their browser has a place where passkeys are kept, and somebody at it who says yes."""
    devtools = somebody.window.new_cdp_session(somebody.page)
    devtools.send("WebAuthn.enable")
    kept = {"protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True, "isUserVerified": True, "automaticPresenceSimulation": True}
    return devtools, devtools.send("WebAuthn.addVirtualAuthenticator", {"options": kept})["authenticatorId"]


def types_name_and_password(somebody):
    somebody.goes_to("/accounts/login/")
    somebody.page.get_by_label("Name you sign in with").fill("priya")
    somebody.page.get_by_label("Password").fill(PASSWORD)
    somebody.presses("Sign in")


def is_in(somebody):
    somebody.goes_to(IN)
    return "You sign in as priya" in somebody.reads()


def test_a_passkey_is_added_at_the_first_sign_in_and_then_is_enough_by_itself(city, visit):
    priya = visit(None, 390)
    devtools, authenticator = with_a_key(priya)
    types_name_and_password(priya)
    assert "Set up a second factor" in priya.reads()
    priya.follows("Use a passkey")
    priya.page.get_by_label("What to call it").fill("My telephone")
    priya.presses("Add the passkey")
    assert "webauthn" in factors(Worker.objects.get(username="priya"))
    assert len(devtools.send("WebAuthn.getCredentials", {"authenticatorId": authenticator})["credentials"]) == 1
    for address in (IN, "/accounts/second-factor/", "/accounts/second-factor/webauthn/", "/accounts/sessions/", "/accounts/password/change/", "/accounts/second-factor/totp/activate/"):
        priya.goes_to(address)
    priya.window.clear_cookies()
    types_name_and_password(priya)
    assert "One more step" in priya.reads()
    priya.presses("Use a passkey")
    assert is_in(priya)
    priya.window.clear_cookies()
    priya.goes_to("/accounts/login/")
    priya.presses("Sign in with a passkey")
    assert is_in(priya)


def test_the_pages_of_accounts_can_be_read_by_everybody(city, visit, settings):
    settings.GOLDTHREAD_SECOND_FACTOR = "offered"
    ivy = visit(Worker.objects.create_user("ivy", None, name="Ivy Marlowe", role="administrator"), 390)
    ngozi = visit(city.ngozi, 390)
    for address in ("/accounts/workers/", "/accounts/workers/new/", f"/accounts/workers/{city.priya.pk}/"):
        ivy.goes_to(address)
    for address in ("/accounts/workers/leaving/", f"/accounts/workers/{city.priya.pk}/leaving/"):
        ngozi.goes_to(address)
