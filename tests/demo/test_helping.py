"""Early help and adopters of the city: drawn beside the children's lives, and believable."""

from random import Random

from goldthread.demo.helping import STEPS, adopters
from goldthread.demo.office import staff
from tests.demo.conftest import NOW, TODAY, tell


def of(stories, kind):
    return [told for story in stories for told in story.told if told.type == kind]


def test_a_call_that_ended_in_early_help_is_followed_by_an_assessment(city):
    calls = [told for told in of(city, "contact") if told.last("outcome") == "early_help"]
    helped = {(told.about, told.by) for told in of(city, "early_help")}
    assert helped and helped <= {(call.about, call.by) for call in calls}
    assert len(of(city, "early_help")) <= len(calls)


def test_help_begins_after_the_call_and_ends_after_its_assessment(city):
    for told in of(city, "early_help"):
        done, over = told.ended, told.last("help_until")
        assert told.day <= TODAY and (done is None or told.day < done <= TODAY)
        assert over is None or (done is not None and done < over <= TODAY)
        assert told.last("organisation")


def test_early_help_changes_nothing_in_the_lives_beside_it(monkeypatch):
    from goldthread.demo import city as module

    with_help = tell(children=20)
    monkeypatch.setattr(module, "help_early", lambda family: None)
    without = tell(children=20)
    lives = [[(t.type, t.day, t.recorded) for story in stories for t in story.told if t.type != "early_help"] for stories in (with_help, without)]
    assert lives[0] == lives[1] and of(with_help, "early_help") and not of(without, "early_help")


def test_adopters_take_their_steps_in_order_and_stop_where_they_leave():
    households = list(adopters(staff(1200, 3.0, 5), 1200, 5, NOW))
    told = of(households, "adopter")
    names = [name for name, _, _ in STEPS]
    assert len(households) == 9 and len(told) >= 9
    for one in told:
        days = [one.last(name) for name in names]
        taken = [day for day in days if day]
        assert taken == sorted(taken) and days[: len(taken)] == taken
        assert all(one.day < day <= TODAY for day in taken)
        assert not (one.last("left") and one.last("placed"))
        assert (one.last("children_placed") is not None) == (one.last("placed") is not None)


def test_two_of_one_household_share_its_number_and_its_steps():
    for story in adopters(staff(1200, 3.0, 5), 1200, 5, NOW):
        entries = [told for told in story.told if told.type == "adopter"]
        assert len({told.last("family") for told in entries}) == 1
        assert len({str([(c.recorded, c.values) for c in told.changes]) for told in entries}) == 1


def test_the_same_seed_gives_the_same_adopters():
    def days(seed):
        return [(t.about.name, t.day) for t in of(adopters(staff(400, 3.0, 1), 400, seed, NOW), "adopter")]

    assert days(1) == days(1) != days(Random(3).randint(2, 9))
