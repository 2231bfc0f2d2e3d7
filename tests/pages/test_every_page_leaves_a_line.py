"""Every address of the site, from the URL configuration: whoever is shown something, or refused it, leaves a line in the audit."""

import uuid

import pytest
from django.urls import URLPattern, URLResolver, get_resolver, reverse
from django.urls.resolvers import RegexPattern

from goldthread.record.models import Look
from goldthread.web.recording import ABOUT_NOBODY, PAPER
from tests.web.one_child import REFERENCE, signed_in

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
RECORDS = {"child", "child_part", "chronology", "entry", "entry_print", "entry_correct", "entry_write"}
SHOWS = {"today", "today_list", "today_done", "my_children", "team", "team_children", "team_duties", "team_away", "team_weights", "search", "people", "supervision",
         "measures", "measure", "measure_children", "service", "note_new", "visit_new", "contact_new", "improvement", "inspections", "settings", "reports", "load", "audit"}  # fmt: skip


def patterns(resolver=None, above=()):
    """Every named address, as (name, the names of its parts). What is asked with a token, in a space of its own, is tested in tests/api."""
    for one in (resolver or get_resolver()).url_patterns:
        parts = (*above, *(one.pattern.regex.groupindex if isinstance(one.pattern, RegexPattern) else one.pattern.converters))
        if isinstance(one, URLResolver) and one.namespace is None:
            yield from patterns(one, parts)
        elif isinstance(one, URLPattern) and one.name:
            yield one.name, parts


def address(name, parts, kofi):
    fits = {
        "reference": REFERENCE, "number": kofi["school"] if name.startswith("entry") else uuid.UUID(int=1) if name.startswith("draft") else 1, "kind": "note", "part": "history", "key": "none",
        "code": "cp_seen_in_time" if name.startswith("measure") else "CP05", "of": "overdue", "slug": "birmingham", "what": "number", "claim": 1, "page": 1,
        "act": "close", "token": 1, "hook": 1, "delivery": uuid.UUID(int=1), "pk": 1,
    }  # fmt: skip
    return reverse(name, kwargs={part: fits[part] for part in parts}) if fits.keys() >= set(parts) else ""


def visited(worker, kofi):
    """What each address answered to this worker, with the lines it left: {name: (status, lines, body)}."""
    client, found = signed_in(worker), {}
    for name, parts in dict(patterns()).items():
        if name == "account_logout" or not (place := address(name, parts, kofi)):
            continue
        before = Look.objects.order_by("-pk").values_list("pk", flat=True).first() or 0
        answer = client.get(place, {"q": "Kofi"} if name == "search" else {"child": REFERENCE} if name.endswith("_new") else {})
        body = b"".join(answer.streaming_content) if answer.streaming else answer.content
        found[name] = (answer.status_code, list(Look.objects.filter(pk__gt=before)), body)
    return found


def leaves_lines(worker, found):
    """The names of pages that were shown and of pages that were refused, each of which left its line."""
    shown = {name for name, (status, _, _) in found.items() if status < 400} - ABOUT_NOBODY
    refused = {name for name, (status, _, _) in found.items() if status == 403}
    assert [name for name in shown if not found[name][1]] == []
    assert [name for name in refused if sum(line.refused for line in found[name][1]) != 1] == []
    assert {line.worker_id for _, lines, _ in found.values() for line in lines} == {worker.pk}
    return shown, refused


@pytest.mark.parametrize("who", ["hal", "nora", "adam"])
def test_whoever_is_shown_a_page_or_refused_it_leaves_a_line(people, kofi, who):
    shown, refused = leaves_lines(people[who], visited(people[who], kofi))
    assert refused >= RECORDS if who != "hal" else shown >= RECORDS
    assert len(shown & SHOWS) > 5


def test_what_a_worker_reads_says_whose_record_it_was_and_what_was_printed(people, kofi):
    found = visited(people["priya"], kofi)
    shown, _ = leaves_lines(people["priya"], found)
    assert shown >= RECORDS and len(shown & SHOWS) > 15
    assert {name for name in RECORDS if {line.person_id for line in found[name][1]} != {kofi["person"]}} == set()
    assert {name for name in PAPER & RECORDS if [line.act for line in found[name][1]] != ["read", "print"]} == set()
    assert {name for name in ABOUT_NOBODY & found.keys() if b"Larkfield" in found[name][2] or REFERENCE.encode() in found[name][2]} == set()
