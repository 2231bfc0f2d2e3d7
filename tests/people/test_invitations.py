"""An inspector reads on the days they are invited for, and on no other."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from goldthread.people.invitations import check_invited, scope, standing
from goldthread.people.models import Invitation, InvitationEnd, Worker
from goldthread.people.roles import NOBODY, SERVICE
from goldthread.people.sight import Held, NotAllowed, can_see

pytestmark = pytest.mark.django_db
FIRST, LAST = date(2026, 11, 16), date(2026, 11, 27)
AT = datetime(2026, 11, 13, 9, 0, tzinfo=UTC)
OPEN_TO_ALL, TO_NAMED = Held(1, frozenset()), Held(1, frozenset(), restricted_to=frozenset({-5}))


@pytest.fixture
def lee():
    return Worker.objects.create_user("lee@example.gov.uk", "x", name="Lee Ashgrove", role="inspector")


def invited(worker, day=FIRST, until=LAST):
    return Invitation.objects.create(inspector=worker, day=day, until=until, at=AT)


@pytest.mark.parametrize(
    ("day", "sees"),
    [(date(2026, 11, 15), NOBODY), (FIRST, SERVICE), (date(2026, 11, 20), SERVICE), (LAST, SERVICE), (date(2026, 11, 28), NOBODY)],
)
def test_both_days_of_an_invitation_count_and_no_day_outside_it(lee, day, sees):
    invited(lee)
    assert scope(lee, day) == sees


def test_nobody_is_invited_who_has_no_invitation(lee):
    assert scope(lee, FIRST) == NOBODY
    with pytest.raises(NotAllowed, match="You are not invited to read here. Ask"):
        check_invited(lee, FIRST)


def test_an_invitation_that_was_taken_back_ends_at_once(lee):
    taken = invited(lee)
    InvitationEnd.objects.create(invitation=taken, why="The inspection was put off.", at=AT)
    assert standing(lee, FIRST) is None and scope(lee, FIRST) == NOBODY


def test_of_two_invitations_one_that_stands_is_enough(lee):
    InvitationEnd.objects.create(invitation=invited(lee), why="Wrong days.", at=AT)
    again = invited(lee, FIRST, FIRST)
    assert check_invited(lee, FIRST) == again


def test_the_refusal_names_the_days_and_whom_to_ask(lee):
    invited(lee)
    with pytest.raises(NotAllowed, match="was from 16 November 2026 to 27 November 2026. Ask the person"):
        check_invited(lee, date(2026, 12, 1))
    with pytest.raises(NotAllowed, match="is from 16 November 2026"):
        check_invited(lee, date(2026, 11, 1))


def test_other_roles_see_what_they_always_see():
    assert scope(Worker(pk=3, name="D", role="director"), FIRST) == SERVICE


def test_an_inspector_is_never_shown_a_record_that_is_open_to_named_people_only(lee):
    assert can_see(lee, OPEN_TO_ALL, SERVICE)
    assert not can_see(lee, TO_NAMED, SERVICE)
    assert not can_see(lee, OPEN_TO_ALL, NOBODY)
    assert not can_see(lee, OPEN_TO_ALL), "who forgets to ask for the day shows nothing"


def test_an_invitation_is_never_changed_or_removed(lee):
    one = invited(lee)
    for attempt in (lambda: Invitation.objects.update(until=date(2027, 1, 1)), one.delete):
        with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
            attempt()


def test_an_invitation_cannot_end_before_it_begins(lee):
    with pytest.raises(DatabaseError, match="invited_until_after_it_begins"), transaction.atomic():
        invited(lee, LAST, FIRST)
