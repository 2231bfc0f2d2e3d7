"""A family on one map: nobody is left out, nobody stands on anybody else, and dashes go round those at home."""

import re
from random import Random

import pytest

from goldthread.web.pictures.family import Couple, Family, Relative, place
from goldthread.web.pictures.familymap import NARROW, WIDE, family_map

LARKFIELDS = Family(
    "kofi",
    (
        Relative("joseph", "Joseph Larkfield", "died 2019", "male", died=True, short="Joseph"),
        Relative("efua", "Efua Larkfield, 58", "grandmother", "female", short="Efua"),
        Relative("abena", "Abena, 31", "mother", "female", short="Abena"),
        Relative("akua", "Akua, 27", "aunt", "female", short="Akua"),
        Relative("marcus", "Marcus Quillby, 34", "father", "male", short="Marcus"),
        Relative("sam", "Sam Ridgewater, 29", "father of Esi", "male", short="Sam"),
        Relative("ama", "Ama", "11 tomorrow", "female"),
        Relative("kofi", "Kofi", "8", "male"),
        Relative("esi", "Esi", "3", "female"),
    ),
    (
        Couple(("joseph", "efua"), ("abena", "akua")),
        Couple(("marcus", "abena"), ("ama", "kofi"), ended=True),
        Couple(("abena", "sam"), ("esi",), together=False),
    ),
    frozenset({"abena", "ama", "kofi", "esi"}),
    "At home together",
)


def test_parents_stand_one_row_above_their_children():
    placed = place(LARKFIELDS)
    for couple in LARKFIELDS.couples:
        for parent in couple.parents:
            assert all(placed.rank[child] == placed.rank[parent] + 1 for child in couple.children)


def test_a_mother_of_children_by_two_fathers_stands_between_them():
    placed = place(LARKFIELDS)
    assert placed.at["marcus"] < placed.at["abena"] < placed.at["sam"]


def test_brothers_and_sisters_keep_the_order_they_were_given_in():
    placed = place(LARKFIELDS)
    assert placed.at["ama"] < placed.at["kofi"] < placed.at["esi"]


@pytest.mark.parametrize("layout", [WIDE, NARROW])
def test_everybody_is_named(layout):
    picture = family_map(LARKFIELDS, layout, "f")
    for person in LARKFIELDS.people:
        assert (person.short or person.name).split()[0].rstrip(",") in picture


def test_those_who_live_together_are_inside_one_dashed_line():
    assert len(re.findall('class="home"', family_map(LARKFIELDS, WIDE, "f"))) == 1


def test_a_person_who_has_died_is_crossed_and_a_couple_that_parted_is_struck():
    together = Family("kofi", LARKFIELDS.people, (Couple(("marcus", "abena"), ("ama", "kofi")),))
    apart = Family("kofi", LARKFIELDS.people, (Couple(("marcus", "abena"), ("ama", "kofi"), ended=True),))
    assert family_map(apart, WIDE, "f").count("l8 -16") == 2
    assert family_map(together, WIDE, "f").count("l8 -16") == 0


def test_a_child_with_nobody_recorded_has_no_map():
    assert family_map(Family("kofi", (Relative("kofi", "Kofi"),)), WIDE, "f") == ""


def test_somebody_tied_to_nobody_is_on_the_map_at_their_own_age():
    people = (Relative("c", "Leo"), Relative("m", "Nadia"), Relative("u", "Ben", rank=-1))
    placed = place(Family("c", people, (Couple(("m",), ("c",)),)))
    assert placed.rank == {"c": 1, "m": 0, "u": 0}


def test_words_from_the_record_cannot_become_markup():
    people = (Relative("c", "<b>Leo</b>"), Relative("m", "Nadia & co"))
    assert "<b>" not in family_map(Family("c", people, (Couple(("m",), ("c",)),)), WIDE, "f")


@pytest.mark.parametrize("seed", range(40))
def test_nobody_ever_stands_on_anybody_else(seed):
    family = any_family(Random(seed))
    placed = place(family)
    assert set(placed.at) == {person.key for person in family.people}
    for row in placed.rows():
        places = [placed.at[key] for key in row]
        assert all(after - before > 0.99 for before, after in zip(places, places[1:], strict=False))


def any_family(chance):
    keys = [f"p{number}" for number in range(chance.randint(2, 14))]
    couples = []
    for _ in range(chance.randint(1, 4)):
        chosen = chance.sample(keys, min(len(keys), chance.randint(2, 5)))
        parents = chance.randint(1, min(2, len(chosen) - 1))
        couples.append(Couple(tuple(chosen[:parents]), tuple(chosen[parents:]), ended=chance.random() < 0.3))
    people = tuple(Relative(key, key.upper(), sex=chance.choice(["male", "female", "not known"])) for key in keys)
    return Family(keys[0], people, tuple(couples), frozenset(chance.sample(keys, len(keys) // 2)))


def test_somebody_tied_to_nobody_does_not_drift_away_from_the_family():
    gran = Relative("gran", "Efua", rank=-2)
    people = (Relative("kofi", "Kofi"), Relative("mum", "Abena", rank=-1), Relative("dad", "Marcus", rank=-1), gran)
    placed = place(Family("kofi", people, (Couple(("mum", "dad"), ("kofi",)),)))
    assert max(placed.at.values()) <= 2
