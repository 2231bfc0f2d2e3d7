import os

import pytest
from django.db import connections

from goldthread.running import database, home


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
