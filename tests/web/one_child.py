"""One child with a whole life, as on the afternoon of Friday 20 November 2026, written down when it would have been."""

import html
import re
from datetime import UTC, date, datetime, timedelta

from django.test import Client

from goldthread.people.models import Team, Worker
from goldthread.record.reach import Reach

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
FIXED = "2026-11-20T17:28"
REFERENCE = "WR-20418"
PAGE = f"/children/{REFERENCE}/"
SAID = "I want Mum to get up in the morning."
LATER_SAID = "Coach Ray says I can be captain."


def worker(username, role, team=None, name=""):
    return Worker.objects.create_user(
        username, None, name=name or username.title(), role=role, team=team, telephone="01632 960 142"
    )


def office():
    """East with Ngozi and Priya, North with Nora; an analyst, a director, a head, a chair and somebody who sees no child."""
    east, north = Team.objects.create(name="East"), Team.objects.create(name="North")
    people = {
        "priya": worker("priya", "social_worker", east, "Priya Fenwater"),
        "marta": worker("marta", "social_worker", east, "Marta Quillon"),
        "nora": worker("nora", "social_worker", north),
        "ngozi": worker("ngozi", "team_manager", east, "Ngozi Millrace"),
        "rhys": worker("rhys", "conference_chair", None, "Rhys Tidewell"),
        "ana": worker("ana", "analyst"),
        "dina": worker("dina", "director"),
        "hal": worker("hal", "head_of_service"),
        "adam": worker("adam", "administrator"),
    }
    east.manager = people["ngozi"]
    east.save()
    return {**people, "east": east, "north": north}


def at(day, hour=17, minute=0):
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=UTC)


def write(actor, person, kind, day, values, *, recorded=None, **more):
    """One entry, written down at `recorded`; without it on the day it happened, at five."""
    with Reach(actor, recorded or at(day)).act() as act:
        return act.write(person, kind, day, values, **more)


def kofi(people):
    """Kofi's life: two homes, an earlier plan, a protection plan, four visits, one of them late on the page and corrected."""
    priya, numbers = people["priya"], {}
    with Reach(priya, at(date(2026, 8, 3))).act() as act:
        person = act.new_person(reference=REFERENCE)
        mum, dad, ama, gran = (act.new_person() for _ in range(4))
        tell = {"forename": "Kofi", "surname": "Larkfield", "born": date(2018, 3, 2), "sex": "M", "says_name": "KOH-fee", "language": "Asante Twi and English"}
        act.write(person, "person", date(2026, 8, 3), tell)
        for other, name, sex, born in ((mum, "Abena", "F", date(1995, 5, 4)), (dad, "Marcus", "M", date(1992, 1, 9)), (gran, "Efua", "F", None)):
            act.write(other, "person", date(2026, 8, 3), {"forename": name, "surname": "Larkfield", "sex": sex, "born": born})
        act.write(ama, "person", date(2026, 8, 3), {"forename": "Ama", "surname": "Larkfield", "sex": "F", "born": date(2015, 11, 21)})
        numbers["referral"] = act.write(person, "referral", date(2026, 8, 3), {"source": "2A", "decision": "accepted", "decided": date(2026, 8, 3), "said": "Late most mornings."})
        act.write(ama, "referral", date(2026, 8, 3), {"source": "2A", "decision": "accepted", "decided": date(2026, 8, 3)})
        for other, relation, home, more in ((mum, "mother", True, {"responsibility": True, "may_be_told": "everything"}), (dad, "father", False, {"may_be_told": "not the address"}),
                                            (ama, "sibling", True, {}), (gran, "grandparent", False, {"detail": "cared for him in 2021"})):  # fmt: skip
            day = date(2026, 2, 27) if relation == "grandparent" else date(2026, 8, 3)
            act.write(person, "relationship", day, {"other": other, "relation": relation, "lives_with": home, **more})
        for other, relation in ((mum, "mother"), (dad, "father")):
            act.write(ama, "relationship", date(2026, 8, 3), {"other": other, "relation": relation})
        act.write(person, "address", date(2021, 12, 17), {"line": "14 Saltmarsh Row", "postcode": "WR4 2LK", "private_from": "Marcus Larkfield", "private_until": date(2027, 4, 30)})
    numbers |= _work(people, person)
    return {"person": person, "mum": mum, "dad": dad, "ama": ama, "gran": gran, **numbers}


