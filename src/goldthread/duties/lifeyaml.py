"""The YAML of a life file: its text, its values still as they were written, and the refusal that names a line.

Everything is read as text, so that 29 February 2026 is a sentence and not a crash, and 20:00 is a time.
"""

import codecs
import sys
from pathlib import Path
from textwrap import shorten

import yaml

_LIMIT = 5_000_000
_MOST_VALUES = 200_000
_DEEPEST = 40
_NOT_SAID = {"", "~", "null", "none", "-", "n/a", "unknown", "not known", "ongoing"}
_UTF_16 = (codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)


class Unreadable(ValueError):
    """A life file that cannot be read; the message is one sentence that says what to do."""


def text_of(path: Path) -> str:
    """The text of a file, or of what is handed in where the path is '-'."""
    try:
        raw = sys.stdin.buffer.read(_LIMIT + 1) if str(path) == "-" else _bytes(path)
    except FileNotFoundError as error:
        raise Unreadable(f"There is no file {path}.") from error
    except IsADirectoryError as error:
        raise Unreadable(f"{path} is a folder: name one file.") from error
    except (OSError, ValueError) as error:
        raise Unreadable(f"{path} could not be read: {getattr(error, 'strerror', None) or error}.") from error
    if len(raw) > _LIMIT:
        raise Unreadable(f"{path.name} is larger than 5 MB: a small life is a page or two.")
    return _decoded(raw, path.name)


def _bytes(path: Path) -> bytes:
    with path.open("rb") as file:
        return file.read(_LIMIT + 1)


def _decoded(raw: bytes, name: str) -> str:
    coded = "utf-16" if raw.startswith(_UTF_16) else "utf-16-le" if raw[1:2] == b"\0" else "utf-8-sig"
    try:
        return raw.decode(coded).expandtabs(4)
    except UnicodeDecodeError as error:
        raise Unreadable(f"{name} is not written in UTF-8: save it again as UTF-8 text.") from error


def compose(text: str, name: str) -> yaml.Node:
    """The YAML of a text, every value still as it was written."""
    try:
        documents = list(yaml.compose_all(text, Loader=yaml.BaseLoader))
    except yaml.MarkedYAMLError as error:
        line = f" line {error.problem_mark.line + 1}" if error.problem_mark else ""
        raise Unreadable(f"{name}{line} is not YAML: {error.problem or 'it cannot be read'}.") from error
    except (yaml.YAMLError, RecursionError) as error:
        raise Unreadable(f"{name} is not YAML that can be read.") from error
    documents = [node for node in documents if not _blank(node)]
    if not documents:
        raise Unreadable(f"{name} is empty: write a person with words, as docs/why.md shows.")
    if len(documents) > 1:
        raise Unreadable(f"{name} is {len(documents)} documents divided by '---': write one, with a list of people.")
    _measure(documents[0], name)
    return documents[0]


def _blank(node: yaml.Node | None) -> bool:
    return node is None or (not isinstance(node, yaml.MappingNode) and not node.value)


def _measure(node: yaml.Node, name: str) -> None:
    """Visits every value as often as it is referred to: references that never end, or multiply, are refused."""
    left, seen = [(node, 0)], 0
    while left:
        node, depth = left.pop()
        seen += 1
        if seen > _MOST_VALUES or depth > _DEEPEST:
            raise Unreadable(f"{name} says too much, or refers to itself: a small life is a page or two.")
        for child in node.value if isinstance(node, yaml.CollectionNode) else []:
            left.extend((part, depth + 1) for part in (child if isinstance(child, tuple) else (child,)))


def pairs(node: yaml.MappingNode) -> list[tuple[yaml.Node, yaml.Node]]:
    """The names and values of a mapping; what it merges in with '<<' fills in what it does not say itself."""
    own = [(key, value) for key, value in node.value if key.value != "<<"]
    said = {str(key.value) for key, _ in own}
    for key, value in node.value:
        if key.value == "<<":
            for merged in value.value if isinstance(value, yaml.SequenceNode) else [value]:
                if not isinstance(merged, yaml.MappingNode):
                    raise wrong(value, "'<<' merges in a part that is written as 'name: value' lines")
                own += [pair for pair in pairs(merged) if str(pair[0].value) not in said]
    return own


def scalar(node: yaml.Node) -> str:
    """The text of a value; Unreadable when it is a list or more."""
    if not isinstance(node, yaml.ScalarNode):
        raise wrong(node, "one value is wanted here")
    return str(node.value).strip()


def given(node: yaml.Node) -> bool:
    """Whether a value says anything: 'null', '-' and 'unknown' do not."""
    return not isinstance(node, yaml.ScalarNode) or scalar(node).lower() not in _NOT_SAID


def each(node: yaml.Node) -> list[yaml.Node]:
    """The values of a list, or the one value."""
    return list(node.value) if isinstance(node, yaml.SequenceNode) else [node]


def wrong(node: yaml.Node, what: str) -> Unreadable:
    """The refusal of one line, as a sentence that names it."""
    what = shorten(what, 400, placeholder=" …") if " " in what[:400] else what[:400]
    return Unreadable(f"Line {line_of(node)}: {what}" + ("" if what.endswith("?") else "."))


def line_of(node: yaml.Node) -> int:
    """The line of the file a value stands on, from 1."""
    return node.start_mark.line + 1 if node.start_mark else 1
