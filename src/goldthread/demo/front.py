"""From the calls before a referral to the closing: what every time of being open has."""

from datetime import date, timedelta

from goldthread.demo import figures, names
from goldthread.demo.course import Spell, pick
from goldthread.demo.family import Family
from goldthread.demo.regular import hour
from goldthread.demo.telling import WORKING, Change, Somebody, Told, after, moment, working_day

ONE_ASSESSMENT_SINCE = date(2013, 4, 15)
ABUSE_AT_HOME = "3B"  # the factor by which a theme is about domestic abuse
LATE = "The hospital's report came after day 40 and we waited for it."


def contacts(f: Family, child: Somebody, spell: Spell, before: date | None) -> None:
    """Calls that did not become a referral: some before it, some while the child is open or after."""
    for _ in range(pick(f.rng, figures.CONTACTS_BESIDE)):
        day = working_day(spell.start + timedelta(days=round(f.rng.triangular(-300, 200, -60))))
        if day >= child.born and (before is None or day > before):
            is_open = spell.start <= day <= spell.end
            _contact(f, child, day, "open" if is_open else f.rng.choice(("information", "none", "none", "early_help")))


def _contact(f: Family, child: Somebody, day: date, outcome: str, said: str = "", source: str = "") -> Told | None:
    at = hour(f, day)
    clerk = f.rng.choice(f.office.playing("front_door"))
    decided = min(at + timedelta(hours=f.rng.randint(1, 5)), moment(day, 18))
    if f.rng.random() < f.habits.late:
        decided = moment(WORKING.add(day, f.rng.randint(2, 3)), 10)
    if decided > f.now:
        return None
    because = "" if outcome == "referral" else f.write("contact_open" if outcome == "open" else "contact_because", child, day)
    heard_from, heard = f.marked("contact_info", child, day) if not said else (source, said)
    return f.tell(child, "contact", day, clerk, at=at, recorded=decided + timedelta(minutes=5), source=heard_from,
                  said=heard, outcome=outcome, decided_at=decided, decided_by=clerk,
                  because=because, urgency="day", told_back=decided.date(),
                  **f.office.deals.heard(day, bool(said) and ABUSE_AT_HOME in f.pen.theme["factors"]))  # fmt: skip


def refer(f: Family, child: Somebody, spell: Spell) -> Told | None:
    """The call that became a referral, and what was decided."""
    source, said = _first_words(f, child, spell.start)
    _contact(f, child, spell.start, "referral", said, source)
    late = f.rng.random() < f.habits.late / 2
    decided = WORKING.add(spell.start, f.rng.randint(2, 4)) if late else WORKING.add(spell.start, f.rng.randint(0, 1) or 1)
    return f.tell(child, "referral", spell.start, f.rng.choice(f.office.playing("front_door")), at=hour(f, spell.start), source=source, said=said,
                  primary_need="N8" if f.alone else f.pen.theme["need"],
                  **_decision(f, spell, decided))  # fmt: skip


def _first_words(f: Family, child: Somebody, day: date) -> tuple[str, str]:
    """Who referred, as a code, and in what words."""
    if not f.alone:
        return f.marked("said", child, day)
    alone = f"{child.forename} got out of a lorry at the services and told police that he is {child.age(day)} and has nobody here."
    return "6", alone if child.sex == "M" else alone.replace(" he is ", " she is ")


def _decision(f: Family, spell: Spell, decided: date) -> dict:
    if decided > f.today:
        return {"decision": "accepted" if spell.way != "refused" else ""}
    if spell.way == "refused":
        return {"decision": "no_further", "decided": decided, "acknowledged": decided, "because": "The school and the health visitor already help with this, and the family want that."}
    return {"decision": "accepted", "decided": decided, "acknowledged": decided, "team": f.patch}


