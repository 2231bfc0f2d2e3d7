"""Lives that no life resembles: whatever stands in a record, the lists are whole, and what they say loads."""

from datetime import date, datetime, timedelta
from random import Random

import pytest

from goldthread.exchange import annex_a_out
from goldthread.exchange.annex_a_out import Authority
from goldthread.exchange.annex_a_out.headings import headings
from goldthread.exchange.annex_a_out.known import READ
from goldthread.exchange.loading import load
from goldthread.record import fields
from goldthread.record.register import REGISTER
from goldthread.record.speak import NewEntry
from goldthread.record.store import new_people, store
from tests.exchange.annexed import NOW, ON, workbook

pytestmark = pytest.mark.django_db
HOSTILE = ("", "=1+1", "@x", "Ọmọ & <b>", "x" * 190, " ", "\t-1")


def a_day(rng):
    return ON + timedelta(days=rng.choice((-9000, -3000, -400, -200, -100, -30, -3, 0, 1, 90)) - rng.randint(0, 5))


def an_answer(rng, field):
    if rng.random() < 0.3:
        return None
    match field:
        case fields.Choices():
            return rng.sample(list(field.codes), 2)
        case fields.Choice():
            return rng.choice([*field.codes, ""])
        case fields.YesNo():
            return rng.random() < 0.5
        case fields.Day():
            return a_day(rng)
        case fields.Whole():
            return rng.randint(0, 9)
        case fields.Line():
            return rng.choice(HOSTILE)[: field.max_length]
    return None


def a_life(rng, person):
    for kind in ["person", *rng.choices(READ, k=rng.randint(0, 30))]:
        day = a_day(rng)
        asked = REGISTER[kind].questions()
        until = day + timedelta(days=rng.choice((0, 5, 100, 4000))) if REGISTER[kind].lasts and rng.random() < 0.5 else None
        yield NewEntry(person, kind, day, {f.name: an_answer(rng, f) for f in asked}, until, origin=f"{person} {rng.random()}")


@pytest.fixture(params=range(3))
def lives(request, service):
    """Sixty lives, each of entries drawn at random from every type that the lists read."""
    rng = Random(request.param)
    people = new_people([None] * 60, [None] * 60)
    store([entry for person in people for entry in a_life(rng, person)], service.ngozi.pk, NOW)


def test_every_row_of_every_list_has_a_cell_for_each_heading(lives):
    for found in annex_a_out.lists(Authority(NOW), ON):
        width = len(headings(found.number))
        assert all(len(row) == width for row in found.rows)
        assert all(cell is None or (isinstance(cell, str | int | date) and not isinstance(cell, bool | datetime)) for row in found.rows for cell in row)
        assert "" not in {cell for row in found.rows for cell in row}


def test_nothing_in_the_lists_happened_after_the_inspection(lives):
    for found in annex_a_out.lists(Authority(NOW), ON - timedelta(days=50)):
        born = list(found.headings).index("Date of Birth") if "Date of Birth" in found.headings else None
        days = [cell for row in found.rows for at, cell in enumerate(row) if isinstance(cell, date) and at != born]
        assert all(day <= ON - timedelta(days=50) for day in days)


def test_the_workbook_loads_with_every_row_and_a_sentence_for_whatever_cannot_be_kept(lives, tmp_path):
    made, counts = workbook()
    path = tmp_path / "annex.xlsx"
    path.write_bytes(made)
    report = load([path], NOW)
    assert report.rows == sum(counts.rows.values())
    assert all(fault.message.endswith(".") for fault in report.faults)
