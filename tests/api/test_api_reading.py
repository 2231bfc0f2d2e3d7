"""Reading by token: what the pages say, as JSON, and no more than the integration may see."""

from goldthread.record.models import Look
from tests.api.calling import calls, integration
from tests.web.one_child import REFERENCE


def test_a_child_is_found_by_name_without_the_name_in_any_address(call, kofi):
    answer = call.post("/children/find", {"q": "Koffi Larkfeild"})
    assert answer.status_code == 200 and answer.said["total"] == 1
    [found] = answer.said["items"]
    assert found["reference"] == REFERENCE and found["name"] == "Kofi Larkfield" and "sounds the same" in found["because"]
    assert found["holder"] == "Priya Fenwater, East"


def test_a_child_is_read_with_who_holds_him_and_the_next_date(call, kofi):
    said = call.get(f"/children/{REFERENCE}").said
    assert said["forename"] == "Kofi" and said["born"] == "2018-03-02" and said["open"] is True
    assert said["worker"]["name"] == "Priya Fenwater" and said["team"]["name"] == "East" and said["next_date"]


def test_each_look_names_the_token(call, kofi, school):
    call.get(f"/children/{REFERENCE}")
    look = Look.objects.latest("pk")
    prefix = school.tokens.get().prefix
    assert look.worker == school.worker and look.page == f"api child gt_{prefix}" and not look.refused


def test_entries_come_a_page_at_a_time_and_of_one_type(call, kofi):
    whole = call.get(f"/children/{REFERENCE}/entries").said
    pages = [call.get(f"/children/{REFERENCE}/entries?size=5&page={n}").said for n in range(1, 7)]
    assert [e for page in pages for e in page["items"]] == whole["items"][:30]
    visits = call.get(f"/children/{REFERENCE}/entries?type=visit").said["items"]
    assert visits and {e["type"] for e in visits} == {"visit"}


def test_an_entry_has_all_its_versions_and_as_known_only_those_of_then(call, kofi):
    corrected = next(e for e in call.get(f"/children/{REFERENCE}/entries").said["items"] if e["version"] == 2)
    now = call.get(f"/entries/{corrected['entry']}").said
    assert [v["version"] for v in now["versions"]] == [2, 1] and now["reference"] == REFERENCE
    day = now["versions"][1]["recorded"][:10]
    then = call.get(f"/entries/{corrected['entry']}?known={day}").said
    assert then["version"] == 1 and len(then["versions"]) == 1
    assert call.get(f"/entries/{corrected['entry']}?known=2026-08-01").status_code == 404


def test_a_child_as_known_on_a_day_is_as_it_was(call, kofi):
    now, then = call.get(f"/children/{REFERENCE}").said, call.get(f"/children/{REFERENCE}?known=2026-08-05").said
    assert then["known"].startswith("2026-08-05") and then["kind"] != now["kind"]


def test_a_day_still_to_come_is_refused_in_words(call, kofi):
    answer = call.get(f"/children/{REFERENCE}?known=2030-01-01")
    assert answer.status_code == 422 and answer.said["errors"][0]["field"] == "known"
    assert "is still to come" in answer.said["errors"][0]["detail"] and "page" not in answer.said["errors"][0]["detail"]


def test_duties_come_with_their_reasons(call, kofi):
    said = call.get(f"/children/{REFERENCE}/duties").said
    assert said["items"] and all(d["sentence"] and d["how"] and d["state"] for d in said["items"])
    late = call.get(f"/children/{REFERENCE}/duties?state=overdue").said["items"]
    assert {d["state"] for d in late} <= {"overdue"}
    assert call.get(f"/children/{REFERENCE}/duties?state=late").status_code == 422


def test_what_has_not_changed_is_not_sent_again(call, kofi):
    for path in (f"/children/{REFERENCE}", f"/children/{REFERENCE}/entries", f"/children/{REFERENCE}/duties"):
        tag = call.get(path)["ETag"]
        again = call.get(path, **{"If-None-Match": tag})
        assert again.status_code == 304 and again["ETag"] == tag and not again.content


def test_a_worklist_is_that_of_a_worker_or_a_team_within_reach(call, kofi, people):
    mine = call.get(f"/worklist?worker={people['priya'].pk}").said
    assert mine["total"] and all(row["owner"]["name"] == "Priya Fenwater" and row["says"] for row in mine["items"])
    assert call.get(f"/worklist?team={people['east'].pk}").said["total"] >= mine["total"]
    assert call.get(f"/worklist?worker={people['nora'].pk}").status_code == 404
    assert call.get(f"/worklist?team={people['north'].pk}").status_code == 404
    assert call.get("/worklist").status_code == 422
    assert {w["name"] for w in call.get("/workers").said} == {"Priya Fenwater", "Marta Quillon", "Ngozi Millrace"}


def test_measures_say_how_many_of_how_many_and_what_cannot_be_told(call, kofi):
    every = call.get("/measures").said
    assert len(every) > 100 and all(m["definition"] for m in every)
    one = call.get(f"/measures/{every[0]['code']}?months=2").said
    assert [f["day"] for f in one["figures"]] == ["2026-09-30", "2026-10-31"] and "unknown" in one["figures"][0]
    assert call.get("/measures/nothing-such").status_code == 404


def test_small_numbers_are_hidden_from_an_integration_that_sees_one_team(call, kofi, people):
    """One open child in all: the service's own integration reads the one, a team's does not."""
    code = next(m["code"] for m in call.get("/measures").said if m["kind"] == "count")
    every = calls(integration(people, name="Data store")).get("/measures").said
    counts = [m["code"] for m in every if m["kind"] == "count"]
    whole = calls(integration(people, name="Data store 2"))
    told = {c: whole.get(f"/measures/{c}?months=1&month=2026-10").said["figures"][0] for c in counts[:12]}
    small = [c for c, f in told.items() if f["numerator"] and 1 <= f["numerator"] <= 5]
    assert code in counts and small and not any(f["hidden"] for f in told.values())
    for c in small:
        figure = call.get(f"/measures/{c}?months=1&month=2026-10").said["figures"][0]
        assert figure["hidden"] and figure["numerator"] is None and figure["value"] is None
