"""Single sign-on, tried with a provider on loopback: who has an account comes in, and nothing that was twisted on the way does."""

import time
from urllib.parse import parse_qs, urlsplit

import pytest
from cryptography.hazmat.primitives.asymmetric import rsa
from django.contrib.sessions.models import Session
from django.test import Client

from goldthread.people.models import Worker
from goldthread.running import Trouble, oidc
from tests.web import provider as providers
from tests.web import some_factor as some
from tests.web.one_child import text

pytestmark = [pytest.mark.django_db, pytest.mark.filterwarnings("ignore::DeprecationWarning")]  # the provider’s own
NOT_SURE = "could not be trusted"


@pytest.fixture(scope="module")
def running():
    with providers.running() as provider:
        yield provider


@pytest.fixture
def provider(running, settings):
    settings.SOCIALACCOUNT_PROVIDERS = running.settings()
    running.twisted, running.forged, running.asked[:] = {}, (), []
    running.knows()
    return running


@pytest.fixture
def priya():
    return some.priya(email="priya@wrenford.example")


def goes(client, to="/about/marks/"):
    return client.get(f"/accounts/single/?next={to}").headers["Location"]


def comes(client, provider, to="/about/marks/"):
    return providers.come_back(client, provider.signs_in(goes(client, to)))


def is_in(client):
    return client.get("/accounts/mine/").status_code == 200


def test_the_sign_in_page_offers_it_and_without_a_provider_does_not(client, provider, settings):
    assert "Sign in with Wrenford" in text(client.get("/accounts/login/"))
    settings.SOCIALACCOUNT_PROVIDERS = oidc.providers({})
    assert "Wrenford" not in text(client.get("/accounts/login/"))
    assert [client.get(f"/accounts/single/{page}").status_code for page in ("", "back/", "out/")] == [404] * 3


def test_somebody_with_an_account_comes_in_to_the_page_they_wanted(client, provider, priya):
    assert comes(client, provider).headers["Location"] == "/about/marks/"
    assert is_in(client) and "Priya Fenwater" in text(client.get("/about/marks/"))
    assert Worker.objects.count() == 1


def test_state_nonce_and_pkce_go_along_and_nothing_an_address_asks_for(client, provider, priya):
    asked = parse_qs(urlsplit(client.get("/accounts/single/?scope=admin&auth_params=prompt%3Dnone&process=connect").headers["Location"]).query)
    assert asked["code_challenge_method"] == ["S256"] and len(asked["state"][0]) >= 16 and len(asked["nonce"][0]) >= 32
    assert set(asked["scope"][0].split()) == {"openid", "profile", "email"} and "prompt" not in asked
    providers.come_back(client, provider.signs_in(goes(client)))
    token = next(a for a in provider.asked if a.get("grant_type") == "authorization_code")
    assert len(token["code_verifier"]) >= 43


def test_it_leads_to_no_other_site_afterwards(client, provider, priya):
    assert comes(client, provider, "https://elsewhere.example/").headers["Location"] == "/"


TWISTED = {
    "wrong audience": {"aud": "somebody-else"}, "audiences without saying who asked": {"aud": ["goldthread", "somebody-else"]},
    "expired": {"exp": int(time.time()) - 60}, "without an end": {"exp": None}, "wrong nonce": {"nonce": "another"}, "without nonce": {"nonce": None},
    "another issuer": {"iss": "https://elsewhere.example"}, "nobody": {"sub": None},
}  # fmt: skip


@pytest.mark.parametrize("twist", TWISTED)
def test_a_token_that_is_not_for_this_sign_in_signs_nobody_in(client, provider, priya, twist):
    provider.twisted = TWISTED[twist]
    answer = comes(client, provider)
    assert answer.status_code == 403 and NOT_SURE in text(answer) and not is_in(client)


@pytest.mark.parametrize("how", ["none", "by our secret", "by another key"])
def test_a_token_that_the_provider_did_not_sign_signs_nobody_in(client, provider, priya, how):
    another = rsa.generate_private_key(65537, 2048)
    provider.forged = {"none": (None, "none"), "by our secret": ("a secret" * 5, "HS256"), "by another key": (another, "RS256")}[how]
    answer = comes(client, provider)
    assert answer.status_code == 403 and NOT_SURE in text(answer) and not is_in(client)


@pytest.mark.parametrize("verified", [False, None, "true"])
def test_an_address_the_provider_does_not_vouch_for_is_nobodys(client, provider, priya, verified):
    provider.knows(email_verified=verified)
    assert "does not vouch" in text(comes(client, provider)) and not is_in(client)


