"""`goldthread manage run_settings NUMBER`: what the page of a setting starts in the background."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldthread.web import clockwork
from goldthread.web.settling.work import carry_out


class Command(BaseCommand):
    help = "Work children out again after a setting was changed on a page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int)

    def handle(self, *args: Any, number: int, **options: Any) -> None:
        carry_out(number, clockwork.now)
