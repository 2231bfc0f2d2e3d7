"""Reading what is typed on a form: every answer may be missing, and what cannot be read stays as it is and is pointed out."""

import re
from collections.abc import Container
from datetime import date, datetime, time, timedelta

from django.http import QueryDict

from goldthread.clock.times import LONDON, day_of
from goldthread.web import wording
from goldthread.web.child.known import MONTHS, read_day
from goldthread.web.parts import Pick, Picks, Problem

OTHER = "other"
YES_NO = {"yes": True, "no": False}
CLOCK = re.compile(r"(?:at |about |around )*(\d{1,2})(?:[:.h ]?(\d{2}))?\s*([ap])?\.?(?:m\.?)?", re.IGNORECASE)
NOON = {"noon": time(12), "midday": time(12), "midnight": time(0)}


class Answers:
    """The words on a form. `problems` fill as they are read."""

    def __init__(self, words: QueryDict, now: datetime):
        self.words, self.now, self.problems = words, now, []

    @property
    def today(self) -> date:
        return day_of(self.now)

    def text(self, name: str) -> str:
        """What was typed, without the blanks around it; "" for nothing. Every line break is a plain one."""
        return self.words.get(name, "").replace("\r\n", "\n").replace("\0", "").strip()

    def line(self, name: str, most: int, question: str) -> str:
        """A line that must not be longer than `most` letters."""
        found = " ".join(self.text(name).split())
        if len(found) > most:
            self.trouble(f"{question}: use {most} letters or fewer here. You have used {len(found)}.", name)
        return found[:most]

    def yes_no(self, name: str) -> bool | None:
        return YES_NO.get(self.words.get(name, ""))

    def choice(self, name: str, codes: Container[str]) -> str:
        found = self.words.get(name, "")
        return found if found in codes else ""

    def all(self, name: str) -> list[str]:
        return [v.strip().replace("\0", "") for v in self.words.getlist(name) if v.strip()]

    def day(self, name: str, ahead: bool = False) -> date | None:
        """A day from ready-made ones or as typed in `NAME_other`. None where nothing was said or it cannot be read."""
        picked, typed = self.words.get(name, ""), self.text(f"{name}_other")
        if picked not in ("", OTHER):
            return self._read(picked, name, ahead)
        return self._read(typed, f"{name}_other", ahead) if typed else None

    def _read(self, text: str, field: str, ahead: bool) -> date | None:
        found = day_from(text, self.today, ahead)
        if found is None:
            self.trouble(f"“{text}” is not a day we can read. Write it as 12 November or 12/11/2026.", field)
        elif not ahead and found > self.today:
            self.trouble(f"{wording.full_day(found)} is still to come. Say on which day it happened.", field)
            return None
        return found

    def time(self, name: str) -> time | None:
        """A time of day as people write it."""
        typed = self.text(name)
        found = time_from(typed)
        if typed and found is None:
            self.trouble(f"“{typed}” is not a time we can read. Write it as 4:15pm or 16:15.", name)
        return found

    def moment(self, day: date | None, name: str) -> datetime | None:
        """The moment on a day, if a time was given. A moment still to come is pointed out."""
        found = self.time(name)
        if day is None or found is None:
            return None
        moment = datetime.combine(day, found, LONDON)
        if moment > self.now:
            self.trouble(f"{wording.clock_time(moment)} is still to come. Say at what time it happened.", name)
            return None
        return moment

    def trouble(self, sentence: str, field: str) -> None:
        self.problems.append(Problem(sentence, field))


def day_from(text: str, today: date, ahead: bool = False) -> date | None:
    """A day as people write it; one without a year is the nearest before today, or with `ahead` the nearest after."""
    near = {"today": 0, "yesterday": -1, "tomorrow": 1}.get(text.strip().lower())
    if near is not None:
        return today + timedelta(days=near)
    bare = re.sub(r"^(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\.?,?\s+", "", text.strip(), flags=re.IGNORECASE)
    bare = re.sub(r"(?<=\d)(?:st|nd|rd|th)\b", "", bare)
    return read_day(bare) or _without_year(bare, today, ahead)


def _without_year(text: str, today: date, ahead: bool) -> date | None:
    found = re.fullmatch(r"(\d{1,2})[\s./-]+(\d{1,2}|[a-z]{3,9})", text, re.IGNORECASE)
    if not found or (found[2].isalpha() and found[2][:3].lower() not in MONTHS):
        return None
    years = (today.year, today.year + 1) if ahead else (today.year, today.year - 1)
    days = filter(None, (read_day(f"{found[1]} {found[2]} {year}") for year in years))
    return next((day for day in days if (day >= today if ahead else day <= today)), None)


def time_from(text: str) -> time | None:
    """A time of day: 4:15pm, 16.15, 4pm, 1615, noon. None where it is no time."""
    plain = text.strip().lower()
    found = CLOCK.fullmatch(plain)
    if plain in NOON or not found:
        return NOON.get(plain)
    hour, minute = int(found[1]), int(found[2] or 0)
    if found[3]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + (12 if found[3] == "p" else 0)
    return time(hour, minute) if hour < 24 and minute < 60 else None


def day_picks(answers: Answers, name: str, legend: str, days: list[tuple[date, str]], *, first: bool = False, small: bool = False) -> Picks:
    """Ready-made days with the day itself, and another. With `first`, the first is chosen where nothing was."""
    picked = answers.words.get(name, "")
    values = [day.isoformat() for day, _ in days]
    if picked not in (*values, OTHER, ""):
        picked = OTHER  # it was ready-made when this was begun; its words stand in the box beside
    if not picked and first and not answers.text(f"{name}_other"):
        picked = values[0]
    write = wording.short_day
    choices = [Pick(day.isoformat(), label, write(day, answers.today), day.isoformat() == picked) for day, label in days]
    return Picks(name, legend, (*choices, Pick(OTHER, "Another day", "choose", picked == OTHER)), small=small)


def typed_day(answers: Answers, name: str, days: list[tuple[date, str]]) -> str:
    """What stands in the box for another day: what was typed, or a ready-made day that is ready-made no longer."""
    picked = answers.words.get(name, "")
    typed = answers.words.get(f"{name}_other", "")
    if typed or picked in ("", OTHER, *(day.isoformat() for day, _ in days)):
        return typed
    kept = read_day(picked)
    return wording.full_day(kept) if kept else picked


def yes_no_picks(answers: Answers, name: str, legend: str) -> Picks:
    given = answers.words.get(name, "")
    return Picks(name, legend, (Pick("yes", "Yes", "", given == "yes"), Pick("no", "No", "", given == "no")), small=True)


def choice_picks(answers: Answers, name: str, legend: str, choices: list[tuple[str, str, str]], **more: bool) -> Picks:
    """One out of several (value, label, small words)."""
    given = answers.words.get(name, "")
    return Picks(name, legend, tuple(Pick(v, label, small, v == given) for v, label, small in choices), **more)


def tick_picks(answers: Answers, name: str, legend: str, choices: list[tuple[str, str, str]], **more: bool) -> Picks:
    """Any number out of several (value, label, small words)."""
    given = answers.words.getlist(name)
    return Picks(name, legend, tuple(Pick(v, label, small, v in given) for v, label, small in choices), kind="checkbox", **more)
