"""The second factor: set up before anything else where the role needs one, asked for at every sign-in, and not got round."""

import pytest
from allauth.mfa.models import Authenticator
from django.conf import settings as configured
from django.test import Client, override_settings

from goldthread.people.models import AccountAct, Worker
from goldthread.web import factors
from tests.web import some_factor as some
from tests.web.one_child import text

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def required(settings):
    settings.GOLDTHREAD_SECOND_FACTOR = "required"


@pytest.fixture
def priya():
    return some.priya()


def signed_in(client):
    return client.get("/about/marks/").status_code == 200 and "Priya Fenwater" in client.get("/about/marks/").content.decode()


def secret_of(page):
    return page.context["form"].secret


def test_at_the_first_sign_in_nothing_is_shown_before_a_factor_is_set_up(client, priya):
    some.sign_in(client)
    for address in ("/", "/today/", "/children/WR-1/", "/about/marks/", "/accounts/mine/"):
        assert client.get(address).headers["Location"].startswith("/accounts/mine/second-factor/?next="), address
    assert client.post("/drafts/keep/").status_code == 302
    assert "Use an app on my telephone" in text(client.get("/accounts/mine/second-factor/"))


def test_an_app_is_set_up_and_recovery_codes_are_shown(client, priya, django_capture_on_commit_callbacks):
    some.sign_in(client)
    page = client.get("/accounts/second-factor/totp/activate/")
    assert page.status_code == 200 and "<svg" in page.content.decode() and "<?xml" not in page.content.decode()
    with django_capture_on_commit_callbacks(execute=True):
        done = client.post("/accounts/second-factor/totp/activate/", {"code": some.code_of(secret_of(page))}, follow=True)
    assert len(done.context["unused_codes"]) == 10 and done.context["unused_codes"][0] in text(done)
    assert client.get("/about/marks/").status_code == 200
    assert set(AccountAct.objects.values_list("said", flat=True)) == {"an app that shows codes added", "recovery codes added"}


def test_a_wrong_code_sets_nothing_up(client, priya):
    some.sign_in(client)
    client.get("/accounts/second-factor/totp/activate/")
    page = client.post("/accounts/second-factor/totp/activate/", {"code": "000000"})
    assert "not right" in text(page) and not some.factors(priya)


def test_the_password_alone_signs_nobody_in_who_has_a_factor(client, priya):
    secret = some.with_app(priya)
    assert some.sign_in(client, to="/about/marks/").headers["Location"].startswith("/accounts/second-factor/authenticate/")
    assert client.get("/today/").headers["Location"].startswith("/accounts/login/")
    assert some.enters(client, some.code_of(secret)).headers["Location"] == "/about/marks/"
    assert signed_in(client)


@pytest.mark.parametrize("code", ["000000", "", "12345678", "JBSWY3DP", "１２３４５６"])
def test_a_wrong_code_signs_nobody_in(client, priya, code):
    some.with_app(priya)
    some.sign_in(client)
    assert some.enters(client, code).status_code == 200
    assert client.get("/about/marks/").status_code == 200 and "Priya Fenwater" not in client.get("/about/marks/").content.decode()


def test_a_code_works_once(client, priya):
    secret = some.with_app(priya)
    some.sign_in(client)
    code = some.code_of(secret)
    some.enters(client, code)
    other = Client()
    some.sign_in(other)
    assert "used before" in text(some.enters(other, code))


def test_codes_that_are_guessed_have_to_wait_and_the_right_one_waits_too(client, priya):
    secret = some.with_app(priya)
    some.sign_in(client)
    for _ in range(11):
        page = some.enters(client, "000000")
    assert "You can try again in" in text(page)
    assert "You can try again in" in text(some.enters(client, some.code_of(secret)))


