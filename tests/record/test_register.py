"""Promises of the register: every type can be asked about, stored, spoken and explained, and every word has a speaker."""

import re
from pathlib import Path
from types import SimpleNamespace

import pytest
from django.core.management import call_command
from django.db import models

from goldthread.duties import Occurrence
from goldthread.duties.rules.oversight import manager_looks
from goldthread.duties.words import WORDS
from goldthread.record import models as models_of_record
from goldthread.record.dictionary import data_dictionary
from goldthread.record.fields import Asked, Choice, Choices
from goldthread.record.register import REGISTER, entry_type, register
from goldthread.record.standing import KINDS
from goldthread.record.store import columns

TYPES = pytest.mark.parametrize("kind", REGISTER.values(), ids=lambda kind: kind.code)
ISSUE_ASKS_FOR = ["person", "relationship", "address", "contact", "referral", "assessment", "strategy_discussion", "enquiry", "conference", "protection_plan", "need_plan", "visit", "allocation", "looked_after", "legal_status", "placement", "review", "missing", "return_interview", "health_assessment", "education_plan", "pathway_plan", "note", "warning", "closing"]


def test_every_type_that_a_childs_life_needs_is_on_the_register():
    assert not set(ISSUE_ASKS_FOR) - set(REGISTER)


def test_every_word_of_duties_is_spoken_by_some_entry_type():
    spoken = {says.word.name for kind in REGISTER.values() for says in kind.speaks}
    assert set(WORDS) - spoken == set()


@TYPES
def test_a_word_is_spoken_on_a_day_the_type_has_and_under_answers_it_can_give(kind):
    fields = {f.name: f for f in kind.questions()}
    for says in kind.speaks:
        for on in [says.on] if isinstance(says.on, str) else says.on:
            assert on in ("day", "until", "at", "entered") or isinstance(fields[on], models.DateField | models.DateTimeField)
            assert on != "until" or kind.lasts, f"{kind.code} has no end"
        for name, accepted in says.when.items():
            codes = getattr(fields[name], "codes", None)
            assert not codes or not isinstance(accepted, tuple) or set(accepted) <= {*codes, "", None}, f"{kind.code}.{name}: {accepted}"
        assert not says.key or says.key in fields


@TYPES
def test_every_field_asks_a_question_in_words(kind):
    for field in kind.questions():
        assert isinstance(field, Asked), f"{kind.code}.{field.name} is not a field of record.fields"
        assert field.question and field.question[0].isupper(), f"{kind.code}.{field.name} asks nothing"
        if field.only_if:
            assert field.only_if[0] in {f.name for f in kind.questions()}


@TYPES
def test_every_headline_field_exists(kind):
    assert set(kind.headline) <= {f.name for f in kind.questions()}


@TYPES
def test_codes_fit_their_columns(kind):
    for field in kind.questions():
        if isinstance(field, Choice):
            assert max(map(len, field.codes), default=0) <= field.max_length
        if isinstance(field, Choices):
            assert max(map(len, field.codes), default=0) <= field.base_field.max_length


@TYPES
def test_what_is_not_said_is_stored_as_nothing_and_never_as_no(kind):
    unsaid = {name: value for _, name, value in columns(kind.code)}
    assert all(unsaid[f.name] in (None, "", []) for f in kind.questions())


def test_an_occurrence_is_stored_as_the_engine_gives_it():
    stored = [f.name for f in models_of_record.Occurrence._meta.concrete_fields if f.name not in ("id", "person")]
    assert stored == list(Occurrence._fields)


def test_two_types_cannot_share_a_code():
    visit = entry_type("visit")
    with pytest.raises(ValueError, match="give one of them another code"):
        register(visit)


def test_an_unknown_type_is_answered_with_those_there_are():
    with pytest.raises(LookupError, match="There is no entry type 'vist'. There are: .*address, adopter"):
        entry_type("vist")


def test_migrations_do_not_know_the_wording_of_questions():
    field = entry_type("visit")._meta.get_field("child_seen")
    _, path, _, arguments = field.deconstruct()
    assert path == "django.db.models.BooleanField"
    assert not {"question", "hint", "codes", "ssd", "only_if"} & set(arguments)


@pytest.mark.django_db
def test_the_migrations_are_up_to_date_with_the_types():
    call_command("makemigrations", "people", "record", "web", check=True, dry_run=True, verbosity=0, skip_checks=True)


def test_no_question_uses_a_word_that_we_do_not_use():
    forbidden = re.compile(r"\b(LAC|NFA|case|cases|service user|failed to engage)\b", re.I)
    for kind in REGISTER.values():
        for text in [kind.called, kind.day_question, *(f.question + f.hint for f in kind.questions())]:
            assert not forbidden.search(text), f"{kind.code}: {text}"


def test_the_data_dictionary_is_fresh():
    kept = Path(__file__).parents[2] / "docs" / "data-dictionary.md"
    assert kept.read_text() == data_dictionary(), "Run `goldthread docs` and commit docs/data-dictionary.md."


def test_whatever_makes_a_child_open_also_gives_them_a_next_date():
    assert {episode for _, episode in KINDS} <= set(manager_looks.during)


def test_a_field_may_not_hide_what_every_entry_type_has():
    hiding = SimpleNamespace(code="hiding", questions=lambda: [SimpleNamespace(name="asked")])
    with pytest.raises(ValueError, match="'hiding' has a field named asked"):
        register(hiding)
    assert "hiding" not in REGISTER
