"""How long pages wait for the database, and how they find it again where it has more than one host."""

import os

import psycopg
import pytest
from django.db import connection, connections
from psycopg import conninfo

from goldthread.running import database
from tests.running_elsewhere import told_of_the_database

TWO = "postgresql://gt@db-one,db-two:5433/goldthread?target_session_attrs=read-write&connect_timeout=3"


def test_pages_wait_so_long_for_an_answer_a_third_of_it_for_a_lock(monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_PATIENCE", "12")
    entry = database.django_database("postgresql://gt@db/goldthread", {})
    database.patient(entry)
    assert entry["OPTIONS"]["options"] == "-c statement_timeout=12s -c lock_timeout=4s -c idle_in_transaction_session_timeout=24s -c plan_cache_mode=force_generic_plan"
    assert entry["OPTIONS"]["connect_timeout"] == database.CONNECT_SECONDS


@pytest.mark.parametrize("says", ["statement_timeout=5s", "plan_cache_mode=auto"])
def test_what_the_address_says_about_waiting_and_planning_stands(says):
    entry = database.django_database(f"{TWO}&options=-c%20{says.replace('=', '%3D')}", {})
    database.patient(entry)
    assert entry["OPTIONS"]["options"].endswith(f"-c {says}")  # the last one counts
    assert entry["OPTIONS"]["connect_timeout"] == "3"


def test_an_address_of_several_hosts_reaches_the_driver_whole():
    entry = database.django_database(TWO, {"prepare_threshold": 2})
    assert (entry["HOST"], entry["PORT"]) == ("db-one,db-two", "5433") or (entry["HOST"], entry["PORT"]) == ("db-one,db-two", ",5433")
    assert entry["OPTIONS"] == {"target_session_attrs": "read-write", "connect_timeout": "3", "prepare_threshold": 2}


@pytest.fixture
def here(monkeypatch, settings, tmp_path, db):
    told_of_the_database(monkeypatch, settings, tmp_path)
    return os.environ["DATABASE_URL"]


def connected(entry):
    """As Django connects with such an entry."""
    return connections.create_connection("default").__class__({**connection.settings_dict, **entry, "OPTIONS": entry["OPTIONS"]}, "default")


def test_a_host_that_is_gone_is_passed_by_for_the_next_that_takes_writes(here, tmp_path):
    parts = conninfo.conninfo_to_dict(here)
    url = conninfo.make_conninfo(**{**parts, "host": f"{tmp_path}/gone,{parts['host']}", "target_session_attrs": "read-write"})
    entry = database.django_database(url, {})
    database.patient(entry)
    wrapper = connected(entry)
    try:
        with wrapper.cursor() as cursor:
            cursor.execute("SHOW statement_timeout")
            assert cursor.fetchone() == ("30s",)
    finally:
        wrapper.close()


def test_a_question_that_takes_too_long_is_broken_off(here, monkeypatch):
    monkeypatch.setenv("GOLDTHREAD_PATIENCE", "1")
    entry = database.django_database(here, {})
    database.patient(entry)
    with psycopg.connect(here, **entry["OPTIONS"]) as asked, pytest.raises(psycopg.errors.QueryCanceled):
        asked.execute("SELECT pg_sleep(5)")
