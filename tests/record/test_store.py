"""Promises of storing people and entries in bulk."""

import pytest

from goldthread.record.models import Person
from goldthread.record.store import new_people, take_numbers


@pytest.fixture
def coming(db):
    """Makes the reference that the person so many after this one would be given."""
    (number,) = take_numbers("record_person_id_seq", 1)
    return lambda after: f"WR-{number + after:05d}"


def references(people):
    return list(Person.objects.filter(pk__in=people).order_by("pk").values_list("reference", flat=True))


def test_a_reference_given_by_hand_is_never_given_again_by_number(coming):
    new_people([coming(2)], [None])
    people = new_people([None, None], [None, 7])
    assert references(people) == [f"{coming(2)}B", coming(3)]
    assert Person.objects.get(pk=people[1]).family == 7


def test_nor_where_the_hand_and_the_number_give_it_in_one_step(coming):
    """A city told into a database whose numbers have come as far as the references that its stories fix."""
    people = new_people([None, coming(3), None, coming(1)], [None] * 4)
    assert references(people) == [f"{coming(1)}B", coming(3), f"{coming(3)}B", coming(1)]


def test_a_letter_behind_a_number_is_not_given_twice_either(coming):
    new_people([coming(3), f"{coming(3)}B"], [None, None])
    assert references(new_people([None], [None])) == [f"{coming(3)}BB"]
