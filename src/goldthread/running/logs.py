"""What the program says of itself while it runs: one line each, for whoever looks after the machine, and nothing about anybody.

GOLDTHREAD_LOG=json writes a JSON object a line, plain a short sentence; full, for development alone, writes what an error said too.
Of an error only its type and the places in our own code are told: its words could hold a child's name.
"""

import json
import logging
import os
import time
import traceback
from pathlib import Path
from types import TracebackType
from typing import Any

LOG = "GOLDTHREAD_LOG"
JSON, PLAIN, FULL = "json", "plain", "full"
OURS = "goldthread"
PACKAGE = Path(__file__).resolve().parents[1]
MARK = "mark"  # what a request is called in every line about it: an attribute of the request that comes with a record


def kind() -> str:
    """What the environment asks for; plain where it asks for nothing that there is."""
    asked = os.environ.get(LOG, PLAIN)
    return asked if asked in (JSON, PLAIN, FULL) else PLAIN


def line(record: logging.LogRecord) -> dict[str, Any]:
    """What may be told of a record. Arguments are never told: they are where references and parameters are."""
    told: dict[str, Any] = {"at": _moment(record.created), "level": record.levelname.lower(), "from": record.name}
    if mark := getattr(getattr(record, "request", None), MARK, ""):
        told["request"] = mark
    if record.name.split(".")[0] == OURS or record.args:  # words of others without arguments may have been put together with them
        told["says"] = str(record.msg)
    told |= getattr(record, "told", {})
    if record.exc_info and record.exc_info[1] is not None:
        told |= {"error": types(record.exc_info[1]), "in": places(record.exc_info[2])}
    return told


def types(error: BaseException | None) -> list[str]:
    """The types of an error and of what caused it, outermost first; of the database's errors their five letters too."""
    found = []
    while error is not None and len(found) < 6:
        letters = getattr(error, "sqlstate", None)
        found.append(f"{type(error).__module__}.{type(error).__qualname__}" + (f" {letters}" if letters else ""))
        error = error.__cause__ or error.__context__
    return found


def places(trace: TracebackType | None) -> list[str]:
    """Where in our own code it happened: file, line and function, the innermost last."""
    frames = traceback.extract_tb(trace)
    ours = [(Path(frame.filename), frame.lineno, frame.name) for frame in frames if PACKAGE in Path(frame.filename).parents]
    return [f"{path.relative_to(PACKAGE)}:{number} {name}" for path, number, name in ours]


def _moment(seconds: float) -> str:
    return time.strftime("%Y-%m-%dT%H:%M:%S", time.gmtime(seconds)) + f".{int(seconds % 1 * 1000):03}Z"


class Lines(logging.Formatter):
    """Formats a record in the way the environment asks for."""

    def format(self, record: logging.LogRecord) -> str:
        if kind() == FULL:
            return super().format(record)
        told = line(record)
        if kind() == JSON:
            return json.dumps(told, ensure_ascii=False)
        return " ".join(f"{value}" if name in ("at", "level", "from") else f"{name}={value}" for name, value in told.items())


def configuration() -> dict[str, Any]:
    """For logging.config: everything goes to standard error; each page asked for is told in JSON only."""
    pages = "INFO" if kind() == JSON else "WARNING"
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "formatters": {"lines": {"()": "goldthread.running.logs.Lines"}},
        "handlers": {"console": {"class": "logging.StreamHandler", "formatter": "lines"}},
        "root": {"handlers": ["console"], "level": "WARNING"},
        "loggers": {
            "django": {"handlers": ["console"], "level": "ERROR", "propagate": False},
            "goldthread.pages": {"handlers": ["console"], "level": pages, "propagate": False},
        },
    }
