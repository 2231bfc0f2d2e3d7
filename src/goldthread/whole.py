"""Whether the whole record stands as it was written: for a restore, and after a crash."""

from typing import Any

Heads = dict[str, list[Any]]
"""By chain of the audit: the place of its last line, and that line's hash in hexadecimal."""


def audit_heads(connection: Any) -> Heads | None:
    """Where the audit ends, to be kept elsewhere; None where this version keeps none."""
    trail = _trail()
    if trail is None:
        return None
    return {str(chain): [head.place, head.hash.hex()] for chain, head in trail.verify(connection).heads.items()}


def broken_chain(connection: Any, heads: Heads | None = None) -> str:
    """The first broken line of the audit in words; "" where it is whole, or where this version keeps none."""
    trail = _trail()
    if trail is None:
        return ""
    outside = {int(chain): trail.Head(place, bytes.fromhex(link)) for chain, (place, link) in (heads or {}).items()}
    found = trail.verify(connection, outside)
    return "" if found.whole else found.broken[0].words


def _trail() -> Any:
    try:
        from goldthread.record.trail import verify
    except ModuleNotFoundError as missing:
        if missing.name not in ("goldthread.record.trail", "goldthread.record.trail.verify"):
            raise
        return None
    return verify
