"""What is given out keeps its words and figures; until then the figures write themselves."""

import io
import re

import pypdfium2
import pytest

from goldthread.inspection import evidence, issuing
from goldthread.inspection import plan as plans
from goldthread.inspection.models import Issue, Written
from goldthread.inspection.plan import Refused
from goldthread.inspection.progress import standing_ties
from goldthread.inspection.reports import confirmed
from goldthread.measures.definitions import MEASURES
from goldthread.measures.figures import Figure
from goldthread.people.sight import NotAllowed
from goldthread.web.improvement import given
from goldthread.web.improvement.evaluation import inserted
from goldthread.web.printing import Break, Facts, Heading, Listed, Note, Quote, Table, Words
from tests.inspection.planning import ENDED, READ
from tests.web.improving import SHARES, Said, page
from tests.web.test_improvement_plan import send


def text(html):
    return re.sub(r"\s+", " ", re.sub(r"<[^>]+>", " ", html))


def printed(answer):
    assert answer["Content-Type"] == "application/pdf"
    document = pypdfium2.PdfDocument(io.BytesIO(answer.content))
    return re.sub(r"\s+", " ", " ".join(page.get_textpage().get_text_range() for page in document))


def test_every_measure_stands_in_some_section_of_the_self_evaluation():
    assert {issuing.section_of(measure.section) for measure in MEASURES.values()} <= set(issuing.BY_KEY)
    assert issuing.section_of("Looked after children") == "in-care"
    assert issuing.section_of("Something new") == issuing.ELSEWHERE


def test_words_are_typed_and_their_figures_write_themselves(lead, plan):
    send(lead, "/improvement/self-evaluation/help-and-protection/", words="Of all children on plans [cp_seen_in_time] are seen in time.")
    said = text(page(lead, "/improvement/self-evaluation/"))
    assert "Of all children on plans 86% (188 of 219; 6 we cannot tell) are seen in time." in said
    assert "Children on a protection plan seen in time 73% (160 of 219; 6 we cannot tell) 86% (188 of 219; 6 we cannot tell) 95%" in said


def test_a_name_that_is_no_measure_is_left_as_it_was_typed():
    assert inserted("We looked [twice] at [no_such_measure].", {}, False) == "We looked [twice] at [no_such_measure]."


def test_what_stood_in_a_section_before_is_kept_and_shown(lead, plan, improving):
    for words in ("First thought.", "Second thought."):
        send(lead, "/improvement/self-evaluation/practice/", words=words)
    assert Written.objects.count() == 2
    html = page(lead, "/improvement/self-evaluation/practice/")
    assert "2 versions" in html
    assert "First thought." in html
    assert "First thought." not in page(lead, "/improvement/self-evaluation/")


def test_a_copy_that_was_given_out_does_not_change_any_more(lead, plan, monkeypatch):
    send(lead, "/improvement/self-evaluation/practice/", words="Of all children on plans [cp_seen_in_time] are seen in time.")
    answer = lead.post("/improvement/self-evaluation/issue/", {"small": "shown"})
    monkeypatch.setitem(SHARES, "cp_seen_in_time", (50, [10] * 12))
    send(lead, "/improvement/self-evaluation/practice/", words="Everything is different.")
    assert "Of all children on plans 86% (188 of 219; 6 we cannot tell)" in text(page(lead, answer.url))
    assert "Everything is different." not in page(lead, answer.url)
    assert "Of all children on plans 86%" in printed(lead.get(f"{answer.url}?as=paper"))


def test_small_numbers_are_hidden_unless_somebody_chooses_to_show_them(lead, plan, monkeypatch):
    monkeypatch.setattr(Said, "figure", staticmethod(lambda code, day, *more: Figure(code, day, "", 3, 9, 0, 33.3)))
    send(lead, "/improvement/self-evaluation/practice/", words="Of them [cp_seen_in_time].")
    lead.post("/improvement/self-evaluation/issue/")
    assert "Of them c." in str(Issue.objects.get().pages)
    assert Issue.objects.get().suppressed


