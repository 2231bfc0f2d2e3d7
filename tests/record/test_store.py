"""Promises of storing people and entries in bulk."""

import pytest

from goldthread.record.models import Person
from goldthread.record.store import new_people, take_numbers


@pytest.mark.django_db
def test_a_reference_given_by_hand_is_never_given_again_by_number():
    (coming,) = take_numbers("record_person_id_seq", 1)
    new_people([f"WR-{coming + 2:05d}"], [None])
    people = new_people([None, None], [None, 7])
    references = list(Person.objects.filter(pk__in=people).order_by("pk").values_list("reference", flat=True))
    assert references == [f"WR-{coming + 2:05d}B", f"WR-{coming + 3:05d}"]
    assert Person.objects.get(pk=people[1]).family == 7
