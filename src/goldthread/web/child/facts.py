"""The facts above the fold of a child's page, each a sentence with how fresh it is."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.urls import reverse

from goldthread.people.models import Worker
from goldthread.people.roles import ALLOCATE
from goldthread.record import codes
from goldthread.record.reading import Written
from goldthread.record.retention.door import ERASED
from goldthread.record.standing import SAY_KIND
from goldthread.web import wording
from goldthread.web.child.opening import Opened
from goldthread.web.parts import Fact
from goldthread.web.said import Link, Part, Sentence, Strong

ORDINAL = ("first", "second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth")
PARENTS = ("mother", "father", "parent")


def facts(opened: Opened) -> tuple[Fact, ...]:
    """The four facts, in the order they are asked for: home, plan, worker, the child's words."""
    return lives(opened), plan(opened), worker(opened), says(opened)


def line(opened: Opened) -> str:
    """Age and birth, in words; weeks before birth for a child who is expected."""
    standing, day = opened.standing, opened.day
    born, died = standing["born"], standing["died"]
    if died and died <= day:
        lived = f" aged {wording.age(born, died)}" if born else ""
        return f"Died on {wording.full_day(died)}{lived}"
    if opened.unborn:
        return f"{wording.old(None, day, standing['expected'])}, expected {wording.full_day(standing['expected'])}"
    if born is None:
        return "Date of birth not known"
    details = opened.latest("person")
    about = "about " if details and details.values.born_estimated else ""
    return f"{wording.old(born, day)}, born {about}{wording.full_day(born)}"


def also(opened: Opened) -> tuple[str, ...]:
    """How to say the name, languages, other names, the reference."""
    details = opened.latest("person")
    if details is None:
        return (opened.reference,)
    said = details.values
    other = f"also known as {said.other_names}" if said.other_names else ""
    name = f"says “{said.says_name}”" if said.says_name else ""
    return tuple(filter(None, (name, said.gender, said.language, other, opened.reference)))


# Where the child lives


def lives(opened: Opened) -> Fact:
    """With whom, where, and when that was last confirmed."""
    homes = sorted(opened.current("placement", "address"), key=lambda w: (w.kind.code == "placement", w.day))
    if not homes:
        return Fact("Lives", (_no_address(opened),), "no address is recorded" if not opened.past else "no address had been recorded")
    home = homes[-1]
    if home.kind.code == "placement":
        lines = _placed(home)
    else:
        lines = (*_at_home(opened, home), ", ".join(filter(None, (home.values.line, home.values.postcode))))
    return Fact("Lives", tuple(line for line in lines if line), _confirmed(opened, home))


def _no_address(opened: Opened) -> Sentence:
    if not opened.may_write:
        return (Strong("Not known"),)
    return Strong("Not known"), ". ", Link("Add an address", reverse("entry_write", args=[opened.reference, "address"]))


def _placed(home: Written) -> tuple[Sentence, ...]:
    kind = home.kind._meta.get_field("kind").say(home.values.kind)
    place = ", ".join(filter(None, (home.values.location, home.values.postcode)))
    return (Strong(f"With {home.values.carer}" if home.values.carer else kind),), kind if home.values.carer else "", place


def _at_home(opened: Opened, home: Written) -> tuple[Sentence, ...]:
    """With whom, parents first. What the address itself says is a stand-in where nobody's relationship does."""
    people = [r for r in opened.current("relationship") if r.values.lives_with]
    if not people:
        return ((Strong(f"With {home.values.lives_with}"),),) if home.values.lives_with else ()
    siblings = sorted((r for r in people if "sibling" in r.values.relation), key=lambda r: _born(r) or date.max)
    grown = sorted((r for r in people if r not in siblings), key=lambda r: r.values.relation not in PARENTS)
    names = [*(_called(r, opened) for r in grown), *_brothers_and_sisters(siblings, opened)]
    return ((Strong(f"With {wording.listed(names)}"),),)