def test_only_who_leads_improvement_gives_out(reader, plan, improving):
    assert reader.post("/improvement/self-evaluation/issue/").status_code == 403
    assert reader.post(f"/improvement/pack/issue/?report={plan.report_id}").status_code == 403
    assert Issue.objects.count() == 0
    with pytest.raises(NotAllowed):
        issuing.write("practice", "Words", now=READ, by=improving.priya)


def test_giving_out_is_a_post_and_not_a_link(lead, plan):
    assert lead.get("/improvement/self-evaluation/issue/").status_code == 405
    assert lead.get("/improvement/pack/issue/").status_code == 405


@pytest.mark.parametrize("key, words", [("nowhere", "Words"), ("practice", " "), ("practice", "x" * 20_001)])
def test_words_that_cannot_stand_are_refused(improving, key, words):
    with pytest.raises(Refused):
        issuing.write(key, words, now=READ, by=improving.miriam)


def test_a_section_that_is_none_is_not_there(lead, plan):
    page(lead, "/improvement/self-evaluation/nowhere/", 404)


def test_the_pack_holds_progress_threads_definitions_decisions_and_clocks(lead, plan):
    said = text(page(lead, "/improvement/pack/"))
    for part in ("Progress against every recommendation", "Children on plans seen often enough, and alone", "Done, 2 days late", "What the measures mean",
                 "See the teams one by one.", "Send the written statement of action", "the number of the regulations that set the 70 working days"):  # fmt: skip
        assert part in said, part


def test_the_pack_hides_small_numbers_and_peoples_words_unless_somebody_chooses(lead, plan, improving):
    told = evidence.Told("young_people", READ.date(), "What 11 young people said", "She always brings somebody.", "partly", 11, None)
    evidence.give(confirmed(improving.report).recommendations[0].fact, told, now=READ, by=improving.miriam)
    hidden, shown = page(lead, "/improvement/pack/"), page(lead, "/improvement/pack/?small=shown")
    assert "What 11 young people said" in hidden
    assert "She always brings somebody." not in hidden
    assert "She always brings somebody." in shown


def test_the_pack_names_no_child(lead, plan):
    assert "/children/WR" not in page(lead, "/improvement/pack/?small=shown")


def test_the_pack_is_printed_with_its_pictures(lead, plan):
    said = printed(lead.get("/improvement/pack/paper/"))
    assert "Pack for the monitoring visit" in said
    assert "Printed by Miriam Tarnbrook" in said
    assert "inspection: 71%" in said


def test_a_pack_given_out_is_kept_with_its_report(lead, plan):
    answer = lead.post(f"/improvement/pack/issue/?report={plan.report_id}")
    kept = Issue.objects.get()
    assert (kept.kind, kept.report_id, kept.suppressed) == ("pack", plan.report_id, True)
    assert "Nothing in it changes any more." in page(lead, answer.url)
    assert "Progress against every recommendation" in printed(lead.get(f"{answer.url}?as=paper"))


def test_without_a_plan_there_is_no_pack(lead, improving):
    page(lead, "/improvement/pack/", 404)


def test_blocks_are_the_same_after_they_were_kept():
    blocks = [Heading("A", 2), Words("B", True), Note("C"), Quote("D", "E"), Listed(("F",)), Facts((("G", "H"),)), Table(("I",), (("J",),)), Break()]
    assert [b.kind for b in given.thawed(given.frozen(blocks))] == [b.kind for b in blocks]
    assert given.thawed(given.frozen(blocks))[1].strong


@pytest.mark.parametrize("count, suppressed, shown", [(3, True, "c"), (3, False, "3"), (0, True, "0"), (6, True, "6"), (1200, True, "1,200")])
def test_one_to_five_children_are_hidden(count, suppressed, shown):
    assert given.number(count, suppressed) == shown


