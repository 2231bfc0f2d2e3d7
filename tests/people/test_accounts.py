"""What is done to accounts: by whom, what ends at once, and that everything done is written down."""

from datetime import UTC, datetime

import pytest
from allauth.mfa.models import Authenticator
from django.db import DatabaseError, IntegrityError, transaction

from goldthread.people import accounts
from goldthread.people.given import Given, Refused
from goldthread.people.models import AccountAct, Team, Worker
from goldthread.people.sight import NotAllowed

pytestmark = pytest.mark.django_db
NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
WHY = "She has moved to Leeds."


def worker(username, role, team=None, **more):
    return Worker.objects.create_user(username, "a long red scarf", name=username.title(), role=role, team=team, **more)


@pytest.fixture
def office():
    east = Team.objects.create(name="East")
    made = {"ivy": worker("ivy", "administrator"), "otto": worker("otto", "administrator"), "priya": worker("priya", "social_worker", east)}
    east.manager = made["ngozi"] = worker("ngozi", "team_manager", east)
    east.save()
    return {**made, "east": east, "hal": worker("hal", "head_of_service"), "nora": worker("nora", "social_worker", Team.objects.create(name="North"))}


def given(who, **other):
    return Given(**{"name": who.name, "role": who.role, "team": who.team_id, **other})


ACTS = {
    "change": lambda w, by: accounts.change(w, given(w, role="director"), by=by, now=NOW),
    "close": lambda w, by: accounts.close(w, WHY, by=by, now=NOW),
    "give a password": lambda w, by: accounts.give_password(w, by=by, now=NOW),
    "reset a factor": lambda w, by: accounts.reset_factor(w, WHY, by=by, now=NOW),
    "sign out": lambda w, by: accounts.sign_out(w, by=by, now=NOW),
    "lift": lambda w, by: accounts.lift(w, by=by, now=NOW),
}


@pytest.mark.parametrize("act", ACTS)
def test_nobody_does_it_to_their_own_account(office, act):
    for who in ("ivy", "ngozi", "hal"):
        with pytest.raises(NotAllowed, match="own account"):
            ACTS[act](office[who], office[who]) if who == "ivy" or act in ("close", "lift") else accounts.check_may_lift(office[who], office[who])
    assert not AccountAct.objects.exists()


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("by", ["priya", "nora"])
def test_who_does_not_look_after_accounts_does_none_of_it(office, act, by):
    with pytest.raises(NotAllowed):
        ACTS[act](office["otto"], office[by])
    assert not AccountAct.objects.exists()


@pytest.mark.parametrize("act", ACTS)
def test_each_act_is_written_down_with_who_and_when(office, act):
    ACTS[act](office["priya"], office["ivy"])
    (row,) = AccountAct.objects.all()
    assert (row.worker, row.by, row.at) == (office["priya"], office["ivy"], NOW) and row.act in accounts.ACTS


@pytest.mark.parametrize("act", ["close", "give a password", "reset a factor", "sign out", "change"])
def test_sign_ins_end_at_once(office, act):
    before = office["priya"].get_session_auth_hash()
    ACTS[act](office["priya"], office["ivy"])
    assert Worker.objects.get(username="priya").get_session_auth_hash() != before


def test_what_was_written_down_is_kept(office):
    accounts.sign_out(office["priya"], by=office["ivy"], now=NOW)
    with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
        AccountAct.objects.update(said="")


def test_a_changed_role_team_and_name_are_told_in_words(office):
    said = accounts.change(office["priya"], Given("Priya Fenwater", "team_manager", None), by=office["ivy"], now=NOW)
    assert said == "name: Priya → Priya Fenwater; role: Social worker → Team manager; team: East → no team"
    assert AccountAct.objects.get().said == said


def test_saying_the_same_again_changes_and_ends_nothing(office):
    before = office["priya"].cut
    assert accounts.change(office["priya"], given(office["priya"]), by=office["ivy"], now=NOW) == ""
    assert Worker.objects.get(username="priya").cut == before and not AccountAct.objects.exists()


