"""The `goldthread` command. Each subcommand is handed to the room that owns it; the day and the moment enter here."""

import argparse
import importlib
import os
import signal
import socket
import sys
from collections.abc import Callable
from datetime import datetime
from typing import NamedTuple
from zoneinfo import ZoneInfo

from goldthread.running import Trouble

Arguments = list[str]
Status = int | None
ENGLAND = ZoneInfo("Europe/London")


class Command(NamedTuple):
    """A subcommand: what it does, in words, and what does it."""

    help: str
    run: Callable[[Arguments], Status]


def main(argv: Arguments | None = None) -> int:
    """Run one subcommand and return its exit status; trouble that somebody can mend is told in a sentence."""
    given = sys.argv[1:] if argv is None else argv
    name = _parser().parse_args(given[:1]).command
    if name not in COMMANDS:
        return _say(f"There is no command `{name}`. The commands are {', '.join(COMMANDS)}.", status=2)
    told_to_stop = _listen()
    try:
        return COMMANDS[name].run(given[1:]) or 0
    except Trouble as trouble:
        return _say(str(trouble))
    except KeyboardInterrupt:
        return next(iter(told_to_stop), 130)
    except RuntimeError:  # DuckDB has no more to say of a question that was stopped in its middle
        if not told_to_stop:
            raise
        return told_to_stop[0]


def _listen() -> list[int]:
    """Hear Ctrl-C, also when started in the background, where it is ignored, and SIGTERM, which tidies up like it. Returns where their statuses will stand."""
    told: list[int] = []

    def stop(number: int, _: object) -> None:
        told.append(128 + number)
        raise KeyboardInterrupt

    signal.signal(signal.SIGINT, stop)
    signal.signal(signal.SIGTERM, stop)
    return told


def _parser() -> argparse.ArgumentParser:
    listed = "\n".join(f"{name:16}{command.help}" for name, command in COMMANDS.items())
    parser = argparse.ArgumentParser(
        prog="goldthread",
        description="An open record of duties for children's social care.",
        epilog="`goldthread COMMAND --help` tells more about one of them.",
        formatter_class=argparse.RawTextHelpFormatter,
    )
    parser.add_argument("command", metavar="COMMAND", help=listed)
    return parser


def _say(sentence: str, status: int = 1) -> int:
    print(sentence, file=sys.stderr)
    return status


def _now() -> datetime:
    return datetime.now(ENGLAND)


def _room(module: str, argv: Arguments) -> Status:
    return importlib.import_module(f"goldthread.{module}").main(argv, now=_now())


def _why(argv: Arguments) -> Status:
    from goldthread.duties import why

    return why.main(argv, today=_now().date())


def _replay(argv: Arguments) -> Status:
    from goldthread.duties.replay import command

    return command.main(argv)


def _with_record(module: str) -> Callable[[Arguments], Status]:
    """A subcommand that a room runs on the database, brought up to date first. Its help needs no database."""

    def run(argv: Arguments) -> Status:
        if {"-h", "--help"} & set(argv):
            _django()
            return _room(module, argv)
        from goldthread.running import database

        with database.in_use():
            _prepare()
            return importlib.import_module(f"goldthread.{module}").main(argv, now=_pages_now())

    return run


def _pages_now() -> datetime:
    """The moment as the pages have it, so that nothing is written in their future where their clock is fixed."""
    from goldthread.web import clockwork

    return clockwork.now()


def _django() -> None:
    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.settings")
    django.setup()


def _prepare(*, pages: bool = False) -> None:
    """Set Django up and bring the database's tables, and the pages' parts where pages are served, up to date."""
    from django.core.management import call_command

    from goldthread.running import database

    _django()
    with database.one_at_a_time():
        call_command("migrate", interactive=False, verbosity=0)
        _work_out_again()
        if pages:
            _forget_old_presses()
            call_command("collectstatic", interactive=False, verbosity=0)


def _work_out_again() -> None:
    from goldthread.record import fresh

    if people := fresh.bring_up_to_date(_now()):
        print(f"The rules have changed: what is owed to {people} people was worked out again.", file=sys.stderr)


def _forget_old_presses() -> None:
    from goldthread.web.presses import once

    once.forget_old(_pages_now())


def _measures(argv: Arguments) -> Status:
    """Exported facts are counted without a database."""
    if "--from" in argv:
        _django()
        return _room("measures.command", argv)
    return _with_record("measures.command")(argv)


def _migrate(argv: Arguments) -> None:
    from goldthread.running import database

    with database.in_use():
        _prepare()


def _manage(argv: Arguments) -> None:
    from django.core.management import execute_from_command_line

    from goldthread.running import database

    with database.in_use():
        _django()
        execute_from_command_line(["goldthread manage", *argv])


