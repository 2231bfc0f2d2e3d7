"""An authority's settings as a file says them: the 'name: value' lines of a life file (docs/why.md), and `kept` beside them.

`kept` names duties with the day from which this record keeps them, or null for those it does not keep.
"""

import json
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import yaml

from goldthread.clock.calendars import SchoolDays
from goldthread.clock.reading import NotADay, read_day
from goldthread.duties.lifesettings import settings as read_settings
from goldthread.duties.lifeyaml import Unreadable, compose
from goldthread.duties.replay.events import Refused
from goldthread.duties.rules import CODES
from goldthread.duties.settings import DEFAULTS, Kept, Settings

_ALWAYS = date(1900, 1, 1)  # before any day that a file may hold


def said(settings: Settings) -> dict[str, Any]:
    """Settings as a manifest writes them: only what differs from the usual."""
    numbers: dict[str, Any] = {}
    for chosen in settings.chosen:
        numbers.setdefault(chosen.name, {})[max(chosen.since, _ALWAYS).isoformat()] = str(chosen.span)
    policies = {
        "when it changes": settings.when_it_changes,
        "day of receipt": settings.receipt,
        "not exceeding": settings.not_exceeding,
        "leap day": settings.leap_day,
    }
    usual = {DEFAULTS.when_it_changes, DEFAULTS.receipt, DEFAULTS.not_exceeding, DEFAULTS.leap_day}
    terms = settings.school.terms if isinstance(settings.school, SchoolDays) else ()
    found = numbers | {name: policy.value for name, policy in policies.items() if policy not in usual}
    if terms:
        found["school terms"] = [[term.first.isoformat(), term.last.isoformat()] for term in terms]
    if settings.kept:
        found["kept"] = {kept.code: kept.since.isoformat() if kept.since else None for kept in settings.kept}
    return found


def settings_of(found: dict[str, Any], where: str) -> Settings:
    """The settings that `said` wrote. Refused, naming `where`, when they are none."""
    kept = found.get("kept") or {}
    others = {name: value for name, value in found.items() if name != "kept"}
    try:
        read = read_settings(compose(json.dumps(others, ensure_ascii=False), where)) if others else DEFAULTS
        return _with_kept(read, dict(kept))
    except (Unreadable, NotADay, TypeError, ValueError) as error:
        raise Refused(f"The settings in {where} cannot be used: {error}") from error


def settings_in(file: Path) -> Settings:
    """The settings in a file of 'name: value' lines, by themselves or under `settings:` as in a life file."""
    try:
        node = compose(file.read_text(encoding="utf-8"), file.name)
        pairs = node.value if isinstance(node, yaml.MappingNode) else []
        inner = next((value for key, value in pairs if key.value == "settings"), node)
        found = yaml.load(yaml.serialize(inner), Loader=yaml.BaseLoader)
        if not isinstance(found, dict):
            raise Refused(f"{file} holds no settings: write them as 'name: value' lines, as docs/why.md shows.")
        return settings_of(found, str(file))
    except Unreadable as error:
        raise Refused(f"{file} cannot be used: {error}") from error
    except (OSError, ValueError) as error:
        reason = getattr(error, "strerror", None) or "it is not text"
        raise Refused(f"{file} cannot be read: {reason}. Name a file of 'name: value' lines.") from error


def _with_kept(settings: Settings, kept: dict[str, Any]) -> Settings:
    if unknown := [code for code in kept if code not in CODES]:
        raise ValueError(f"there is no duty {unknown[0]}. docs/rules.md lists them.")
    days = {code: read_day(str(since)) if since not in (None, "", "null") else None for code, since in kept.items()}
    return replace(settings, kept=tuple(Kept(code, since) for code, since in days.items()))
