"""`goldthread why`: the table, the JSON, and the sentence when it cannot be answered."""

import io
import json
import re
from datetime import date
from pathlib import Path

import pytest

from goldthread.duties.rules import CODES
from goldthread.duties.why import main
from goldthread.duties.words import WORDS

TODAY = date(2026, 11, 20)
DOCS = Path(__file__).parents[2] / "docs"
KOFI = """
name: Kofi
born: 2018-03-04
words:
  - protection_plan: {from: 2026-10-22}
  - visit.child_seen: 2026-11-05
    recorded: 2026-11-06 09:30
  - 2026-11-17 visit.made
"""


@pytest.fixture
def why(tmp_path: Path):
    """Runs the command on a life; gives its exit code and what it said."""

    def run(text: str, *options: str) -> tuple[int, str]:
        path = tmp_path / "life.yaml"
        path.write_text(text, encoding="utf-8")
        said: list[str] = []
        return main([str(path), *options], TODAY, said.append), "\n".join(said)

    return run


@pytest.fixture
def as_json(why):
    """The answer as JSON, read back."""
    return lambda text, *options: json.loads(why(text, *options, "--json")[1])


def test_a_table_has_a_row_for_each_occurrence_and_its_sentence(why) -> None:
    code, said = why(KOFI, "--rules", "CP05")
    lines = said.splitlines()
    assert code == 0
    assert lines[0] == "On Friday 20 November 2026."
    assert lines[2] == "Kofi, born Sunday 4 March 2018"
    assert lines[3].split() == ["rule", "opened", "due", "met", "ended", "state", "owner"]
    assert re.match(
        r"CP05  Thu 22 Oct 2026 +Thu 5 Nov 2026 +Thu 5 Nov 2026 +- +met +the child's social worker", lines[5]
    )
    assert "Last seen Thursday 5 November. Today is day 11 of 10." in said


def test_json_says_the_same_for_machines(as_json) -> None:
    [first, second] = as_json(KOFI, "--rules", "CP05")["people"][0]["occurrences"]
    assert (first["due"], first["met"], first["state"]) == ("2026-11-05", "2026-11-05", "met")
    assert (second["opened"], second["due"], second["met"]) == ("2026-11-05", "2026-11-19", None)
    assert (second["state"], second["breach"], second["local"]) == ("overdue", True, True)
    assert second["owner"] == "allocated_social_worker"
    assert second["sentence"].startswith("Last seen Thursday 5 November.")


def test_today_is_the_day_it_was_given_unless_another_is_asked(as_json) -> None:
    assert as_json(KOFI)["on"] == "2026-11-20"
    answer = as_json(KOFI, "--on", "2026-11-19", "--rules", "CP05")
    assert answer["people"][0]["occurrences"][1]["state"] == "owed"
    assert as_json(KOFI, "--on", "19 November 2026")["on"] == "2026-11-19"


def test_as_known_leaves_out_what_was_written_later(as_json) -> None:
    known = as_json(KOFI, "--known", "2026-11-05", "--on", "2026-11-06", "--rules", "CP05")
    assert known["known"] == "2026-11-05"
    [only] = known["people"][0]["occurrences"]
    assert (only["met"], only["state"]) == (None, "overdue")


def test_a_moment_may_be_asked_about(as_json) -> None:
    missing = "words: [missing: {from: 2026-10-20, to: 2026-10-23 20:00}]"
    states = [
        as_json(missing, "--rules", "MI03", "--on", f"2026-10-26T{hour}")["people"][0]["occurrences"][0]["state"]
        for hour in ("19:00", "19:01")
    ]
    assert states == ["owed", "overdue"]
    assert as_json(missing, "--rules", "MI03")["people"][0]["occurrences"][0]["due_at"] == "2026-10-26T19:00:00+00:00"


def test_every_person_has_their_own_answer(as_json) -> None:
    three = (DOCS / "why.md").read_text().split("**Several people**")[1].split("```yaml")[1].split("```")[0]
    answer = as_json(three, "--rules", "CP05", "--on", "2026-09-16")
    assert [[o["state"] for o in person["occurrences"]] for person in answer["people"]] == [
        ["met", "owed"],
        ["met", "owed"],
        ["overdue"],
    ]


def test_rules_may_be_asked_for_by_code_in_any_case(as_json) -> None:
    codes = {o["code"] for o in as_json(KOFI, "--rules", "cp05,CP06")["people"][0]["occurrences"]}
    assert codes == {"CP05", "CP06"}


