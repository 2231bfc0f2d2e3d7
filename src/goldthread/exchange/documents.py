"""XML returns into the same rows as tables give: the looked-after return and the children in need census."""

import re
from collections.abc import Callable, Iterator
from functools import lru_cache
from itertools import chain

from lxml import etree

from goldthread.exchange import census, ssda903
from goldthread.exchange.kinds import MANY
from goldthread.exchange.markup import Child
from goldthread.exchange.rows import Fault, Note, Row, Source
from goldthread.exchange.shapes import Shape
from goldthread.exchange.table_rows import RowReader

ROOTS = {ssda903.ROOT: ssda903.CHILD_TAG, census.ROOT: census.CHILD_TAG}
"""The root elements that can be read, and the element that holds one child in each."""

MOST_STRANGERS = 200
"""Elements that are no part of a return and are told of by name, in one file."""

_YEAR = re.compile(r"<(?:\w+:)?ReferenceDate>\s*(\d{4})-|<(?:\w+:)?Year>\s*(\d{4})\s*<")

Texts = dict[str, str]
Found = tuple[Shape, Texts, etree._Element]


def year_in(before: str) -> int | None:
    """The census year that a document gives in its header, ahead of the first child: that of its reference date."""
    years = [(a, b) for a, b in _YEAR.findall(before)]
    given = next((a for a, _ in years if a), "") or next((b for _, b in years if b), "")
    return int(given) if given else None


class DocumentReader:
    """Rows of one document's children. `count` is called with each row found, kept or not."""

    def __init__(self, root: str, file: str, year: int | None, note: Note, count: Callable[[], None]) -> None:
        self._found = _of_903 if root == ssda903.ROOT else _of_census
        self._file = file
        self._year = year
        self._note = note
        self._count = count
        self._readers: dict[str, RowReader] = {}
        self._strangers: set[str] = set()
        self._known = _known(ssda903.SHAPES if root == ssda903.ROOT else census.SHAPES)

    def rows(self, child: Child) -> Iterator[Row]:
        """The rows of one child."""
        self._stray(child)
        for shape, texts, element in self._found(child.element):
            self._count()
            number = child.line_of(element)
            row = self._reader(shape).row(number, [texts.get(c.name, "") for c in shape.columns])
            if row is not None:
                yield row

    def _reader(self, shape: Shape) -> RowReader:
        reader = self._readers.get(shape.table)
        if reader is None:
            places = {c.name: i for i, c in enumerate(shape.columns)}
            source = Source(self._file, "", shape.table, self._year)
            reader = self._readers[shape.table] = RowReader(shape, source, places, self._note)
        return reader

    def _stray(self, child: Child) -> None:
        """Tell of words between elements and of elements that no return has."""
        for element in child.element.iter():
            words = (element.tail, element.text if len(element) else None)
            if any(w and not w.isspace() for w in words) and element is not child.element:
                said = " ".join(w.strip() for w in words if w and not w.isspace())
                self._tell(child.line_of(element), _tag(element), f"The words “{said[:60]}” stand between elements and were left out.")
            if element.tag not in self._known and element.tag not in self._strangers and len(self._strangers) < MOST_STRANGERS:
                self._strangers.add(element.tag)
                self._tell(child.line_of(element), _tag(element), f"The element {_tag(element)} is not part of this return and was not read.")

    def _tell(self, line: int, column: str, message: str) -> None:
        self._note(Fault(self._file, "", line, column, message))


def _known(shapes: tuple[Shape, ...]) -> frozenset[str]:
    names = {heading for shape in shapes for column in shape.columns for heading in (column.name, *column.also)}
    groups = {
        "CHILD", "HEADER", "EPISODE", *ssda903.WITHIN, "Child", "ChildIdentifiers", "ChildCharacteristics", "Disabilities",
        "CINdetails", "FactorsIdentifiedAtAssessment", "Reviews", *census.WITHIN,
    }  # fmt: skip
    return frozenset(names | groups)


def _tag(element: etree._Element) -> str:
    return _local(element.tag)


@lru_cache
def _local(tag: object) -> str:
    return tag.rpartition("}")[2] if isinstance(tag, str) else ""


def _texts(element: etree._Element, shape: Shape) -> Texts:
    """The text of the element's own leaves by column name; leaves of the same name are joined."""
    texts: dict[str, list[str]] = {}
    for leaf in element:
        name = shape.by_tag.get(_tag(leaf), "") if not len(leaf) else ""
        if name and leaf.text:
            texts.setdefault(name, []).append(leaf.text)
    return {name: MANY.join(found) for name, found in texts.items()}


def _of_903(child: etree._Element) -> Iterator[Found]:
    header = _first(child, "HEADER")
    own = {}
    if header is not None:
        own = _texts(header, ssda903.HEADER)
        joint = {name: own[name] for name in ("CHILD", "DOB", "SEX") if name in own}
        yield ssda903.HEADER, own, header
        yield from _beside(header, joint)
        for group in header:
            if shape := ssda903.WITHIN.get(_tag(group)):
                yield shape, joint | _texts(group, shape), group
    for episode in child:
        if _tag(episode) == "EPISODE":
            yield ssda903.EPISODES, {"CHILD": own.get("CHILD", "")} | _texts(episode, ssda903.EPISODES), episode


def _beside(header: etree._Element, joint: Texts) -> Iterator[Found]:
    for shape in ssda903.BESIDE:
        texts = _texts(header, shape)
        if texts.keys() - joint.keys():
            yield shape, joint | texts, header


def _of_census(child: etree._Element) -> Iterator[Found]:
    about = [g for g in child if _tag(g) in ("ChildIdentifiers", "ChildCharacteristics")]
    disabilities = [d for g in about for d in g if _tag(d) == "Disabilities"]
    texts: Texts = {}
    for group in chain(about, disabilities):
        texts |= _texts(group, census.CHILD)
    yield census.CHILD, texts, about[0] if about else child
    identity = {"LAchildID": texts.get("LAchildID", "")}
    for details in child:
        if _tag(details) == "CINdetails":
            yield from _of_episode(details, identity)


def _of_episode(details: etree._Element, identity: Texts) -> Iterator[Found]:
    episode = _texts(details, census.EPISODE)
    yield census.EPISODE, identity | episode, details
    joint = identity | {k: v for k, v in episode.items() if k == "CINreferralDate"}
    for group in details:
        shape = census.WITHIN.get(_tag(group))
        if shape is None:
            continue
        texts = joint | _texts(group, shape)
        for factors in group:
            if _tag(factors) == "FactorsIdentifiedAtAssessment":
                texts |= _texts(factors, shape)
        yield shape, texts, group
        yield from _plan_reviews(group, joint | {k: v for k, v in texts.items() if k == "CPPstartDate"})


def _plan_reviews(plan: etree._Element, joint: Texts) -> Iterator[Found]:
    """Reviews of a protection plan: one Reviews element with many dates, or many with one each."""
    for reviews in plan:
        if _tag(reviews) == "Reviews":
            for day in reviews:
                if _tag(day) == "CPPreviewDate":
                    yield census.PROTECTION_REVIEW, joint | {"CPPreviewDate": day.text or ""}, day


def _first(element: etree._Element, tag: str) -> etree._Element | None:
    return next((e for e in element if _tag(e) == tag), None)