@pytest.mark.parametrize(
    "counts, shown",
    [
        ((61, 27, 8), ["61", "27", "8"]),
        ((61, 27, 3), ["61", "c", "c"]),
        ((61, 2, 3), ["61", "c", "c"]),
        ((61, 0, 3), ["c", "0", "c"]),
        ((0, 0, 3), ["0", "0", "c"]),
    ],
)
def test_a_hidden_part_cannot_be_taken_from_the_sum(counts, shown):
    assert given.parts(counts, True) == shown
    assert given.parts(counts, False) == [str(count) for count in counts]


def test_a_measure_of_few_children_shows_no_figure_in_a_pack_that_may_leave_the_house(lead, plan, monkeypatch):
    def few(code, day, *more):
        return Figure(code, day, "", 8 if day > ENDED else 3, 10, 0, 80.0 if day > ENDED else 30.0)

    monkeypatch.setattr(Said, "figure", staticmethod(few))
    hidden, shown = text(page(lead, "/improvement/pack/")), text(page(lead, "/improvement/pack/?small=shown"))
    assert "30%" in shown
    assert "30%" not in hidden
    assert "Its figures rest on few children and are hidden here." in hidden
    assert "of 10" not in hidden


def test_of_how_few_we_cannot_tell_is_in_no_document_that_may_leave_the_house(lead, plan, monkeypatch):
    def some_unknown(code, day, *more):
        return Figure(code, day, "", 160 if day > ENDED else 60, 200, 3, 80.0 if day > ENDED else 30.0)

    monkeypatch.setattr(Said, "figure", staticmethod(some_unknown))
    send(lead, "/improvement/self-evaluation/practice/", words="Of them [cp_seen_in_time].")
    for address in ("/improvement/pack/", "/improvement/self-evaluation/"):
        assert "3 we cannot tell" in text(page(lead, f"{address}?small=shown"))
    hidden = text(page(lead, "/improvement/pack/"))
    assert "160 of 200" in hidden
    assert "3 we cannot tell" not in hidden and "3 do not say" not in hidden
    lead.post("/improvement/self-evaluation/issue/")
    issued = str(Issue.objects.get().pages)
    assert "80% (160 of 200)" in issued and "3 we cannot tell" not in issued


def test_where_less_is_better_now_is_the_figure_of_the_month_and_tells_of_how_few_we_cannot_tell_nowhere(lead, plan, improving, monkeypatch):
    def some_unknown(code, day, *more):
        share = (40 if day > ENDED else 80) if code == "rereferrals" else 100
        return Figure(code, day, "", share, 200, 4, share / 2)

    for standing in standing_ties(plan):
        plans.untie(standing, "Another says more.", now=READ, by=improving.miriam)
    plans.tie(plan, improving.facts[0], "rereferrals", 10, now=READ, by=improving.miriam)
    monkeypatch.setattr(Said, "figure", staticmethod(some_unknown))
    hidden, inside = text(page(lead, "/improvement/pack/")), text(page(lead, "/improvement/pack/?small=shown"))
    assert "42% 22% 10%" in inside
    assert "40% 20% 10%" in hidden and "40 of 200" in hidden
    assert "22%" not in hidden and "42%" not in hidden and "points" not in hidden
    assert "inspection: 42" not in page(lead, "/improvement/pack/")


def test_the_pack_divides_no_plain_count_into_in_time_and_overdue(lead, plan, improving, monkeypatch):
    plans.tie(plan, confirmed(improving.report).recommendations[0].fact, "cp_reviews_overdue", 0, now=READ, by=improving.miriam)
    monkeypatch.setattr(Said, "figure", staticmethod(lambda code, day, *more: Figure(code, day, "", 12, 0 if code == "cp_reviews_overdue" else 40, 0, 12.0)))
    said = text(page(lead, "/improvement/pack/?small=shown"))
    assert "Children whose review conference is overdue" in said
    assert "-12" not in said