def test_a_new_team_alone_ends_no_sign_in(office):
    accounts.change(office["priya"], given(office["priya"], team=office["nora"].team_id), by=office["ivy"], now=NOW)
    assert Worker.objects.get(username="priya").cut == 0


@pytest.mark.parametrize(
    "wrong, field",
    [({"name": " "}, "name"), ({"role": "king"}, "role"), ({"role": "inspector"}, "role"), ({"team": 10**9}, "team"), ({"email": "IVY@wrenford.example"}, "email")],
)
def test_what_an_account_may_not_say_is_refused_by_its_question(office, wrong, field):
    Worker.objects.filter(username="ivy").update(email="ivy@wrenford.example")
    with pytest.raises(Refused) as refused:
        accounts.change(office["priya"], given(office["priya"], **wrong), by=office["ivy"], now=NOW)
    assert refused.value.field == field


def test_a_new_account_begins_with_a_password_that_is_changed_first(office):
    made, password = accounts.open_account("Tom ", Given("Tom Hale", "social_worker", office["east"].pk), by=office["ivy"], now=NOW)
    assert (made.username, made.password_given, made.check_password(password)) == ("tom", True, True)
    with pytest.raises(Refused, match="already"):
        accounts.open_account("TOM", Given("Another", "social_worker"), by=office["ivy"], now=NOW)


def test_a_lost_factor_is_forgotten_and_a_reason_is_asked_for(office):
    Authenticator.objects.create(user=office["priya"], type="totp", data={})
    with pytest.raises(Refused, match="make|made sure"):
        accounts.reset_factor(office["priya"], " \0", by=office["ivy"], now=NOW)
    accounts.reset_factor(office["priya"], "Called back under the number in the staff list.", by=office["ivy"], now=NOW)
    assert not Authenticator.objects.exists()


def test_a_manager_lifts_a_lockout_in_the_own_team_and_no_other(office):
    accounts.lift(office["priya"], by=office["ngozi"], now=NOW)
    with pytest.raises(NotAllowed):
        accounts.lift(office["nora"], by=office["ngozi"], now=NOW)


@pytest.mark.parametrize("by, whom", [("ngozi", "priya"), ("hal", "nora"), ("ivy", "nora")])
def test_a_manager_a_head_of_service_and_an_administrator_close_accounts(office, by, whom):
    accounts.close(office[whom], WHY, by=office[by], now=NOW)
    assert not Worker.objects.get(username=whom).is_active


def test_a_manager_closes_none_of_another_team(office):
    with pytest.raises(NotAllowed):
        accounts.close(office["nora"], WHY, by=office["ngozi"], now=NOW)


def test_who_answers_for_a_team_is_not_closed_before_somebody_else_does(office):
    with pytest.raises(Refused, match="answers for East"):
        accounts.close(office["ngozi"], WHY, by=office["ivy"], now=NOW)
    accounts.hand_teams(office["ngozi"], office["hal"], by=office["ivy"], now=NOW)
    accounts.close(office["ngozi"], WHY, by=office["ivy"], now=NOW)
    assert Team.objects.get(name="East").manager == office["hal"]


def test_a_team_goes_to_nobody_who_does_not_allocate(office):
    with pytest.raises(NotAllowed):
        accounts.hand_teams(office["ngozi"], office["priya"], by=office["ivy"], now=NOW)


def test_a_closed_account_is_opened_again_without_its_old_password_and_factors(office):
    accounts.close(office["priya"], WHY, by=office["ivy"], now=NOW)
    Authenticator.objects.create(user=office["priya"], type="totp", data={})
    password = accounts.reopen(office["priya"], "She is back.", by=office["ivy"], now=NOW)
    back = Worker.objects.get(username="priya")
    assert back.is_active and back.check_password(password) and not back.check_password("a long red scarf") and not Authenticator.objects.exists()


def test_an_act_that_fails_leaves_nothing_half_done(office, monkeypatch):
    def fails(*_):
        raise IntegrityError

    monkeypatch.setattr(accounts, "_write_down", fails)
    with pytest.raises(IntegrityError), transaction.atomic():
        accounts.close(office["priya"], WHY, by=office["ivy"], now=NOW)
    assert Worker.objects.get(username="priya").is_active
