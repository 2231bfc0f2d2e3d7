"""Whatever is sent to whatever address by somebody who may: no error of ours, nothing half written, and what is refused is told.

The addresses come from the URL configuration, the fields from the forms on their pages and from what their views ask for: a new form is
met here by itself. GOLDTHREAD_FORM_EXAMPLES asks for more than the few examples of the suite.
"""

import re

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from goldthread.duties.words.kinds import CHILD
from goldthread.record.models import Version
from goldthread.record.register import REGISTER
from tests.pages import one_service
from tests.pages.every_type import KINDS
from tests.pages.posting import TAKING, anything, fields_of, sent, tried
from tests.pages.who_may import RULES, Child, Open

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
PREFERRED = ("head_of_service", "social_worker", "quality_lead", "team_manager", "administrator", "inspector")
REAL = {  # where the table of rules names something that is not there, so that more than its absence is tried
    "worker": lambda world: {"number": world.actor("social_worker").worker.pk},
    "leaving": lambda world: {"number": world.actor("social_worker").worker.pk},
    "worker_act": lambda world: {"number": world.actor("social_worker").worker.pk, "act": "close"},
    "setting": lambda world: {"what": "number", "slug": "protection-visit"},
}
OF_EACH_ENTRY = 2  # there are a hundred types
OF_CHILDREN = [kind for kind in KINDS if CHILD in REGISTER[kind].written_about()]


@pytest.fixture(scope="module")
def service(django_db_setup, django_db_blocker):
    """One service for all tests of the module, in one transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield one_service.world()
        transaction.set_rollback(True)


def client_of(actor):
    client = Client()
    client.force_login(actor.worker)
    return client


def whoever_may(service, name):
    """Somebody who may send something to an address; where nobody may about this child, somebody who is told so."""
    rule, actors = RULES[name], sorted(service.actors, key=lambda a: (PREFERRED + (a.name,)).index(a.name))
    if isinstance(rule, Child):
        return next(a for a in actors if "own" in a.opens and a.may(rule.act))
    return next((a for a in actors if (rule.post_may or rule.may)(a)), actors[0])


@pytest.mark.parametrize("name", TAKING)
def test_whatever_is_sent_is_answered_and_nothing_is_half_written(service, name):
    rule = RULES[name]
    client = Client() if isinstance(rule, Open) else client_of(whoever_may(service, name))
    args = REAL[name](service) if name in REAL else rule.args(service, "own") if isinstance(rule, Child) else rule.args(service)[0]
    address = reverse(name, kwargs=args)
    tried(anything(fields_of(client, address, name)), sent, client, address)


def saved(client, address, what):
    """Saved, or shown again with every word in its box; and nothing of it is markup."""

    def look(answer):
        assert answer.status_code in (302, 422), answer.status_code
        page = answer.content.decode()
        if answer.status_code == 302:
            shown = client.get(f"/entries/{Version.objects.latest('id').entry}/")
            assert shown.status_code == 200
            page = shown.content.decode()
        assert answer.status_code == 302 or words_kept(page, what) == []
        assert "<script>alert" not in page and "<img src=x" not in page and "<b>twice" not in page

    sent(client, address, {**what, "do": ["save"]}, look)


def words_kept(page, what):
    """Those of the words in boxes for words that do not stand in the page any more."""
    boxes = set(re.findall(r'<textarea[^>]*name="(\w+)"', page))
    return [name for name in boxes if what.get(name) and "toast" in what[name][0] and "toast" not in page]


@pytest.mark.parametrize("kinds", [OF_CHILDREN[start::6] for start in range(6)], ids=["1", "2", "3", "4", "5", "6"])
def test_whatever_is_sent_of_any_entry_is_refused_with_its_words_kept_or_written_whole_and_shown(service, kinds):
    for kind in kinds:
        actor = next(a for a in service.actors if "own" in a.opens and a.may("write") and (REGISTER[kind].writers is None or a.worker.role in REGISTER[kind].writers))
        client, address = client_of(actor), f"/write/{service.references['own']}/{kind}/"
        fields = fields_of(client, address, "entry_write")
        assert {f.name for f in REGISTER[kind].asked()} <= set(fields), f"{kind} does not ask what it writes"
        tried(anything({key: values for key, values in fields.items() if key != "do"}), saved, client, address, examples=OF_EACH_ENTRY)

