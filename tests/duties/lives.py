"""Small lives for tests, written as people would tell them."""

from datetime import date, datetime

from goldthread.clock.reading import read_moment
from goldthread.clock.times import day_of, start_of
from goldthread.duties import RULES, Duty, Occurrence, Settings, Spoken, occurrences


def life(*said: str, recorded: str = "") -> list[Spoken]:
    """Words from lines such as '2026-11-05 14:30 visit.child_seen v1', the last part a key where one is wanted."""
    return [_spoken(line, number, recorded) for number, line in enumerate(said, 1)]


def _spoken(line: str, number: int, recorded: str) -> Spoken:
    parts = line.split()
    word = next(n for n, part in enumerate(parts) if part[0].isalpha())
    moment = read_moment(" ".join(parts[:word]))
    key = parts[word + 1] if len(parts) > word + 1 else f"entry {number}"
    at = moment if isinstance(moment, datetime) else None
    written = read_moment(recorded) if recorded else moment
    return Spoken(parts[word], day_of(moment), at, key, number, _instant(written))


def _instant(moment: date | datetime) -> datetime:
    return moment if isinstance(moment, datetime) else start_of(moment)


def rules(*codes: str) -> tuple[Duty, ...]:
    """Every version of the rules with these codes."""
    return tuple(duty for duty in RULES if set(duty.codes) & set(codes))


def owed(code: str, *said: str, settings: Settings | None = None) -> list[Occurrence]:
    """The occurrences of one code in a life."""
    return [o for o in occurrences(life(*said), rules(code), settings or Settings()) if o.code == code]


def only(code: str, *said: str) -> Occurrence:
    """The one occurrence of a code in a life."""
    [found] = owed(code, *said)
    return found
