"""The office and one life, as in the tests of the child's page, written once for the tests of a module; and the application's own checks switched off."""

from copy import deepcopy

import pytest
from django.db import transaction

from goldthread.record import reach, then
from goldthread.record.models import Standing
from goldthread.record.seeing import Besides
from tests.web import one_child
from tests.web.conftest import baby, half_past_five, priya

__all__ = ["baby", "half_past_five", "priya"]


@pytest.fixture(scope="module")
def kept(django_db_setup, django_db_blocker):
    """People, and the numbers of Kofi's life. What a test writes beside them goes with the test, they with the module."""
    with django_db_blocker.unblock(), transaction.atomic():
        people = one_child.office()
        yield people, one_child.kofi(people)
        transaction.set_rollback(True)


@pytest.fixture
def people(kept, db):
    return deepcopy(kept[0])


@pytest.fixture
def kofi(kept, people):
    return dict(kept[1])


@pytest.fixture
def checks_off(monkeypatch):
    """Every check of the application allows everything: what is then still refused, something else refuses."""
    monkeypatch.setattr(reach, "check_can_see", lambda actor, held, sees="": None)
    monkeypatch.setattr(reach, "seen", lambda actor, sees, which, but: Standing.objects.all())
    monkeypatch.setattr(reach, "besides", lambda actor, now: Besides())
    monkeypatch.setattr(then, "without_closed", lambda entries, worker, now, but: None)


@pytest.fixture
def database_off(settings):
    """Nobody is named to the database, which answers as it does to the owner of the tables."""
    settings.GOLDTHREAD_ROW_SECURITY = False