def _brothers_and_sisters(siblings: list[Written], opened: Opened) -> list[str]:
    """'sisters Ama, 10, and Esi, 3', the eldest first."""
    if not siblings:
        return []
    sexes = {standing.sex if (standing := _standing(r)) else "" for r in siblings}
    word = {"F": "sister", "M": "brother"}.get(sexes.pop(), "") if len(sexes) == 1 else ""
    called = word + ("s" if word and len(siblings) > 1 else "") if word else "brothers and sisters" if len(siblings) > 1 else "brother or sister"
    names = [_called(r, opened) for r in siblings]
    return [f"{called} {', and '.join(filter(None, (', '.join(names[:-1]), names[-1])))}"]


def _standing(r: Written) -> Any:
    return getattr(r.values.other, "standing", None)


def _born(r: Written) -> date | None:
    standing = _standing(r)
    return standing.born if standing else None


def _called(r: Written, opened: Opened) -> str:
    """'Abena (mother)', 'Ama, 10': by first name where the surname is the child's own."""
    standing = _standing(r)
    name = standing.forename if standing and standing.forename and standing.surname == opened.standing["surname"] else relative_name(r)
    if r.values.relation in PARENTS:
        return f"{name} ({r.values.relation})"
    young = standing is not None and standing.born is not None and wording.years_old(standing.born, opened.day) < 18
    return f"{name}, {wording.age(standing.born, opened.day)}" if young else name


def relative_name(relationship: Written) -> str:
    """'Abena Larkfield', by what is known of her."""
    other = relationship.values.other
    standing = getattr(other, "standing", None)
    name = f"{standing.forename} {standing.surname}".strip() if standing else ""
    if not name and other and other.reference.startswith(ERASED):
        return other.reference
    return name or relationship.kind._meta.get_field("relation").say(relationship.values.relation).lower() or "somebody"


def _confirmed(opened: Opened, home: Written) -> str:
    there = [v for v in opened.of("visit") if v.values.place in ("home", "placement") and v.values.made and home.day <= v.day <= opened.day]
    word, last = ("confirmed on a visit", there[0].day) if there else ("since", home.day)
    return f"{'then ' if opened.past and there else ''}{word}, {_freshly(last, opened)}" if there else f"since {_freshly(last, opened)}"


def _freshly(day: date, opened: Opened) -> str:
    """'12 November, 8 days ago'; on a page about the past '22 October, 15 days before'."""
    said = wording.plain_day(day) if day.year != opened.day.year else wording.plain_day(day).rsplit(" ", 1)[0]
    if not opened.past:
        return f"{said}, {wording.ago(day, opened.day)}"
    days = (opened.day - day).days
    return f"{said}, {'that day' if days == 0 else f'{wording.length(days)} before'}"


# Plan and legal status


def plan(opened: Opened) -> Fact:
    """What the child is to us, since when, and the legal basis."""
    standing = opened.standing
    if not standing["open"]:
        return Fact("Plan and legal status", ((Strong("Not open to us"),), _closed(opened)))
    kind = SAY_KIND[standing["kind"]]
    category = codes.ABUSE.get(standing["category"], "") if standing["kind"] == "protection" else ""
    heading = f"{kind[:1].upper()}{kind[1:]}{f', {category.lower()}' if category else ''}"
    since = f"since {wording.plain_day(standing['kind_since'])}. {_legal(opened)}"
    return Fact("Plan and legal status", ((Strong(heading),), since), _decided(opened))


def _closed(opened: Opened) -> str:
    closing = opened.latest("closing")
    if closing is None:
        return ""
    reason = closing.kind._meta.get_field("reason").say(closing.values.reason)
    return f"since {wording.plain_day(closing.day)}{f': {reason[:1].lower()}{reason[1:]}' if reason else ''}"


def _legal(opened: Opened) -> str:
    statuses = [w.kind._meta.get_field("status").say(w.values.status) for w in opened.current("legal_status")]
    if statuses:
        return wording.listed(statuses)
    parents = [relative_name(r) for r in opened.current("relationship") if r.values.responsibility]
    has = "has" if len(parents) == 1 else "have"
    return f"No court order; {wording.listed(parents)} {has} parental responsibility" if parents else "No court order"


def _decided(opened: Opened) -> str:
    since = opened.standing["kind_since"]
    held = next((c for c in opened.of("conference") if since and abs((c.day - since).days) <= 7), None)
    if opened.standing["kind"] == "protection" and held:
        return f"decided at conference {_freshly(held.day, opened)}"
    return _freshly(since, opened) if since else ""