def test_a_recovery_code_works_once(client, priya):
    some.sign_in(client)
    page = client.get("/accounts/second-factor/totp/activate/")
    done = client.post("/accounts/second-factor/totp/activate/", {"code": some.code_of(secret_of(page))}, follow=True)
    code = done.context["unused_codes"][0]
    for works in (True, False):
        other = Client()
        some.sign_in(other)
        some.enters(other, code)
        assert signed_in(other) is works


def test_secrets_are_not_in_the_database_as_they_are(priya):
    secret = some.with_app(priya)
    kept = Authenticator.objects.get().data["secret"]
    assert secret not in kept and factors.Adapter().decrypt(kept) == secret
    with override_settings(SECRET_KEY="another one that is long enough", SECRET_KEY_FALLBACKS=[configured.SECRET_KEY]):
        assert factors.Adapter().decrypt(kept) == secret


def test_the_last_factor_is_not_taken_away_where_the_role_needs_one(client, priya, settings):
    secret = some.with_app(priya)
    some.sign_in(client)
    some.enters(client, some.code_of(secret))
    page = client.post("/accounts/second-factor/totp/deactivate/")
    assert "Add another one first" in text(page) and some.factors(priya) == {"totp"}
    settings.GOLDTHREAD_SECOND_FACTOR = "offered"
    client.post("/accounts/second-factor/totp/deactivate/")
    assert not some.factors(priya)


@pytest.mark.parametrize(
    "wanted, role, asked",
    [("required", "social_worker", True), ("offered", "administrator", False), ("off", "administrator", False),
     ("required for administrator, director", "administrator", True), ("required for administrator, director", "social_worker", False)],
)  # fmt: skip
def test_who_needs_a_factor_is_a_setting_by_role(client, settings, wanted, role, asked):
    settings.GOLDTHREAD_SECOND_FACTOR = wanted
    some.priya(role)
    some.sign_in(client)
    assert (client.get("/accounts/mine/").status_code == 302) is asked


def test_switched_off_nobody_is_asked_for_one_they_have(client, priya, settings):
    some.with_app(priya)
    settings.GOLDTHREAD_SECOND_FACTOR = "off"
    some.sign_in(client)
    assert signed_in(client)


def test_a_password_that_was_handed_over_is_changed_before_anything_else(client, settings):
    settings.GOLDTHREAD_SECOND_FACTOR = "offered"
    some.priya(password_given=True)
    some.sign_in(client)
    assert client.get("/today/").headers["Location"].startswith("/accounts/password/change/")
    new = "three clouds over Wrenford"
    page = client.post("/accounts/password/change/", {"oldpassword": some.PASSWORD, "password1": new, "password2": new})
    assert page.headers["Location"] == "/" and not Worker.objects.get(username="priya").password_given
    assert client.get("/about/marks/").status_code == 200


def test_a_factor_reset_by_an_administrator_ends_the_sign_in_and_a_new_one_is_set_up(client, priya):
    secret = some.with_app(priya)
    some.sign_in(client)
    some.enters(client, some.code_of(secret))
    ivy = Worker.objects.create_user("ivy", some.PASSWORD, name="Ivy", role="administrator")
    some.with_app(ivy)
    admin = Client()
    admin.force_login(ivy)
    page = admin.post(f"/accounts/workers/{priya.pk}/factor/", {"why": "Called back under the number in the staff list."}, follow=True)
    assert "sets up a new second factor" in text(page)
    assert client.get("/today/").headers["Location"].startswith("/accounts/login/")
    some.sign_in(client)
    assert client.get("/about/marks/").headers["Location"].startswith("/accounts/mine/second-factor/")


def test_an_administrator_resets_no_factor_of_their_own(client):
    ivy = Worker.objects.create_user("ivy", some.PASSWORD, name="Ivy", role="administrator")
    some.with_app(ivy)
    client.force_login(ivy)
    assert client.post(f"/accounts/workers/{ivy.pk}/factor/", {"why": "Lost it."}).status_code == 403
    assert some.factors(ivy) == {"totp"}
