"""The web server: one port of this machine, several processes, stopped by Ctrl-C."""

import multiprocessing
import os
import socket
from collections.abc import Callable, Iterable

from gunicorn.app.base import BaseApplication

from goldthread.running import Trouble

PORT = "PORT"
USUAL_PORT = 8000
MOST_PROCESSES = 4
THREADS = 4
SECONDS_TO_ANSWER = 300  # a load of many files from a page is one answer
SECONDS_TO_FINISH = 5


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
            "control_socket_disable": True,
        }
        for name, value in options.items():
            self.cfg.set(name, value)

    def load(self) -> Callable[..., object]:
        from django.core.wsgi import get_wsgi_application
        from django.urls import get_resolver

        application = get_wsgi_application()
        get_resolver().check()  # loads every view once, before the processes part
        return application


def run(taken: socket.socket) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns the exit status."""
    this_process = os.getpid()
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