def _work(people, person):
    priya, chair = people["priya"], people["rhys"]
    write(priya, person, "schooling", date(2022, 9, 5), {"school": "Elmbank Primary"}, recorded=at(date(2026, 8, 4)))
    with Reach(people["ngozi"], at(date(2026, 8, 14))).act() as act:
        waiting = next(w for w in Reach(people["ngozi"], at(date(2026, 8, 14))).entries(Reach(people["ngozi"], at(date(2026, 8, 14))).child(REFERENCE), ["allocation"]))
        act.end(waiting.number, date(2026, 8, 14), "allocated")
        act.write(person, "allocation", date(2026, 8, 14), {"works_as": "social_worker", "worker": priya.pk, "team": priya.team_id})
    write(priya, person, "assessment", date(2026, 8, 4), {"found": "Mornings are hard.", "outcome": "services"}, until=date(2026, 9, 1), recorded=at(date(2026, 9, 1)))
    conference = write(chair, person, "conference", date(2026, 9, 2), {"kind": "initial", "decision": "plan", "chair": chair.pk}, recorded=at(date(2026, 9, 3)))
    plan = write(priya, person, "protection_plan", date(2026, 9, 2), {"latest_category": "NEG", "must_change": "Mornings"}, recorded=at(date(2026, 9, 3)))
    for day in (date(2026, 9, 10), date(2026, 9, 24), date(2026, 10, 8)):
        write(priya, person, "visit", day, {"place": "home", "made": True, "child_seen": True, "seen_alone": True})
    unsaid = write(priya, person, "visit", date(2026, 10, 22), {"place": "home", "made": True, "child_seen": True, "at_home": "His mum stayed in the room."})
    school = write(priya, person, "visit", date(2026, 11, 5), {"place": "school", "made": True, "child_seen": True, "seen_alone": True, "said": SAID}, recorded=at(date(2026, 11, 6), 9, 10))
    late = write(priya, person, "visit", date(2026, 11, 11), {"place": "home", "known": False, "made": True, "child_seen": False, "why_not_seen": "At football until six."}, recorded=at(date(2026, 11, 16)))
    with Reach(priya, at(date(2026, 11, 17), 9, 2)).act() as act:
        act.correct(late, 1, "I typed the wrong day.", day=date(2026, 11, 12))
    write(priya, person, "note", date(2026, 11, 17), {"title": "Asked Elmbank Primary for their report", "said": LATER_SAID})
    write(priya, person, "booking", date(2026, 12, 1), {"what": "review_conference"}, recorded=at(date(2026, 11, 9)))
    return {"conference": conference, "plan": plan, "unsaid": unsaid, "school": school, "late": late}


def baby(people):
    """A child who is expected in March: weeks before birth, a mother, and nobody allocated yet."""
    with Reach(people["priya"], NOW - timedelta(days=4)).act() as act:
        person, mum = act.new_person(reference="WR-30001"), act.new_person()
        act.write(mum, "person", date(2026, 11, 16), {"forename": "Ruth", "surname": "Applemere", "sex": "F"})
        act.write(person, "person", date(2026, 11, 16), {"surname": "Applemere", "expected": date(2027, 3, 26)})
        act.write(person, "relationship", date(2026, 11, 16), {"other": mum, "relation": "mother"})
        act.write(person, "referral", date(2026, 11, 16), {"source": "3A", "decision": "accepted", "decided": date(2026, 11, 16)})
    return person


def signed_in(worker):
    client = Client()
    client.force_login(worker)
    return client


def text(page):
    """What a person reads on a page: without tags, every run of blanks as one."""
    body = re.sub(r"<(script|style|title|svg)\b.*?</\1>", " ", page.content.decode(), flags=re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", body)).split())


def section(page, name):
    """The words of one section of a page by its id."""
    found = re.search(rf'<section[^>]* id="{name}".*?</section>', page.content.decode(), re.DOTALL)
    return " ".join(html.unescape(re.sub(r"<[^>]+>", " ", found[0])).split()) if found else ""
