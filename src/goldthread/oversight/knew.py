"""Who worked with a family before."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from django.db.models import QuerySet

from goldthread.record import models
from goldthread.record.acting import counting
from goldthread.record.models import Standing


def family_of(child: Standing) -> object:
    """What brothers and sisters share; a child without a family is one of their own."""
    return child.person.family or ("one", child.person_id)


def knew(children: Iterable[Standing]) -> Mapping[object, dict[int, int]]:
    """Workers who were allocated to anybody of these children's families, with the last year they were."""
    wanted = {child.person_id: family_of(child) for child in children}
    families = [f for f in wanted.values() if isinstance(f, int)]
    found: dict[object, dict[int, int]] = defaultdict(dict)
    with counting():
        people = set(wanted).union(models.Person.objects.filter(family__in=families).values_list("pk", flat=True))
        told = list(_allocated(people).values_list("version__person", "version__person__family", "worker", "version__day", "version__until"))
    for person, family, worker, day, until in told:
        years = found[family or ("one", person)]
        years[worker] = max(years.get(worker, 0), (until or day).year)
    return found


def _allocated(people: set[int]) -> QuerySet[models.Allocation]:
    stand = {"version__superseded_at": None, "version__withdrawn": False, "version__type": "allocation"}
    return models.Allocation.objects.filter(version__person__among=people, worker__isnull=False, **stand)