# Who works with the child


def worker(opened: Opened) -> Fact:
    """The named worker, how long and the how-many-eth, the manager, and how to ring them."""
    heading = f"{wording.possessive(opened.starting)} social worker"
    holder = opened.workers.get(opened.standing["worker"] or opened.standing["adviser"])
    if holder is None:
        return Fact(heading, _nobody(opened))
    lines: list[Sentence] = [(Strong(holder.name), f", {_place_and_length(opened, holder)}")]
    if opened.team and opened.team.manager and not opened.past:
        lines.append(f"Manager: {opened.team.manager.name}")
    elif opened.team:
        lines.append(str(opened.team))
    return Fact(heading, tuple(lines), () if opened.past else _telephones(opened, holder))


def _place_and_length(opened: Opened, holder: Worker) -> str:
    held = [a for a in reversed(opened.of("allocation")) if a.values.worker_id and a.values.works_as == "social_worker"]
    order = list(dict.fromkeys(a.values.worker_id for a in held))
    since = opened.standing["held_since"]
    place = order.index(holder.pk) if holder.pk in order else 0
    nth = f"the {ORDINAL[place]}, " if 0 < place < len(ORDINAL) else ""
    days = (opened.day - since).days if since else 0
    return f"{nth}{'then ' if opened.past else ''}{f'for {wording.length(days)}' if days > 0 else 'from today' if not opened.past else 'from that day'}"


def _nobody(opened: Opened) -> tuple[Sentence, ...]:
    if opened.team is None:
        return ((Strong("Nobody"),), "Not open to us" if not opened.standing["open"] else "")
    since = opened.standing["held_since"]
    manager = None if opened.past else opened.team.manager
    held = f"Held by {manager.name}, manager of {opened.team}" if manager else f"Held by {opened.team}"
    waits = (Strong("Waits for a social worker"), f" since {wording.long_day(since, opened.day)}" if since else "")
    if opened.past or not opened.reach.actor.may(ALLOCATE):
        return waits, held
    return waits, (f"{held}. ", Link("Allocate", reverse("allocate", args=[opened.reference])))


def _telephones(opened: Opened, holder: Worker) -> Sentence:
    numbers: list[Part] = []
    for who, person in (("", holder), ("manager ", opened.team.manager if opened.team else None)):
        if person and person.telephone and person.pk != (holder.pk if who else None):
            numbers += [", " if numbers else "", who, Link(person.telephone, f"tel:{person.telephone.replace(' ', '')}")]
    return tuple(numbers) or "no telephone number is recorded"


# What the child says


def says(opened: Opened) -> Fact:
    """The newest words of the child, to whom, where and when. They are never shortened."""
    heading = f"What {opened.first} says"
    words = list(opened.childs_words())
    if not words:
        return Fact(heading, ("Nothing is written down yet." if not opened.past else "Nothing had been written down yet.",))
    newest = words[0]
    fresh: tuple[Part, ...] = (f"{_told(newest, opened)}. ",)
    if len(words) > 1:
        fresh += (Link(f"All {wording.possessive(opened.first)} words ({len(words)})", opened.address("timeline", show="words")),)
    return Fact(heading, (quoted(newest.values.said),), fresh, said=True)


def quoted(words: str) -> str:
    """Words in quotation marks, once."""
    return f"“{unquoted(words)}”"


def unquoted(words: str) -> str:
    """Words without the quotation marks somebody may have typed round them."""
    bare = words.strip()
    return bare[1:-1].strip() if len(bare) > 1 and bare[0] in "“\"'‘" and bare[-1] in "”\"'’" else bare


def _told(entry: Written, opened: Opened) -> str:
    where: Iterable[str] = (f"to {entry.by}" if entry.by and not entry.origin else entry.kind.called,)
    if entry.kind.code == "visit":
        alone = "alone" if entry.values.seen_alone else ""
        place = entry.kind._meta.get_field("place").say(entry.values.place)
        where = (*where, alone, {"School": "at school"}.get(place, place[:1].lower() + place[1:]))
    return ", ".join([*filter(None, where), _freshly(entry.day, opened)])
