"""The data dictionary, written from the register: every entry type, its questions, its columns and its words."""

from django.db import models

from goldthread.record.fields import Asked, Choice, Choices
from goldthread.record.register import REGISTER, SAID, EntryType, Says

HEAD = """# Data dictionary

Written by `goldthread docs` from the register of entry types; a test fails when it is stale.

Every entry has, besides the columns below: the person it is about, `day` (when it happened), `until` (for what lasts), `at` (the exact
moment, where known), when this version was recorded and by whom, when the entry was first written down, why it was changed, whether it
was withdrawn, the number it shares with entries written as the same act, and its origin if it came in a file.
Names in the last column are those of the Standard Safeguarding Dataset.
"""


def data_dictionary() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *(_section(REGISTER[code]) for code in sorted(REGISTER))])


def _section(kind: type[EntryType]) -> str:
    about = " ".join((kind.__doc__ or "").split())
    about = "" if about.startswith(f"{kind.__name__}(") else about
    lasts = f" It lasts: *{kind.until_question}*" if kind.lasts else ""
    rows = [f"| {_row(field)} |" for field in kind.questions()]
    words = [f"- {_word(says)}" for says in kind.speaks]
    return "\n".join(
        [f"## {kind.called.capitalize()} (`{kind.code}`)", "", f"{about} *{kind.day_question}*{lasts}".strip(), "",
         "| field | question | answer | standard name |", "|---|---|---|---|", *rows, "", *(["Says:", "", *words, ""] if words else [])]
    )  # fmt: skip


def _row(field: models.Field) -> str:
    assert isinstance(field, Asked)
    return " | ".join([f"`{field.name}`", field.question or "", _answer(field), f"`{field.ssd}`" if field.ssd else ""])


def _answer(field: models.Field) -> str:
    if isinstance(field, Choice | Choices):
        several = "any of " if isinstance(field, Choices) else ""
        codes = ", ".join(f"`{code}` {say}" for code, say in list(field.codes.items())[:12])
        more = f" and {len(field.codes) - 12} more" if len(field.codes) > 12 else ""
        return several + codes + more
    return {"Words": "text", "Line": "a line", "Postcode": "postcode", "YesNo": "yes, no or not said", "Day": "day", "Moment": "moment",
            "Whole": "whole number", "EntryNumber": "number of an entry", "ToWorker": "worker", "ToTeam": "team", "ToPerson": "person"}[
                type(field).__name__]  # fmt: skip


def _word(says: Says) -> str:
    on = says.on if isinstance(says.on, str) else " or ".join(says.on)
    conditions = [f"`{name}` is {'said' if accepted is SAID else _values(accepted)}" for name, accepted in says.when.items()]
    return f"`{says.word.name}` on `{on}`" + (f" when {' and '.join(conditions)}" if conditions else "")


def _values(accepted: object) -> str:
    said = {True: "yes", False: "no", None: "not said"}
    values = list(accepted)[:6]  # type: ignore[call-overload]
    shown = ", ".join(said.get(v, f"`{v}`") if v in (True, False, None) else f"`{v}`" for v in values)
    return shown + (" …" if len(list(accepted)) > 6 else "")  # type: ignore[call-overload]