def test_nobody_gets_an_account_by_signing_in_elsewhere(client, provider, priya):
    provider.knows(email="stranger@wrenford.example")
    assert "Nobody here has an account" in text(comes(client, provider))
    assert Worker.objects.count() == 1 and not is_in(client)


def test_two_accounts_with_one_address_are_nobodys(client, provider, priya):
    Worker.objects.create_user("other", None, name="Other", role="director", email="PRIYA@wrenford.example")
    assert "Nobody here has an account" in text(comes(client, provider)) and not is_in(client)


def test_a_closed_account_stays_closed(client, provider, priya):
    Worker.objects.update(is_active=False)
    assert "closed" in text(comes(client, provider)) and not is_in(client)


def test_people_may_be_known_by_the_name_they_sign_in_with(client, provider, priya, settings):
    settings.SOCIALACCOUNT_PROVIDERS = provider.settings(GOLDTHREAD_OIDC_CLAIM="preferred_username")
    provider.knows(email="unknown@wrenford.example", email_verified=False)
    comes(client, provider)
    assert is_in(client)


def test_a_code_that_is_sent_again_signs_nobody_in(client, provider, priya):
    back = provider.signs_in(goes(client))
    providers.come_back(client, back)
    client.post("/accounts/logout/")
    assert NOT_SURE in text(providers.come_back(client, back)) and not is_in(client)


def test_a_code_with_the_state_of_another_browser_signs_nobody_in(client, provider, priya):
    back = provider.signs_in(goes(Client()))
    assert NOT_SURE in text(providers.come_back(client, back)) and not is_in(client)


def test_a_used_code_under_a_fresh_state_signs_nobody_in(client, provider, priya):
    back = provider.signs_in(goes(client))
    providers.come_back(client, back)
    other = Client()
    state = parse_qs(urlsplit(goes(other)).query)["state"][0]
    code = parse_qs(urlsplit(back).query)["code"][0]
    assert NOT_SURE in text(other.get(f"/accounts/single/back/?code={code}&state={state}")) and not is_in(other)


def test_somebody_who_says_no_there_is_not_signed_in(client, provider, priya):
    state = parse_qs(urlsplit(goes(client)).query)["state"][0]
    assert "Begin again" in text(client.get(f"/accounts/single/back/?error=access_denied&state={state}")) and not is_in(client)


def test_a_provider_that_does_not_answer_is_told_in_words(client, settings):
    settings.SOCIALACCOUNT_PROVIDERS = oidc.providers({oidc.ISSUER: "http://localhost:9", oidc.CLIENT: "goldthread", "GOLDTHREAD_OIDC_NAME": "Wrenford"})
    answer = client.get("/accounts/single/")
    assert answer.status_code == 403 and "Wrenford does not answer just now" in text(answer)


@pytest.mark.parametrize("whose, asked", [("theirs", False), ("ours", True)])
def test_the_second_factor_is_the_providers_or_ours(client, provider, priya, settings, whose, asked):
    settings.GOLDTHREAD_SECOND_FACTOR, settings.GOLDTHREAD_OIDC_FACTOR = "required", whose
    comes(client, provider)
    assert (client.get("/today/").headers.get("Location", "").startswith("/accounts/mine/second-factor/")) is asked


def test_signing_out_here_shows_the_way_out_there(client, provider, priya):
    comes(client, provider)
    page = client.post("/accounts/logout/", follow=True)
    assert "You are signed out of Goldthread" in text(page) and f"{provider.url}/oauth2/end_session?client_id=goldthread" in page.content.decode()
    assert not is_in(client) and not Session.objects.filter(pk=client.session.session_key or "").exists()


def test_nothing_that_the_provider_told_is_kept(client, provider, priya):
    from allauth.socialaccount.models import SocialAccount, SocialToken

    comes(client, provider)
    assert not SocialAccount.objects.exists() and not SocialToken.objects.exists()


def test_an_issuer_that_is_not_https_is_refused_at_the_start():
    with pytest.raises(Trouble, match="https"):
        oidc.providers({oidc.ISSUER: "http://login.wrenford.example", oidc.CLIENT: "goldthread"})
    with pytest.raises(Trouble, match=oidc.CLIENT):
        oidc.providers({oidc.ISSUER: "https://login.wrenford.example"})


def test_the_secret_is_read_from_a_file(tmp_path):
    (tmp_path / "secret").write_text("hidden\n")
    given = {oidc.ISSUER: "https://login.wrenford.example", oidc.CLIENT: "goldthread", oidc.FILE: str(tmp_path / "secret")}
    assert oidc.providers(given)["openid_connect"]["APPS"][0]["secret"] == "hidden"
    with pytest.raises(Trouble, match="cannot be read"):
        oidc.providers({**given, oidc.FILE: str(tmp_path / "none")})
