"""The home folder: the embedded database, uploads, logs and the secret key of one copy of Goldthread."""

import os
import secrets
from pathlib import Path

from goldthread.running import Trouble

HOME_MODE = 0o711  # the database's own system user must pass through; each folder inside is private
PRIVATE_MODE = 0o700


def project_folder() -> Path:
    """The folder that holds pyproject.toml when run from a clone, otherwise the folder we stand in."""
    above_source = Path(__file__).resolve().parents[3]
    return above_source if (above_source / "pyproject.toml").exists() else Path.cwd()


def home() -> Path:
    """GOLDTHREAD_HOME, or `.goldthread` in the project's folder. Made where it is missing."""
    chosen = os.environ.get("GOLDTHREAD_HOME")
    folder = Path(chosen).expanduser().resolve() if chosen else project_folder() / ".goldthread"
    try:
        if not folder.exists():
            folder.mkdir(parents=True, exist_ok=True)
            folder.chmod(HOME_MODE)
    except OSError as trouble:
        raise Trouble(
            f"The folder {folder} cannot be made ({trouble.strerror}): choose another with GOLDTHREAD_HOME=…"
        ) from trouble
    return folder


def private_folder(name: str) -> Path:
    """A folder in the home that only its owner may open, such as `uploads` or `logs`."""
    folder = home() / name
    folder.mkdir(mode=PRIVATE_MODE, exist_ok=True)
    return folder


def secret_key() -> str:
    """SECRET_KEY of the environment, or this copy's own, drawn once and kept in the home."""
    if given := os.environ.get("SECRET_KEY"):
        return given
    file = home() / "secret_key"
    if not file.exists():
        _write_once(file, secrets.token_urlsafe(50))
    return file.read_text().strip()


def _write_once(file: Path, text: str) -> None:
    """Write the whole text or nothing, also when two processes start together: the first one wins."""
    draft = file.with_name(f"{file.name}.{os.getpid()}")
    draft.touch(mode=0o600)
    draft.write_text(text)
    try:
        os.link(draft, file)
    except FileExistsError:
        pass
    finally:
        draft.unlink()
