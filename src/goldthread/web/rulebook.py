"""The rule book as pages: every duty, found by words, family, force and day, printed from the rules themselves."""

from dataclasses import dataclass
from datetime import date

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from goldthread.clock.reading import NotADay, read_day
from goldthread.duties import DEFAULTS, Settings
from goldthread.duties.book import told
from goldthread.duties.ladders import Ladder
from goldthread.duties.rules import FAMILIES, NOT_DUTIES, RULES, SERVICE_FAMILIES, SERVICE_RULES, STATISTICS
from goldthread.duties.sentence import account
from goldthread.duties.shape import Duty, law_of
from goldthread.duties.timeline import course
from goldthread.law.instruments import Force
from goldthread.people.models import Worker
from goldthread.record.limits import LIMITS, Limit
from goldthread.record.local.inforce import in_force
from goldthread.web import clockwork, rulecounts, wording
from goldthread.web.pictures.course import course_picture
from goldthread.web.rulecounts import Tallied
from goldthread.web.settling.things import number

STATISTICS_ONLY = "Counted by statistics only"
CHAPTERS: dict[str, tuple[Duty, ...]] = {**FAMILIES, **SERVICE_FAMILIES, STATISTICS_ONLY: STATISTICS}
FORMS = ("once", "repeat", "standing", "at a date", "before an event", "answer")


@dataclass(frozen=True, slots=True)
class Asked:
    """What somebody looks for: words, and what the rule must be."""

    words: str = ""
    family: str = ""
    force: str = ""
    form: str = ""
    local: bool = False
    check: bool = False
    day: date | None = None
    day_text: str = ""

    @property
    def anything(self) -> bool:
        return any((self.words, self.family, self.force, self.form, self.local, self.check, self.day))


@dataclass(frozen=True, slots=True)
class Rule:
    """One version of a duty in words, with its picture; `kept` says so where it is not kept here."""

    code: str
    anchor: str
    href: str
    title: str
    sentence: str
    more: tuple[str, ...]
    owner: str
    source: str
    force: str
    dates: str
    form: str
    check: str
    late: str
    picture: str
    numbers: tuple[tuple[str, str, str], ...]
    kept: str
    counts: tuple[Tallied, ...] = ()


@dataclass(frozen=True, slots=True)
class Chapter:
    """Rules of one kind of work."""

    heading: str
    rules: tuple[Rule, ...]


def counted(request: HttpRequest) -> HttpResponse:
    """How duties are counted: all of them, or those that were asked for."""
    today, asked, settings = _today(request), read(request), _settings(request)
    found = {family: [duty for duty in duties if fits(duty, family, asked)] for family, duties in CHAPTERS.items()}
    chapters = [Chapter(family, tuple(_rule(duty, today, settings) for duty in duties)) for family, duties in found.items() if duties]
    context = {
        "chapters": chapters, "asked": asked, "shown": sum(len(c.rules) for c in chapters), "families": [f for f, d in CHAPTERS.items() if d],
        "limits": [(limit.code, limit.says, str(limit.law), limit.do) for limit in LIMITS if _limits(limit, asked)],
        "forces": [force.value for force in Force], "forms": FORMS, "number": len(RULES), "service_number": len(SERVICE_RULES), "not_duties": NOT_DUTIES,
    }  # fmt: skip
    return render(request, "goldthread/about/rules.html", context)


def one(request: HttpRequest, code: str) -> HttpResponse:
    """Every version of one duty, with its picture, its examples, and how many children it is owed to today."""
    duties = [duty for rules in CHAPTERS.values() for duty in rules if code in duty.codes]
    if not duties:
        raise Http404
    today, settings, counts = _today(request), _settings(request), _counts(request, duties[-1])
    rules = [_rule(duty, today, settings, counts if duty is duties[-1] else ()) for duty in reversed(duties)]
    family = next(family for family, found in CHAPTERS.items() if duties[0] in found)
    request.here = "counted"
    context = {"rules": rules, "code": code, "family": family, "title": duties[-1].says, "examples": told({code for duty in duties for code in duty.codes})}
    return render(request, "goldthread/about/rule.html", context)


def _today(request: HttpRequest) -> date:
    return wording.as_day(getattr(request, "now", None) or clockwork.now())


def _settings(request: HttpRequest) -> Settings:
    """What is settled here, for those who work here; for everybody else what is usual, since what one authority chose is its own to publish."""
    return in_force() if request.user.is_authenticated else DEFAULTS


