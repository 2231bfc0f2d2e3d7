"""A small report and people to read it, for the tests of reports, evidence and their pages."""

from datetime import UTC, date, datetime

from goldthread.inspection import reports
from goldthread.inspection.reading.values import Found, Improvement, Judgement, Reading
from goldthread.people.models import Team, Worker

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
PAGE = b"<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 6 0 R>>>>/Contents 5 0 R>>"


def pdf(words: str = "What needs to improve", pages: int = 3) -> bytes:
    """A PDF with a line of words on each of its pages."""
    kids = range(7, 7 + pages)
    content = f"BT /F 18 Tf 60 760 Td ({words}) Tj ET".encode()
    objects = {
        1: b"<</Type/Catalog/Pages 2 0 R>>",
        2: f"<</Type/Pages/Count {pages}/Kids[{' '.join(f'{n} 0 R' for n in kids)}]>>".encode(),
        5: b"<</Length %d>>\nstream\n%s\nendstream" % (len(content), content),
        6: b"<</Type/Font/Subtype/Type1/BaseFont/Helvetica>>",
        **dict.fromkeys(kids, PAGE),
    }
    return _joined(objects)


def _joined(objects: dict[int, bytes]) -> bytes:
    body, places = b"%PDF-1.4\n", {}
    for number, content in objects.items():
        places[number] = len(body)
        body += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%d 1\n%010d 00000 n \n" % (number, place) for number, place in places.items())
    return body + b"xref\n0 1\n0000000000 65535 f \n%strailer\n<</Size 100/Root 1 0 R>>\nstartxref\n%d\n%%%%EOF\n" % (table, len(body))


def reading(**more) -> Reading:
    """Wrenford, 2 to 13 February 2026: one grade that is sure, one that is not, two things to improve."""
    said = {
        "file": "wrenford.pdf",
        "authority": Found("Wrenford", 1, "Inspection of Wrenford local authority children’s services", box=(0.1, 0.1, 0.8, 0.15)),
        "framework": Found("ilacs_2026_no_overall", 1, "Inspection of Wrenford local authority children’s services"),
        "inspection_start": Found(date(2026, 2, 2), 1, "Inspection dates: 2 to 13 February 2026"),
        "inspection_end": Found(date(2026, 2, 13), 1, "Inspection dates: 2 to 13 February 2026"),
        "published": Found(date(2026, 3, 24), 0, "wrenford-2026-03-24.pdf", sure=False, why="It is not printed; this is the day in the file’s name."),
        "lead_inspector": Found("Orla Pennywell", 1, "Lead inspector: Orla Pennywell"),
        "judgements": (
            Judgement("help_and_protection", "Help and protection", "good", "Good", 1, "Help and protection Good", box=(0.1, 0.5, 0.9, 0.55)),
            Judgement("in_care", "Children in care", "requires_improvement", "Requires improvement", 1, "Children in care Requires", sure=False,
                      why="The heading on page 5 says “good”."),
        ),
        "improvements": (
            Improvement("Children on protection plans are not always seen as often as their plans say.", 2, "local_authority",
                        words="Children on protection plans are not always seen as often as their plans say.", box=(0.1, 0.1, 0.9, 0.2)),
            Improvement("Assessments before birth start too late.", 3, "local_authority", number=2, words="Assessments before birth start too late."),
        ),
        "pages": 3,
    }  # fmt: skip
    return Reading(**{**said, **more})


def office():
    """Miriam leads improvement, Colin is head of service, Priya a social worker who may read and no more."""
    east = Team.objects.create(name="East")
    people = (("miriam", "quality_lead", None, "Miriam Tarnbrook"), ("colin", "head_of_service", None, "Colin Wintergate"),
              ("priya", "social_worker", east, "Priya Fenwater"))  # fmt: skip
    return {u: Worker.objects.create_user(u, None, name=name, role=role, team=team) for u, role, team, name in people}


def kept(by, **more):
    """The small report, held, with nothing confirmed."""
    return reports.keep_reading(reading(**more), pdf(), "wrenford.pdf", now=NOW, by=by, ours=True)


def fact(report, kind, place=0):
    return [one.fact for one in reports.held(report) if one.fact.kind == kind][place]


def all_confirmed(report, by):
    """Somebody has looked at each fact and says it is so."""
    for one in reports.held(report):
        reports.say(one.fact, one.fact.read, now=NOW, by=by)
    return report
