"""What tests of a child's page share: the office and one life in `one_child`, on the afternoon of 20 November 2026."""

import pytest

from tests.web import one_child
from tests.web.improving import improving, lead, plan, reader, said
from tests.web.some_others import others, supervised

__all__ = ["improving", "lead", "others", "plan", "reader", "said", "supervised"]


@pytest.fixture
def half_past_five(settings):
    settings.GOLDTHREAD_NOW = one_child.FIXED


@pytest.fixture
def people(db):
    return one_child.office()


@pytest.fixture
def kofi(people):
    return one_child.kofi(people)


@pytest.fixture
def baby(people):
    return one_child.baby(people)


@pytest.fixture
def priya(people):
    return one_child.signed_in(people["priya"])


@pytest.fixture(autouse=True)
def patient(monkeypatch):
    """Everything is counted before a page answers, however busy the machine is; the page that asks again has its own tests."""
    monkeypatch.setattr("goldthread.web.measures.counting.PATIENCE", 600)