def assess(f: Family, child: Somebody, spell: Spell, referral: Told, factors: list[str]) -> None:
    """The assessment; before April 2013 an initial and a core one."""
    start = WORKING.add(spell.start, f.rng.randint(0, 2) or 1)
    late = WORKING.between(spell.start, spell.assessed) > 45
    ends = {"found": f.write("found", child, spell.assessed) if not f.alone else ALONE_FOUND, "late_because": LATE if late else "",
            "outcome": {"assessed": f.rng.choice(("none", "none", "none", "early_help", "early_help"))}.get(spell.way, "services"),
            "factors": ["9A"] if f.alone else factors, "authorised_by": f.office.manager(f.patch)}  # fmt: skip
    if spell.start >= ONE_ASSESSMENT_SINCE:
        _assessment(f, child, start, spell.assessed, "single", referral, ends)
        return
    first = min(WORKING.add(spell.start, f.rng.randint(4, 7)), spell.assessed)
    _assessment(f, child, start, first, "initial", referral, {**ends, "late_because": ""})
    if first < spell.assessed:
        _assessment(f, child, first, min(spell.assessed, WORKING.add(first, f.rng.randint(25, 35))), "core", referral, ends)


def _assessment(f: Family, child: Somebody, start: date, until: date, kind: str, referral: Told, ends: dict) -> None:
    worker = f.worker(child, until)
    told = f.tell(child, "assessment", start, referral=referral, team=f.patch, worker=worker, kind=kind)
    seen = WORKING.add(start, f.rng.randint(1, 8) if f.rng.random() > f.habits.late else f.rng.randint(11, 18))
    if told is None:
        return
    if seen < min(until, f.today) and child.born <= seen:
        told.changes.append(Change(after(seen), worker, "", values={"child_seen": True, "seen_on": seen}))
    f.end(told, until, worker, **ends)


ALONE_FOUND = "Nobody in this country is responsible for this young person, who is tired and polite and wants to be at school on Monday."


def enquire(f: Family, child: Somebody, spell: Spell, referral: Told) -> None:
    """The strategy discussion and, if it agreed them, the enquiries."""
    if spell.enquiry is None or child.born > spell.enquiry:
        return
    day, manager = spell.enquiry, f.office.manager(f.patch)
    f.tell(child, "strategy_discussion", day, manager, at=hour(f, day), enquiry=True, took_part="Police, health, school and we",
           decided=f.write("strategy", child, day))  # fmt: skip
    told = f.tell(child, "enquiry", day, referral=referral, team=f.patch, worker=f.worker(child, day),
                  conference_target=WORKING.add(day, 15))  # fmt: skip
    needed = spell.conference is not None
    ends = WORKING.add(day, f.rng.randint(4, 9))
    f.end(told, ends, conference_needed=needed, found=f.write("enquiry_found" if needed else "enquiry_none", child, day))


def close(f: Family, child: Somebody, day: date, referral: Told, spell: Spell, reason: str) -> None:
    """The work ends, is written down, and the people who should know are told."""
    if day <= f.today:
        briefly = spell.way == "assessed"
        f.tell(child, "closing", day, closes=referral, reason=reason, told="The family, school and the GP",
               summary=f.write("contact_because" if briefly else "closing", child, day))  # fmt: skip


def warn(f: Family, child: Somebody, start: date, stop: date) -> None:
    """Now and then somebody is worried and wants an answer."""
    day = working_day(start + timedelta(days=f.rng.randint(10, 400)))
    if day > min(stop, f.today - timedelta(days=3)) or f.rng.random() > 0.25:
        return
    at = hour(f, day)
    answered = at + timedelta(hours=f.rng.choice((1, 2, 3, 20, 26)))
    f.tell(child, "warning", day, f.rng.choice(f.office.playing("front_door")), at=at, raised_by=_caller(f), works_for="School nursing", said=f.write("warnings", child, day),
           answer_by=at + timedelta(hours=4), answered_at=answered, answered_by=f.worker(child, day), answer=f.write("answers", child, day),
           accepted=True, recorded=answered)  # fmt: skip


def _caller(f: Family) -> str:
    return f"{names.given(f.rng, f.rng.choice('WAB'), 'F')} {names.surname(f.rng)}"
