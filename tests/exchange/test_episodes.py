"""Episodes put together: periods of care, placements and legal statuses, whatever the return leaves out."""

from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from goldthread.exchange.episodes import again, tells_of, understand

D = [date(2020, 1, 1) + timedelta(days=30 * n) for n in range(8)]


def episode(begins, ends=None, rne="S", ls="C2", place="U4", rec=None, **more):
    return {"DECOM": begins, "DEC": ends, "RNE": rne, "LS": ls, "PLACE": place, "REC": rec, "CIN": "N1", "URN": "1", **more}


def care(*episodes):
    return understand({e["DECOM"]: e for e in episodes})


def told(found, kind):
    return [(s.day, s.until, v) for k, s, v in tells_of(found) if k == kind]


def days(stretches):
    return [(s.day, s.until) for s in stretches]


def test_a_change_of_law_goes_on_in_the_same_placement():
    found = care(episode(D[0], D[1], ls="C1", rec="X1"), episode(D[1], rne="L"))
    assert days(found.placements) == [(D[0], None)]
    assert days(found.statuses) == [(D[0], D[1]), (D[1], None)]
    assert days(found.periods) == [(D[0], None)]


def test_a_move_goes_on_under_the_same_law():
    found = care(episode(D[0], D[1], rec="X1"), episode(D[1], rne="P", place="K2"))
    assert days(found.placements) == [(D[0], D[1]), (D[1], None)]
    assert days(found.statuses) == [(D[0], None)]


def test_a_placement_runs_through_years_of_legal_changes_to_the_move():
    found = care(episode(D[0], D[1], rec="X1"), episode(D[1], D[2], rne="L", ls="E1", rec="X1"), episode(D[2], rne="B", place="A5", ls="E1"))
    assert days(found.placements) == [(D[0], D[2]), (D[2], None)]


def test_care_that_ended_and_began_again_is_two_periods():
    found = care(episode(D[0], D[1], rec="E4A"), episode(D[3]))
    assert told(found, "looked_after") == [
        (D[0], D[1], {"primary_need": "N1", "end_reason": "E4A"}), (D[3], None, {"primary_need": "N1", "end_reason": None}),
    ]  # fmt: skip


def test_a_return_the_same_day_is_a_new_period_only_if_the_last_one_ended():
    assert len(care(episode(D[0], D[1], rec="E4A"), episode(D[1])).periods) == 2
    assert len(care(episode(D[0], D[1], rec="X1"), episode(D[1], rne="P")).periods) == 1


def test_an_episode_without_an_end_ends_when_the_next_begins_and_that_is_told():
    found = care(episode(D[0]), episode(D[2], rne="P", place="K2"))
    assert days(found.placements) == [(D[0], D[2]), (D[2], None)]
    ((day, column, sentence),) = found.remarks
    assert (day, column) == (D[0], "DEC")
    assert "It was taken to have ended that day." in sentence


def test_a_reason_without_an_end_leaves_care_going_on_and_is_told():
    found = care(episode(D[0], rec="E9"))
    assert told(found, "looked_after")[0][1:] == (None, {"primary_need": "N1", "end_reason": None})
    assert "gives a reason for ending (E9) but no end" in found.remarks[0][2]


def test_a_promise_of_a_next_episode_that_never_came_is_told():
    found = care(episode(D[0], D[1], rec="X1"))
    assert days(found.periods) == [(D[0], D[1])]
    assert "says that another begins that day (X1), and none does" in found.remarks[0][2]


def test_a_child_at_home_on_an_order_is_known_to_be():
    assert told(care(episode(D[0], place="P1")), "placement")[0][2]["order_at_home"] == "full"
    assert told(care(episode(D[0], place="P1", ls="C1")), "placement")[0][2]["order_at_home"] == "interim"
    assert told(care(episode(D[0], place="U4")), "placement")[0][2]["order_at_home"] is None


starts = st.lists(st.integers(0, 400), min_size=1, max_size=8, unique=True).map(sorted)


@st.composite
def lives(draw):
    """Episodes as a careless return has them: gaps, overlaps, missing ends, codes at odds with what changed."""
    firsts = draw(starts)
    return [
        episode(
            date(2020, 1, 1) + timedelta(days=first),
            None if (length := draw(st.sampled_from([None, 1, 30, 90, 200]))) is None else date(2020, 1, 1) + timedelta(days=first + length),
            draw(st.sampled_from(["S", "L", "P", "B", None])), draw(st.sampled_from(["C2", "V2", None])), draw(st.sampled_from(["U4", "K2", None])),
            draw(st.sampled_from([None, "X1", "E4A"])),
        )
        for first in firsts
    ]  # fmt: skip


@given(lives())
def test_every_episode_shows_as_the_beginning_of_something(episodes):
    found = care(*episodes)
    begun = {day for kind in ("placement", "legal_status") for day, _, _ in told(found, kind)}
    assert begun == {e["DECOM"] for e in episodes}


@given(lives())
def test_nothing_ends_before_it_begins(episodes):
    assert all(until is None or until >= day for kind in ("placement", "legal_status", "looked_after") for day, until, _ in told(care(*episodes), kind))


@given(st.integers(1, 6), st.data())
def test_what_entries_say_gives_the_same_care_again(count, data):
    """So that next year's return can go on where this year's left off."""
    firsts = [date(2020, 1, 1) + timedelta(days=30 * n) for n in range(count)]
    codes = [data.draw(st.sampled_from(["L", "P", "B"])) for _ in firsts]
    episodes = []
    for n, (first, code) in enumerate(zip(firsts, codes, strict=True)):
        law = f"C{1 + n % 2}" if n == 0 or code in "LB" else episodes[-1]["LS"]
        home = f"{n}" if n == 0 or code in "PB" else episodes[-1]["URN"]
        last = n == count - 1
        episodes.append(episode(first, None if last else firsts[n + 1], "S" if n == 0 else code, law, rec=None if last else "X1", URN=home))
    once = care(*episodes)
    entries = {kind: told(once, kind) for kind in ("placement", "legal_status", "looked_after")}
    twice = understand(again(entries))
    for kind in entries:
        assert [(d, u) for d, u, _ in told(twice, kind)] == [(d, u) for d, u, _ in entries[kind]]
