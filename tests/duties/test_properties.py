"""Random lives: what must hold whatever was said, and in whatever order it was handed over."""

import json
from datetime import UTC, date, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st

from goldthread.clock.times import LONDON, start_of
from goldthread.duties import RULES, Occurrence, Spoken, State, as_known, faults, occurrences, state
from goldthread.duties.explain import explain
from goldthread.duties.lifefile import read_life
from goldthread.duties.words import EPISODES, WORDS

START = date(2024, 1, 1)
_paired = {name for e in EPISODES for name in (e.begins.name, e.ends.name)}
PLAIN = sorted(set(WORDS) - _paired - {"person.born", "person.expected", "person.died"})

thorough = settings(derandomize=True, deadline=None, max_examples=60)
days = st.integers(0, 900).map(lambda n: START + timedelta(days=n))
ages = st.integers(0, 20 * 365).map(lambda n: START - timedelta(days=n))


@st.composite
def lives(draw: st.DrawFn) -> list[Spoken]:
    """A person with up to a dozen episodes and thirty other words, some recorded late, some corrected or voided."""
    said: list[tuple[str, date, str]] = []
    if draw(st.booleans()):
        said.append(("person.born", draw(ages), "born"))
    for n in range(draw(st.integers(0, 12))):
        episode, begins = draw(st.sampled_from(EPISODES)), draw(days)
        said.append((episode.begins.name, begins, f"e{n}"))
        if draw(st.booleans()):
            said.append((episode.ends.name, begins + timedelta(days=draw(st.integers(0, 400))), f"e{n}"))
    said += [(draw(st.sampled_from(PLAIN)), draw(days), f"w{n}") for n in range(draw(st.integers(0, 30)))]
    return [_spoken(draw, n, *one) for n, one in enumerate(said)]


def _spoken(draw: st.DrawFn, entry: int, word: str, day: date, key: str) -> Spoken:
    hour = draw(st.one_of(st.none(), st.integers(0, 23)))
    at = datetime(day.year, day.month, day.day, hour, tzinfo=LONDON) if hour is not None else None
    at = at and at.astimezone(UTC).astimezone(LONDON)  # never an hour that the clocks leave out
    recorded = start_of(day) + timedelta(days=draw(st.integers(0, 30)), hours=12)
    gone = recorded + timedelta(days=draw(st.integers(1, 60))) if draw(st.integers(0, 9)) == 0 else None
    return Spoken(word, day, at, key, entry, recorded, gone)


@thorough
@given(lives())
def test_nothing_is_met_or_ended_before_it_opened(said: list[Spoken]) -> None:
    for o in occurrences(said):
        assert o.met is None or o.met >= o.opened
        assert o.ended is None or o.ended >= o.opened
        assert o.lapses is None or o.lapses >= o.opened
        assert o.met_at is None or o.opened_at is None or o.met_at >= o.opened_at


@thorough
@given(lives())
def test_an_occurrence_is_met_or_ended_and_never_both(said: list[Spoken]) -> None:
    assert all(sum(day is not None for day in (o.met, o.ended, o.lapses)) <= 1 for o in occurrences(said))


@thorough
@given(lives(), st.randoms(use_true_random=False))
def test_the_order_in_which_words_are_handed_over_does_not_matter(said: list[Spoken], chance) -> None:
    shuffled = said[:]
    chance.shuffle(shuffled)
    assert occurrences(shuffled) == occurrences(said)


@thorough
@given(lives(), days)
def test_as_known_is_the_life_without_what_was_not_known_yet(said: list[Spoken], known: date) -> None:
    then = [s._replace(superseded=None) for s in as_known(said, known)]
    assert _without_writing(occurrences(said, known=known)) == _without_writing(occurrences(then))


@thorough
@given(lives())
def test_what_was_known_only_grows_where_nothing_is_corrected(said: list[Spoken]) -> None:
    said = [s._replace(superseded=None) for s in said]
    known = [set(as_known(said, START + timedelta(days=n))) for n in range(0, 1300, 100)]
    assert all(earlier <= later for earlier, later in zip(known, known[1:], strict=False))


@thorough
@given(lives())
def test_a_chain_leaves_no_time_uncovered(said: list[Spoken]) -> None:
    """While a plan lasts, each visit duty begins on the day the one before it was met: none is lost between."""
    for duty in (d for d in RULES if d.every is not None and not d.when):
        found = [o for o in occurrences(said, (duty,)) if o.place > 0]
        met = {o.met for o in occurrences(said, (duty,)) if o.met}
        resumed = {o.opened for o in found if o.counted_from != o.opened}
        assert all(o.opened in met or o.opened in resumed or o.counted_from != o.opened for o in found)


@thorough
@given(lives(), days)
def test_each_occurrence_has_one_state_with_a_reason_and_a_sentence(said: list[Spoken], on: date) -> None:
    for o in occurrences(said):
        verdict = state(o, on)
        explained = explain(o, said, on, "Kofi")
        assert verdict.reason
        assert explained.verdict == verdict
        assert explained.sentence.endswith(".")
        assert "None" not in explained.sentence
        assert explained.law


@thorough
@given(lives())
def test_a_breach_once_seen_is_never_forgotten(said: list[Spoken]) -> None:
    """Overdue becomes met late or missed as days go by; it never becomes met or no longer owed."""
    for o in occurrences(said):
        if state(o, o.due + timedelta(days=2)).state is State.OVERDUE and o.unsure is None:
            assert state(o, date(2060, 1, 1)).breach


@thorough
@given(lives())
def test_faults_are_told_in_sentences(said: list[Spoken]) -> None:
    assert all(fault.says.endswith(".") for fault in faults(as_known(said)))


def _without_writing(found: list[Occurrence]) -> list[Occurrence]:
    """Leaving out the duties that ask when an entry was first written, which corrections do not change."""
    written = {duty.code for duty in RULES if duty.recording_meets}
    return [o for o in found if o.code not in written]


@settings(derandomize=True, deadline=None, max_examples=40)
@given(lives())
def test_a_life_that_is_written_down_whole_is_read_back_as_it_was(tmp_path_factory, said: list[Spoken]) -> None:
    path = tmp_path_factory.getbasetemp() / "whole.yaml"
    path.write_text(json.dumps({"people": [{"name": "Kofi", "words": [_written(s) for s in said]}]}), encoding="utf-8")
    [kofi] = read_life(path).people
    assert kofi.spoken == said
    assert occurrences(kofi.spoken) == occurrences(said)


def _written(s: Spoken) -> dict[str, object]:
    item = {
        "word": s.word,
        "day": s.day,
        "at": s.at,
        "key": s.key,
        "id": s.entry,
        "recorded": s.recorded,
        "voided": s.superseded,
    }
    return {name: value.isoformat() if isinstance(value, date) else value for name, value in item.items()}
