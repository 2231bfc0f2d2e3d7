"""For every entry type: answers to every one of its questions, as a browser would post them."""

from django.db.models import TextField

from goldthread.record import fields
from goldthread.record.register import REGISTER

WORDS = "Ọmọ said “toast & jam” <b>twice</b>; {{ 7*7 }}"
HAND_MADE = {"allocation"}  # has a page of its own
KINDS = sorted(set(REGISTER) - HAND_MADE)


def full_answers(kind, around, worker, referral):
    """Every question answered; `around` is somebody already related to the child."""
    answers = {"day": "18/11/2026", "time": "4:15pm"}
    if kind.lasts:
        answers["until"] = "19/11/2026"
    for field in kind.questions():
        answers |= _answer(field, around, worker, referral)
    return answers


def _answer(field, around, worker, referral):
    name = field.name
    match field:
        case fields.Choices():
            return {name: list(field.codes)[:2]}
        case fields.Choice():
            return {name: next(iter(field.codes))}
        case fields.YesNo():
            return {name: "yes"}
        case fields.Day():
            return {name: "17 November 2026"}
        case fields.Moment():
            return {name: "17/11/2026", f"{name}_time": "09:30"}
        case fields.Whole():
            return {name: "12"}
        case fields.EntryNumber():
            return {name: str(referral)}
        case fields.ToPerson():
            return {name: str(around)}
        case fields.ToWorker():
            return {name: str(worker.pk)}
        case fields.ToTeam():
            return {name: str(worker.team_id)}
    return {name: WORDS if isinstance(field, TextField) else WORDS[: field.max_length]}
