"""What is done to an account: by whom it may be done, what follows at once, and the row that says so.

Each act is one function, in one transaction with its row in AccountAct. Nobody does any of them to their own account,
but for choosing a password and a factor and signing out.
"""

import secrets
from collections.abc import Callable
from datetime import datetime

from allauth.mfa.models import Authenticator
from allauth.usersessions.models import UserSession
from django.contrib.sessions.models import Session
from django.db import connection, transaction
from django.db.models import Q

from goldthread.people.given import Given, Refused, changed, check, reason
from goldthread.people.models import AccountAct, Team, Worker
from goldthread.people.roles import ACCOUNTS, ALLOCATE, APPROVE, INVITED, ROLES, SERVICE, WRITE
from goldthread.people.sight import NotAllowed, check_may

OPENED, CHANGED, CLOSED, REOPENED = "opened", "changed", "closed", "opened again"
PASSWORD, LIFTED, FACTOR, CUT_OFF, TEAMS, CHOSE, OWN_FACTOR = (
    "password given", "lockout lifted", "factor reset", "signed out", "teams handed over", "password chosen", "factor changed",
)  # fmt: skip
ACTS = (OPENED, CHANGED, CLOSED, REOPENED, PASSWORD, LIFTED, FACTOR, CUT_OFF, TEAMS, CHOSE, OWN_FACTOR)
TOLD: list[Callable[[AccountAct], None]] = []  # told of every act in its own transaction; see web.recording
NOT_OWN = "Nobody does this to their own account. Ask another administrator."
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another when read aloud


def check_may_do(by: Worker, worker: Worker | None = None) -> None:
    """Raise NotAllowed unless somebody looks after accounts, and this one is not their own."""
    check_may(by, ACCOUNTS)
    if worker is not None and by.pk == worker.pk:
        raise NotAllowed(NOT_OWN)


def check_may_lift(by: Worker, worker: Worker) -> None:
    """Raise NotAllowed unless somebody looks after accounts or manages the team this worker is in."""
    if by.pk == worker.pk:
        raise NotAllowed(NOT_OWN)
    if not manages(by, worker):
        check_may(by, ACCOUNTS)


def manages(by: Worker, worker: Worker) -> bool:
    return by.is_active and worker.team_id is not None and Team.objects.filter(pk=worker.team_id, manager=by).exists()


def check_may_close(by: Worker, worker: Worker) -> None:
    """Raise NotAllowed unless somebody looks after accounts, manages this worker's team, or allocates for the whole service."""
    if by.pk == worker.pk:
        raise NotAllowed(NOT_OWN)
    if not (manages(by, worker) or leads(by)):
        check_may(by, ACCOUNTS)


def leads(by: Worker) -> bool:
    """Whether somebody hands children over in every team, as a head of service does."""
    return by.is_active and by.plays.sees == SERVICE and {WRITE, ALLOCATE, APPROVE} <= by.plays.may


def new_password() -> str:
    """Four groups of four letters that can be read out: about 78 bits."""
    return "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))


