import os

import pytest
from django.db import connections
from django.test import TransactionTestCase
from django.test import client as asking

from goldthread.running import database, home
from tests import emptying


@pytest.fixture(scope="session")
def django_db_modify_db_settings(django_db_modify_db_settings_parallel_suffix):
    """One throwaway server for the run, started by the first test that needs it; each worker has its own database."""
    if database.URL in os.environ:
        yield
        return
    user = database.User(home.home(), throwaway=True)
    settings = connections["default"].settings_dict
    settings.update(database.django_database(user.url, settings["OPTIONS"]))
    yield
    user.leave()


@pytest.fixture(scope="session")
def django_db_setup(django_db_setup, django_db_blocker):
    """The calendar that measures join is in the database before the first test, outside of anything that is rolled back."""
    from goldthread.measures.keeping import keep_calendar

    with django_db_blocker.unblock():
        keep_calendar()
        emptying.empty()
    TransactionTestCase._fixture_teardown = emptying.empty


@pytest.fixture(autouse=True)
def _calendar_may_be_gone(request):
    """Tests that commit empty every table after them: what a process knows of the calendar is then forgotten."""
    mark = request.node.get_closest_marker("django_db")
    if "transactional_db" in request.fixturenames or (mark and mark.kwargs.get("transaction")):
        from goldthread.measures import keeping

        keeping._known.clear()


@pytest.fixture(scope="session", autouse=True)
def _what_a_page_was_given_is_kept_once():
    """Django's client copies what was given to a page for each of its parts too, of which a form has hundreds; no test asks for those."""
    keep = asking.store_rendered_templates

    def of_the_page_alone(store, signal, sender, template, context, **more):
        if getattr(context, "template", None) is template:
            keep(store, signal, sender, template, context, **more)

    asking.store_rendered_templates = of_the_page_alone
