"""Names of people and places that do not exist."""

from random import Random
from typing import NamedTuple

from goldthread.demo.reading import read

_WORDS = read("names.yaml")
BEGINNINGS, ENDS = _WORDS["beginnings"].split(), _WORDS["ends"].split()
STREET_ENDS = _WORDS["street_ends"].split()
HERITAGE = {group: names.split() for group, names in _WORDS["heritage"].items()}
GIVEN = {group_and_sex: names.split() for group_and_sex, names in _WORDS["given"].items()}
# Ethnic origin in a large city: facts of the national figures; within each group the codes of the returns.
ORIGINS = (
    ("W", 42, ("WBRI", "WBRI", "WBRI", "WBRI", "WBRI", "WOTH", "WIRI", "WROM")),
    ("A", 35, ("APKN", "APKN", "APKN", "AIND", "ABAN", "AOTH")),
    ("B", 12, ("BAFR", "BCRB", "BCRB", "BOTH")),
    ("M", 8, ("MWBC", "MWBC", "MWBA", "MWAS", "MOTH")),
    ("O", 3, ("OOTH", "CHNE", "OOTH")),
)
POSTCODE_AREA = "WQ"  # no such area is in use in the United Kingdom
_POSTCODE_LETTERS = "ABDEFGHJLNPQRSTUWXYZ"


class Origin(NamedTuple):
    """An ethnic group by its letter, the code of the returns and a surname."""

    group: str
    code: str
    surname: str


def surname(rng: Random) -> str:
    """An invented surname, made of two words for land and weather."""
    beginning, ending = rng.choice(BEGINNINGS), rng.choice(ENDS)
    return surname(rng) if beginning.lower().endswith(ending[:2]) or beginning.lower() == ending else beginning + ending


def origin(rng: Random) -> Origin:
    """Where a family is from, and what they are called."""
    group, _, codes = rng.choices(ORIGINS, [share for _, share, _ in ORIGINS])[0]
    name, heritage = surname(rng), HERITAGE.get(group)
    if heritage and rng.random() < 0.6:
        part = rng.choice(heritage)
        name = part if rng.random() < 0.5 else f"{part}-{name}"
    return Origin(group, rng.choice(codes), name)


def given(rng: Random, group: str, sex: str) -> str:
    """A first name; families of mixed heritage take from any list."""
    return rng.choice(GIVEN[(rng.choice("WAB") if group == "M" else group) + sex])


def address(rng: Random) -> tuple[str, str]:
    """A street and number that do not exist, and a postcode in an area that is not in use."""
    street = rng.choice(BEGINNINGS) + rng.choice(("", "", rng.choice(ENDS)))
    line = f"{rng.randint(1, 190)} {street} {rng.choice(STREET_ENDS)}, Wrenford"
    if rng.random() < 0.25:
        line = f"Flat {rng.randint(1, 24)}, {line}"
    return line, postcode(rng)


def postcode(rng: Random) -> str:
    letters = "".join(rng.choice(_POSTCODE_LETTERS) for _ in range(2))
    return f"{POSTCODE_AREA}{rng.randint(1, 19)} {rng.randint(1, 9)}{letters}"
