"""Who stands around one person, and by which names: asked where somebody is given the information about them.

Everybody is found, also those whose own records are closed to the reader, because their names must not be given away. Whoever
shows them asks Reach whose names may be shown.
"""

from collections import defaultdict
from collections.abc import Iterable

from goldthread.record.acting import counting
from goldthread.record.models import Identifier, PersonDetails, Relationship, Standing, Version
from goldthread.record.reach import Child, Reach
from goldthread.record.reading import Written, read_versions
from goldthread.record.then import without_closed

NAMES = ("forename", "surname", "other_names", "says_name")


def whole(reach: Reach, child: Child) -> list[Written]:
    """Every version of every entry of somebody whose record was opened, withdrawn ones too."""
    found = read_versions(child.person)
    without_closed(found, reach.actor.pk, reach.now, reach.but)
    return found


def identifiers(child: Child) -> tuple[tuple[str, str], ...]:
    """The numbers by which other systems know them, as (scheme, value)."""
    return tuple(Identifier.objects.filter(person=child.person).order_by("scheme", "value").values_list("scheme", "value"))


@counting()
def names(people: Iterable[int]) -> dict[int, list[str]]:
    """Every name that any version ever gave each of these people."""
    found: dict[int, list[str]] = defaultdict(list)
    for person, *said in PersonDetails.objects.filter(version__person__in=list(people)).values_list("version__person", *NAMES):
        found[person] += [name for name in said if name]
    return found


@counting()
def around(child: Child, together: Iterable[int]) -> set[int]:
    """Those written about in one act with this person, by its numbers, and those whose records name them."""
    written = set(Version.objects.filter(together__in=list(together)).values_list("person", flat=True))
    return written | set(Relationship.objects.filter(other=child.person).values_list("version__person", flat=True)) - {child.person}


@counting()
def standings(people: Iterable[int]) -> list[Standing]:
    """Where these people stand."""
    return list(Standing.objects.filter(person__in=list(people)).order_by("person"))


def requests(person: int) -> list[Version]:
    """The requests for their own information that stand in a record, newest first."""
    return list(Version.objects.filter(person=person, type="access_request", superseded_at=None, withdrawn=False).order_by("-day", "-entry"))
