"""Numbers for Prometheus, added up over all processes of the server through files in the home. Nobody is named, and no address.

Imported only where GOLDTHREAD_METRICS is set: the settings then say where the files are, before anything is counted.
"""

import os
import time
from collections.abc import Iterator
from datetime import datetime

from django.conf import settings
from prometheus_client import CONTENT_TYPE_LATEST, CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector

from goldthread.oversight import tally
from goldthread.record.trail import reading
from goldthread.record.trail.command import WHOLE
from goldthread.web.api import outbox

CONTENT_TYPE = CONTENT_TYPE_LATEST
FILES = "PROMETHEUS_MULTIPROC_DIR"
LAST_BACKUP = "last_backup"
KEPT_SECONDS = 300  # the record is counted at most so often
BUCKETS = (0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2, 5, 10, 30)

REQUESTS = Counter("goldthread_requests", "Pages asked for", ["route", "method", "status"])
SECONDS = Histogram("goldthread_request_seconds", "Seconds until a page was answered", ["route"], buckets=BUCKETS)
DATABASE_ERRORS = Counter("goldthread_database_errors", "Errors of the database, by what they mean", ["means"])
_counted: tuple[float, list[Metric]] = (0.0, [])


def count(route: str, method: str, status: int, seconds: float) -> None:
    REQUESTS.labels(route, method, str(status)).inc()
    SECONDS.labels(route).observe(seconds)


def text(now: datetime) -> bytes:
    """Everything, as Prometheus reads it."""
    registry = CollectorRegistry()
    if os.environ.get(FILES):
        MultiProcessCollector(registry)
    registry.register(_Record(now))
    return generate_latest(registry)


class _Record:
    """What is counted in the record itself."""

    def __init__(self, now: datetime):
        self.now = now

    def collect(self) -> Iterator[Metric]:
        global _counted
        if not _counted[1] or time.monotonic() - _counted[0] > KEPT_SECONDS:
            _counted = (time.monotonic(), list(_of_the_record(self.now)))
        yield from _counted[1]
        yield from _of_the_outbox(self.now)
        yield from _of_the_audit(self.now)
        yield from _of_the_backup()


def _of_the_record(now: datetime) -> Iterator[Metric]:
    yield GaugeMetricFamily("goldthread_open_children", "Children the service works with", value=tally.open_children())
    late = GaugeMetricFamily("goldthread_overdue", "Times a duty is overdue today", labels=["duty"])
    for duty, times in sorted(tally.overdue(now).items()):
        late.add_metric([duty], times)
    yield late
    yield GaugeMetricFamily("goldthread_deliveries_parked", "What webhooks could not be told within a day, and nobody has sent again", value=outbox.parked())


def _of_the_outbox(now: datetime) -> Iterator[Metric]:
    waiting, oldest = outbox.waiting()
    yield GaugeMetricFamily("goldthread_deliveries_waiting", "What webhooks have still to be told", value=waiting)
    yield GaugeMetricFamily("goldthread_oldest_delivery_age_seconds", "Seconds for which the oldest of those waiting has waited", value=_seconds(oldest, now))


def _of_the_audit(now: datetime) -> Iterator[Metric]:
    """Nothing at all where it was never verified: what is absent can be watched for too."""
    if last := reading.verified():
        yield GaugeMetricFamily("goldthread_last_verification_age_seconds", "Seconds since the audit was last verified", value=_seconds(last["at"], now))
        yield GaugeMetricFamily("goldthread_last_verification_whole", "1 where it was found whole, 0 where it was broken", value=last["what"] == WHOLE)


def _seconds(since: datetime | None, now: datetime) -> float:
    return max(0.0, (now - since).total_seconds()) if since else 0.0


def _of_the_backup() -> Iterator[Metric]:
    last = settings.GOLDTHREAD_HOME / LAST_BACKUP
    if last.exists():
        age = max(0.0, time.time() - last.stat().st_mtime)
        yield GaugeMetricFamily("goldthread_last_backup_age_seconds", "Seconds since the last backup", value=age)
