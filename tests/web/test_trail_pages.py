"""Who did what, as it is read: by whom, about whom, and what is kept from a reader who may not see the record."""

import csv
import io
from datetime import timedelta

import pytest

from goldthread.record.models import Look
from goldthread.record.trail import acts, command
from goldthread.record.trail.writing import forget, write
from tests.web.one_child import NOW, REFERENCE, section, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]


@pytest.fixture
def acted(people, kofi):
    """Marta opens Kofi's page and searches for him; Nora is refused; Ngozi takes out a file."""
    signed_in(people["marta"]).get(f"/children/{REFERENCE}/")
    signed_in(people["marta"]).get("/search/", {"q": "Kofi Larkfield"})
    signed_in(people["nora"]).get(f"/children/{REFERENCE}/")
    write(people["ngozi"], NOW - timedelta(days=40), acts.EXPORT, page="measure_figures", what="CP01")
    return kofi


def ask(reader, **query):
    answer = signed_in(reader).get("/audit/", query)
    return answer, section_of(answer)


def section_of(answer):
    return text(answer).split("Why, or what was asked", 1)[-1]


@pytest.mark.parametrize("who, status", [("hal", 200), ("dina", 200), ("adam", 200), ("priya", 403), ("ngozi", 403), ("rhys", 403), ("ana", 403)])
@pytest.mark.parametrize("address", ["/audit/", "/audit/lines.csv"])
def test_only_those_who_answer_for_it_read_the_audit(people, who, status, address):
    assert signed_in(people[who]).get(address).status_code == status
    assert Look.objects.filter(worker=people[who], refused=True).exists() == (status == 403)


def test_one_workers_trail(people, acted):
    answer, lines = ask(people["hal"], worker="marta")
    assert answer.status_code == 200 and "Marta Quillon" in lines
    assert "Read the record’s page" in lines and "Searched the search" in lines and "Kofi Larkfield" in lines
    assert "Nora" not in lines and "Took out a file" not in lines


def test_one_records_trail_has_who_read_it_and_who_searched_for_them(people, acted):
    _, lines = ask(people["hal"], child=REFERENCE.lower())
    assert "Marta Quillon Read the record’s page" in lines and "Searched" in lines and "Nora Refused: read" in lines
    assert "Priya Fenwater Wrote visit" in lines or "Priya Fenwater Wrote" in lines


def test_an_administrator_reads_numbers_and_acts_and_no_names_or_words(people, acted):
    answer, lines = ask(people["adam"], child=REFERENCE)
    assert REFERENCE in lines and "Marta Quillon Read" in lines
    assert "Larkfield" not in text(answer) and "not shown: it may name somebody" in lines
    file = signed_in(people["adam"]).get("/audit/lines.csv", {"child": REFERENCE}).getvalue()
    assert b"Larkfield" not in file and REFERENCE.encode() in file


def test_what_went_out_and_what_was_refused(people, acted):
    _, out = ask(people["dina"], act="out")
    assert "Ngozi Millrace Took out a file measure figures CP01" in out and "Marta" not in out
    _, refused = ask(people["dina"], refused="1")
    assert "Nora Refused: read" in refused and "Marta" not in refused


def test_days_are_read_as_people_write_them(people, acted):
    _, lines = ask(people["hal"], act="export", **{"from": "11 October 2026", "until": "11/10/2026"})
    assert "Ngozi" in lines
    _, lines = ask(people["hal"], act="export", **{"from": "2026-10-12", "until": "2026-11-01"})
    assert "Nothing that fits was written down" in lines


@pytest.mark.parametrize(
    "box, typed, words",
    [("worker", "nobody", "Nobody signs in with this name."), ("child", "WR-1", "No record has this reference."), ("from", "soon", "'soon' is not a day")],
)
def test_what_cannot_be_read_shows_no_lines_and_says_so(people, acted, box, typed, words):
    answer, _ = ask(people["hal"], **{box: typed})
    assert answer.status_code == 422 and words in text(answer) and "Marta" not in text(answer)
    assert signed_in(people["hal"]).get("/audit/lines.csv", {box: typed}).status_code == 422


def test_reading_the_audit_is_a_line_of_it(people, acted):
    ask(people["adam"], child=REFERENCE, worker="marta")
    line = Look.objects.latest("pk")
    assert (line.act, line.worker, line.person_id) == ("audit", people["adam"], acted["person"])
    assert line.what == f"worker {people['marta'].pk}" and line.reason == ""


def test_a_long_trail_is_read_in_pages_without_loss_or_repetition(people):
    Look.objects.bulk_create([Look(at=NOW, worker=people["marta"], page="child") for _ in range(120)])
    found, address = [], "/audit/?worker=marta"
    client = signed_in(people["hal"])
    while address:
        answer = client.get(address)
        found += [line.number for line in answer.context["lines"]]
        address = answer.context["further"] and f"/audit/{answer.context['further']}"
    assert found == sorted(set(found), reverse=True) and len(found) == 120


def test_the_file_has_every_line_and_nothing_a_spreadsheet_would_run(people):
    Look.objects.bulk_create([Look(at=NOW, worker=people["marta"], act="search", page="search", reason='=HYPERLINK("x")') for _ in range(1100)])
    answer = signed_in(people["hal"]).get("/audit/lines.csv", {"worker": "marta"})
    rows = list(csv.reader(io.StringIO(answer.getvalue().decode("utf-8-sig"))))
    assert len(rows) == 1101 and rows[0][0] == "Line" and {row[9] for row in rows[1:]} == {'\'=HYPERLINK("x")'}
    assert "attachment" in answer.headers["Content-Disposition"]
    assert Look.objects.filter(worker=people["hal"], act="export", page="audit_file").count() == 1


def test_whether_the_audit_is_whole_is_said_with_its_day(people, capsys):
    assert "has not been verified yet" in text(ask(people["hal"])[0])
    command.main([], now=NOW)
    assert "The audit was whole when it was last verified" in text(ask(people["hal"])[0])
    write(None, NOW, acts.VERIFY, page="audit", what="broken", reason="Line 7 was changed.")
    assert "The audit was found broken" in text(ask(people["hal"])[0])


def test_a_forgotten_reason_is_said_to_be(people, acted):
    forget(Look.objects.filter(act=acts.SEARCH).values_list("pk", flat=True), people["hal"], NOW)
    _, lines = ask(people["hal"], act="search")
    assert "taken out when a record was erased" in lines and "Larkfield" not in lines


def test_a_childs_history_has_who_did_what_and_can_be_asked_of_one_worker(people, acted):
    client = signed_in(people["priya"])
    everybody = section(client.get(f"/children/{REFERENCE}/history/"), "history")
    assert "Marta Quillon Read the record’s page" in everybody and "Nora Refused: read" in everybody and "Searched" in everybody
    one = client.get(f"/children/{REFERENCE}/history/", {"by": "marta"})
    lines = section_of(one)
    assert "Marta Quillon Read" in lines and "Nora Refused" not in lines
    assert 'aria-current="true">Marta Quillon (' in one.content.decode()
