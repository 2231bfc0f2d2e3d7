"""Every kind of page a role can reach by links from where its day begins: none broken, none with a barrier, none too wide."""

import pytest
from django.test import Client

from goldthread.demo import keeping, wrenford
from goldthread.demo.keeping import Keeper
from goldthread.demo.wrenford import thread
from goldthread.people.models import Worker
from goldthread.web import clockwork
from tests.journeys.browsing import SIZES, Visitor
from tests.journeys.crawling import kind, walk

ROUNDS = (("priya", "anil", "rhys", "dean", "helen"), ("ngozi", "carys", "gwen", "colin", "miriam", "ivy"), ("ottilie@inspectors.example",))
MOST_PAGES = 40  # of one role; a kind of page not met before is opened first


@pytest.fixture
def wrenford_site(site, transactional_db):
    """Wrenford's own families, and the thread from its inspection to its plan, on a server."""
    now = clockwork.now()
    wrenford.hire()
    keeper = Keeper(now, wrenford.squads()[wrenford.EAST])
    for batch in keeping.batches(wrenford.families(now), 2500):
        keeper.keep(batch)
    thread.keep(now)
    return site


@pytest.mark.parametrize("usernames", ROUNDS, ids=" ".join)
def test_every_link_leads_somewhere_and_every_kind_of_page_can_be_used_by_everybody(wrenford_site, browser, usernames):
    """Each kind of page is looked at as the first role that met it, wide and narrow."""
    met, found = set(), []
    for username in usernames:
        worker = Worker.objects.get(username=username)
        pages = list(walk(signed_in(worker), wrenford_site, MOST_PAGES))
        found += [f"{username}: {address} answers {status}" for address, status, _ in pages if status >= 400]
        found += looked_at(Visitor(browser, wrenford_site, worker), first_of_each_kind(pages, met))
        assert len(pages) > 4, f"{username} gets nowhere"
    assert not found, "\n".join(found)


def signed_in(worker):
    client = Client()
    client.force_login(worker)
    return client


def first_of_each_kind(pages, met):
    """The first address of each kind of page not met before; they are then met."""
    for address, _, html in pages:
        shown = kind(address)[:2]
        if html and shown not in met:
            met.add(shown)
            yield address


def looked_at(somebody, addresses):
    """What is wrong with some pages, and what the browser remarked on the way."""
    found = [problem for address in addresses for problem in problems(somebody, address)]
    somebody.leaves()
    return found + somebody.trouble


def problems(somebody, address):
    """What is wrong with one page, wide and narrow, with all its parts opened."""
    somebody.page.goto(address)
    for width in SIZES:
        yield from (f"{address} at {width}: {problem}" for problem in somebody.problems(width))
