"""The least that a page can be: a Django view that reads one row. Served as the pages are, it is what load is measured beside."""

import os
import sys

from django.http import HttpRequest, HttpResponse
from django.urls import re_path

from goldthread.running import database, serve


def row(request: HttpRequest) -> HttpResponse:
    from goldthread.people.models import Worker

    return HttpResponse(Worker.objects.values_list("name", flat=True).order_by("pk").first())


urlpatterns = [re_path("", row)]


def main() -> int:
    """Serve it on PORT, by the same server as the pages, with nothing before the view."""
    os.environ["DJANGO_SETTINGS_MODULE"] = "goldthread.settings"
    with serve.own_port() as port, database.in_use():
        import django
        from django.conf import settings
        from django.db import connections

        django.setup()
        settings.ROOT_URLCONF, settings.MIDDLEWARE = "benchmarks.one_row", []
        connections.close_all()
        return serve.run(port)


if __name__ == "__main__":
    sys.exit(main())
