"""Finding a child: by other names, by sound, by nearly the right letters, by any order of a date, postcode or reference."""

from datetime import date

import pytest

from goldthread.record.models import Identifier, Person
from goldthread.record.reach import Reach
from goldthread.record.search import search, take_apart, tidy_postcode

CHILDREN = [
    {"forename": "Kofi", "surname": "Larkfield", "born": date(2018, 3, 2)},
    {"forename": "Siobhán", "surname": "O’Merrowdale", "born": date(2015, 12, 11)},
    {"forename": "Mohammed", "surname": "Birchwater", "other_names": "Mo", "born": date(2010, 5, 5)},
    {"forename": "Catherine", "surname": "Silverbeck", "other_names": "Kitty Fenwater", "born": date(2012, 1, 31)},
    {"forename": "Esi", "surname": "Larkfield", "born": date(2023, 4, 4)},
]


@pytest.fixture
def children(priya):
    people = {}
    with priya.act() as act:
        for details in CHILDREN:
            person = people[details["forename"]] = act.new_person()
            act.write(person, "person", date(2026, 11, 2), details)
            act.write(person, "referral", date(2026, 11, 2), {"decision": "accepted"})
        act.write(people["Kofi"], "address", date(2026, 11, 2), {"kind": "home", "postcode": "wn4 7qt"})
    return people


def names(found):
    return [f.standing.forename for f in found]


@pytest.mark.parametrize(
    ("typed", "first"),
    [
        ("kofi larkfield", "Kofi"), ("larkfield kofi", "Kofi"), ("Cofi", "Kofi"), ("Koffi Larkfeild", "Kofi"), ("kof", "Kofi"),
        ("siobhan omerrowdale", "Siobhán"), ("Siobhan O'Merrowdale", "Siobhán"), ("mohamed", "Mohammed"),
        ("Muhammad Birchwater", "Mohammed"), ("Mo", "Mohammed"), ("Katherine silverbek", "Catherine"), ("kitty", "Catherine"),
        ("02/03/2018", "Kofi"), ("2018-03-02", "Kofi"), ("3/2/2018", "Kofi"), ("2 March 2018", "Kofi"), ("02032018", "Kofi"),
        ("larkfield 2.3.18", "Kofi"), ("WN47QT", "Kofi"), ("wn4 7qt", "Kofi"), ("larkfield wn4", "Kofi"),
    ],
)  # fmt: skip
def test_a_child_is_found_however_they_are_asked_for(priya, children, typed, first):
    assert names(search(priya, typed))[:1] == [first]


def test_a_reference_or_a_number_from_elsewhere_finds_exactly_one_child(priya, children):
    Identifier.objects.create(scheme="child id", value="RND00021", person_id=children["Esi"])
    reference = Person.objects.get(pk=children["Kofi"]).reference
    assert names(search(priya, reference)) == names(search(priya, reference.lower())) == ["Kofi"]
    Identifier.objects.create(scheme="child id", value="child_of_a_file", person_id=children["Esi"])
    assert names(search(priya, "RND00021")) == names(search(priya, "child_of_a_file")) == ["Esi"]


def test_the_same_name_comes_before_what_only_sounds_like_it(priya, children):
    found = search(priya, "larkfield")
    assert {f.because for f in found} == {"same name"} and len(found) == 2


def test_where_every_word_matches_somebody_nobody_else_is_shown(priya, children):
    assert names(search(priya, "kofi larkfield")) == ["Kofi"]


def test_where_nobody_matches_every_word_those_who_match_some_are_shown_and_it_is_said(priya, children):
    found = {f.standing.forename: f.because for f in search(priya, "kofi silverbeck")}
    assert found == {"Kofi": "only “kofi”: same name", "Catherine": "only “silverbeck”: same name"}


def test_a_name_heard_and_written_down_quite_differently_is_found_by_its_sound(priya, children):
    assert names(search(priya, "coffee larkfeeld"))[:1] == ["Kofi"]


def test_what_matches_nothing_gives_nothing_and_breaks_nothing(priya, children):
    for typed in ("", "   ", "zzzz", "99/99/9999", "%", "' OR 1=1 --", "🙂", "a" * 5000, "31 02 2018"):
        assert search(priya, typed) == []


def test_a_child_the_searcher_may_not_see_never_leaks(children, office, priya):
    nora = Reach(office["nora"], priya.now)
    for typed in ("kofi larkfield", "02/03/2018", "WN4 7QT", Person.objects.get(pk=children["Kofi"]).reference):
        assert search(nora, typed) == []


@pytest.mark.parametrize(
    ("typed", "tidy"), [("b12 2ke", "B12 2KE"), ("wn47qt", "WN4 7QT"), ("EC1A1BB", "EC1A 1BB"), ("wn4", "WN4"), ("W N4", "WN4")]
)
def test_postcodes_are_read_as_people_type_them(typed, tidy):
    assert tidy_postcode(typed) == tidy


def test_an_ambiguous_date_is_read_every_way_it_can_be():
    assert take_apart("03/02/2018").days == {date(2018, 2, 3), date(2018, 3, 2)}
    assert take_apart("31/01/2012").days == {date(2012, 1, 31)}
