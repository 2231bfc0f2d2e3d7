"""What a measure's own kinds are called: codes of the record in the words of its questions."""

import re
from functools import cache

from goldthread.measures.groups import GROUPS, KIND
from goldthread.measures.shape import Measure
from goldthread.record import fields
from goldthread.record.register import REGISTER

OF_FIELD = re.compile(r"(?:coalesce\()?[a-z]\.(\w+)(?:, ''\))?")
PLACE = re.compile(r"^\d+ (?=\D)")  # by which a measure keeps its bands in order


def group_words(measure: Measure, by: str, group: str) -> str:
    """A part of a measure in words; what has no name is said as the division says it."""
    if not group:
        return GROUPS[by].none
    return kind_words(measure, group) if by == KIND else group


def kind_words(measure: Measure, kind: str) -> str:
    """'Neglect' for 'NEG'. Kinds that are words already are left as they are."""
    named = OF_FIELD.fullmatch(measure.kind_of)
    if named:
        return _codes(getattr(measure.rows, "relation", ""), named[1]).get(kind, kind)
    return PLACE.sub("", kind)


@cache
def _codes(relation: str, name: str) -> dict[str, str]:
    """The codes of a question: of the entry type that is counted, or of every type that asks it."""
    types = [REGISTER[relation]] if relation in REGISTER else list(REGISTER.values())
    asked = [field for kind in types for field in kind.questions() if field.name == name and isinstance(field, fields.Choice)]
    return {code: said for field in reversed(asked) for code, said in field.codes.items()}
