"""Who in Wrenford has an interest in whom, and the one record that was opened beyond somebody's own work."""

from datetime import datetime

from goldthread.demo.telling import HERE
from goldthread.people.models import Interest, Worker
from goldthread.record import interests, openings
from goldthread.record.reach import Reach

DECLARED = datetime(2026, 9, 7, 9, 15, tzinfo=HERE)
INTERESTS = (("anil", "WR-20417", "My wife teaches Ama and knows the family."), ("ivy", "WR-60101", "Jo is my cousin."))
OPENER, WHOSE, WHY = "dean", "WR-23105", "A care leaver I support rang: Esi was alone at her door. I looked for her worker."
OPENED, ANSWERED_BY, ANSWERED = datetime(2026, 11, 12, 18, 40, tzinfo=HERE), "ngozi", datetime(2026, 11, 13, 8, 55, tzinfo=HERE)


def keep(now: datetime) -> None:
    """By the same acts as on the pages, once; nothing that happens only after `now`."""
    if now < ANSWERED or Interest.objects.exists():
        return
    workers = {w.username: w for w in Worker.objects.filter(username__in=[OPENER, ANSWERED_BY, *(who for who, _, _ in INTERESTS)])}
    for who, reference, why in INTERESTS:
        interests.declare(Reach(workers[who], DECLARED), workers[who], reference, why)
    made = openings.open_beyond(Reach(workers[OPENER], OPENED), WHOSE, WHY)
    openings.answer(Reach(workers[ANSWERED_BY], ANSWERED), made.pk)
