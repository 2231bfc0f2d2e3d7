"""The rules as rows: the normal forms laid out in small tables that the text of the engine joins."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from goldthread.clock.ages import weeks_of_pregnancy
from goldthread.clock.calendars import Calendar, working_days_in_england
from goldthread.clock.counting import Tables
from goldthread.clock.spans import Span, Unit
from goldthread.duties import words as w
from goldthread.duties.lower import Fits, NormalForm, Timed, lower
from goldthread.duties.settings import DEFAULTS
from goldthread.duties.shape import Aged, Beyond, Duty, Eligible, Stage
from goldthread.duties.sql.columns import COLUMNS
from goldthread.duties.sql.steps import INF, number_of
from goldthread.duties.words import Episode

Row = tuple[Any, ...]

_DATES = (w.born.name, w.expected.name, w.died.name)


@dataclass(slots=True)
class Book:
    """The rules as rows of `COLUMNS`, with the spans that calendars are asked for by their number."""

    forms: Sequence[NormalForm]
    rows: dict[str, list[Row]] = field(default_factory=lambda: {table: [] for table in COLUMNS})
    spans: list[Tables] = field(default_factory=list)
    counted: dict[tuple[Span, int, int], int] = field(default_factory=dict)
    backs: list[Span] = field(default_factory=list)
    words: dict[str, int] = field(default_factory=dict)
    episodes: dict[str, int] = field(default_factory=dict)

    @property
    def expiry(self) -> bool:
        return any(form.expiry for form in self.forms)

    @property
    def working(self) -> Calendar:
        """The working days, as they were known."""
        return self.forms[0].working

    def add(self, table: str, rows: Iterable[Row]) -> None:
        self.rows[table].extend(rows)

    def span(self, tables: Tables) -> int:
        """The number of a span: the same for all rules that count the same, so that its days are laid out once."""
        number = self.counted.setdefault(tables.counts, len(self.spans))
        if number == len(self.spans):
            self.spans.append(tables)
        return number

    def back(self, span: Span) -> int:
        if span not in self.backs:
            self.backs.append(span)
        return self.backs.index(span)

    def has(self, table: str) -> bool:
        return bool(self.rows[table])

    def said(self, column: str, table: str = "gt_rules") -> list[Any]:
        """What stands in a column, row by row."""
        place = [named.split()[0] for named in COLUMNS[table].split(",")].index(column)
        return [row[place] for row in self.rows[table]]

    def some(self, column: str, table: str = "gt_rules") -> bool:
        """Whether a row says anything in a column."""
        return any(value is not None and value is not False for value in self.said(column, table))


def book(forms: Sequence[NormalForm]) -> Book:
    """Normal forms, all under the same settings and calendar, as rows."""
    made = Book(forms)
    _number(made)
    for rule, form in enumerate(forms):
        made.add("gt_rules", [_rule(made, rule, form)])
        _stages(made, rule, form)
        _openings(made, rule, form)
        _closings(made, rule, form)
        _steps(made, rule, form)
    made.add("gt_ages", ((age,) for age in sorted(set(_ages(made)))))
    return made


def _number(made: Book) -> None:
    """Words are numbered in their own order, which is how the reference breaks ties between them."""
    names = sorted({*_DATES, *(name for form in made.forms for name in _words_of(form))})
    made.words.update((name, n) for n, name in enumerate(names))
    episodes = sorted({name for form in made.forms for name in _episodes_of(form)})
    made.episodes.update((name, n) for n, name in enumerate(episodes))
    written = {name for form in made.forms if form.duty.recording_meets for name in _opening_words(form)}
    made.add("gt_words", ((n, name, name in _DATES, name in written) for name, n in made.words.items()))
    for name, n in made.episodes.items():
        made.add("gt_episode_words", ((made.words[f"{name}.{end}"], n, end == "begins") for end in ("begins", "ends")))


def words_of(duty: Duty) -> set[str]:
    """Every word that a duty reads."""
    return _words_of(lower(duty, DEFAULTS, working_days_in_england()))


def _words_of(form: NormalForm) -> set[str]:
    """Every word that a rule reads: those it names, and both words of every episode it names."""
    names = {*form.starters, *form.needs, *form.unsure, *form.ends, *form.closed_by, *form.before, *form.dated}
    names |= {opens.word for opens in form.opens}
    names |= {word for step in form.intervals if step.fits is not Fits.WHILE for word in step.words}
    names |= {form.carry.word.name} if form.carry else set()
    return names | {f"{name}.{end}" for name in _episodes_of(form) for end in ("begins", "ends")}


def _opening_words(form: NormalForm) -> set[str]:
    """Every word by which an opening may be said: those that open, and the ends of what it holds during and rests in."""
    episodes = _episodes_of(form) if form.at_start or form.relation else set()
    return {opens.word for opens in form.opens} | {f"{name}.{end}" for name in episodes for end in ("begins", "ends")}


def _episodes_of(form: NormalForm) -> set[str]:
    """Every episode whose stretches a rule reads."""
    names = {_episode(stage).name for stage in form.during} | {opens.unless for opens in form.opens} | {form.relation}
    names |= {episode.name for episode in (*form.duty.outside, *form.duty.inside)}
    names |= {step.words[0] for step in form.intervals if step.fits is Fits.WHILE}
    names |= {stage.name for stage in form.carry.stages} if form.carry else set()
    return names - {""}


def _episode(stage: Stage) -> Episode:
    return stage if isinstance(stage, Episode) else stage.episode


def _rule(made: Book, rule: int, form: NormalForm) -> Row:
    duty = form.duty
    return (
        rule,
        number_of(form.since),
        number_of(form.kept_from),
        number_of(form.up_to),
        form.owner,
        duty.ends_at,
        duty.by_age,
        form.single,
        duty.one_at_a_time and duty.every is None,
        form.single and (duty.paired or duty.recording_meets),
        duty.first_only,
        duty.restarts,
        duty.paired,
        duty.recording_meets,
        duty.from_start,
        duty.only_carried,
        form.at_start and not form.relation,
        made.episodes[form.relation] if form.relation else None,
        bool(form.pregnancy),
        made.back(duty.already) if duty.already else None,
        made.back(form.in_any) if form.in_any else None,
        len(form.intervals),
        len(form.during),
        bool(form.ahead),
        bool(form.dated or form.ahead or form.before or form.pregnancy or duty.by_age or _in_hours(form)),
        duty.paired or duty.already is not None,
        duty.after_death,
        _kinds(form),
    )


def _kinds(form: NormalForm) -> int:
    """How many kinds of words matter after an opening: what meets it; what may have met it and what stops it; what it is to come before."""
    return 3 if form.before else 2 if form.unsure or form.ends or form.closed_by else 1


def _in_hours(form: NormalForm) -> bool:
    return any(timed.span.unit is Unit.HOUR for step in form.intervals for timed in step.versions)


def _stages(made: Book, rule: int, form: NormalForm) -> None:
    made.add("gt_stages", (_stage(made, rule, n, stage, form) for n, stage in enumerate(form.during)))
    for table, episodes in (("gt_outside", form.duty.outside), ("gt_inside", form.duty.inside)):
        made.add(table, ((rule, n, made.episodes[episode.name]) for n, episode in enumerate(episodes)))
    if not form.during:
        made.add("gt_starters", ((rule, made.words[word]) for word in sorted(form.starters)))


def _stage(made: Book, rule: int, n: int, stage: Stage, form: NormalForm) -> Row:
    head = (rule, n, type(stage).__name__, made.episodes[_episode(stage).name])
    match stage:
        case Aged():
            return (*head, stage.starts_at, None, None, None, None)
        case Eligible():
            return (*head, stage.age, stage.counted_from, made.span(Tables(stage.total, form.working)), None, None)
        case Beyond():
            one = Tables(stage.one.counting_first_day(), form.working)
            return (*head, None, None, made.span(one), stage.total, made.back(stage.within))
        case _:
            return (*head, None, None, None, None, None)


def _openings(made: Book, rule: int, form: NormalForm) -> None:
    if not form.relation:
        made.add(
            "gt_opens",
            (
                (
                    rule,
                    n,
                    made.words[opens.word],
                    made.episodes[opens.unless] if opens.unless else None,
                    opens.times,
                    made.back(opens.in_last) if opens.in_last else None,
                    opens.word in form.needs,
                )
                for n, opens in enumerate(form.opens, 1)
            ),
        )
        made.add("gt_birthdays", ((rule, len(form.opens) + n, age) for n, age in enumerate(form.birthdays, 1)))
    if carry := form.carry:
        back, word = made.back(carry.within), made.words[carry.word.name]
        stages: list[int | None] = [made.episodes[stage.name] for stage in carry.stages]
        made.add("gt_carry", ((rule, n, word, back, episode) for n, episode in enumerate(stages or [None])))


def _closings(made: Book, rule: int, form: NormalForm) -> None:
    """`later`: said after the stretch, it still matters."""
    made.add("gt_needs", ((rule, made.words[name]) for name in dict.fromkeys(form.needs)))
    met_by_words = () if form.relation else form.needs
    parts = (
        ("needs", met_by_words, form.duty.recording_meets or form.duty.paired),
        ("unsure", form.unsure, False),
        ("ends", form.ends, False),
        ("closed", form.closed_by, False),
        ("before", form.before, True),
    )
    for part, names, later in parts:
        made.add("gt_parts", ((rule, made.words[name], part, later) for name in dict.fromkeys(names)))
    made.add("gt_dated", ((rule, made.words[name]) for name in form.dated))


def _steps(made: Book, rule: int, form: NormalForm) -> None:
    for n, step in enumerate(form.intervals):
        during = made.episodes[step.words[0]] if step.fits is Fits.WHILE else None
        first = made.span(step.first) if step.first is not None else None
        made.add("gt_steps", [(rule, n, step.code, int(step.fits), step.number, during, first)])
        if during is None:
            made.add("gt_step_words", ((rule, n, int(step.fits), made.words[name]) for name in step.words))
        for (since, last), timed in _in_time(step.versions):
            hours = timed.span.number if timed.span.unit is Unit.HOUR else None
            made.add("gt_versions", [(rule, n, since, last, made.span(timed.due), hours, timed.text)])
    for (since, last), timed in _in_time(form.ahead):
        made.add("gt_ahead", [(rule, since, last, made.span(timed.due), timed.text)])
    weeks = [(since, (weeks_of_pregnancy(date(2000, 1, 1), n) - date(2000, 1, 1)).days) for since, n in form.pregnancy]
    made.add(
        "gt_weeks",
        ((rule, *held, days) for held, days in zip(_held([s for s, _ in weeks]), (d for _, d in weeks), strict=True)),
    )


def _in_time(versions: Sequence[Timed]) -> Iterable[tuple[tuple[int, int], Timed]]:
    return zip(_held([timed.since for timed in versions]), versions, strict=True)


def _held(since: Sequence[date]) -> list[tuple[int, int]]:
    """First and last day of each value of a number, latest first; what was usual before is from the first of all days."""
    first = [number_of(day) for day in since]
    return list(zip(first, [INF, *(day - 1 for day in first)], strict=False))


def _ages(made: Book) -> Iterable[int]:
    """Every age at which something begins, ends or changes."""
    for form in made.forms:
        yield from (age for age in (form.duty.ends_at, form.duty.by_age) if age is not None)
        yield from form.birthdays
        yield from (step.number for step in form.intervals if step.fits is Fits.UNDER_AGE)
        for stage in form.during:
            match stage:
                case Aged():
                    yield stage.starts_at
                case Eligible():
                    yield from (stage.age, stage.counted_from)