def test_a_code_brings_its_whole_chain(as_json) -> None:
    reviews = "words: [2026-01-05 looked_after.begins, 2026-01-30 review.held]"
    codes = [o["code"] for o in as_json(reviews, "--rules", "LR02")["people"][0]["occurrences"]]
    assert codes == ["LR01", "LR02"]


def test_what_does_not_fit_is_printed_and_the_rest_answered(why, as_json) -> None:
    orphan = "words: [2026-01-05 placement.ends, 2026-01-05 need.begins]"
    code, said = why(orphan)
    assert code == 0
    assert "Does not fit: The placement ended on Monday 5 January 2026, but nothing says when" in said
    [fault] = as_json(orphan)["people"][0]["faults"]
    assert (fault["word"], fault["day"], fault["entry"]) == ("placement.ends", "2026-01-05", "line 1")


def test_a_life_in_which_nothing_is_owed_says_so(why) -> None:
    assert "Nothing is owed, and nothing was." in why("words: [2026-01-05 health.teeth_checked]")[1]


@pytest.mark.parametrize(
    ("options", "why_not"),
    [
        (["--rules", "CP5"], "There is no rule CP5. Did you mean CP05?"),
        (["--rules", "XYZ"], "There is no rule XYZ."),
        (["--on", "2026-02-29"], "--on: '2026-02-29' never was: February 2026 had no day 29."),
        (["--known", "yesterday"], "--known: 'yesterday' is not a day."),
        (["--colour"], "unrecognized arguments: --colour. Write 'goldthread why LIFE.yaml'"),
    ],
)
def test_a_question_that_cannot_be_read_gets_one_sentence_and_exit_code_2(why, capsys, options, why_not) -> None:
    assert why(KOFI, *options) == (2, "")
    said = capsys.readouterr().err
    assert said.startswith(f"goldthread why: {why_not}")
    assert said.count("\n") == 1


def test_no_file_at_all(capsys) -> None:
    assert main([], TODAY) == 2
    assert main(["nowhere.yaml"], TODAY) == 2
    assert "There is no file nowhere.yaml." in capsys.readouterr().err


def test_it_prints_where_nothing_else_is_asked(tmp_path: Path, capsys) -> None:
    path = tmp_path / "life.yaml"
    path.write_text(KOFI)
    assert main([str(path), "--rules", "CP05"], TODAY) == 0
    assert "Last seen Thursday 5 November." in capsys.readouterr().out


def test_a_reader_who_has_read_enough_is_no_error(tmp_path: Path, monkeypatch) -> None:
    path = tmp_path / "life.yaml"
    path.write_text(KOFI)
    hushed = []

    def gone(answer: str) -> None:
        raise BrokenPipeError

    monkeypatch.setattr("goldthread.duties.why._hush", lambda: hushed.append(True))
    assert main([str(path)], TODAY, gone) == 0
    assert hushed


class TestTheDocumentation:
    """What docs/why.md shows is what the command does."""

    text = (DOCS / "why.md").read_text(encoding="utf-8")
    examples = re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)

    @pytest.mark.parametrize("example", examples, ids=lambda example: example.splitlines()[0])
    def test_every_life_it_shows_can_be_read(self, why, example: str) -> None:
        whole = example if "words" in example or "people" in example else example + "words: []\n"
        assert why(whole)[0] == 0

    def test_the_answer_it_shows_is_the_answer(self, as_json) -> None:
        shown = json.loads(re.findall(r"```json\n(.*?)```", self.text, re.DOTALL)[0])
        given = as_json(self.examples[0], "--on", "2026-11-20", "--rules", "CP05")
        given["people"][0]["occurrences"] = given["people"][0]["occurrences"][-1:]
        assert given == shown

    def test_the_words_and_rules_it_points_to_are_listed(self) -> None:
        book = (DOCS / "rules.md").read_text(encoding="utf-8")
        assert all(f"`{name.removesuffix('.begins').removesuffix('.ends')}`" in book for name in WORDS)
        assert all(code in book for code in CODES)


def test_what_does_not_fit_is_said_by_name(why) -> None:
    said = why("name: Zed\ndied: 2026-06-10\nwords: [2026-06-15 visit.child_seen]")[1]
    assert "Does not fit: Zed was seen on a visit on Monday 15 June 2026 after Zed died on Wednesday 10 June" in said


