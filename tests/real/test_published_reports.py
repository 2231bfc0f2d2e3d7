"""Published inspection reports of 37 authorities, read and held against what was read from them by eye."""

import json
from collections import Counter
from dataclasses import dataclass, field
from functools import cache

import pytest

from goldthread.inspection.reading import Reading, read
from tests.real.shared import DATA, needs_data

pytestmark = needs_data
REPORTS = DATA / "ofsted"
DATES = ("inspection_start", "inspection_end", "published")


@dataclass
class Score:
    """How many of each there are, how many are right, and what is wrong, in words."""

    all: Counter = field(default_factory=Counter)
    right: Counter = field(default_factory=Counter)
    wrong: list[str] = field(default_factory=list)

    def count(self, kind: str, right: bool, words: str) -> None:
        self.all[kind] += 1
        self.right[kind] += right
        if not right:
            self.wrong.append(f"{kind}: {words}")

    def share(self, kind: str) -> float:
        return self.right[kind] / self.all[kind]

    def __str__(self) -> str:
        return ", ".join(f"{kind} {count}" if "invented" in kind else f"{kind} {self.right[kind]} of {count}" for kind, count in self.all.items())


@cache
def truth() -> list[dict]:
    return json.loads((REPORTS / "truth.json").read_text(encoding="utf-8"))


@cache
def reading(file: str) -> Reading:
    return read((REPORTS / file).read_bytes(), file)


@cache
def scored() -> Score:
    score = Score()
    for true in truth():
        if true["readable"]:
            _facts(score, true, reading(true["file"]))
            _judgements(score, true, reading(true["file"]))
            _improvements(score, true, reading(true["file"]))
    print(f"\nPublished reports: {score}")
    return score


def _value(found):
    return found and (found.value.isoformat() if hasattr(found.value, "isoformat") else found.value)


def _facts(score: Score, true: dict, got: Reading) -> None:
    for kind, name in (("dates", DATES), ("inspectors", ("lead_inspector",)), ("authorities", ("authority",)), ("frameworks", ("framework",))):
        for key in name:
            value = _value(getattr(got, key))
            score.count(kind, value == true[key], f"{true['file']} {key}: {value}, not {true[key]}")


def _judgements(score: Score, true: dict, got: Reading) -> None:
    by_area = {judgement.area: judgement for judgement in got.judgements}
    for one in true["judgements"]:
        judgement = by_area.pop(one["area"], None)
        words = f"{true['file']} {one['area']}: {judgement}, not {one['grade']}"
        right = judgement is not None and judgement.grade == one["grade"]
        score.count("grades", right, words)
        score.count("grades right or doubted", right or judgement is None or not judgement.sure, words)
        score.count("grades with their label and page", right and _same(judgement.label, one["label"]) and judgement.page == one["page"], words)
    for area in by_area:
        score.wrong.append(f"invented grade: {true['file']} {area}")
        score.all["grades invented"] += 1


def _same(one: str, other: str) -> bool:
    return _spaced(one) == _spaced(other)


def _spaced(text: str) -> str:
    return " ".join(text.split()).replace("’", "'")


def _improvements(score: Score, true: dict, got: Reading) -> None:
    """Each item by its whole text, or by its beginning; what is left over is invented."""
    left = list(got.improvements)
    for one in true["improvements"]:
        item = next((i for i in left if _same(i.text, one["text"])), None) or next((i for i in left if _spaced(i.text)[:25] == _spaced(one["text"])[:25]), None)
        score.count("items", item is not None, f"{true['file']} {one['text'][:80]}")
        if item is None:
            continue
        left.remove(item)
        score.count("texts", _same(item.text, one["text"]), f"{true['file']} {item.text}")
        said = (item.page, item.section, item.priority, item.number, item.heading and _spaced(item.heading), len(item.sub_items))
        told = (one["page"], one["section"], one["priority"], one["number"], one["heading"] and _spaced(one["heading"]), len(one.get("sub_items", ())))
        score.count("items with page, section, priority, number, topic and points", said == told, f"{true['file']} {said}, not {told}")
    score.all["items invented"] += len(left)
    score.wrong += [f"invented item: {true['file']} {item.text[:80]}" for item in left]


@pytest.mark.parametrize(
    ("kind", "least"),
    [
        ("grades", 0.995),
        ("grades right or doubted", 1),
        ("grades with their label and page", 0.98),
        ("dates", 0.99),
        ("inspectors", 0.97),
        ("authorities", 0.97),
        ("frameworks", 0.97),
        ("items", 0.98),
        ("texts", 0.97),
        ("items with page, section, priority, number, topic and points", 0.97),
    ],
)
def test_published_reports_are_read_as_somebody_read_them_by_eye(kind, least, capsys):
    with capsys.disabled():
        score = scored()
    assert score.share(kind) >= least, "\n".join(score.wrong)


def test_at_most_one_item_in_a_hundred_is_invented_and_no_grade():
    assert scored().all["items invented"] <= scored().all["items"] / 100, "\n".join(scored().wrong)
    assert scored().all["grades invented"] == 0


def test_what_is_no_report_is_refused_by_its_name():
    refused = [true["file"] for true in truth() if not true["readable"]]
    assert refused
    for file in refused:
        assert reading(file).problem.startswith(f"{file} is a web page, not a PDF")
        assert (reading(file).judgements, reading(file).improvements) == ((), ())


def test_no_readable_report_is_refused_or_called_damaged():
    assert {true["file"]: reading(true["file"]).problem for true in truth() if true["readable"] and reading(true["file"]).problem} == {}


def test_every_fact_has_its_place_on_its_page():
    for true in truth():
        got = reading(true["file"])
        for fact in (*got.judgements, *got.improvements, *filter(None, (got.authority, got.lead_inspector, got.inspection_end))):
            assert fact.box, (true["file"], fact)
            assert fact.words, (true["file"], fact)


@pytest.mark.parametrize("part", [0.3, 0.7, 0.95])
def test_cut_short_each_is_told_and_nothing_in_it_is_sure(part):
    for true in truth()[::5]:
        data = (REPORTS / true["file"]).read_bytes()
        got = read(data[: int(len(data) * part)], true["file"])
        assert got.problem.startswith(true["file"])
        assert not any(fact.sure for fact in (*got.judgements, *got.improvements))
