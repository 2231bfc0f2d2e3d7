"""The same small life, written as many people would write it who were told only 'people, words, days, and when recorded'."""

import json
from datetime import date, datetime

import pytest

from goldthread.clock.times import LONDON
from goldthread.duties import as_known, faults
from goldthread.duties.life import Life, Spoken
from goldthread.duties.lifenames import EPISODE_NAMES, word_named
from goldthread.duties.words import WORDS

WHOLE = """people:
- name: Kofi
  born: 2018-03-04
  words:
  - word: protection_plan.begins
    day: 2026-10-22
    recorded: 2026-10-22T10:00
  - word: visit.child_seen
    day: 2026-11-05
    recorded: 2026-11-06T09:30
"""
BEGINS, SEEN = ("protection_plan.begins", date(2026, 10, 22)), ("visit.child_seen", date(2026, 11, 5))


def but(old: str, new: str) -> str:
    """The whole life with one thing written otherwise."""
    assert old in WHOLE
    return WHOLE.replace(old, new)


def items(*lines: str) -> str:
    return "name: Kofi\nwords:\n" + "".join(f"  - {line}\n" for line in lines)


SPELLINGS = {
    "as it is": WHOLE,
    "person": but("people:\n- name", "person:\n  name"),
    "child": but("people:\n- name", "child:\n  name"),
    "children": but("people:", "children:"),
    "capitals": but("people", "People").replace("name", "Name").replace("words:", "Words:").replace("day:", "Day:"),
    "under life": "life:\n" + "".join(f"  {line}\n" for line in WHOLE.splitlines()),
    "events": but("words:", "events:"),
    "entries": but("words:", "entries:"),
    "timeline": but("words:", "timeline:"),
    "say": but("- word:", "- say:"),
    "event": but("- word:", "- event:"),
    "what": but("- word:", "- what:"),
    "date": but("day:", "date:"),
    "on": but("day:", "on:"),
    "happened": but("day:", "happened on:"),
    "at, with the day": but("day:", "at:"),
    "at, with the moment": but("day: 2026-11-05", "day: 2026-11-05\n    at: 2026-11-05T14:30:00Z"),
    "recorded at": but("recorded:", "recorded_at:"),
    "recorded on": but("recorded:", "recorded-on:"),
    "entered": but("recorded:", "entered:"),
    "known from": but("recorded:", "known from:"),
    "Greenwich": but("T09:30", "T09:30:00Z"),
    "offset": but("T10:00", "T10:00:00.5+01:00"),
    "British": but("2026-11-05", "5 Nov 2026"),
    "of": but("2026-11-05", "Thursday 5th of November 2026"),
    "slashes": but("2026-11-05", "5/11/2026"),
    "slashes, year first": but("2026-11-05", "2026/11/05"),
    "dots": but("2026-11-05", "05.11.2026"),
    "dashes": but("2026-11-05", "05-11-2026"),
    "no dashes": but("2026-11-05", "20261105"),
    "month first": but("2026-11-05", "November 5, 2026"),
    "quotes": but("2026-11-05", '"2026-11-05"'),
    "a moment of the day": but("day: 2026-11-05", "day: 2026-11-05T10:00:00Z"),
    "word in capitals": but("visit.child_seen", "Visit.Child_Seen"),
    "word with a dash": but("visit.child_seen", "visit.child-seen"),
    "word with spaces": but("visit.child_seen", "visit child seen"),
    "word as it is read": but("visit.child_seen", "The child was seen on a visit"),
    "starts": but("plan.begins", "plan.starts"),
    "began": but("plan.begins", "plan.began"),
    "episode alone": but("plan.begins", "plan"),
    "episode": but("- word: protection_plan.begins\n    day", "- episode: protection_plan\n    from"),
    "since": but("- word: protection_plan.begins\n    day", "- word: protection_plan\n    since"),
    "goes on": but("- word: protection_plan.begins\n    day", "- word: protection_plan\n    to: ongoing\n    from"),
    "ends null": but("- word: protection_plan.begins\n    day", "- word: protection_plan\n    ends: ~\n    begins"),
    "date of birth": but("born:", "date of birth:"),
    "dob": but("born:", "dob:"),
    "facts that no duty asks": but("  born", "  id: 7\n  sex: F\n  notes: shy\n  born"),
    "remarks": but("    day: 2026-11-05", "    by: Dana\n    why: typed late\n    note: at home\n    day: 2026-11-05"),
    "identities": but("    day: 2026-11-05", "    id: 12\n    key: v1\n    day: 2026-11-05"),
    "not superseded": but("    day: 2026-11-05", "    superseded: null\n    at:\n    day: 2026-11-05"),
    "a title": "title: One plan\nversion: 1\n" + WHOLE,
    "markers": f"---\n{WHOLE}...\n",
    "remarks in YAML": "# hello\n" + but("day: 2026-11-05", "day: 2026-11-05  # a Thursday"),
    "tabs": but("day: 2026-11-05", "day:\t2026-11-05"),
    "JSON": json.dumps(
        {
            "people": [
                {
                    "name": "Kofi",
                    "words": [
                        dict(zip(("word", "day"), pair, strict=True))
                        for pair in ((BEGINS[0], "2026-10-22"), (SEEN[0], "2026-11-05"))
                    ],
                }
            ]
        },
        indent="\t",
    ),
    "a name for its words": "people:\n  Kofi:\n  - 2026-10-22 protection_plan.begins\n  - 2026-11-05 visit.child_seen\n",
    "a name for the person": "Kofi:\n  born: 2018-03-04\n  words: [2026-10-22 protection_plan, 2026-11-05 visit.child_seen]\n",
    "words beside people": "people: [Kofi]\nwords:\n- {person: Kofi, word: protection_plan, day: 2026-10-22}\n"
    "- {child: kofi, word: visit.child_seen, day: 2026-11-05}\n",
    "words by identity": "people: [{id: k1, name: Kofi}]\nwords:\n- {who: k1, word: protection_plan, day: 2026-10-22}\n"
    "- {who: k1, word: visit.child_seen, day: 2026-11-05}\n",
    "words of people": "words:\n- {person: Kofi, word: protection_plan, day: 2026-10-22}\n"
    "- {person: Kofi, word: visit.child_seen, day: 2026-11-05}\n",
    "days first": "name: Kofi\nwords:\n  2026-10-22: protection_plan.begins\n  2026-11-05: [visit.child_seen]\n",
    "days first, in a list": items("2026-10-22: protection_plan.begins", "2026-11-05: visit.child_seen"),
    "days first, with more": items(
        "2026-10-22: {word: protection_plan}", "2026-11-05: {word: visit.child_seen, id: 4}"
    ),
    "pairs": items("[protection_plan.begins, 2026-10-22]", "[2026-11-05, visit.child_seen]"),
    "commas": items("2026-10-22, protection_plan.begins", "visit.child_seen, 2026-11-05"),
    "colons": items("'2026-10-22: protection_plan.begins'", "'visit.child_seen: 2026-11-05'"),
    "dashes between": items("2026-10-22 - protection_plan.begins", "visit.child_seen - 2026-11-05"),
    "in a sentence": items("protection_plan from 2026-10-22", "visit.child_seen on 2026-11-05 at 2.30pm"),
    "recorded, in the line": items(
        "protection_plan.begins 2026-10-22", "2026-11-05 visit.child_seen (recorded 6/11/2026)"
    ),
    "lines of text": "name: Kofi\nwords: |\n  2026-10-22 protection_plan.begins\n\n  # seen\n  2026-11-05 visit.child_seen\n",
    "two names deep": "name: Kofi\nwords:\n  protection_plan:\n    begins: 2026-10-22\n  visit:\n    child_seen: [2026-11-05]\n",
    "merged": "name: Kofi\nwords:\n- &first {word: protection_plan, day: 2026-10-22}\n"
    "- {<<: *first, word: visit.child_seen, day: 2026-11-05}\n",
    "latest first": items("2026-11-05 visit.child_seen", "2026-10-22 protection_plan.begins"),
}


