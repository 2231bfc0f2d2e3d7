"""Every address as every role, about a child of each kind: opened where a rule says so, and refused everywhere else.

The addresses come from the URL configuration. Nothing that is given out, as a page, a list, a file or a number's rows, names a
child whom the reader does not list.
"""

import re
from io import BytesIO
from zipfile import ZipFile, is_zipfile

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse

from goldthread.people.models import Opening
from goldthread.record.models import Mark, Person, Version
from tests.house.source import PROJECT
from tests.pages import one_service
from tests.pages.one_service import CHILDREN, SECRETS
from tests.pages.who_may import RULES, Child, Elsewhere, Open, Page, addresses

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
OF_A_CHILD = sorted(name for name, rule in RULES.items() if isinstance(rule, Child))
PAGES = sorted(name for name, rule in RULES.items() if isinstance(rule, Page))
OPENED, ASKED_WHY, REFUSED, NOTHING_THERE, NOT_SO = {200, 204, 302, 400, 422}, 302, 403, 404, 405


@pytest.fixture(scope="module")
def service(django_db_setup, django_db_blocker):
    """One service for all tests of the module, in one transaction that is taken back."""
    with django_db_blocker.unblock(), transaction.atomic():
        yield one_service.world()
        transaction.set_rollback(True)


@pytest.fixture(scope="module")
def clients(service):
    """Everybody signed in, once."""
    found = {}
    for actor in service.actors:
        found[actor.name] = Client(raise_request_exception=False)
        found[actor.name].force_login(actor.worker)
    return found


def kept():
    """What stands in the record: nothing that was refused may change it."""
    return Version.objects.count(), Person.objects.count(), Mark.objects.count(), Opening.objects.count()


def ask(client, method, address, query="", sends=None):
    """The status, and every word that was given out: of a page, a table, a file with parts or a paper."""
    with transaction.atomic():
        answer = client.get(f"{address}?{query}") if method == "get" else client.post(address, sends or {})
        content = answer.getvalue() if answer.streaming else answer.content
        if method == "post":
            transaction.set_rollback(True)
    return answer.status_code, words(content)


def words(content):
    if is_zipfile(BytesIO(content)):
        with ZipFile(BytesIO(content)) as packed:
            content = b" ".join(packed.read(name) for name in packed.namelist())
    return re.sub(r"\s+", " ", content.decode("utf-8", "replace"))


def named_wrongly(actor, given):
    """The children named in what was given out whom this actor does not list."""
    return [kind for kind in CHILDREN if kind not in actor.lists and SECRETS[kind] in given]


# The rules


def test_every_address_has_a_rule_and_every_rule_an_address():
    assert set(addresses()) - set(RULES) == set(), "an address without a rule: say in tests/pages/who_may.py who may open it"
    assert set(RULES) - set(addresses()) == set()
    shown = {rule.shown_by for rule in RULES.values() if isinstance(rule, Elsewhere)}
    assert [file for file in shown if not (PROJECT / file).is_file()] == []


def some_of(kinds, place):
    """One of the children somebody opens, another for each address and each of them: what is opened is dear, and asked in turn."""
    return {sorted(kinds)[place % len(kinds)]} if kinds else set()


def of_one_child(service, clients, name):
    """(actor, kind of child, method, status) for what was wrong with one address about a child: every refusal, and in turn who opens whom."""
    rule = RULES[name]
    for place, actor in enumerate(service.actors, OF_A_CHILD.index(name)):
        opens = actor.opens if actor.may(rule.act) else frozenset()
        for kind in set(CHILDREN) - opens | some_of(opens, place):
            address = reverse(name, kwargs=rule.args(service, kind))
            for method in () if kind in opens and rule.only_posts else ("get",) if kind in opens else ("post",) if rule.only_posts else ("get", "post"):
                status, given = ask(clients[actor.name], method, address)
                if (status != 200 if kind in opens else not refused(actor, rule, kind, status) or SECRETS[kind] in given) or named_wrongly(actor, given):
                    yield actor.name, kind, method, status


def refused(actor, rule, kind, status):
    """Whether that was a refusal; for one who lists the child and says why first, being asked why."""
    asked_why = kind in actor.lists and actor.worker.plays.opens
    return status == REFUSED or (asked_why and status == ASKED_WHY)


