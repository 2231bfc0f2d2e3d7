"""The plan is made on its pages: a person decides each tie, action and step, and no word is lost on the way."""

import re
from datetime import date

import pytest

from goldthread.inspection.models import Action, ActionStep, Called, Meeting, Milestone, Plan, Tie
from goldthread.web.drafts.models import Draft
from tests.web.improving import page, signed_in


def send(client, address, **answers):
    """Open a form and send it with these answers."""
    token = re.search(r'name="sheet" value="([^"]+)"', page(client, address))[1]
    return client.post(address, {"sheet": token, "do": "save", **answers})


def test_a_draft_offers_measures_with_the_words_they_share_and_begins_when_a_person_says_so(lead, improving):
    address = f"/improvement/plan/{improving.report.pk}/"
    html = page(lead, address)
    assert "Children on a protection plan seen alone" in html
    assert "shares “children”, “protection”, “plans”, “seen” and “on their own”" in html
    assert Plan.objects.count() == Tie.objects.count() == 0
    lead.post(f"{address}begin/")
    assert Plan.objects.get().begun_by == improving.miriam
    assert Tie.objects.count() == 0


def test_begin_is_a_post_and_not_a_link(lead, improving):
    assert lead.get(f"/improvement/plan/{improving.report.pk}/begin/").status_code == 405


def test_a_tie_keeps_its_target_its_way_and_the_words_that_suggested_it(lead, improving):
    improving.begun()
    address = f"/improvement/{improving.facts[0].pk}/tie/"
    answer = send(lead, address, measure="cp_seen_in_time", target="95", first_day="30/6/2026", first_number="80", last_day="31/12/2026", why="")
    assert answer.status_code == 302
    tie = Tie.objects.get()
    assert (tie.target, tie.trajectory) == (95, [["2026-06-30", 80.0], ["2026-12-31", 95.0]])
    assert "seen" in tie.shares


def test_the_same_measure_twice_is_refused_in_words_and_what_was_typed_stands(lead, plan, improving):
    answer = send(lead, f"/improvement/{improving.facts[0].pk}/tie/", measure="cp_seen_in_time", target="90", why="Because it says more.")
    assert answer.status_code == 422
    assert "tied to the recommendation already" in answer.content.decode()
    assert "Because it says more." in answer.content.decode()
    assert Draft.objects.get(saved_at=None).body["why"] == ["Because it says more."]


@pytest.mark.parametrize(("target", "says"), [("101", "ends at 100 per cent"), ("abc", "Enter a number, such as 95"), ("-1", "from 0 upwards"), ("1e9", "below 100,000")])
def test_a_target_that_cannot_be_is_refused_in_words_and_what_was_typed_stands(lead, plan, improving, target, says):
    before = plan.ties.count()
    answer = send(lead, f"/improvement/{improving.facts[0].pk}/tie/", measure="cp_seen_alone", target=target, why="Because it says more.")
    assert answer.status_code == 422 and plan.ties.count() == before
    assert says in answer.content.decode() and "Because it says more." in answer.content.decode()


def test_a_measure_that_is_tied_already_is_not_suggested_again(lead, plan, improving):
    assert "Children on a protection plan seen in time</a>" not in page(lead, f"/improvement/{improving.facts[0].pk}/tie/")


def test_a_tie_is_ended_with_a_reason(lead, plan):
    tie = plan.ties.first()
    assert send(lead, f"/improvement/tie/{tie.pk}/end/", why="").status_code == 422
    send(lead, f"/improvement/tie/{tie.pk}/end/", why="Another says more.")
    assert tie.end.why == "Another says more."
    html = page(lead, f"/improvement/plan/{plan.report_id}/")
    assert "Ties that were ended: 1" in html
    assert "Another says more." in html


