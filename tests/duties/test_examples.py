"""An example that the engine does not answer is told, and so is an answer nobody expected."""

from pathlib import Path

import pytest

from goldthread.duties.examples import Example, differences, read_examples
from goldthread.duties.lifeyaml import Unreadable


@pytest.fixture
def read(tmp_path: Path):
    """The one example of a file with this text."""

    def reader(text: str) -> Example:
        path = tmp_path / "spec.yaml"
        path.write_text(text)
        return read_examples(path)[0]

    return reader


LIFE = "- says: A referral on a Friday\n  example: T62\n  words: [2026-06-05 referral.received]\n"


def test_an_example_says_what_it_shows_and_where_it_comes_from(read):
    example = read(f"{LIFE}  expect: [{{rule: FD01, due: 2026-06-08}}]\n")
    assert (example.says, example.example) == ("A referral on a Friday", "T62")
    assert example.facts == "2026-06-05 referral.received"
    assert example.codes == {"FD01"}
    assert differences(example) == []


@pytest.mark.parametrize(
    "expected",
    [
        "{rule: FD01, due: 2026-06-09}",
        "{rule: FD01, met: 2026-06-08}",
        "{rule: FD01, owner: team_manager}",
        "{rule: FD01, states: {2026-06-09: owed}}",
        "{rule: FD02, due: 2026-06-08}",
    ],
)
def test_an_answer_that_differs_is_told(read, expected):
    [difference] = [d for d in differences(read(f"{LIFE}  expect: [{expected}]\n")) if d.startswith("expected")]
    assert "found" in difference


def test_an_answer_nobody_expected_is_told_unless_there_may_be_others(read):
    twice = LIFE.replace("]", ", 2026-06-10 referral.received]")
    assert differences(read(f"{twice}  expect: [{{rule: FD01, due: 2026-06-08}}]\n"))[0].startswith("not expected")
    assert differences(read(f"{twice}  among: true\n  expect: [{{rule: FD01, due: 2026-06-08}}]\n")) == []


def test_facts_of_the_person_and_settings_are_facts_of_the_example(read):
    example = read(
        "- says: x\n  born: 2018-03-04\n  known: 2026-06-06\n  settings: {day of receipt: next working day}\n"
        "  words:\n    - 2026-06-05 referral.received\n    - {word: visit.made, day: 2026-06-06}\n"
        "  expect: [{rule: FD01, due: 2026-06-08}]\n"
    )
    assert example.facts == (
        "born: 2018-03-04; known: 2026-06-06; day of receipt: next working day; 2026-06-05 referral.received; "
        "{word: visit.made, day: 2026-06-06}"
    )


def test_an_example_that_cannot_be_read_is_refused(read):
    with pytest.raises(Unreadable, match="'wrods' is not understood in an example"):
        read("- says: x\n  wrods: []\n")
