"""The form on which a piece of evidence is told."""

from django.http import HttpRequest, QueryDict

from goldthread.inspection import evidence, files
from goldthread.inspection.evidence import AUDIT, DOCUMENT, NotEvidence, Told
from goldthread.web.asking import HOW
from goldthread.web.entries.questions import Question
from goldthread.web.forms.answers import Answers, day_from
from goldthread.web.parts import Pick, Picks, Problem, Problems

CHOOSE_AGAIN = "The file that you had chosen has to be chosen again: a browser does not keep it."
TITLES = {
    evidence.AUDIT: "Audit of 20 records", evidence.DOCUMENT: "Practice standard for visits", evidence.STAFF: "What staff said in September",
    evidence.FAMILIES: "What parents said after conferences", evidence.YOUNG_PEOPLE: "What young people said at the council",
}  # fmt: skip


class EvidenceForm:
    """A piece of evidence of a kind, as typed, with the file that came along."""

    def __init__(self, kind: str, words: QueryDict, request: HttpRequest):
        self.kind, self.words, self.answers = kind, words, Answers(words, request.now)
        self.sent = request.FILES.get("file") if request.method == "POST" else None
        self.errors: dict[str, str] = {}
        self._content: bytes | None = None

    @property
    def file(self) -> tuple[bytes, str] | None:
        """The content and name of the file that came along."""
        if self.sent is None:
            return None
        if self._content is None:
            files.check_size(self.sent.size or 0, self.sent.name or "")
            self._content = self.sent.read()
        return self._content, self.sent.name or "file"

    @property
    def told(self) -> Told:
        day = self.answers.text("day")
        return Told(
            self.kind, day_from(day, self.answers.today) if day else None, self.answers.text("title"), self.answers.text("words"),
            self.answers.text("agrees"), self._number("number"), self._number("of_number"),
        )  # fmt: skip

    def _number(self, name: str) -> int | None:
        text = self.answers.text(name)
        if not text:
            return None
        return int(text) if text.isdecimal() and len(text) < 8 else -1

    def problems(self) -> list[Problem]:
        self.errors = dict(self._troubles())
        return [Problem(words, name) for name, words in self.errors.items()]

    def _troubles(self):
        try:
            if self.file is not None:
                files.kind_of(*self.file)
        except files.NotKept as refused:
            yield "file", str(refused)
        try:
            self._check_day()
            evidence.check(self.told, self.sent is not None, self.answers.today)
        except NotEvidence as wrong:
            yield wrong.field, str(wrong)
            if self.sent is not None:
                yield "file", CHOOSE_AGAIN

    def _check_day(self) -> None:
        written = self.answers.text("day")
        if written and self.told.day is None:
            raise NotEvidence(f"“{written}” is not a day we can read. {HOW}", "day")

    def changed(self, asked: str) -> QueryDict:
        return self.words

    def summary(self) -> Problems | None:
        return Problems(tuple(Problem(words, name) for name, words in self.errors.items())) if self.errors else None

    def questions(self) -> list[Question]:
        """The day and the name, then what this kind of evidence can say."""
        asked = [self._question("day", "Which day is it from?", "day", "For example, 12/11/2026 or yesterday"),
                 self._question("title", "A short name for it", "line", f"Such as: {TITLES[self.kind]}")]  # fmt: skip
        if self.kind == AUDIT:
            asked += [self._question("of_number", "How many records were looked at?", "number"),
                      self._question("number", "How many of them agreed with the measure?", "number")]  # fmt: skip
        elif self.kind != DOCUMENT:
            asked.append(self._question("number", "How many people spoke, if you know it", "number"))
        words = "What did it find?" if self.kind == AUDIT else "What does it show?" if self.kind == DOCUMENT else "What did they say?"
        return [*asked, self._question("words", words, "words", "Do not name children here: everybody who works here can read it"), self._agrees()]

    def _agrees(self) -> Question:
        chosen = self.words.get("agrees", "")
        picks = tuple(Pick(value, label, "", value == chosen) for value, label in evidence.AGREES.items())
        picked = Picks("agrees", "Does it agree with the measure?", picks, small=True, error=self.errors.get("agrees", ""))
        return Question("agrees", "", "picks", picks=picked)

    def _question(self, name: str, label: str, shape: str, hint: str = "") -> Question:
        return Question(name, label, shape, self.words.get(name, ""), hint, self.errors.get(name, ""))