def test_how_far_it_should_be_on_the_way_stands_in_the_plan(lead, plan, improving):
    send(lead, f"/improvement/{improving.facts[0].pk}/tie/", measure="cp_seen_alone", target="85", first_day="30/6/2026", first_number="60", last_day="", why="")
    assert "On the way: 60% by 30 June 2026." in page(lead, f"/improvement/plan/{plan.report_id}/")


def test_what_happened_is_chosen_under_headings(lead, plan):
    html = page(lead, "/improvement/clocks/new/")
    for heading in ("An inspection", "Who stands over the service", "Every year"):
        assert f'<optgroup label="{heading}">' in html
    assert "The quarter ended" not in html


def test_an_action_has_words_an_owner_and_a_day(lead, improving):
    improving.begun()
    answers = {"words": "Name the cover", "owner": "ngozi  millrace", "due": "30/9/2026", "counted_of": "", "counted_unit": ""}
    assert send(lead, f"/improvement/{improving.facts[0].pk}/action/", **answers).status_code == 302
    assert (Action.objects.get().owner, Action.objects.get().due) == (improving.ngozi, date(2026, 9, 30))


@pytest.mark.parametrize(
    "answers, sentence",
    [
        ({"owner": "Nobody Here"}, "Nobody here is called “Nobody Here”"),
        ({"due": "soon"}, "“soon” is not a day we can read"),
        ({"words": ""}, "Say what will be done."),
        ({"counted_of": "7"}, "needs how many there are and what they are"),
    ],
)
def test_an_action_that_says_too_little_is_shown_again_with_what_to_do(lead, improving, answers, sentence):
    improving.begun()
    given = {"words": "Name the cover", "owner": "Ngozi Millrace", "due": "30/9/2026"} | answers
    answer = send(lead, f"/improvement/{improving.facts[0].pk}/action/", **given)
    assert answer.status_code == 422
    assert sentence in answer.content.decode()
    assert Action.objects.count() == 0


def test_saving_twice_writes_once(lead, improving):
    improving.begun()
    address = f"/improvement/{improving.facts[0].pk}/action/"
    token = re.search(r'name="sheet" value="([^"]+)"', page(lead, address))[1]
    given = {"sheet": token, "do": "save", "words": "Name the cover", "owner": "Ngozi Millrace", "due": "30/9/2026"}
    for _ in range(2):
        assert lead.post(address, given).status_code == 302
    assert Action.objects.count() == 1


def test_the_owner_says_what_became_of_their_action_and_others_read_it(plan, improving):
    action = plan.actions.get(words__startswith="Bring every caseload")
    address = f"/improvement/action/{action.pk}/"
    assert "4 of 7 teams" in page(signed_in(improving.priya), address)
    assert "What becomes of it now" not in page(signed_in(improving.priya), address)
    refused = signed_in(improving.priya).post(address, {"do": "save", "kind": "done", "day": "20/11/2026"})
    assert refused.status_code == 403 and "whoever owns it" in refused.content.decode()
    helen = signed_in(improving.helen)
    assert send(helen, address, kind="counted", day="20/11/2026", counted="5", words="").status_code == 302
    assert ActionStep.objects.order_by("-pk").first().counted == 5
    assert "5 of 7 teams" in page(helen, address)


def test_what_became_of_an_action_is_asked_and_nothing_is_chosen_beforehand(lead, plan):
    address = f"/improvement/action/{plan.actions.first().pk}/"
    asked = re.search(r'<select[^>]*name="kind".*?</select>', page(lead, address), re.DOTALL)[0]
    assert re.search(r'<option value=""[^>]*>\s*Choose what became of it', asked) and not re.search(r'value="[a-z]+"[^>]* selected', asked)
    answer = send(lead, address, kind="", day="20/11/2026", words="")
    assert answer.status_code == 422 and "Choose what became of it." in answer.content.decode()


def test_a_step_that_needs_a_reason_asks_for_it(lead, plan):
    action = plan.actions.first()
    answer = send(lead, f"/improvement/action/{action.pk}/", kind="dropped", day="20/11/2026", words="")
    assert answer.status_code == 422
    assert "Say why" in answer.content.decode()


