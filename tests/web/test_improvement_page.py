"""What inspectors asked for, and what has moved: on one page, with the reason behind every mark."""

import re
from dataclasses import replace

from goldthread.inspection import plan as plans
from goldthread.measures.definitions import MEASURES
from goldthread.record.models import Look
from tests.inspection.planning import READ
from tests.web.improving import SHARES, page, signed_in


def text(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def test_every_recommendation_stands_with_its_figures_and_its_verdict(lead, plan):
    html = page(lead, "/improvement/")
    said_ = text(html)
    assert "Children on plans seen often enough, and alone" in said_
    assert "71%" in said_
    assert "86%" in said_
    assert "95%" in said_
    assert re.search(r"Moving\s+at this pace, March 2027", said_)
    assert re.search(r"Held\s+April to September", said_)
    assert re.search(r"Not moved\s+2 of 2 actions not begun", said_)


def test_beside_a_mark_stands_its_whole_reason(lead, plan):
    said_ = text(page(lead, "/improvement/"))
    assert "Why not green sooner" in said_
    assert "It moved from 71% to 86%, up 15 points." in said_
    assert "at every month end of two whole quarters, April to September" in said_


def test_a_number_opens_the_children_behind_it(lead, plan):
    assert 'href="/measures/cp_seen_in_time/children/?day=2026-10-31"' in page(lead, "/improvement/")


def test_everybody_who_works_here_reads_it_and_only_who_leads_is_offered_the_plan(reader, plan):
    html = page(reader, "/improvement/")
    assert "Pack for the monitoring visit" in html
    assert "The whole thread" in page(reader, f"/improvement/{plan.ties.first().recommendation_id}/")
    assert "Agree an action" not in page(reader, f"/improvement/plan/{plan.report_id}/")


def test_nobody_signed_out_reads_anything(client, plan):
    for address in ("/improvement/", "/improvement/clocks/", "/improvement/pack/", "/improvement/self-evaluation/", "/improvement/board/"):
        assert client.get(address).status_code == 302


def test_the_day_of_the_quality_lead_opens_here(lead, plan):
    assert lead.get("/", follow=True).redirect_chain[-1][0].endswith("/improvement/")


def test_before_a_report_is_confirmed_the_page_says_what_to_do(db, settings):
    from goldthread.people.models import Worker

    somebody = Worker.objects.create_user("miriam", None, name="Miriam", role="quality_lead")
    assert "Send the report" in page(signed_in(somebody), "/improvement/")


def test_before_there_is_a_plan_nothing_is_said_to_have_moved(lead, improving):
    html = page(lead, "/improvement/")
    assert "No plan answers this report yet" in html
    assert "Make the plan" in html
    assert "No plan answers this report yet." in page(lead, f"/improvement/{improving.facts[0].pk}/")


def test_the_five_stations_lead_from_the_sentence_to_the_children(lead, plan, improving):
    said_ = text(page(lead, f"/improvement/{improving.facts[0].pk}/"))
    assert "“Children on protection plans are not always seen" in said_
    assert "checked against the page by Miriam Tarnbrook, Mon 30 Mar" in said_
    assert re.search(r"Done, 2 days late\s+Name the cover for every absence", said_)
    assert re.search(r"4 of 7 teams\s+Bring every caseload", said_)
    assert "in 27 working days" in said_
    assert "188 of 219; 6 we cannot tell" in said_
    assert re.search(r"See the child who is on a protection plan.*219\s+188\s+25\s+6", said_)


def test_cannot_tell_has_a_column_of_its_own_and_opens_its_children(lead, plan, improving):
    html = page(lead, f"/improvement/{improving.facts[0].pk}/")
    assert 'counted=unsure">6</a>' in html
    assert 'counted=no">25</a>' in html


def test_a_recommendation_of_another_authority_is_not_there(lead, plan, improving):
    page(lead, "/improvement/999999/", 404)
    page(lead, f"/improvement/{improving.report.facts.get(kind='published').pk}/", 404)
    page(lead, "/improvement/?report=999", 404)
    page(lead, "/improvement/children/999/", 404)


def test_the_children_then_and_now_are_listed_as_far_as_the_reader_may_see_them(lead, plan, improving):
    html = page(lead, f"/improvement/children/{plan.ties.first().pk}/?change=worse")
    assert "0 children seen less often" in text(html)
    assert "None that you may see" in html


def test_whoever_owns_an_action_finds_it_on_today_with_its_day(plan, improving):
    said_ = text(page(signed_in(improving.ngozi), "/today/"))
    assert "Yours in the improvement plan" in said_
    assert re.search(r"Agree one form for a plan\s+21 days over", said_)
    assert "Yours in the improvement plan" not in page(signed_in(improving.priya), "/today/")


def test_a_list_of_children_that_was_opened_is_written_down(lead, plan):
    page(lead, f"/improvement/children/{plan.ties.first().pk}/?change=better")
    look = Look.objects.get(page="recommendation_children")
    assert (look.worker.username, look.reason) == ("miriam", "cp_seen_in_time, seen more often")


def test_where_a_measure_counts_what_is_late_the_others_are_in_time(lead, plan, improving, monkeypatch):
    late = replace(MEASURES["cp_seen_alone"], polarity="lower")
    monkeypatch.setitem(MEASURES, late.code, late)
    plans.tie(plan, improving.facts[1], late.code, 5, now=READ, by=improving.miriam)
    monkeypatch.setitem(SHARES, late.code, (20, [10] * 12))
    html = page(lead, f"/improvement/{improving.facts[1].pk}/")
    rows = re.findall(rf"measures/{late.code}/children/\?day=2026-10-31&amp;counted=(yes|no)\">(\d+)<", html)
    assert rows == [("no", "197"), ("yes", "22")]