def left_with(worker: Worker) -> int:
    """How many open records would be without their worker, adviser or chair if this one left: a count, whoever asks."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT people_left_with(%s)", [worker.pk])
        return cursor.fetchone()[0]


def cut_off(worker: Worker) -> None:
    """End every sign-in of this worker now, in every browser. What was made under an earlier `Worker.cut` counts no more."""
    stands = Worker.objects.select_for_update().get(pk=worker.pk)
    stands.cut += 1
    stands.save(update_fields=["cut"])
    worker.cut = stands.cut
    keys = list(UserSession.objects.filter(user=worker.pk).values_list("session_key", flat=True))
    Session.objects.filter(pk__in=keys).delete()
    UserSession.objects.filter(user=worker.pk).delete()


@transaction.atomic
def open_account(username: str, given: Given, *, by: Worker, now: datetime) -> tuple[Worker, str]:
    """Make an account. Returns it with the password it begins with, which is kept nowhere and changed at the first sign-in."""
    check_may_do(by)
    username = username.strip().lower()
    if not username:
        raise Refused("Enter the name they will sign in with.", "username")
    if Worker.objects.filter(username__iexact=username).exists():
        raise Refused("Somebody signs in with this name already. Choose another.", "username")
    check(given)
    password = new_password()
    worker = Worker.objects.create_user(username, password, password_given=True, **given.columns())
    _write_down(worker, OPENED, f"{worker.plays.name}, {worker.team or 'no team'}", by, now)
    return worker, password


@transaction.atomic
def change(worker: Worker, given: Given, *, by: Worker, now: datetime) -> str:
    """Put these answers in place of what the account says. Returns what changed, in words; "" for nothing.

    A new role ends every sign-in. Whoever works with somebody keeps a role that writes.
    """
    check_may_do(by, worker)
    old, columns = _standing(worker), given.columns()
    check(given, old)
    if WRITE not in ROLES[given.role].may and (left := left_with(worker)):
        raise Refused(f"{worker.name} works with {_records(left)}. Hand them over first, then change the role.", "role")
    said = changed(old, columns)
    if said:
        Worker.objects.filter(pk=worker.pk).update(**columns)
        worker.refresh_from_db()
        if old.role != worker.role:
            cut_off(worker)
        _write_down(worker, CHANGED, said, by, now)
    return said


@transaction.atomic
def close(worker: Worker, why: str, *, by: Worker, now: datetime, hand_over: Callable[[], None] | None = None) -> None:
    """Close an account at once: every sign-in ends. Refused while anybody is left with this worker.

    `hand_over` moves them to others in the same step; what it cannot move keeps the account open, and nothing moves.
    """
    check_may_close(by, worker)
    said = reason(why, "Say why the account is closed.")
    if not _standing(worker).is_active:
        raise Refused("This account is closed already.")
    if hand_over:
        hand_over()
    _check_nobody_left(worker)
    Worker.objects.filter(pk=worker.pk).update(is_active=False)
    worker.is_active = False
    cut_off(worker)
    _write_down(worker, CLOSED, said, by, now)


def _check_nobody_left(worker: Worker) -> None:
    if left := left_with(worker):
        raise Refused(
            f"{worker.name} works with {_records(left)}. Their team’s manager, or a head of service, hands them over and closes the account in one step."
        )
    if names := teams_of(worker):
        raise Refused(f"{worker.name} answers for {', '.join(names)}. Give that to somebody else first: whoever waits there belongs to its manager by name.")


@transaction.atomic
def reopen(worker: Worker, why: str, *, by: Worker, now: datetime) -> str:
    """Open a closed account again. Returns a new password to begin with; the old one and its factors are gone."""
    check_may_do(by, worker)
    said = reason(why, "Say why the account is opened again.")
    if _standing(worker).is_active:
        raise Refused("This account is open.")
    if worker.plays.sees == INVITED:
        raise Refused("An inspector is invited again instead.")
    Worker.objects.filter(pk=worker.pk).update(is_active=True)
    Authenticator.objects.filter(user=worker.pk).delete()
    password = _give_password(worker)
    _write_down(worker, REOPENED, said, by, now)
    return password


@transaction.atomic
def give_password(worker: Worker, *, by: Worker, now: datetime) -> str:
    """A new password to begin with, for somebody who has lost theirs. Every sign-in ends."""
    check_may_do(by, worker)
    password = _give_password(worker)
    _write_down(worker, PASSWORD, "", by, now)
    return password


def _give_password(worker: Worker) -> str:
    password = new_password()
    worker.refresh_from_db()
    worker.set_password(password)
    worker.password_given = True
    worker.save(update_fields=["password", "password_given"])
    cut_off(worker)
    return password


@transaction.atomic
def reset_factor(worker: Worker, why: str, *, by: Worker, now: datetime) -> None:
    """Forget somebody's codes, passkeys and recovery codes, because they were lost. They set up new ones at the next sign-in."""
    check_may_do(by, worker)
    said = reason(why, "Say how you made sure that it is them who asks.")
    Authenticator.objects.filter(user=worker.pk).delete()
    cut_off(worker)
    _write_down(worker, FACTOR, said, by, now)


@transaction.atomic
def sign_out(worker: Worker, *, by: Worker, now: datetime) -> None:
    """End every sign-in of somebody else, as when a telephone was stolen."""
    check_may_do(by, worker)
    cut_off(worker)
    _write_down(worker, CUT_OFF, "", by, now)


@transaction.atomic
def hand_teams(worker: Worker, to: Worker, *, by: Worker, now: datetime) -> None:
    """Whoever waits in this worker's teams belongs to somebody else by name from now, and what goes past them is told there."""
    check_may_do(by, worker)
    check_may(to, ALLOCATE)
    if to.pk == worker.pk:
        raise Refused("Choose somebody else.", "to")
    names = ", ".join(teams_of(worker))
    if not names:
        raise Refused(f"{worker.name} answers for no team.")
    Team.objects.filter(manager=worker).update(manager=to)
    Team.objects.filter(told_next=worker).update(told_next=to)
    _write_down(worker, TEAMS, f"{names} → {to.name}", by, now)


def teams_of(worker: Worker) -> list[str]:
    """Names of the teams that somebody manages, or where they are told next."""
    return list(Team.objects.filter(Q(manager=worker) | Q(told_next=worker)).order_by("name").values_list("name", flat=True))


@transaction.atomic
def lift(worker: Worker, *, by: Worker, now: datetime) -> None:
    """Somebody may try to sign in again before their wait is over. The counts themselves are cleared by the pages."""
    check_may_lift(by, worker)
    _write_down(worker, LIFTED, "", by, now)


@transaction.atomic
def chose_password(worker: Worker, *, now: datetime) -> None:
    """Somebody has chosen their own password: every other sign-in of theirs is over by that."""
    Worker.objects.filter(pk=worker.pk).update(password_given=False)
    worker.password_given = False
    _write_down(worker, CHOSE, "", worker, now)


@transaction.atomic
def sign_out_everywhere(worker: Worker, *, now: datetime) -> None:
    """Somebody ends every sign-in of their own, as after losing a telephone."""
    cut_off(worker)
    _write_down(worker, CUT_OFF, "by themselves", worker, now)


@transaction.atomic
def own_factor(worker: Worker, said: str, *, now: datetime) -> None:
    """Somebody has added a factor of their own, or taken one away."""
    _write_down(worker, OWN_FACTOR, said, worker, now)


def _write_down(worker: Worker, act: str, said: str, by: Worker, now: datetime) -> None:
    done = AccountAct.objects.create(worker=worker, act=act, said=said, by=by, at=now)
    for tell in TOLD:
        tell(done)


def _standing(worker: Worker) -> Worker:
    """The account as it stands, held until the act is done: nobody is given to a worker who is leaving at the same moment."""
    return Worker.objects.select_for_update().get(pk=worker.pk)


def _records(number: int) -> str:
    return f"{number} open record{'s' * (number != 1)}"