def test_a_recommendation_is_given_a_short_name(lead, plan, improving):
    send(lead, f"/improvement/{improving.facts[1].pk}/name/", words="Assessments before birth start earlier")
    assert Called.objects.order_by("-pk").first().words == "Assessments before birth start earlier"
    assert "Assessments before birth start earlier" in page(lead, "/improvement/")


FORMS = ("/improvement/{0}/name/", "/improvement/{0}/tie/", "/improvement/{0}/action/", "/improvement/board/new/", "/improvement/clocks/new/", "/improvement/self-evaluation/practice/")


@pytest.mark.parametrize("address", FORMS)
def test_who_does_not_lead_improvement_is_refused_in_words(reader, plan, improving, address):
    html = page(reader, address.format(improving.facts[0].pk), 403)
    assert "does not lead improvement" in html


@pytest.mark.parametrize("address", FORMS)
def test_every_form_keeps_what_is_typed(lead, plan, improving, address):
    assert "data-gt-draft=" in page(lead, address.format(improving.facts[0].pk))


def test_a_half_written_form_is_there_again(lead, plan, improving):
    address = f"/improvement/{improving.facts[0].pk}/action/"
    token = re.search(r'name="sheet" value="([^"]+)"', page(lead, address))[1]
    lead.post(address, {"sheet": token, "do": "later", "words": "Half a thought", "due": "someday"})
    html = page(lead, f"{address}?draft={Draft.objects.get(saved_at=None).pk}")
    assert "Half a thought" in html
    assert "someday" in html
    assert "There is something to put right" not in html


def test_a_board_that_met_is_written_down_with_what_it_decided(lead, plan, improving):
    fact = improving.facts[2].pk
    send(lead, f"/improvement/board/new/?report={plan.report_id}", name="Improvement board", day="10/11/2026", chaired_by="Ada Quill", present="",
         all="Go on.", **{f"about-{fact}": "One form for all teams by Christmas."})  # fmt: skip
    meeting = Meeting.objects.order_by("-pk").first()
    assert {d.recommendation_id for d in meeting.decisions.all()} == {None, fact}
    html = page(lead, "/improvement/board/")
    assert "One form for all teams by Christmas." in html
    assert "See the teams one by one." in html


def test_a_meeting_shows_the_actions_as_they_stood_that_day(lead, plan):
    html = page(lead, f"/improvement/board/{plan.meetings.get().pk}/")
    assert "10 working days" in html
    assert "Done, 2 days late" not in html


def test_a_milestone_is_written_down_with_its_letter_and_withdrawn_with_a_reason(lead, plan, improving):
    from django.core.files.uploadedfile import SimpleUploadedFile

    letter = SimpleUploadedFile("notice.pdf", b"%PDF-1.4\n%%EOF", content_type="application/pdf")
    send(lead, "/improvement/clocks/new/", word="direction.begins", day="2/11/2026", words="An improvement notice.", letter=letter)
    found = Milestone.objects.get(word="direction.begins")
    assert found.file.name == "notice.pdf"
    assert "An improvement notice." in page(lead, "/improvement/clocks/")
    send(lead, f"/improvement/clocks/{found.pk}/withdraw/", why="It was a letter, not a notice.")
    html = page(lead, "/improvement/clocks/")
    assert "It was a letter, not a notice." in html
    assert "Withdrawn: 1" in html


def test_the_clocks_say_what_is_owed_why_and_what_nobody_has_confirmed(lead, plan):
    html = re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", page(lead, "/improvement/clocks/")))
    assert "Send the written statement of action" in html
    assert "Done on Friday 3 July, in time: it was due by Monday 6 July." in html
    assert "Unconfirmed" in html
    assert "Nobody here has confirmed this number yet." in html
    assert "Education and Inspections Act 2006, section 137" in html
    assert "We cannot tell: no looked-after children return had been written down" in html
