"""The `goldthread` command. Each subcommand is handed to the room that owns it; the day and the moment enter here."""

import argparse
import importlib
import sys
from collections.abc import Callable
from datetime import UTC, datetime
from typing import NamedTuple

from goldthread.running import database, serve
from goldthread.running.postgres import DatabaseError

Arguments = list[str]


class Command(NamedTuple):
    """A subcommand: what it does, in words, and what does it."""

    help: str
    run: Callable[[Arguments], int | None]


def main(argv: Arguments | None = None) -> int:
    """Run one subcommand and return its exit status; trouble that somebody can mend is told in a sentence."""
    given = sys.argv[1:] if argv is None else argv
    parser = argparse.ArgumentParser(prog="goldthread", epilog="`goldthread COMMAND --help` tells more about one.")
    parser.add_argument("command", choices=COMMANDS, metavar="COMMAND", help=_listed())
    parser.formatter_class = argparse.RawTextHelpFormatter
    chosen = parser.parse_args(given[:1])
    try:
        return COMMANDS[chosen.command].run(given[1:]) or 0
    except (DatabaseError, serve.PortError) as trouble:
        return _say(str(trouble))
    except KeyboardInterrupt:
        return 130


def _listed() -> str:
    return "\n".join(f"{name:14}{command.help}" for name, command in COMMANDS.items())


def _say(sentence: str) -> int:
    print(sentence, file=sys.stderr)
    return 1


def _now() -> datetime:
    return datetime.now(UTC)


def _of_room(module: str) -> Callable[[Arguments], int | None]:
    """A subcommand that a room runs without the database: its `main(argv, now=…)`."""
    return lambda argv: importlib.import_module(f"goldthread.{module}").main(argv, now=_now())


def _with_record(module: str) -> Callable[[Arguments], int | None]:
    """A subcommand that a room runs on the database, brought up to date first."""

    def run(argv: Arguments) -> int | None:
        with database.in_use():
            _prepare()
            return _of_room(module)(argv)

    return run


def _django() -> None:
    import os

    import django

    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldthread.settings")
    django.setup()


def _prepare() -> None:
    """Set Django up and bring the database's tables up to date."""
    from django.core.management import call_command

    _django()
    call_command("migrate", interactive=False, verbosity=0)


def _migrate(argv: Arguments) -> None:
    with database.in_use():
        _prepare()


def _manage(argv: Arguments) -> None:
    from django.core.management import execute_from_command_line

    with database.in_use():
        _django()
        execute_from_command_line(["goldthread manage", *argv])


def _build_assets(argv: Arguments) -> None:
    from goldthread.web import assets

    assets.build()


def _serve(argv: Arguments) -> int:
    with serve.own_port() as port, database.in_use():
        _prepare()
        return serve.run(port)


def _demo(argv: Arguments) -> int:
    with serve.own_port() as port, database.in_use():
        _prepare()
        from goldthread.demo import command as city

        city.fill_if_empty(now=_now())
        print(serve.welcome(port, city.logins()), flush=True)
        return serve.run(port)


COMMANDS = {
    "demo": Command("serve a city that does not exist, made on the first run", _demo),
    "serve": Command("serve the pages on PORT (8000)", _serve),
    "load": Command("load statutory returns from files and folders", _with_record("exchange.command")),
    "city": Command("make a city that does not exist", _with_record("demo.command")),
    "why": Command("explain every duty of a small life written in YAML", _of_room("duties.why")),
    "migrate": Command("bring the database's tables up to date", _migrate),
    "build-assets": Command("compile the pages' styles and scripts", _build_assets),
    "manage": Command("run one of Django's own commands", _manage),
}

if __name__ == "__main__":
    sys.exit(main())
