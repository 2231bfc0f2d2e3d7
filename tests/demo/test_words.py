"""Promises of what is written in the city: plain, decent and about nobody real."""

import re

import pytest

from goldthread.demo.reading import read
from goldthread.demo.sentences import Pen, parse, schools, themes
from goldthread.demo.telling import Somebody

FORBIDDEN = re.compile(r"\b(LAC|NFA|case|cases|caseload|failed to engage|non-?compliant|disguised compliance|attention.seeking)\b", re.I)
# Whole names and surnames of people and places that inquiries and newspapers have named; none of them may appear.
REAL = re.compile(
    r"\b(Climbi[eé]|Connelly|Labinjo|Solomon Adebar|Pelka|Khyra|Ishaq|Colwell|Hobson|Sharif|Mujica|Bulger|Soham|Huntley|Baby P|Peter Connelly|"
    r"Rotherham|Rochdale|Haringey|Birmingham|Laming|Munro|Soothill|Wigan|Solihull|Coventry)\b"
)


def sentences():
    for list_of in (*themes().values(), read("sentences.yaml")):
        for name, said in list_of.items():
            if isinstance(said, list):
                yield from ((name, parse(one).text) for one in said if isinstance(one, str))


def everything_written(stories):
    for story in stories:
        for person in story.people:
            yield person.name
        for told in story.told:
            for values in (told.values, *(c.values for c in told.changes)):
                yield from (v for v in values.values() if isinstance(v, str))
            yield from (c.why for c in told.changes)


def test_no_sentence_says_what_is_never_said_of_a_family():
    assert [s for _, s in sentences() if FORBIDDEN.search(s)] == []


def test_no_entry_of_the_city_says_it_either(city, wrenford):
    assert [s for s in everything_written([*city, *wrenford]) if FORBIDDEN.search(s)] == []


def test_nobody_real_is_named(city, wrenford):
    assert [s for s in everything_written([*city, *wrenford]) if REAL.search(s)] == []


def test_every_sentence_is_filled_in(city):
    assert [s for s in everything_written(city) if "{" in s or "}" in s] == []


@pytest.mark.parametrize("theme", themes(), ids=str)
def test_a_theme_has_something_to_say_at_every_age_it_is_for(theme):
    said = themes()[theme]
    for name in ("said", "found", "better", "worse", "must_change", "young", "middle", "older", "closing"):
        assert said[name], name
    assert said["ages"][0] < said["ages"][1] and said["need"] and said["abuse"]


def test_a_family_hears_every_sentence_of_a_list_before_any_comes_again():
    from random import Random

    child = Somebody("Kit", "Ashmoor", sex="M")
    pen = Pen(Random(1), themes()["neglect"], mum="Ann", dad="Ben", school="S", worker="W")
    fitting = [said for said in read("sentences.yaml")["notes"] if parse(said).fits(9)]
    written = [pen.write("notes", child, 9) for _ in fitting]
    assert len(set(written)) == len(written) > 5


def test_what_is_said_fits_the_age_of_the_child():
    from random import Random

    baby, pen = Somebody("Kit", "Ashmoor", sex="M"), Pen(Random(1), themes()["neglect"], mum="Ann", dad="Ben", school="S", worker="W")
    written = {pen.write(name, baby, 0) for name in ("notes", "decided", "good", "not_seen", "better") for _ in range(30)}
    assert not [said for said in written if "school" in said.lower() or "football" in said]


def test_every_list_has_something_to_say_at_every_age_it_may_be_asked_at():
    never_of_babies = {"young", "middle", "older", "review_said", "return_said", "pathway_said", "pathway", "adviser", "found_safe", "education"}
    for name, said in read("sentences.yaml").items():
        if isinstance(said, list) and name not in never_of_babies:
            for age in (0, 3, 8, 13, 17):
                assert any(parse(one).fits(age) for one in said), (name, age)


def test_a_sentence_may_carry_the_ages_it_fits_and_who_says_it():
    assert parse("[0-4]<3B> Weighed.") == ("Weighed.", 0, 4, "3B")
    assert parse("Plain.") == ("Plain.", 0, 25, "")
    assert parse("<call|Call to {dad}> Rang.").mark == "call|Call to {dad}"


def test_one_family_is_not_told_the_same_thing_over_and_over(city):
    for story in city:
        said = [t.values["note"] for t in story.told if t.type == "note"]
        assert not said or max(map(said.count, said)) <= 1 + len(said) // 4


def test_a_baby_is_watched_and_not_quoted():
    from random import Random

    pen = Pen(Random(1), themes()["neglect"], mum="Ann", dad="Ben")
    assert "“" not in pen.words_of(Somebody("Kit", "Ashmoor", sex="M"), 0)
    assert "“" in pen.words_of(Somebody("Kit", "Ashmoor", sex="M"), 9)


def test_schools_are_those_of_the_place_and_of_the_age():
    assert "Elmbank Primary" in schools()["primary"] and set(schools()) == {"nursery", "primary", "secondary"}
