"""Every entry type of the register: what is sent as JSON is read exactly as what its form posts."""

import pytest
from django.http import QueryDict
from pydantic import ValidationError

from goldthread.record import fields
from goldthread.record.reach import Reach
from goldthread.record.register import REGISTER
from goldthread.web.api.kinds import KINDS, CorrectionIn, NewEntryIn
from goldthread.web.api.sent import Form
from goldthread.web.child.opening import open_child
from goldthread.web.entries.typed import Reader
from goldthread.web.forms.answers import Answers
from tests.pages.every_type import full_answers
from tests.web.one_child import NOW, REFERENCE


def as_json(field, posted):
    match field:
        case fields.YesNo():
            return posted == "yes"
        case fields.Day():
            return "2026-11-17"
        case fields.Moment():
            return "2026-11-17T09:30:00+00:00"
        case fields.Whole() | fields.EntryNumber() | fields.ToWorker() | fields.ToTeam():
            return int(posted)
    return posted


def sent(kind, posted, mum):
    answers = {f.name: mum if isinstance(f, fields.ToPerson) else as_json(f, posted[f.name]) for f in kind.asked()}
    time, until = ({"time": "16:15"} if kind.has_time else {}), ({"until": "2026-11-19"} if kind.lasts else {})
    return {"type": kind.code, "day": "2026-11-18", "answers": answers} | time | until


def posted_words(posted):
    words = QueryDict(mutable=True)
    for name, value in posted.items():
        words.setlist(name, value if isinstance(value, list) else [value])
    return words


def test_what_is_sent_is_read_as_what_the_form_posts(people, kofi):
    opened = open_child(Reach(people["priya"], NOW), REFERENCE, "test")
    mum = next(r for r in opened.of("relationship") if r.values.relation == "mother").values.other
    for code, kind in KINDS.items():
        posted = full_answers(kind, mum.pk, people["priya"], kofi["referral"])
        body = NewEntryIn.model_validate(sent(kind, posted, mum.reference)).root
        form = Form(kind, opened, body, NOW)
        by_form = Reader(kind, opened, Answers(posted_words(posted), NOW))
        assert form.reader.read() == by_form.read(), code
        assert form.reader.errors == by_form.errors, code


def test_the_schemas_have_the_questions_of_the_forms_and_no_others():
    assert set(KINDS) == set(REGISTER) - {"allocation"}
    for made in (NewEntryIn, CorrectionIn):
        schemas = made.model_json_schema()["$defs"]
        for kind in KINDS.values():
            asked = schemas[f"{kind.code.title().replace('_', '')}Answers"]
            assert set(asked["properties"]) == {f.name for f in kind.asked()} and asked["additionalProperties"] is False


def test_code_lists_are_enumerations():
    asked = NewEntryIn.model_json_schema()["$defs"]["ReferralAnswers"]["properties"]["source"]
    codes = next(option["enum"] for option in asked["anyOf"] if "enum" in option)
    assert codes == list(REGISTER["referral"]._meta.get_field("source").codes)


@pytest.mark.parametrize("kind", KINDS.values(), ids=KINDS)
def test_no_type_takes_a_field_that_its_form_does_not_ask(kind):
    with pytest.raises(ValidationError, match="extra_forbidden"):
        NewEntryIn.model_validate({"type": kind.code, "day": "2026-11-18", "answers": {"version": 1}})
