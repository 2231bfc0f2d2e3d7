"""For tests in which a process of its own asks the tests' database."""

from django.db import connection


def told_of_the_database(monkeypatch, settings, home):
    """A process started from now on, in a home of its own, is told where the tests' database is, and what time it is there."""
    settings.MEDIA_ROOT, settings.LOGS = home / "uploads", home / "logs"
    for folder in (settings.MEDIA_ROOT, settings.LOGS):
        folder.mkdir()
    monkeypatch.setenv("GOLDTHREAD_HOME", str(home))
    s = connection.settings_dict
    host = f"?host={s['HOST']}" if s["HOST"].startswith("/") else ""
    place = "" if host else f"{s['HOST']}:{s['PORT'] or 5432}"
    port = f"&port={s['PORT']}" if host and s["PORT"] else ""
    monkeypatch.setenv("DATABASE_URL", f"postgresql://{s['USER']}:{s['PASSWORD']}@{place}/{s['NAME']}{host}{port}")
    monkeypatch.setenv("DJANGO_SETTINGS_MODULE", "goldthread.settings")
    monkeypatch.setenv("GOLDTHREAD_NOW", "2026-11-20T17:28")
