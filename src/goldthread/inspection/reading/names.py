"""Names as printed, without what only dresses them: "City of Bradford Metropolitan District Council", "Steve Lowe, HMI"."""

import re

_BEFORE = re.compile(
    r"^(?:the\s+)?(?:(?:(?:metropolitan|london|royal)\s+)*borough\s+of\s+|(?:metropolitan\s+)?(?:city|county)\s+(?:and\s+county\s+)?of\s+"
    r"|county\s+(?=durham)|council\s+of\s+(?:the\s+)?|corporation\s+of\s+)(?:the\s+)?",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"[\s,]+(?:(?:(?:county|city|town|borough|district|metropolitan|unitary|royal|london|combined)\s*)*(?:council|authority)"
    r"|(?:local\s+)?safeguarding\s+children(?:.s)?\s+(?:board|partnership)|metropolitan\s+borough|children.s\s+(?:services|trust)(?:\s+trust)?"
    r"|local\s+authority|metropolitan|borough|district|city)$",
    re.IGNORECASE,
)
_KEPT_WHOLE = {"city of london": "City of London", "corporation of london": "City of London", "london corporation": "City of London"}
_SAME = {"hull": "Kingston upon Hull", "st. helens": "St Helens", "scilly": "Isles of Scilly", "scilly isles": "Isles of Scilly"}

_TITLE = re.compile(
    r"[\s,(]*\b(?:senior\s+)?(?:S?HMI\b|(?:her|his)\s+majesty.{0,3}s\s+(?:senior\s+)?inspectors?|(?:senior\s+)?ofsted\s+inspectors?"
    r"|(?:social\s+care\s+)?regulatory\s+inspection\s+manager|(?:senior|social\s+care(?:\s+regulatory)?)\s+inspector)\b[)\s]*",
    re.IGNORECASE,
)
_OFFICE = re.compile(r"\b(ofsted|inspector|director|manager|region|office|team)\b", re.IGNORECASE)
_PERSON = re.compile(r"[^\W\d_][^\W\d_’'.\-]*[’'.\-]?[^\W\d_]*(?:[ \-][^\W\d_][\w’'.\-]*){1,4}")


def authority_name(printed: str) -> str:
    """An authority's name as people say it: no "Council", no "London Borough of"."""
    name = " ".join(printed.replace("&", "and").split()).strip(" ,.:")
    whole = re.sub(r"\s+(council|corporation)$", "", name.lower()).removeprefix("the ")
    if whole in _KEPT_WHOLE:
        return _KEPT_WHOLE[whole]
    short = _stripped(_BEFORE.sub("", name))
    return _SAME.get(short.lower(), short) or name


def _stripped(name: str) -> str:
    while (shorter := _AFTER.sub("", name)) != name:
        name = shorter
    return name


def inspectors(text: str) -> str:
    """The names of one or more inspectors, joined by "and", without their titles."""
    names = [part.strip(" ,.;:") for part in re.split(r",\s*and\s+|\s+and\s+|\s*[,;&/]\s*", _TITLE.sub(" , ", text))]
    return " and ".join(" ".join(name.split()) for name in names if name and not _OFFICE.search(name))


def is_people(names: str) -> bool:
    """Whether it reads as the names of people: two to five words each, no digits."""
    return all(_PERSON.fullmatch(name) for name in names.split(" and "))
