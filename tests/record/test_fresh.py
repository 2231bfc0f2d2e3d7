"""Promises when the rules change: what is stored follows them, once, and what was not changed is left alone."""

from goldthread.record import fresh
from goldthread.record.models import Occurrence, Standing, WorkedOut


def test_what_was_worked_out_from_other_rules_is_worked_out_again(priya, kofi):
    fresh.bring_up_to_date(priya.now)
    right = list(Occurrence.objects.order_by("code", "due").values_list("code", "due"))
    Occurrence.objects.filter(person=kofi).delete()
    Standing.objects.filter(pk=kofi).update(kind="care")
    WorkedOut.objects.update(fingerprint="of rules that were")
    assert fresh.bring_up_to_date(priya.now) == 1
    assert list(Occurrence.objects.order_by("code", "due").values_list("code", "due")) == right
    assert Standing.objects.get(pk=kofi).kind == "open"


def test_nothing_is_done_while_the_rules_are_the_same(priya, kofi):
    fresh.bring_up_to_date(priya.now)
    assert fresh.bring_up_to_date(priya.now) == 0
