"""The web server: one port of this machine, several processes, stopped by Ctrl-C."""

import multiprocessing
import os
import socket
from collections.abc import Iterable

from gunicorn.app.base import BaseApplication

PORT = "PORT"
USUAL_PORT = 8000
MOST_PROCESSES = 4
THREADS = 4


class PortError(Exception):
    """The port cannot be had; the message says which, and what to do."""


def own_port() -> socket.socket:
    """The port to serve on, PORT or 8000, taken now so that nothing is started in vain."""
    given = os.environ.get(PORT) or str(USUAL_PORT)
    if not given.isdecimal() or not 0 < int(given) < 65536:
        raise PortError(f"PORT={given} is not a port: use a number from 1 to 65535, such as PORT={USUAL_PORT}.")
    port = int(given)
    taken = socket.socket(socket.AF_INET, socket.SOCK_STREAM)
    taken.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
    try:
        taken.bind((os.environ.get("GOLDTHREAD_ADDRESS", "127.0.0.1"), port))
    except OSError as trouble:
        taken.close()
        raise PortError(
            f"Port {port} is in use or not allowed: stop what uses it, or choose another with PORT={port + 1}."
        ) from trouble
    return taken


class _Server(BaseApplication):
    """Gunicorn told in code what it is usually told on its command line."""

    def __init__(self, taken: socket.socket) -> None:
        self._taken = taken
        super().__init__()

    def load_config(self) -> None:
        options = {
            "bind": f"fd://{self._taken.fileno()}",
            "workers": min(MOST_PROCESSES, multiprocessing.cpu_count()),
            "threads": THREADS,
            "preload_app": True,
            "timeout": 120,
            "graceful_timeout": 5,
            "loglevel": "warning",
            "control_socket_disable": True,
        }
        for name, value in options.items():
            if name in self.cfg.settings:
                self.cfg.set(name, value)

    def load(self):
        from django.core.wsgi import get_wsgi_application

        return get_wsgi_application()


def run(taken: socket.socket) -> int:
    """Serve until Ctrl-C or SIGTERM. Returns the exit status."""
    try:
        _Server(taken).run()
    except SystemExit as end:
        return int(end.code or 0)
    return 0


def welcome(taken: socket.socket, logins: Iterable[tuple[str, str, str]]) -> str:
    """What the newcomer reads: the address, and one (role, user name, password) for each role."""
    host, port = taken.getsockname()
    rows = [f"  {role:24}{name:24}{password}" for role, name, password in logins]
    heading = f"  {'role':24}{'user name':24}password"
    return "\n".join(["", f"Goldthread is at http://{host}:{port}/", "", heading, *rows, "", "Ctrl-C stops it.", ""])
