"""A small life as people write one, and a sentence for everything that cannot be read."""


from datetime import date, datetime

import pytest

from goldthread.clock.spans import working_days
from goldthread.clock.times import LONDON
from goldthread.duties import as_known, faults
from goldthread.duties.life import Life, Spoken
from goldthread.duties.lifeyaml import Unreadable
from goldthread.duties.rules import RULES
from goldthread.duties.settings import Receipt, WhenItChanges


@pytest.fixture
def words(read):
    """The words of a file that is only a list of words."""

    def reader(*lines: str) -> list[Spoken]:
        return read("words:\n" + "".join(f"  - {line}\n" for line in lines)).people[0].spoken

    return reader


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-05 visit.child_seen",
        "visit.child_seen 2026-11-05",
        "05/11/2026 visit.child_seen",
        "visit.child_seen Thursday 5 November 2026",
        "visit.child_seen: 2026-11-05",
        "{visit.child_seen: 2026-11-05}",
        "{word: visit.child_seen, day: 2026-11-05}",
        "{word: visit.child_seen, date: '2026-11-05'}",
        '{"word": "visit.child_seen", "when": "5 November 2026"}',
    ],
)
def test_a_word_and_its_day_may_be_written_in_many_ways(words, written: str) -> None:
    [said] = words(written)
    assert (said.word, said.day, said.at) == ("visit.child_seen", date(2026, 11, 5), None)


@pytest.mark.parametrize(
    "written",
    [
        "2026-11-05 14:30 visit.child_seen",
        "2026-11-05T14:30 visit.child_seen",
        "visit.child_seen: 2026-11-05 14:30",
        "{word: visit.child_seen, day: 2026-11-05, at: 14:30}",
        "{word: visit.child_seen, day: 2026-11-05, time: 2.30pm}",
        "{word: visit.child_seen, on: 2026-11-05T14:30}",
    ],
)
def test_so_may_the_hour(words, written: str) -> None:
    [said] = words(written)
    assert said.at == datetime(2026, 11, 5, 14, 30, tzinfo=LONDON)


@pytest.mark.parametrize(
    "written",
    [
        "{looked_after: {from: 2026-01-05, to: 2026-10-09}}",
        "{looked_after: [2026-01-05, 2026-10-09]}",
        "{word: looked_after, from: 2026-01-05, to: 2026-10-09}",
        "{looked_after: {begins: 2026-01-05, ends: 2026-10-09}}",
    ],
)
def test_an_episode_is_its_two_words_with_one_key(words, written: str) -> None:
    begins, ends = words(written)
    assert (begins.word, ends.word) == ("looked_after.begins", "looked_after.ends")
    assert begins.key == ends.key
    assert (begins.day, ends.day) == (date(2026, 1, 5), date(2026, 10, 9))


def test_an_episode_that_goes_on_has_no_end(words) -> None:
    assert [s.word for s in words("{looked_after: {from: 2026-01-05}}")] == ["looked_after.begins"]
    assert [s.word for s in words("2026-01-05 looked_after")] == ["looked_after.begins"]


def test_words_may_be_a_mapping_with_days_under_each(read) -> None:
    life = read("words:\n  visit.child_seen: [2026-11-05, 2026-11-19]\n  looked_after: [2026-01-05, 2026-10-09]\n")
    assert [s.word for s in life.people[0].spoken] == [
        "visit.child_seen",
        "visit.child_seen",
        "looked_after.begins",
        "looked_after.ends",
    ]


def test_several_days_under_one_word(words) -> None:
    assert [s.day.day for s in words("visit.child_seen: [2026-11-05, 2026-11-19]")] == [5, 19]


def test_one_entry_may_say_two_things(words) -> None:
    made, seen = words("{word: 'visit.made, visit.child_seen', day: 2026-11-05, entry: 12}")
    assert (made.word, seen.word) == ("visit.made", "visit.child_seen")
    assert made.entry == seen.entry == 12


