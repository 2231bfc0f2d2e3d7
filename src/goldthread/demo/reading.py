"""The words of this room, kept in files that anybody can read and add to."""

from functools import cache
from importlib.resources import files
from typing import Any

import yaml


@cache
def read(name: str, folder: str = "words") -> Any:
    """What a YAML file of this room says."""
    return yaml.load((files("goldthread.demo") / folder / name).read_text("utf-8"), Loader=yaml.CSafeLoader)
