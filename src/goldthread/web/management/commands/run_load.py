"""`goldthread manage run_load NUMBER`: what the load page starts in the background."""

from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from goldthread.web import clockwork
from goldthread.web.loading.work import carry_out


class Command(BaseCommand):
    help = "Carry out a load that was asked for on a page."

    def add_arguments(self, parser: CommandParser) -> None:
        parser.add_argument("number", type=int)

    def handle(self, *args: Any, number: int, **options: Any) -> None:
        carry_out(number, clockwork.now)
