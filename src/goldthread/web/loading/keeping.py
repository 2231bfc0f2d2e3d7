"""Files sent from a page: kept under safe names in the home until they are loaded, then removed."""

import re
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path, PurePosixPath

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile

MOST_MEGABYTES = 500
MEGABYTE = 1024 * 1024
DEEPEST = 6
LONGEST_NAME = 80
MOST_BYTES = 240  # a file system takes 255 for one name
UNSAFE = re.compile(r"[^\w .,()&+@-]+")


class TooMuch(Exception):
    """The files cannot be taken. The message says why and what to do."""


def folder_of(number: int) -> Path:
    """Where the files of one load lie. Its name has no year in it that could be taken for the year of a return."""
    return Path(settings.MEDIA_ROOT) / f"load-{number:010d}"


def safe_path(name: str) -> PurePosixPath:
    """A file's name and its last few folders, from which nothing can climb out or hide."""
    parts = [UNSAFE.sub("_", part).strip(" .") for part in re.split(r"[/\\]", name)]
    kept = [_short(part).lstrip(" .") for part in parts if part.strip("_")]
    return PurePosixPath(*kept[-DEEPEST:]) if kept else PurePosixPath("file")


def _short(part: str) -> str:
    return part[-LONGEST_NAME:].encode()[-MOST_BYTES:].decode(errors="ignore")


def check_size(files: Iterable[UploadedFile]) -> None:
    """Raise TooMuch where the files together are larger than a page takes, or than there is room for."""
    size = sum(file.size or 0 for file in files)
    if size > MOST_MEGABYTES * MEGABYTE:
        raise TooMuch(
            f"The files together are {size // MEGABYTE:,} MB. A page takes {MOST_MEGABYTES} MB at once: send them in parts, "
            "or let somebody with access to the server load them with the command goldthread load."
        )
    if size * 2 > shutil.disk_usage(settings.MEDIA_ROOT).free:
        raise TooMuch("There is not enough room on the server for these files. Tell whoever looks after it. Nothing was loaded.")


def keep(number: int, files: Sequence[tuple[UploadedFile, str]]) -> list[str]:
    """Write (file, the path it had) into the folder of a load; the names they are kept under, as a person knows them."""
    folder, names = folder_of(number), []
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    for file, path in files:
        wanted = safe_path(path)
        place = _free_place(folder, wanted)
        place.parent.mkdir(parents=True, exist_ok=True)
        with place.open("xb") as kept:
            for chunk in file.chunks():
                kept.write(chunk)
        names.append(str(place.relative_to(folder)))
    return names


def _free_place(folder: Path, wanted: PurePosixPath) -> Path:
    place, again = folder / wanted, 1
    while place.exists() or any(above.is_file() for above in place.parents):
        again += 1
        place = folder / f"another {again}" / wanted
    return place


def remove(number: int) -> None:
    shutil.rmtree(folder_of(number), ignore_errors=True)