def _counts(request: HttpRequest, duty: Duty) -> tuple[Tallied, ...]:
    worker = request.user
    if not isinstance(worker, Worker) or duty not in RULES:
        return ()
    return rulecounts.counts(worker, request.now, duty)


def read(request: HttpRequest) -> Asked:
    """What the address asks for. A day that cannot be read asks for nothing, and stays in its box."""
    said = request.GET
    text = said.get("day", "").strip()
    try:
        day = read_day(text) if text else None
    except NotADay:
        day = None
    family, force, form = (said.get(name, "") for name in ("family", "force", "form"))
    return Asked(said.get("words", "").strip(), family, force, form, bool(said.get("local")), bool(said.get("check")), day, text)


def fits(duty: Duty, family: str, asked: Asked) -> bool:
    """Whether a duty is one of those asked for."""
    in_force = asked.day is None or duty.since <= asked.day <= (duty.up_to or date.max)
    wanted = (not asked.family or asked.family == family, not asked.force or duty.force.value == asked.force, not asked.form or duty.form == asked.form)
    return in_force and all(wanted) and (not asked.local or duty.is_local) and (not asked.check or bool(check_of(duty))) and _says(duty, asked.words)


def _limits(limit: Limit, asked: Asked) -> bool:
    """A limit is looked for by words alone: it has neither a family nor a form."""
    text = f"{limit.code} {limit.says} {limit.law} {limit.do}".lower()
    return all(word in text for word in asked.words.lower().split()) and asked == Asked(words=asked.words)


def _says(duty: Duty, words: str) -> bool:
    """Whether all the words stand in its code, sentence, law or owner."""
    if not words:
        return True
    text = " ".join([*duty.codes, *account(duty), *(str(law_of(duty, code)) for code in duty.codes), str(duty.owner)]).lower()
    return all(word in text for word in words.lower().split())


def anchor(duty: Duty) -> str:
    """The id under which a rule stands on the page."""
    return f"{duty.code}-{duty.since.year}" if duty.up_to else duty.code


def source_words(duty: Duty) -> str:
    """Where a duty comes from, in a few words: 'Law: …', 'Guidance: …' or 'Local standard'."""
    named = {Force.STATUTE: f"Law: {duty.law}", Force.LOCAL: "Local standard"}
    return named.get(duty.law.instrument.force, str(duty.law))


def check_of(duty: Duty) -> str:
    return duty.law.check or duty.law.instrument.check


def _rule(duty: Duty, today: date, settings: Settings, counts: tuple[Tallied, ...] = ()) -> Rule:
    sentence, *more = account(duty)
    name = f"course-{anchor(duty)}-{duty.since:%Y%m%d}"
    return Rule(
        code=", ".join(duty.codes), anchor=anchor(duty), href=reverse("rule", args=[duty.codes[0]]), title=duty.says, sentence=sentence, more=tuple(more),
        owner=str(duty.owner), source=", ".join(dict.fromkeys(str(law_of(duty, code)) for code in duty.codes)), force=duty.force.value, dates=_dates(duty),
        form=duty.form, check=check_of(duty), late=_late(duty.climbs), picture=course_picture(course(duty), name), numbers=_numbers(duty, settings, today),
        kept=_kept(duty, settings, today), counts=counts,
    )  # fmt: skip


def _dates(duty: Duty) -> str:
    if duty.up_to:
        return f"{wording.plain_day(duty.since)} to {wording.plain_day(duty.up_to)}"
    return f"since {wording.plain_day(duty.since)}"


def _late(ladder: Ladder) -> str:
    told = "; ".join(map(str, ladder.rungs))
    return f"{told[:1].upper()}{told[1:]}." if told else ""


def _numbers(duty: Duty, settings: Settings, today: date) -> tuple[tuple[str, str, str], ...]:
    """(name, '10 working days today', address) of each local number; what is usual has no address, as nobody reads the settings unsigned."""
    if settings is DEFAULTS:
        return tuple((n.name, f"usually {n.usual}", "") for n in duty.locals)
    found = ((n.name, next(span for since, span in settings.versions(n) if since <= today)) for n in duty.locals)
    return tuple((name, f"{span} today", number(name).href) for name, span in found)


def _kept(duty: Duty, settings: Settings, today: date) -> str:
    since = settings.kept_from(duty.code)
    if since <= today:
        return ""
    return "Not kept here" if since == date.max else f"Not kept here until {wording.plain_day(since)}"