def test_what_is_not_said_of_recording_is_the_day_itself(words) -> None:
    day, hour, later = words(
        "2026-11-05 visit.made", "2026-11-05 14:30 visit.made", "{visit.made: 2026-11-05, recorded: 2026-11-06 09:30}"
    )
    assert day.recorded == datetime(2026, 11, 5, tzinfo=LONDON)
    assert hour.recorded == datetime(2026, 11, 5, 14, 30, tzinfo=LONDON)
    assert later.recorded == datetime(2026, 11, 6, 9, 30, tzinfo=LONDON)


def test_a_birth_date_is_always_known(read) -> None:
    person = read("name: Kofi\nborn: 2018-03-04\nexpected: 2018-03-01\nwords: []\n").people[0]
    assert person.name == "Kofi"
    assert person.born() == date(2018, 3, 4)
    assert {s.word for s in as_known(person.spoken, date(1990, 1, 1))} == {"person.born", "person.expected"}


def test_ends_without_a_key_go_to_the_earliest_still_open(words) -> None:
    said = words(
        "2026-01-05 placement.begins",
        "2026-03-02 placement.ends",
        "2026-03-02 placement.begins",
        "2026-05-01 placement.ends",
    )
    assert [(s.start, s.end) for s in Life(said).stretches("placement")] == [
        (date(2026, 1, 5), date(2026, 3, 2)),
        (date(2026, 3, 2), date(2026, 5, 1)),
    ]
    assert faults(said) == []


def test_an_episode_of_one_day_may_end_on_it(words) -> None:
    said = words("2026-01-05 missing.begins", "2026-01-05 missing.ends")
    assert Life(said).stretches("missing")[0].end == date(2026, 1, 5)


def test_an_end_that_belongs_to_nothing_stays_a_fault(words) -> None:
    assert len(faults(words("2026-01-05 placement.ends"))) == 1


def test_keys_that_are_given_are_kept(words) -> None:
    said = words(
        "{word: placement.begins, day: 2026-01-05, key: b}",
        "{word: placement.begins, day: 2026-01-01, key: a}",
        "{word: placement.ends, day: 2026-02-01, key: b}",
        "2026-03-01 placement.ends",
    )
    assert [(s.start.day, s.end) for s in Life(said).stretches("placement")] == [
        (1, date(2026, 3, 1)),
        (5, date(2026, 2, 1)),
    ]


def test_a_correction_replaces_what_it_names_from_its_own_moment(words) -> None:
    old, new = words(
        "{entry: 1, placement.begins: 2026-03-02}",
        "{entry: 2, placement.begins: 2026-03-09, recorded: 2026-03-20 10:00, corrects: 1}",
    )
    assert old.superseded == datetime(2026, 3, 20, 10, tzinfo=LONDON) == new.recorded
    assert old.key == new.key


def test_an_end_is_paired_with_the_beginning_as_corrected(words) -> None:
    said = words(
        "{entry: 1, placement.begins: 2026-03-02}",
        "{entry: 2, placement.begins: 2026-03-09, recorded: 2026-03-20, corrects: 1}",
        "2026-05-01 placement.ends",
    )
    for known in (date(2026, 6, 1), None):
        [stretch] = Life(as_known(said, known)).stretches("placement")
        assert (stretch.start, stretch.end) == (date(2026, 3, 9), date(2026, 5, 1))


def test_a_version_may_be_voided(words) -> None:
    [gone] = words("{visit.child_seen: 2026-11-05, voided: 2026-11-10}")
    assert gone.superseded == datetime(2026, 11, 10, tzinfo=LONDON)


