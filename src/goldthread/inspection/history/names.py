"""One name for one authority, however a report, a list or a person writes it."""

import re

from django.utils.text import slugify

_DRESS = re.compile(
    r"\b(children[’']?s (services|social care|trust)|metropolitan borough|london borough|royal borough|county borough|city and county"
    r"|unitary authority|borough|council|county|city|district|metropolitan|of(?= *$)|the(?= ))\b",
    re.IGNORECASE,
)
_CITY = {"london": "City of London"}  # the only one whose dress is its name


def short_name(name: str) -> str:
    """'Birmingham City Council' is Birmingham, 'City of York' York, 'Kingston upon Hull, City of' Kingston upon Hull."""
    bare = " ".join(_DRESS.sub(" ", name.replace("&", "and")).replace(",", " ").split())
    bare = re.sub(r"^(of|and) |( of| and)$", "", bare, flags=re.IGNORECASE).strip()
    return _CITY.get(bare.casefold(), bare)


def slug_of(name: str) -> str:
    """The address of an authority."""
    return slugify(short_name(name)) or slugify(name)
