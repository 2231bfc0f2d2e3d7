"""Lives that no worker would write, from a fixed seed: both engines count them alike, and no figure is impossible."""

from datetime import date, timedelta
from random import Random

import pytest

from goldthread.measures import GROUPS, MEASURES
from goldthread.measures.examples import Example, Line, Named, Somebody
from goldthread.measures.export import export_facts
from goldthread.measures.facts import ENTRY_TYPES
from goldthread.measures.figures import children, figures, month_ends
from goldthread.measures.sources import Parquet, Postgres
from goldthread.record import fields
from goldthread.record.register import entry_type
from tests.measures.telling import keep

pytestmark = pytest.mark.django_db
DAYS = month_ends(date(2026, 2, 28), 2)
FIRST = date(2023, 1, 1)
TYPES = [name for name in ENTRY_TYPES if name != "person"]
TEAMS, WORKERS = ("East", "North"), ("bo", "cy", "dee", "ada")


def some_day(chance):
    return chance.choice((FIRST + timedelta(days=chance.randint(0, 1300)), date(2024, 2, 29), date(2026, 1, 31), date(2026, 2, 28)))


def answer(chance, field, referrals):
    match field:
        case fields.YesNo():
            return chance.choice((True, False, None))
        case fields.Choice():
            return chance.choice((*field.codes, "", None))
        case fields.Choices():
            return "+".join(chance.sample(sorted(field.codes), 2))
        case fields.Day() | fields.Moment():
            return chance.choice((some_day(chance), None))
        case fields.Whole():
            return chance.choice((0, 1, 3, 17, 21, None))
        case fields.EntryNumber():
            return chance.choice((*map(Named, referrals), None))
        case fields.ToTeam():
            return chance.choice((*map(Named, TEAMS), None))
        case fields.ToWorker():
            return chance.choice((*map(Named, WORKERS), None))


def entry(chance, name, type_, referrals):
    day = some_day(chance)
    kind = entry_type(type_)
    until = day + timedelta(days=chance.choice((0, 1, 30, 400))) if kind.lasts and chance.random() < 0.6 else None
    values = {f.name: value for f in kind.questions() if (value := answer(chance, f, referrals)) is not None}
    return Line(type_, day, until, values, name, "")


def somebody(chance, number):
    referrals = [f"referral {number} {n}" for n in range(2)]
    entries = [entry(chance, name, "referral", ()) for name in referrals]
    entries += [entry(chance, "", chance.choice(TYPES), referrals) for _ in range(chance.randint(5, 25))]
    born = chance.choice((None, date(2008, 2, 29), date(2026, 2, 28), FIRST - timedelta(days=chance.randint(-1100, 8000))))
    known = {"born": born, "expected": chance.choice((None, date(2026, 5, 1))), "died": chance.choice((None, None, None, some_day(chance))),
             "sex": chance.choice(("M", "F", "U")), "ethnicity": chance.choice(("WBRI", "CHNE", "REFU"))}  # fmt: skip
    return Somebody({name: value for name, value in known.items() if value}, tuple(entries))


@pytest.fixture(scope="module")
def wild(django_db_setup, django_db_blocker, tmp_path_factory):
    """A hundred wild lives in the record and in files."""
    from django.db import transaction

    chance = Random(20260228)
    with django_db_blocker.unblock():
        atomic = transaction.atomic()
        atomic.__enter__()
        keep(Example("", tuple(somebody(chance, n) for n in range(100))))
        folder = tmp_path_factory.mktemp("wild")
        export_facts(folder)
        record = Postgres(1000)
        with record.gathered():
            yield record, Parquet(folder, 1000)
        transaction.set_rollback(True)
        atomic.__exit__(None, None, None)


@pytest.mark.parametrize("by", ["", *GROUPS])
def test_both_engines_count_them_alike(wild, by):
    record, files = wild
    assert figures(record, list(MEASURES), DAYS, by) == figures(files, list(MEASURES), DAYS, by)


def test_no_figure_is_impossible(wild):
    for figure in figures(wild[0], list(MEASURES), DAYS):
        kind = MEASURES[figure.code].kind
        assert min(figure.numerator, figure.denominator, figure.unknown) >= 0 or kind == "mean"
        if kind == "share":
            assert figure.numerator + figure.unknown <= figure.denominator
            assert figure.value is None or 0 <= figure.value <= 100


def test_where_children_are_counted_nobody_is_counted_twice(wild):
    of_children = [code for code, measure in MEASURES.items() if getattr(measure.rows, "each", "") == "child"]
    for code in of_children:
        people = [row.person for row in children(wild[0], code, DAYS[-1])]
        assert len(people) == len(set(people)), code


def test_they_reach_most_of_the_measures(wild):
    found = figures(wild[0], list(MEASURES), DAYS)
    empty = {f.code for f in found} - {f.code for f in found if f.numerator or f.denominator or f.unknown}
    assert len(empty) < 25, empty