def test_the_name_of_a_plan_is_not_taken_for_the_child(why) -> None:
    said = why("name: Kofi\nwords: [need_plan: [2026-03-02, 2026-06-30]]", "--rules", "CN02 CN03")[1]
    assert "Review the child in need plan." in said
    assert "Visit Kofi who has a child in need plan." in said
    assert "the child in need plan ended on Tuesday 30 June" in said


def test_rules_may_be_divided_in_any_way(as_json) -> None:
    for options in (("--rules", "CP05, CP06"), ("--rules", "cp05 cp06"), ("--rules", "CP05", "--rules", "CP06")):
        assert {o["code"] for o in as_json(KOFI, *options)["people"][0]["occurrences"]} == {"CP05", "CP06"}


def test_school_terms_that_end_too_soon_are_counted_on_in_working_days_and_it_is_said(why) -> None:
    life = "settings: {school terms: [[2026-09-02, 2026-10-23]]}\nwords: [2026-10-20 schooling.broken]"
    status, told = why(life)
    assert status == 0
    assert "Tue 17 Nov 2026" in told
    assert "School terms are given only to Friday 23 October 2026: 20 working days are counted" in " ".join(told.split())


def test_the_shape_of_the_answer_does_not_depend_on_what_is_in_it(as_json) -> None:
    """Whatever the state, each occurrence has the same names; nothing is left out when it is not so."""
    life = """
    people:
    - {name: A, born: 2008-12-01, words: [2026-01-05 looked_after, 2026-02-02 review.held, 2026-02-03 visit.seen_unsaid]}
    - {name: B, words: [{protection_plan: [2026-01-05, 2026-03-01]}, 2026-01-09 visit.child_seen, missing: 2026-01-05 to 2026-01-06 10:00]}
    - {name: C, expected: 2027-01-01, words: [2026-09-01 referral.received, {need: {from: 2027-01-01}}]}
    """
    people = as_json(life)["people"]
    shapes = {tuple(o) for person in people for o in person["occurrences"]}
    states = {o["state"] for person in people for o in person["occurrences"]}
    assert len(shapes) == 1
    assert len(states) >= 5
    assert set(shapes.pop()) >= {"code", "opened", "due", "met", "ended", "state", "owner", "sentence"}


@pytest.mark.parametrize("on", ["1900-01-01", "2010-06-15", "2149-12-31"])
def test_any_day_may_be_asked_about(as_json, on: str) -> None:
    for occurrence in as_json(KOFI, "--on", on)["people"][0]["occurrences"]:
        assert occurrence["sentence"].endswith(".")
        assert occurrence["state"] == "not yet" or on == "2149-12-31"


def test_before_anything_was_written_down_nothing_is_owed(as_json) -> None:
    assert as_json(KOFI, "--known", "2020-01-01")["people"][0]["occurrences"] == []


def test_a_birth_date_that_was_corrected_is_the_one_believed_then(as_json) -> None:
    life = """
    born: [{day: 2010-01-15, recorded: 2026-01-05}, {day: 2010-04-20, recorded: 2026-03-02}]
    words: [{looked_after: 2024-01-08}]
    """
    then, now = (as_json(life, "--rules", "LC01", *known)["people"][0] for known in (("--known", "2026-02-01"), ()))
    assert (then["born"], then["occurrences"][0]["opened"]) == ("2010-01-15", "2026-01-15")
    assert (now["born"], now["occurrences"][0]["opened"]) == ("2010-04-20", "2026-04-20")


def test_a_moment_asked_about_is_said_as_one(why) -> None:
    said = why(KOFI, "--on", "2026-11-20T18:59", "--known", "2026-11-06T09:30")[1]
    assert said.startswith("At 6:59pm on Friday 20 November 2026, as known at 9:30am on Friday 6 November 2026.")


def test_a_name_is_printed_as_it_is_on_a_terminal_of_plain_letters(tmp_path: Path, monkeypatch) -> None:
    path, printed = tmp_path / "life.yaml", io.BytesIO()
    path.write_text("name: Zoë\nwords: [2026-01-05 need.begins]", encoding="utf-8")
    monkeypatch.setattr("sys.stdout", io.TextIOWrapper(printed, encoding="ascii", write_through=True))
    assert main([str(path)], TODAY) == 0
    assert "Zoë" in printed.getvalue().decode()
