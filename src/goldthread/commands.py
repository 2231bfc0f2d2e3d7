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
    signal.signal(signal.SIGINT, signal.default_int_handler)  # also when started in the background, where it is ignored
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))  # tidied up like Ctrl-C
    try:
        return COMMANDS[name].run(given[1:]) or 0
    except Trouble as trouble:
        return _say(str(trouble))
    except KeyboardInterrupt:
        return 130


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
        call_command("createcachetable", verbosity=0)
        _work_out_again()
        if pages:
            call_command("collectstatic", interactive=False, verbosity=0)


def _work_out_again() -> None:
    from goldthread.record import fresh

    if people := fresh.bring_up_to_date(_now()):
        print(f"The rules have changed: what is owed to {people} people was worked out again.", file=sys.stderr)


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


def _serve(argv: Arguments) -> int:
    from goldthread.running import database, serve

    with serve.own_port() as port, database.in_use():
        _prepare(pages=True)
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


def _serve_pages(port: socket.socket) -> int:
    """Each process of the server opens its own connections: none may be open when it forks."""
    from django.db import connections

    from goldthread.running import serve

    for connection in connections.all():
        connection.close()
        connection.close_pool()
    return serve.run(port)


COMMANDS = {
    "demo": Command("serve a city that does not exist, made on the first run", _demo),
    "serve": Command("serve the pages on PORT (8000)", _serve),
    "load": Command("load statutory returns from files and folders", _with_record("exchange.command")),
    "load-published": Command("keep published lists to compare with", _with_record("inspection.neighbours")),
    "annex-a": Command("write Ofsted's Annex A workbook for an inspection day", _with_record("exchange.annex_a_out.command")),
    "city": Command("make a city that does not exist", _with_record("demo.command")),
    "demo-report": Command("write that city's inspection report (PDF)", lambda argv: _room("demo.report", argv)),
    "read-report": Command("read inspection reports (PDF) and say what is in them", lambda argv: _room("inspection.read_command", argv)),
    "measures": Command("count the measures, or write their facts to files", _measures),
    "why": Command("explain every duty of a small life written in YAML", _why),
    "migrate": Command("bring the database's tables up to date", _migrate),
    "build-assets": Command("compile the pages' styles and scripts", _build_assets),
    "docs": Command("write the pages of docs/ that come from the code", _docs),
    "manage": Command("run one of Django's own commands", _manage),
}

if __name__ == "__main__":
    sys.exit(main())