@pytest.fixture
def words(read):
    """The words of a life with these lines."""
    return lambda *lines: read(items(*lines)).people[0].spoken


@pytest.mark.parametrize("text", SPELLINGS.values(), ids=SPELLINGS)
def test_however_it_is_written_it_is_the_same_life(read, text: str) -> None:
    [kofi] = read(text).people
    assert kofi.name == "Kofi"
    assert {(s.word, s.day) for s in kofi.spoken} - {("person.born", date(2018, 3, 4))} == {BEGINS, SEEN}
    assert faults(kofi.spoken) == []


def test_references_give_two_children_the_same_words(read) -> None:
    life = read("people:\n- name: Ada\n  words: &both [2026-01-05 need.begins]\n- {name: Ben, words: *both}\n")
    assert [[s.word for s in one.spoken] for one in life.people] == [["need.begins"], ["need.begins"]]


@pytest.mark.parametrize(
    ("facts", "spoken"),
    [
        ("", {"made", "seen_unsaid", "alone_unsaid"}),
        ("child_seen: yes", {"made", "child_seen", "alone_unsaid"}),
        ("child_seen: yes, seen_alone: no", {"made", "child_seen"}),
        ("made: yes, child_seen: true, alone: true", {"made", "child_seen", "seen_alone"}),
        ("child_seen: no", {"made"}),
        ("child_seen: unknown, seen_alone: ", {"made", "seen_unsaid", "alone_unsaid"}),
    ],
)
def test_a_visit_may_be_written_with_its_three_facts(words, facts: str, spoken: set[str]) -> None:
    for line in (f"{{word: visit, day: 2026-11-05, {facts}}}", f"visit: {{day: 2026-11-05, {facts}}}"):
        assert {s.word for s in words(line)} == {f"visit.{word}" for word in spoken}


