"""A call as a form: who is known already comes first, and nobody new is made before each who may be meant was answered."""

from collections.abc import Sequence
from datetime import date, datetime, timedelta
from functools import cached_property
from typing import Any

from django.http import QueryDict

from goldthread.clock.spans import working_days
from goldthread.clock.times import after_hours
from goldthread.people.models import Team
from goldthread.record import codes
from goldthread.record.reach import Reach
from goldthread.record.speak import NewEntry
from goldthread.record.types.front_door import OUTCOME, Contact
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.forms.answers import Answers, choice_picks, day_picks, typed_day
from goldthread.web.forms.matching import Match, Told, age_told, matches, tidy
from goldthread.web.parts import Picks, Problem

URGENCY = dict(Contact._meta.get_field("urgency").codes)
UNDECIDED = "open_still"
NOT_THE_WHOLE = "Your role does not see the whole service, so it cannot be known whether the child has a record. Ask the front door to take the call."
WHO = "Say who the call is about, as far as anybody knows: a name, an age or a postcode."
ALREADY = "{} has open work already, held by {}. Choose “{}”."
EACH = "Say whether this is {}."
ONLY_ONE = "More than one is said to be the child. Choose one."


class ContactForm:
    """`known` is the child whose record the call is about, where that was said; `words` is what is written on the form."""

    def __init__(self, reach: Reach, words: QueryDict, known: Sequence[Opened] = ()):
        self.reach, self.words = reach, words
        self.answers = Answers(words, reach.now)
        self.given = known[0] if known else None

    # Who it is about

    @cached_property
    def told(self) -> Told:
        answers = self.answers
        forename, surname = answers.line("forename", 200, "First name"), answers.line("surname", 200, "Last name")
        born, age = age_told(answers.text("born"), answers.today)
        return Told(forename, surname, born, age, tidy(answers.line("postcode", 12, "Postcode")))

    @cached_property
    def matches(self) -> list[Match]:
        """Those who may be meant; none where the call was opened from a child's own page."""
        return matches(self.reach, self.told) if self.told.is_something and not self.given else []

    @property
    def asked(self) -> list[tuple[Match, Picks]]:
        """Each who may be meant, with the question whether it is them."""
        choices = [("yes", "Yes, this is the child", ""), ("no", "No", "")]
        return [(m, choice_picks(self.answers, is_name(m), f"Is it {m.name}?", choices, hide_legend=True, small=True)) for m in self.matches]

    @cached_property
    def chosen(self) -> list[Match]:
        return [m for m in self.matches if self.words.get(is_name(m)) == "yes"]

    @property
    def title(self) -> str:
        if self.given:
            return f"A call about {self.given.first}"
        return f"A call about {self.told.name}" if self.told.name else "A call about a child"

    @property
    def references(self) -> list[str]:
        """The child it is about, where that is known."""
        return [self.given.reference] if self.given else [m.child.reference for m in self.chosen[:1]]

    # What stands on it

    @cached_property
    def quick_days(self) -> list[tuple[date, str]]:
        today = self.answers.today
        return [(today, "Today"), (today - timedelta(days=1), "Yesterday")]

    @property
    def day_picks(self) -> Picks:
        return day_picks(self.answers, "day", "When did it come in?", self.quick_days, first=True)

    @property
    def day_typed(self) -> str:
        return typed_day(self.answers, "day", self.quick_days)

    @property
    def sources(self) -> list[tuple[str, str]]:
        return list(codes.SOURCE.items())

    @property
    def needs(self) -> list[tuple[str, str]]:
        return list(codes.NEED.items())

    @property
    def teams(self) -> list[tuple[str, str]]:
        return [(str(t.pk), f"{t.name}{f', {t.manager.name}' if t.manager else ''}") for t in Team.objects.select_related("manager").order_by("name")]

    @property
    def urgency_picks(self) -> Picks:
        choices = [(code, words, f"by {self._hour(code)}") for code, words in URGENCY.items()]
        return choice_picks(self.answers, "urgency", "How soon must it be decided?", choices)

    def _hour(self, urgency: str) -> str:
        moment, today = self._decide_by(urgency), self.answers.today
        same = wording.as_day(moment) == today
        return wording.clock_time(moment) if same else f"{wording.short_day(moment, today)}, {wording.clock_time(moment)}"

    def _decide_by(self, urgency: str) -> datetime:
        """Four hours, a day with weekends counted, or three working days, from when it came in."""
        began = self.at or self.reach.now
        if urgency == "now":
            return after_hours(began, 4)
        if urgency == "day":
            return after_hours(began, 24)
        local = began.astimezone(wording.ENGLAND)
        return datetime.combine(working_days(3).due(local.date()), local.timetz())

    @property
    def outcome_picks(self) -> Picks:
        choices = [(code, words, "") for code, words in OUTCOME.items()]
        return choice_picks(self.answers, "outcome", "What was decided?", [*choices, (UNDECIDED, "Not decided yet", "it stays on the list")])

    # What it says

    @cached_property
    def day(self) -> date | None:
        said = self.words.get("day") or self.answers.text("day_other")
        return self.answers.day("day") if said else self.answers.today

    @cached_property
    def at(self) -> datetime | None:
        return self.answers.moment(self.day, "time")

    @property
    def outcome(self) -> str:
        return self.answers.choice("outcome", OUTCOME)

    @property
    def team(self) -> int | None:
        given = self.words.get("team", "")
        return int(given) if given in dict(self.teams) else None

    def contact(self) -> dict[str, Any]:
        """The answers of the call itself; those not given are left out."""
        a, urgency = self.answers, self.answers.choice("urgency", URGENCY)
        found = {
            "source": a.choice("source", codes.SOURCE), "who": a.line("who", 200, "Their name"), "said": a.text("said"),
            "child_known_to_be": a.line("where", 200, "Where the child is now"), "urgency": urgency,
            "decide_by": self._decide_by(urgency) if urgency else None, "outcome": self.outcome, "because": a.text("because"),
            "decided_at": self.reach.now if self.outcome else None, "decided_by": self.reach.actor.pk if self.outcome else None,
            "told_back": a.today if self.words.get("told_back") == "yes" else None,
        }  # fmt: skip
        return {field: value for field, value in found.items() if value not in (None, "")}

    def referral(self) -> dict[str, Any]:
        """What is written beside it where the call becomes a referral."""
        contact, need = self.contact(), self.answers.choice("primary_need", codes.NEED)
        shared = {field: contact[field] for field in ("source", "said", "because") if field in contact}
        return {**shared, "decision": "accepted", "decided": self.answers.today, "team": self.team, **({"primary_need": need} if need else {})}

    def details(self) -> dict[str, Any]:
        """A new person, as far as they are known. A birth date made from an age is called an estimate."""
        told, today = self.told, self.answers.today
        found: dict[str, Any] = {"forename": told.forename, "surname": told.surname, "born": told.born}
        if told.born and told.born > today:
            found |= {"born": None, "expected": told.born}
        elif told.age is not None:
            found |= {"born": years_before(today, told.age), "born_estimated": True}
        return {field: value for field, value in found.items() if value not in (None, "")}

    def entries(self, person: int, is_new: bool) -> list[NewEntry]:
        """What would be written."""
        day = self.day or self.answers.today
        found = [NewEntry(person, "person", day, self.details())] if is_new else []
        if is_new and self.told.postcode:
            found.append(NewEntry(person, "address", day, {"postcode": self.told.postcode, "kind": "home"}))
        found.append(NewEntry(person, "contact", day, self.contact(), at=self.at))
        return [*found, NewEntry(person, "referral", day, self.referral())] if self.outcome == "referral" else found

    def problems(self) -> list[Problem]:
        """What stops it: unreadable days, nobody named, somebody who may be meant and was not answered, a team not named."""
        _ = self.day, self.at, self.told, self.contact()
        self._check_who()
        self._check_outcome()
        return self.answers.problems

    def _check_who(self) -> None:
        if self.given:
            return
        if not (self.told.is_something or self.told.age is not None):
            self.answers.trouble(WHO, "forename")
        for match in self.matches:
            if self.words.get(is_name(match)) not in ("yes", "no") and not self.chosen:
                self.answers.trouble(EACH.format(match.name), is_name(match))
        if len(self.chosen) > 1:
            self.answers.trouble(ONLY_ONE, is_name(self.chosen[0]))
        if not self.chosen and not self.reach.sees_service:
            self.answers.trouble(NOT_THE_WHOLE, "forename")

    def _check_outcome(self) -> None:
        if self.outcome != "referral":
            return
        child = self.given.standing if self.given else vars(self.chosen[0].child) if self.chosen else {}
        if child.get("open"):
            name = self.given.first if self.given else self.chosen[0].name
            self.answers.trouble(ALREADY.format(name, self._holder(), OUTCOME["open"]), "outcome")
        elif self.team is None:
            self.answers.trouble("Say which team takes the child. Nobody is open without somebody who holds them.", "team")

    def _holder(self) -> str:
        if self.given:
            worker = self.given.workers.get(self.given.standing["worker"])
            return worker.name if worker else str(self.given.team)
        child = self.chosen[0].child
        return child.worker.name if child.worker else str(child.team)

    def changed(self, asked: str) -> QueryDict:
        return self.words.copy()


def is_name(match: Match) -> str:
    """The name of the field that asks whether it is this one."""
    return f"is-{match.child.person_id}"


def years_before(day: date, years: int) -> date:
    try:
        return day.replace(year=day.year - years)
    except ValueError:
        return day.replace(year=day.year - years, day=28)
