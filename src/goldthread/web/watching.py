"""For whoever looks after the machine: whether it lives, whether it can serve, a line for each page, and numbers for Prometheus.

Outermost of all middleware: it is asked without a sign-in, by an address of the machine, and without the way to HTTPS.
"""

import hmac
import logging
import os
import re
import shutil
import time
from collections.abc import Callable
from uuid import uuid4

from django.conf import settings
from django.db import Error, connection
from django.db.migrations.executor import MigrationExecutor
from django.http import HttpRequest, HttpResponse, JsonResponse
from django.utils.crypto import salted_hmac

LIVE, READY, METRICS = "/health/live", "/health/ready", "/metrics"
ROOM = int(os.environ.get("GOLDTHREAD_DISK_MB", "500")) * 1024 * 1024
ID, GIVEN = "X-Request-ID", re.compile(r"[A-Za-z0-9-]{8,64}")
LOOPBACK = frozenset({"127.0.0.1", "::1"})
pages = logging.getLogger("goldthread.pages")

Handler = Callable[[HttpRequest], HttpResponse]
_applied = False


def watched(handle: Handler) -> Handler:
    """Answers what a watcher asks; tells and counts everything else."""

    def answer(request: HttpRequest) -> HttpResponse:
        if watcher := WATCHERS.get(request.path.rstrip("/")):
            response = watcher(request)
            response.headers["Cache-Control"] = "no-store"
            return response
        return _told(request, handle)

    return answer


def _told(request: HttpRequest, handle: Handler) -> HttpResponse:
    given = request.headers.get(ID, "")
    request.mark = given if GIVEN.fullmatch(given) else uuid4().hex
    began = time.monotonic()
    response = handle(request)
    seconds = time.monotonic() - began
    route = route_of(request)
    told = {"route": route, "method": _method(request), "status": response.status_code, "ms": round(seconds * 1000), "worker": worker_of(request)}
    pages.info("A page was asked for", extra={"told": told, "request": request})
    if settings.GOLDTHREAD_METRICS:
        from goldthread.web import metrics

        metrics.count(route, _method(request), response.status_code, seconds)
    response.headers[ID] = request.mark
    return response


def _method(request: HttpRequest) -> str:
    return request.method if request.method in ("GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS") else "other"


def route_of(request: HttpRequest) -> str:
    """The name of the page, never its address: addresses have references in them, and words that somebody looked for."""
    match = getattr(request, "resolver_match", None)
    return (match.view_name or match.route or "unnamed") if match else "none"


def worker_of(request: HttpRequest) -> str:
    """A digest of the worker's number, which only this copy of Goldthread makes; "" where nobody is signed in, or nobody was asked."""
    worker = getattr(request, "_cached_user", None)
    return salted_hmac("goldthread.logs", str(worker.pk)).hexdigest()[:12] if worker is not None and worker.pk else ""


# Health


def _live(request: HttpRequest) -> HttpResponse:
    return JsonResponse({"live": True})


def _ready(request: HttpRequest) -> HttpResponse:
    """503 where pages could not be served as they should be. Says what is wrong, and nothing that is kept."""
    found = {"database": "ok", "tables": "ok", "disk": "ok" if shutil.disk_usage(settings.GOLDTHREAD_HOME).free >= ROOM else "full"}
    try:
        if not _up_to_date():
            found["tables"] = "behind"
    except Error:
        found["database"], found["tables"] = "away", "unknown"
    ready = set(found.values()) == {"ok"}
    return JsonResponse({"ready": ready, **found}, status=200 if ready else 503)


def _up_to_date() -> bool:
    """Whether the database answers, and has every change of the tables that this version knows: asked until it is so."""
    global _applied
    with connection.cursor() as cursor:
        cursor.execute("SELECT 1")
    if not _applied:
        executor = MigrationExecutor(connection)
        _applied = not executor.migration_plan(executor.loader.graph.leaf_nodes())
    return _applied


# Metrics


def _metrics(request: HttpRequest) -> HttpResponse:
    if not _may_watch(request):
        return HttpResponse(status=404)
    from goldthread.web import clockwork, metrics

    return HttpResponse(metrics.text(clockwork.now()), content_type=metrics.CONTENT_TYPE)


def _may_watch(request: HttpRequest) -> bool:
    """Off, for this machine alone (and nobody whom a proxy passes on), or for whoever has the token."""
    asked = settings.GOLDTHREAD_METRICS
    if asked == "loopback":
        return request.META.get("REMOTE_ADDR") in LOOPBACK and "X-Forwarded-For" not in request.headers
    given = request.headers.get("Authorization", "").removeprefix("Bearer ")
    return bool(asked) and hmac.compare_digest(given.encode(), asked.encode())


WATCHERS = {LIVE: _live, READY: _ready, METRICS: _metrics}