class TestPeople:
    """Several people, and words said of some of them."""

    def test_a_list_of_people(self, read) -> None:
        life = read("people:\n  - {name: Ada, words: [2026-01-05 need.begins]}\n  - {words: []}\n")
        assert [p.name for p in life.people] == ["Ada", "Person 2"]

    def test_a_mapping_of_names(self, read) -> None:
        life = read("people:\n  Ada: {born: 2018-01-01, words: [2026-01-05 need.begins]}\n  Ben: {words: []}\n")
        assert [p.name for p in life.people] == ["Ada", "Ben"]
        assert life.people[0].born() == date(2018, 1, 1)

    def test_a_bare_list_of_people_or_of_words(self, read) -> None:
        assert [p.name for p in read("- {name: Ada, words: []}\n- {name: Ben, words: []}\n").people] == ["Ada", "Ben"]
        assert read("- 2026-01-05 need.begins\n").people[0].spoken[0].word == "need.begins"

    def test_one_visit_to_two_of_three(self, read) -> None:
        life = read(
            "people: [{name: Ada}, {name: Ben}, {name: Cleo}]\n"
            "words:\n  - 2026-09-08 visit.made\n  - {word: visit.child_seen, day: 2026-09-08, who: [Ada, Ben]}\n"
        )
        assert [[s.word for s in p.spoken] for p in life.people] == [
            ["visit.made", "visit.child_seen"],
            ["visit.made", "visit.child_seen"],
            ["visit.made"],
        ]

    def test_a_name_nobody_has(self, read) -> None:
        with pytest.raises(Unreadable, match="nobody called Dan"):
            read("people: [{name: Ada}]\nwords: [{word: visit.made, day: 2026-09-08, who: Dan}]\n")


class TestSettings:
    """An authority's own numbers and policies."""

    def test_numbers_policies_and_terms(self, read) -> None:
        said = read(
            "words: []\nsettings:\n  protection visit: 15 working days\n  when it changes: expiry\n"
            "  day of receipt: next working day\n  school terms: [[2026-11-02, 2026-12-18]]\n"
        ).settings
        assert said.chosen[0].span == working_days(15)
        assert said.when_it_changes is WhenItChanges.EXPIRY
        assert said.receipt is Receipt.NEXT_WORKING_DAY
        assert said.school is not None
        assert said.school.counts(date(2026, 11, 2))

    def test_a_number_may_change_on_a_day(self, read) -> None:
        said = read("words: []\nsettings:\n  seen alone: {2024-01-01: 6 weeks, 2026-01-01: 4 weeks}\n").settings
        assert [(str(c.span), c.since.year) for c in said.chosen] == [("6 weeks", 2024), ("4 weeks", 2026)]

    @pytest.mark.parametrize("name", sorted({number.name for duty in RULES for number in duty.locals}))
    def test_every_number_can_be_written_by_its_name(self, read, name: str) -> None:
        """As the rule book prints it, and with a hyphen more or less: 'visit write-up' and 'visit write up' are one."""
        for written in (name, name.replace("-", " "), name.replace(" ", "_").upper()):
            (chosen,) = read(f'words: []\nsettings: {{"{written}": 20 weeks}}\n').settings.chosen
            assert chosen.name == name

    @pytest.mark.parametrize(
        ("written", "why"),
        [
            ("{protection visit: {soon: 3 weeks}}", "'soon' is not a day"),
            ("{protection visits: 3 weeks}", "no setting 'protection visits'"),
            ("{protection visit: soon}", "not a length of time"),
            ("{conference before birth: 15 working days}", "weeks of pregnancy, as '28 weeks'"),
            ("{not exceeding: never}", "not one of first day counts, from the next day"),
            ("{when it changes: sometimes}", "not one of strict, expiry"),
            ("{school terms: [[2026-12-18, 2026-11-02]]}", "first and last day"),
            ("[]", "settings are written"),
        ],
    )
    def test_what_is_no_setting_is_refused(self, read, written: str, why: str) -> None:
        with pytest.raises(Unreadable, match=why):
            read(f"words: []\nsettings: {written}\n")


def test_the_questions_may_stand_in_the_file(read) -> None:
    life = read("about: a note\non: 2026-11-20\nknown: 2026-11-18 09:00\nrules: [CP05, LV02]\nwords: []\n")
    assert life.on == date(2026, 11, 20)
    assert life.known == datetime(2026, 11, 18, 9, tzinfo=LONDON)
    assert life.rules == ("CP05", "LV02")
