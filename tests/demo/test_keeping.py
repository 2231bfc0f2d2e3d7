"""Promises of putting told lives into the record: whole batches, the told moments, and nobody open without an owner."""

import pytest

from goldthread.demo.command import main
from goldthread.demo.keeping import Keeper, batches, hire
from goldthread.demo.telling import Member, Somebody, Squad, Story, moment
from goldthread.people.models import Worker
from goldthread.record.models import Look, Mark, Occurrence, Person, Standing, Version
from goldthread.record.models import Spoken as StoredWord
from tests.demo.conftest import NOW, TODAY

EAST = Squad("East", "mel")
MEL = Member("mel", "Mel Fallow", "team_manager", EAST)
ANA = Member("ana", "Ana Birkdale", "social_worker", EAST)
LONG_AGO = TODAY.replace(month=6, day=1)


@pytest.fixture
def keeper(db):
    hire([EAST], [MEL, ANA], None)
    return Keeper(NOW, EAST)


def a_story():
    """A girl referred in June, held by Ana, whose plan ended in August, and her mother."""
    story = Story()
    girl, mum = story.add(Somebody("Wren", "Holtby", TODAY.replace(year=2015), "F")), story.add(Somebody("Ida", "Holtby"))
    story.tell(girl, "person", LONG_AGO, MEL, forename="Wren", surname="Holtby", born=girl.born)
    story.tell(mum, "person", LONG_AGO, MEL, forename="Ida", surname="Holtby")
    story.tell(girl, "relationship", LONG_AGO, MEL, other=mum, relation="mother")
    referral = story.tell(girl, "referral", LONG_AGO, MEL, decision="accepted", decided=LONG_AGO)
    story.tell(girl, "allocation", LONG_AGO, MEL, works_as="social_worker", worker=ANA, team=EAST)
    plan = story.tell(girl, "need_plan", LONG_AGO, ANA, referral=referral)
    plan.end(TODAY.replace(month=8, day=3), ANA)
    return story, girl, referral


def versions(type):
    return list(Version.objects.filter(type=type).order_by("number"))


def test_an_entry_that_ended_is_told_open_first_and_ended_later(keeper):
    story, _, _ = a_story()
    keeper.keep([story])
    first, second = versions("need_plan")
    assert first.until is None and first.recorded_at.date() == LONG_AGO and first.superseded_at == second.recorded_at
    assert second.until == TODAY.replace(month=8, day=3) and second.entry == first.entry and second.entered_at == first.recorded_at


def test_entries_name_each_other_by_their_numbers(keeper):
    story, girl, referral = a_story()
    story.tell(girl, "closing", TODAY, MEL, closes=referral, reason="RC7")
    keeper.keep([story])
    begins, ends = (StoredWord.objects.get(word=f"need.{part}") for part in ("begins", "ends"))
    assert begins.key == ends.key
    assert not Standing.objects.filter(open=True).exists()


def test_a_kept_child_has_an_owner_and_a_next_date(keeper):
    keeper.keep([a_story()[0]])
    standing = Standing.objects.get(open=True)
    assert standing.forename == "Wren" and standing.worker.username == "ana" and standing.next_due is not None
    assert Occurrence.objects.filter(person=standing.person_id).exists()


def test_parents_are_people_of_the_record_and_not_children(keeper):
    keeper.keep([a_story()[0]])
    assert not Standing.objects.get(forename="Ida").is_child


def test_a_family_shares_a_family_number(keeper):
    keeper.keep([a_story()[0], a_story()[0]])
    families = set(Person.objects.values_list("family", flat=True))
    assert len(families) == 2 and None not in families


def test_significant_lines_and_looks_are_kept_with_who_and_when(keeper):
    story, girl, referral = a_story()
    referral.significant = True
    from goldthread.demo.telling import Look as Looked

    story.looks.append(Looked(girl, ANA, moment(TODAY, 9), "a call"))
    keeper.keep([story])
    assert Mark.objects.get().worker.username == "mel"
    assert Look.objects.get().worker.username == "ana" and Look.objects.get().reason == "a call"


def test_a_batch_that_fails_leaves_nothing_behind(keeper):
    story, girl, _ = a_story()
    story.tell(girl, "allocation", LONG_AGO, MEL, works_as="social_worker", worker=ANA, team=EAST)
    from django.db import IntegrityError, transaction

    with pytest.raises(IntegrityError, match="one_at_a_time"), transaction.atomic():
        keeper.keep([story])
    assert not Person.objects.exists() and not Version.objects.exists()


def test_stories_are_kept_in_batches_of_people():
    stories = [Story(people=[Somebody("A", "B")] * 3) for _ in range(5)]
    assert [len(batch) for batch in batches(iter(stories), 6)] == [2, 2, 1]


def test_hiring_twice_hires_once(keeper):
    hire([EAST], [MEL, ANA], None)
    assert Worker.objects.count() == 2


def test_without_a_password_nobody_can_sign_in(keeper):
    assert not any(w.has_usable_password() for w in Worker.objects.all())


@pytest.mark.parametrize("wrong", [["--children", "0"], ["--years", "0"], ["--children", "many"]])
def test_a_city_of_nobody_is_refused_in_a_sentence(wrong, capsys):
    with pytest.raises(SystemExit):
        main(wrong, now=NOW)
    assert "city" in capsys.readouterr().err