@pytest.mark.parametrize("name", OF_A_CHILD)
def test_a_child_is_opened_by_whom_the_rules_name_and_by_nobody_else(service, clients, name):
    before = kept()
    assert list(of_one_child(service, clients, name)) == []
    assert kept() == before


def methods(rule):
    return ("post",) if rule.only_posts else ("get", "post") if rule.post_may else ("get",)


def askers(service, rule):
    """Everybody; of those who list the same children one, where a page is dear."""
    return {(a.lists, rule.may(a)): a for a in service.actors}.values() if rule.dear else service.actors


def of_a_page(service, clients, name):
    """(actor, method, address, status, children named wrongly) for what was wrong with one address about many or nobody."""
    rule = RULES[name]
    for address in [reverse(name, kwargs=args) for args in rule.args(service)]:
        for actor in askers(service, rule):
            for method in methods(rule):
                allowed = (rule.post_may or rule.may)(actor) if method == "post" else rule.may(actor)
                if allowed and method == "post" and rule.sends is None:
                    continue
                status, given = ask(clients[actor.name], method, address, rule.query, rule.sends)
                fine = status in OPENED | {NOTHING_THERE} if allowed else status in (REFUSED, NOTHING_THERE)
                if not fine or named_wrongly(actor, given):
                    yield actor.name, method, address, status, named_wrongly(actor, given)


@pytest.mark.parametrize("name", PAGES)
def test_a_page_is_opened_by_whom_the_rules_name_and_names_nobody_whom_they_do_not_list(service, clients, name):
    before = kept()
    assert list(of_a_page(service, clients, name)) == []
    assert kept() == before


def test_lists_do_name_those_whom_one_sees(service, clients):
    """Otherwise the test above could not fail."""
    for name, actor, query in (("search", "head_of_service", "q=Larkfield"), ("team_children", "team_manager", ""), ("search", "analyst", "q=Larkfield")):
        address = reverse(name, kwargs=RULES[name].args(service)[0])
        assert SECRETS["own"] in ask(clients[actor], "get", address, query)[1], name


@pytest.mark.parametrize("name", sorted(name for name, rule in RULES.items() if not isinstance(rule, Elsewhere)))
def test_nobody_who_has_not_signed_in_is_given_anything_but_pages_about_nobody(service, name):
    rule, client = RULES[name], Client(raise_request_exception=False)
    for args in [rule.args(service, "own")] if isinstance(rule, Child) else rule.args(service):
        for method in ("get", "post"):
            status, given = ask(client, method, f"/{name}" if "/" in name else reverse(name, kwargs=args))
            assert not any(secret in given for secret in SECRETS.values())
            assert isinstance(rule, Open) or status in (302, REFUSED, NOTHING_THERE, NOT_SO), (method, status)


# The database by itself


def named_with_checks_off(service, clients, name):
    """(actor, child) for everybody who was given the name of a child whom they do not list."""
    rule = RULES[name]
    about_a_child = isinstance(rule, Child)
    for actor in service.actors if about_a_child else askers(service, rule):
        for kind in sorted(set(CHILDREN) - actor.lists) if about_a_child else [""]:
            for args in [rule.args(service, kind)] if about_a_child else rule.args(service):
                method = "post" if rule.only_posts else "get"
                given = ask(clients[actor.name], method, reverse(name, kwargs=args), "" if about_a_child else rule.query)[1]
                yield from ((actor.name, named) for named in named_wrongly(actor, given))


@pytest.mark.parametrize("name", OF_A_CHILD + PAGES)
def test_with_its_checks_off_the_database_alone_refuses(service, clients, checks_off, name):
    before = kept()
    assert set(named_with_checks_off(service, clients, name)) == set()
    assert kept() == before


def test_without_either_everything_would_be_shown(service, clients, checks_off, database_off):
    """The tables have teeth: they find what would be shown where neither the application nor the database asks."""
    wrong = list(of_one_child(service, clients, "occurrence"))
    assert {(actor, kind) for actor, kind, _, _ in wrong} >= {("social_worker", "other"), ("social_worker", "family"), ("administrator", "own"), ("head_of_service", "restricted")}
    assert list(of_a_page(service, clients, "search"))
    assert ("social_worker", "other") in set(named_with_checks_off(service, clients, "child"))
