"""A record of long ago with something of it in every table that keeps words, and a brother whose record stays; for tests of erasing."""

from datetime import date, datetime, timedelta
from uuid import UUID

from goldthread.people.models import Interest, Opening
from goldthread.record.models import Deletion, DeletionAnswer, Disclosure, Identifier, Person
from goldthread.record.reach import Reach
from goldthread.web.models import Draft, LoadRun
from goldthread.web.presses.models import Press
from tests.web.one_child import NOW

OLD, BROTHER = "WR-00017", "WR-00018"
DAY = date(2008, 5, 6)
WORDS = ("mabel", "thistlewood", "quillfeather", "harbottle", "dandelion wine", "wr-00017", "upn-4411")
"""What must be gone: her names, that of the grandmother whom only she mentions, what was written of her, her numbers."""


def mabel(people):
    """Mabel, in need in 2008 and 2009 and kept until 2015. Gives the numbers of Mabel, her brother, their mother and her grandmother."""
    with Reach(people["ngozi"], NOW - timedelta(days=1)).act() as act:
        person, brother = act.new_person(reference=OLD, family=77), act.new_person(reference=BROTHER, family=77)
        mother, gran = act.new_person(), act.new_person()
        for one, forename, surname, born in ((person, "Mabel", "Thistlewood", date(1998, 3, 2)), (brother, "Tom", "Larch", date(2012, 4, 9)),
                                             (mother, "Ruth", "Larch", None), (gran, "Ottilie", "Harbottle", None)):  # fmt: skip
            act.write(one, "person", DAY, {"forename": forename, "surname": surname, "born": born})
        details = act.write(person, "person", DAY, {"forename": "Mabel", "surname": "Quillfeather", "born": date(1998, 3, 2)})
        act.correct(details, 1, "Mabel took the name", values={"surname": "Thistlewood"})
        _work(act, people, person, brother)
        for whose, other, relation in ((person, mother, "mother"), (person, gran, "grandparent"), (person, brother, "sibling"), (brother, person, "sibling"), (brother, mother, "mother")):
            act.write(whose, "relationship", DAY, {"other": other, "relation": relation})
    return person, brother, mother, gran


def _work(act, people, person, brother):
    for one, closed in ((person, True), (brother, False)):
        referral = act.write(one, "referral", DAY, {"source": "2A", "decision": "accepted", "decided": DAY})
        if closed:
            act.write(one, "allocation", DAY, {"works_as": "social_worker", "team": people["east"].pk}, until=date(2009, 3, 2))
            act.write(one, "closing", date(2009, 3, 2), {"closes": referral, "reason": "RC1"})
    together = act.together()
    for one in (person, brother):
        act.write(one, "visit", date(2008, 6, 1), {"made": True, "child_seen": True, "place": "home", "said": "dandelion wine" if one == person else ""}, together=together)
    act.write(person, "access_request", date(2009, 1, 5), {"who": "Mabel"}, until=date(2009, 2, 1))


def everywhere(people, person, client):
    """Words of hers in every other table: a review with its copy, a number of another system, a draft, a load's report, an interest, a mark."""
    request = Reach(people["hal"], NOW)
    child = request.child(OLD)
    [asked] = request.entries(child, ["access_request"])
    assert client.post(f"/children/{OLD}/access/", {"request": str(asked.number)}).status_code == 302
    assert client.post(_review(asked.number), {"look_for": "Harbottle"}).status_code == 302
    request.mark(asked.number, True)
    Identifier.objects.create(scheme="upn", value="UPN-4411", person_id=person)
    Draft.objects.create(id=UUID(int=1), worker=people["priya"], kind="note", title="A note on Mabel", page="/x/", children=[OLD], body={"note": ["Mabel"]}, began_at=NOW, kept_at=NOW)
    LoadRun.objects.create(worker=people["ana"], begun_at=NOW, report={"faults": [f"{OLD}: Thistlewood"]}, words=f"{OLD} Mabel", progress={"at": OLD})
    request.looked_at("search", "thistlewood", people=[person])
    request.look(person, "child", "Mabel’s solicitor rang")
    Press.objects.create(id="p", worker=people["priya"], goes_to=f"/children/{OLD}/", at=NOW)
    Opening.objects.create(worker=people["priya"], person_id=person, reason="Mabel rang", beyond=True, at=NOW, until=NOW + timedelta(hours=1))
    Interest.objects.create(worker=people["priya"], person_id=person, why="Mabel is a cousin", by=people["hal"], at=NOW)


def _review(request):
    return f"/access/{Disclosure.objects.get(request=request).pk}/"


def decided(people, person, *, by="dina", until=date(2015, 3, 2), agreed=True, at: datetime = NOW):
    """A proposal of Hal's with an answer, written past the pages."""
    proposal = Deletion.objects.create(person_id=person, until=until, categories=["need", "record"], why="x", by=people["hal"], at=NOW)
    DeletionAnswer.objects.create(deletion=proposal, agreed=agreed, by=people[by], at=at)
    return proposal.pk


def reference(person):
    return Person.objects.get(pk=person).reference