@pytest.mark.parametrize(
    "line",
    [
        "looked_after: 2026-01-05 to 2026-10-09",
        "looked_after 2026-01-05 – 2026-10-09",
        "looked_after from 5 January 2026 until 9 October 2026",
        "{word: looked_after, started: 2026-01-05, ended: 2026-10-09}",
    ],
)
def test_an_episode_may_be_written_as_people_say_it(words, line: str) -> None:
    assert [(s.word, s.day.month) for s in words(line)] == [("looked_after.begins", 1), ("looked_after.ends", 10)]


def test_several_days_of_one_word(words) -> None:
    assert [s.day.day for s in words("{word: visit.made, days: [2026-11-05, 2026-11-19]}")] == [5, 19]


def test_two_things_on_one_line_are_two_entries(read) -> None:
    first, second = read("words: [2026-09-08 visit.made, 2026-09-20 visit.child_seen]").people[0].spoken
    assert first.entry != second.entry


def test_every_word_is_understood_by_its_name_and_by_its_sentence() -> None:
    assert all(word_named(name) == name for name in (*WORDS, *EPISODE_NAMES))
    assert all(word_named(name.upper().replace("_", " ")) == name for name in WORDS)
    assert sum(word_named(word.says) == word.name for word in WORDS.values()) == len(WORDS)


def test_of_two_expected_dates_written_as_a_list_the_later_one_holds(read) -> None:
    [baby] = read("expected: [2026-09-20, 2026-09-06]\nwords: []\n").people
    known = Life(as_known(baby.spoken, date(2020, 1, 1))).expected
    assert known is not None
    assert known.day == date(2026, 9, 6)


def _stretches(said: list[Spoken], known: date | None) -> list[tuple[int, int | None]]:
    assert faults(as_known(said, known)) == []
    return [(s.start.day, s.end and s.end.day) for s in Life(as_known(said, known)).stretches("placement")]


class TestCorrections:
    """The old line stays, and what was known before stays what it was."""

    @pytest.mark.parametrize(
        "lines",
        [
            (
                "{id: 1, placement.begins: 2026-03-02}",
                "{placement.begins: 2026-03-09, recorded: 2026-03-20, replaces: 1}",
            ),
            (
                "{placement.begins: 2026-03-02, superseded by: b}",
                "{id: b, placement.begins: 2026-03-09, recorded: 2026-03-20}",
            ),
            (
                "{placement.begins: 2026-03-02, superseded: 2026-03-20}",
                "{placement.begins: 2026-03-09, recorded: 2026-03-20}",
            ),
            (
                "{placement.begins: 2026-03-02, corrected: 2026-03-20}",
                "{placement.begins: 2026-03-09, recorded: 2026-03-20}",
            ),
            (
                "{id: 1, placement: {from: 2026-03-02}}",
                "{placement: {from: 2026-03-09}, recorded: 2026-03-20, corrects: 1}",
            ),
        ],
    )
    def test_may_be_written_on_either_line(self, words, lines: tuple[str, str]) -> None:
        said = words(
            "placement: [2026-01-01, 2026-02-01]", *lines, "{placement.ends: 2026-05-06, recorded: 2026-05-06}"
        )
        assert _stretches(said, date(2026, 3, 10)) == [(1, 1), (2, None)]
        assert _stretches(said, date(2026, 3, 20)) == [(1, 1), (9, None)]
        assert _stretches(said, None) == [(1, 1), (9, 6)]

    def test_an_end_that_was_taken_back_had_ended_it_until_then(self, words) -> None:
        said = words("2026-01-01 placement.begins", "{placement.ends: 2026-02-03, withdrawn: 2026-02-10}")
        assert _stretches(said, date(2026, 2, 5)) == [(1, 3)]
        assert _stretches(said, None) == [(1, None)]

    def test_a_whole_episode_may_be_replaced(self, words) -> None:
        said = words(
            "{id: 1, placement: {from: 2026-01-01, to: 2026-02-01}, recorded: 2026-02-01}",
            "{placement: {from: 2026-01-04, to: 2026-02-03}, recorded: 2026-02-20, corrects: 1}",
        )
        assert _stretches(said, date(2026, 2, 5)) == [(1, 1)]
        assert _stretches(said, None) == [(4, 3)]


def test_the_same_beginning_said_twice_is_one_beginning(words) -> None:
    said = words("2026-10-22 protection_plan.begins", "2026-10-22 protection_plan.begins")
    assert len(Life(said).stretches("protection_plan")) == 1
    [fault] = faults(said)
    assert "had already begun: only the first counts" in fault.says


def test_moments_are_those_of_england(words) -> None:
    [late] = words("{word: visit.made, day: 2026-06-05T23:30:00Z}")
    assert late.day == date(2026, 6, 6)
    assert late.at == datetime(2026, 6, 6, 0, 30, tzinfo=LONDON)


def test_words_alone_need_no_name_over_them(read) -> None:
    for text in ("2026-10-22: protection_plan\n2026-11-05: visit.child_seen\n", "visit.child_seen: [2026-11-05]\n"):
        [nobody] = read(text).people
        assert nobody.name == ""
        assert SEEN in {(s.word, s.day) for s in nobody.spoken}
