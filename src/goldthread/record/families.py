"""Brothers and sisters of people met in a list, as the acting person may see them."""

from collections.abc import Iterable

from goldthread.record.models import Relationship, Standing
from goldthread.record.reach import Reach


def brothers_and_sisters(reach: Reach, people: Iterable[int]) -> dict[int, list[Standing]]:
    """For each of several people: their brothers and sisters who are children here and whom the acting person may see, oldest first."""
    current = Relationship.objects.filter(
        version__person__among=list(people), version__superseded_at=None, version__withdrawn=False, version__until=None,
        relation__contains="sibling",
    )  # fmt: skip
    pairs = set(current.values_list("version__person", "other"))
    children = reach.to_name({other for _, other in pairs}) if pairs else {}
    found: dict[int, list[Standing]] = {}
    for person, other in pairs:
        if other in children:
            found.setdefault(person, []).append(children[other])
    return {person: sorted(family, key=lambda s: (s.born is None, s.born, s.person_id)) for person, family in found.items()}
