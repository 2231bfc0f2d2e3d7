"""The form on which a fact of a report is corrected, struck out, or added because it was missed."""

from datetime import date, datetime

from django.http import QueryDict

from goldthread.clock.times import day_of
from goldthread.inspection import facts
from goldthread.inspection.facts import NotSaid
from goldthread.inspection.models.reports import FRAMEWORK, IMPROVEMENT, JUDGEMENT
from goldthread.web.entries.questions import Question, day_text
from goldthread.web.forms.answers import day_from
from goldthread.web.parts import Pick, Problem, Problems

AS_PRINTED = "As it stands on the page"
STRIKE = "strike"


def typed(kind: str, value: object) -> QueryDict:
    """A value as it stands in the fields of its form."""
    words = QueryDict(mutable=True)
    if isinstance(value, dict):
        words.update({name: str(value.get(name) or "") for name in ("text", "section", "priority", "label", "grade")})
    elif kind in facts.DAYS:
        words["value"] = day_text(date.fromisoformat(str(value))) if value else ""
    else:
        words["value"] = str(value or "")
    return words


class FactForm:
    """One fact as typed. `base` is the value that stands now, from which is kept what the form does not ask."""

    def __init__(self, kind: str, words: QueryDict, now: datetime, base: object = None, missed: bool = False):
        self.kind, self.words, self.now, self.missed = kind, words, now, missed
        self.base = base if isinstance(base, dict) else {}
        self.errors: dict[str, str] = {}

    def text(self, name: str) -> str:
        return self.words.get(name, "").replace("\0", "").strip()

    @property
    def why(self) -> str:
        return self.text("why")

    @property
    def area(self) -> str:
        return self.text("area")

    @property
    def page(self) -> int | None:
        text = self.text("page")
        return int(text) if text.isdecimal() and len(text) < 6 else None

    @property
    def strikes(self) -> bool:
        return not self.missed and self.words.get("do") == STRIKE

    def value(self) -> object:
        """What was said, checked; None where it is struck out. Raises NotSaid."""
        if self.strikes:
            return None
        return facts.checked(self.kind, self._typed())

    def _typed(self) -> object:
        if self.kind in facts.DAYS:
            day = day_from(self.text("value"), day_of(self.now), ahead=True)
            return day.isoformat() if day else self.text("value")
        if self.kind == JUDGEMENT:
            same = self.text("grade") == self.base.get("grade")
            return {"label": self.text("label"), "grade": self.text("grade"), "grade_label": self.base.get("grade_label") if same else ""}
        if self.kind == IMPROVEMENT:
            return {**self.base, "text": self.text("text"), "section": self.text("section"), "priority": self.text("priority")}
        return self.text("value")

    def problems(self) -> list[Problem]:
        """What stops it from being saved; each stands in `errors` too."""
        self.errors = dict(self._troubles())
        return [Problem(words, name) for name, words in self.errors.items()]

    def _troubles(self):
        if self.missed and self.page is None:
            yield "page", "Write the number of the page that it stands on."
        if self.missed and self.kind == JUDGEMENT and self.area not in facts.AREAS:
            yield "area", "Choose which part of the service was judged."
        try:
            self.value()
        except NotSaid as wrong:
            yield self.first, str(wrong)
        if not self.missed and not self.why:
            yield "why", "Say why: whoever reads this later will ask. The page of the report is reason enough."

    @property
    def first(self) -> str:
        """The field that the value stands in."""
        if self.kind == JUDGEMENT:
            return "label" if self.text("grade") in facts.GRADES else "grade"
        return "text" if self.kind == IMPROVEMENT else "value"

    def changed(self, asked: str) -> QueryDict:
        return self.words

    def summary(self) -> Problems | None:
        return Problems(tuple(Problem(words, name) for name, words in self.errors.items())) if self.errors else None

    def questions(self) -> list[Question]:
        """What is asked of this kind of fact."""
        asked = [*self._place(), *self._asked()]
        if not self.missed:
            asked.append(self._question("why", "Why is it not as it was read?", "words", "It stays beside the correction, and what was read stays readable"))
        return asked

    def _place(self):
        if not self.missed:
            return
        yield self._question("page", "On which page of the report does it stand?", "number", "Counted from the first page of the file")
        if self.kind == JUDGEMENT:
            yield self._question("area", "Which part of the service was judged?", "select", options=facts.AREAS)

    def _asked(self):
        heading = facts.HEADINGS[self.kind]
        if self.kind == JUDGEMENT:
            yield self._question("label", "What was judged", "line", AS_PRINTED)
            yield self._question("grade", "The grade", "select", options=facts.GRADES)
        elif self.kind == IMPROVEMENT:
            yield self._question("text", "What is to improve, in the report’s own words", "words")
            yield self._question("section", "Who is asked?", "select", options=facts.SECTIONS)
            yield self._question("priority", "How soon, if the report says", "select", options=facts.PRIORITIES)
        elif self.kind == FRAMEWORK:
            yield self._question("value", heading, "select", options=facts.FRAMEWORKS)
        elif self.kind in facts.DAYS:
            yield self._question("value", heading, "day", "For example, 13/02/2026")
        else:
            yield self._question("value", heading, "line", AS_PRINTED)

    def _question(self, name: str, label: str, shape: str, hint: str = "", options: dict[str, str] | None = None) -> Question:
        picks = tuple(Pick(value, words, "", value == self.words.get(name)) for value, words in (options or {}).items())
        return Question(name, label, shape, self.words.get(name, ""), hint, self.errors.get(name, ""), options=(("", picks),) if picks else ())
