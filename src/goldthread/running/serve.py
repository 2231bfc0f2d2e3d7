"""The web server: one port of this machine, several processes, stopped by Ctrl-C."""

import gc
import multiprocessing
import os
import socket
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Any

from gunicorn.app.base import BaseApplication
from gunicorn.glogging import Logger

from goldthread.running import Trouble, logs

PORT = "PORT"
USUAL_PORT = 8000
MOST_PROCESSES = 4
THREADS = 4
SECONDS_TO_ANSWER = 300  # a load of many files from a page is one answer
SECONDS_TO_FINISH = 30  # what is being written when the server is told to stop is written, and answered
METRICS_FILES = "PROMETHEUS_MULTIPROC_DIR"
MADE_BETWEEN = 50_000, 10, 10  # objects that a page makes are mostly gone with it: looking for rings after every 700 takes a tenth of its time


def own_port() -> socket.socket:
    """The port to serve on, PORT or 8000, taken now so that nothing is started in vain."""
    given = os.environ.get(PORT) or str(USUAL_PORT)
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise Trouble(f"PORT={given} is not a port: use a number from 1 to 65535, such as PORT={USUAL_PORT}.")
    port = int(given)
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((os.environ.get("GOLDTHREAD_ADDRESS", "127.0.0.1"), port))
    except OSError as trouble:
        taken.close()
        raise Trouble(
            f"Port {port} is in use or not allowed: stop what uses it, or choose another with PORT={port + 1}."
        ) from trouble
    return taken


class _Told(Logger):
    """What the server itself has to tell, in the form of everything else: its own would tell addresses, which have references in them."""

    def setup(self, cfg: Any) -> None:
        super().setup(cfg)
        for handler in self.error_log.handlers:
            handler.setFormatter(logs.Lines())


def _process_ended(server: object, process: Any) -> None:
    """What only a living process counts no longer counts for one that is gone."""
    from prometheus_client import multiprocess

    multiprocess.mark_process_dead(process.pid)


def _begin_counting() -> None:
    """Numbers begin again with the server: files of processes that are gone would be added for ever."""
    if folder := os.environ.get(METRICS_FILES):
        for file in Path(folder).glob("*.db"):
            file.unlink(missing_ok=True)


class _Server(BaseApplication):
    """Gunicorn told in code what it is usually told on its command line."""

    def __init__(self, descriptor: int) -> None:
        self._descriptor = descriptor
        super().__init__()

    def load_config(self) -> None:
        options = {
            "bind": f"fd://{self._descriptor}",
            "workers": min(MOST_PROCESSES, multiprocessing.cpu_count()),
            "worker_class": "gthread",
            "threads": THREADS,
            "preload_app": True,
            "timeout": SECONDS_TO_ANSWER,
            "graceful_timeout": SECONDS_TO_FINISH,
            "loglevel": "warning",
            "logger_class": _Told,
            "control_socket_disable": True,
        }
        if os.environ.get(METRICS_FILES):
            options["child_exit"] = _process_ended
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., object]:
        from django.core.wsgi import get_wsgi_application
        from django.urls import get_resolver

        application = get_wsgi_application()
        get_resolver().check()  # loads every view once, before the processes part
        _set_aside()
        return application


def _set_aside() -> None:
    """What is loaded stays: it is neither looked through again for what nobody needs, nor copied into each process by that."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(*MADE_BETWEEN)


def run(taken: socket.socket) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns the exit status."""
    this_process = os.getpid()
    _begin_counting()
    try:
        _Server(taken.detach()).run()
    except SystemExit as end:
        status = end.code if isinstance(end.code, int) else 0
        if os.getpid() != this_process:
            os._exit(status)  # A worker process must not tidy up what belongs to the one it was forked from.
        return status
    return 0


def address(taken: socket.socket) -> str:
    host, port = taken.getsockname()
    return f"http://{host}:{port}/"


def welcome(address: str, logins: Iterable[tuple[str, str, str]]) -> str:
    """What the newcomer reads: the address, and one (role, user name, password) for each role."""
    rows = [("role", "user name", "password"), *logins]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    table = ["  " + "   ".join(map(str.ljust, row, widths)).rstrip() for row in rows]
    return "\n".join(["", f"Goldthread is at {address}", "", *table, "", "Ctrl-C stops it.", ""])
