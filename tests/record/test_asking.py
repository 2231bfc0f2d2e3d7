"""Asking about many people at once: one argument, however many they are."""

from datetime import date

import pytest

from goldthread.record.asking import among, ask
from goldthread.record.models import Person, Standing


@pytest.fixture
def three(priya):
    with priya.act() as act:
        people = [act.new_person() for _ in range(3)]
        for number, person in enumerate(people):
            act.write(person, "person", date(2026, 11, 2), {"forename": f"Kofi{number}"})
    return people


@pytest.mark.parametrize("many", [0, 1, 2, 3])
def test_those_among_some_people_are_found_and_nobody_else(three, many):
    wanted = three[:many]
    assert set(Standing.objects.filter(person__among=wanted).values_list("person", flat=True)) == set(wanted)
    assert set(Standing.objects.exclude(person__among=wanted).values_list("person", flat=True)) == set(three[many:])


def test_what_is_asked_is_the_same_text_for_two_people_as_for_two_thousand(three):
    few, many = (Standing.objects.filter(person__among=range(number)).query.sql_with_params() for number in (2, 2000))
    assert few[0] == many[0] and len(many[1]) == 1


def test_people_may_be_given_as_the_keys_of_a_dict_or_as_a_set(three):
    assert Standing.objects.filter(person__among=dict.fromkeys(three)).count() == Standing.objects.filter(person__among=set(three)).count() == 3


@pytest.mark.parametrize("many", [1, 3])
def test_the_same_in_our_own_sql(three, many):
    some, argument = among(three[:many])
    [rows] = ask((f"SELECT id FROM record_person WHERE id {some}", [argument]))
    assert {number for (number,) in rows} == set(three[:many]) <= set(Person.objects.values_list("pk", flat=True))