def _build_assets(argv: Arguments) -> None:
    from goldthread.web import assets

    try:
        assets.build()
    except assets.AssetsError as trouble:
        raise Trouble(str(trouble)) from trouble


def _docs(argv: Arguments) -> None:
    from goldthread.running import home

    _django()
    importlib.import_module("goldthread.documents").write(home.project_folder() / "docs")


def _safekeeping(function: str) -> Callable[[Arguments], Status]:
    return lambda argv: getattr(importlib.import_module("goldthread.safekeeping"), function)(argv, now=_now())


def _serve(argv: Arguments) -> int:
    from goldthread.running import database, serve

    with serve.own_port() as port, database.in_use():
        _prepare(pages=True)
        _act_as_application()
        print(f"Goldthread is at {serve.address(port)} and Ctrl-C stops it.", flush=True)
        return _serve_pages(port)


def _demo(argv: Arguments) -> int:
    from goldthread.running import database, serve

    with serve.own_port() as port, database.in_use():
        _prepare(pages=True)
        from goldthread.demo import command as city
        from goldthread.web.drafts import pictured

        with database.one_at_a_time():
            _begin_evening()
            city.fill_if_empty(now=_pages_now())
            pictured.leave_half_written(_pages_now())
        _act_as_application()
        print(serve.welcome(serve.address(port), city.logins()), flush=True)
        return _serve_pages(port)


def _begin_evening() -> None:
    """The demo's clock starts on the evening its city is told until or, where somebody went on writing, after their last word."""
    from django.conf import settings
    from django.db.models import Max

    from goldthread.demo import wrenford
    from goldthread.record.models import Version
    from goldthread.web import clockwork

    if not settings.GOLDTHREAD_NOW:
        last = Version.objects.aggregate(last=Max("recorded_at"))["last"]
        clockwork.run_from(max(wrenford.TOLD_UNTIL, last or wrenford.TOLD_UNTIL))
        settings.GOLDTHREAD_AUTHORITY = settings.GOLDTHREAD_AUTHORITY or "Wrenford children’s services"


def _act_as_application() -> None:
    """From here on the database is asked as the role that owns nothing, where row security is on. Raises Trouble without such a role."""
    from django.conf import settings
    from django.db import connections

    from goldthread.running import database

    where = database.who_and_where(database.pages_address()) if settings.GOLDTHREAD_ROW_SECURITY else {}
    for connection in connections.all():
        connection.close()
        connection.close_pool()
        connection.settings_dict.update(where)


def _serve_pages(port: socket.socket) -> int:
    """Each process of the server opens its own connections: none may be open when it forks. Those are patient to a point."""
    from django.db import connections

    from goldthread.running import database, serve

    for connection in connections.all():
        connection.close()
        connection.close_pool()
    database.patient(connections.settings["default"])
    return serve.run(port)


COMMANDS = {
    "demo": Command("serve a city that does not exist, made on the first run", _demo),
    "serve": Command("serve the pages on PORT (8000)", _serve),
    "load": Command("load statutory returns from files and folders", _with_record("exchange.command")),
    "load-published": Command("keep published lists to compare with", _with_record("inspection.neighbours")),
    "annex-a": Command("write Ofsted's Annex A workbook for an inspection day", _with_record("exchange.annex_a_out.command")),
    "city": Command("make a city that does not exist", _with_record("demo.command")),
    "demo-report": Command("write that city's inspection report (PDF)", lambda argv: _room("demo.report", argv)),
    "verify-audit": Command("walk the audit and name the first line that is not as it was written", _with_record("record.trail.command")),
    "read-report": Command("read inspection reports (PDF) and say what is in them", lambda argv: _room("inspection.read_command", argv)),
    "measures": Command("count the measures, or write their facts to files", _measures),
    "export-events": Command("write every word of the record to files", _with_record("exchange.events_out.command")),
    "replay": Command("work out every duty from such files, on one machine or a cluster", _replay),
    "deliver": Command("tell webhooks what was written", _with_record("web.api.deliver")),
    "why": Command("explain every duty of a small life written in YAML", _why),
    "backup": Command("write the database and the uploads into one file", _safekeeping("back_up")),
    "restore": Command("put a backup in the place of an empty database", _safekeeping("restore_from")),
    "migrate": Command("bring the database's tables up to date", _migrate),
    "build-assets": Command("compile the pages' styles and scripts", _build_assets),
    "docs": Command("write the pages of docs/ that come from the code", _docs),
    "manage": Command("run one of Django's own commands", _manage),
}

if __name__ == "__main__":
    sys.exit(main())
