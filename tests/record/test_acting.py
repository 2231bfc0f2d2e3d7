"""Who acts is told to each connection before it is asked, and to no other."""

from threading import Thread

import psycopg
import pytest
from django.db import OperationalError, connection, transaction
from psycopg import conninfo
from psycopg_pool import ConnectionPool

from goldthread.record.acting import APPLICATION, Acting, acting, counting, current, forget, telling
from goldthread.record.asking import ask
from tests.record.conftest import NOW

ONE, OTHER = Acting(1, NOW), Acting(2, NOW)
WHO = "SELECT current_user, current_setting('goldthread.actor', true), current_setting('goldthread.work', true)"


def told():
    """Who acts, as the database has been told: the worker's number, or the role where nobody was named."""
    with connection.cursor() as cursor:
        cursor.execute(WHO)
        role, actor, _ = cursor.fetchone()
    return int(actor) if actor and role == APPLICATION else role


@pytest.fixture
def owner(db):
    return told()


def test_two_in_turn_on_one_connection_are_never_taken_for_each_other(owner):
    assert owner != APPLICATION
    for who in (ONE, OTHER, ONE):
        with acting(who):
            assert told() == who.worker
    assert told() == owner


def test_an_exception_between_two_leaves_nothing_of_the_first(owner):
    with pytest.raises(ZeroDivisionError), acting(ONE):
        assert told() == 1
        raise ZeroDivisionError
    assert told() == owner
    with acting(OTHER):
        assert told() == 2


def test_a_savepoint_that_is_rolled_back_leaves_whoever_acts_now(owner):
    with acting(ONE):
        with pytest.raises(ZeroDivisionError), transaction.atomic(), acting(OTHER):
            assert told() == 2
            raise ZeroDivisionError
        assert told() == 1


def test_a_question_that_fails_inside_a_savepoint_leaves_whoever_acts_now(owner):
    with acting(ONE):
        with pytest.raises(Exception, match="nowhere"), transaction.atomic(), acting(OTHER):
            ask(("SELECT * FROM nowhere", []))
        assert told() == 1
    assert told() == owner


def test_questions_in_one_trip_are_asked_by_whoever_acts(owner):
    with acting(ONE):
        assert ask((WHO, []), (WHO, [])) == [[(APPLICATION, "1", "")]] * 2


def test_counting_is_over_with_its_block(owner):
    with acting(ONE):
        with counting():
            assert ask((WHO, []))[0][0][2] == "counting"
        assert ask((WHO, []))[0][0][2] == ""
    with counting():
        assert told() == owner  # nobody in particular works as whoever signed in


def test_a_thread_of_its_own_acts_for_nobody(owner):
    found = []
    with acting(ONE):
        thread = Thread(target=lambda: found.append(current.get()))
        thread.start()
        thread.join()
    assert found == [None]


def address(user):
    """Of the tests' database, for another user."""
    s = connection.settings_dict
    return conninfo.make_conninfo(dbname=s["NAME"], user=user, host=s["HOST"], port=s["PORT"] or 5432)


def test_a_connection_goes_back_to_the_pool_acting_for_nobody(owner):
    with ConnectionPool(address(owner), min_size=1, max_size=1, reset=forget, open=True) as pool:
        for fails in (False, True):
            with pool.connection() as one:
                one.execute(*telling(ONE, here=False))
                one.goldthread_told = ONE
                if fails:
                    with pytest.raises(psycopg.Error):
                        one.execute("SELECT * FROM nowhere")
                    one.rollback()
            with pool.connection() as one:
                assert one.execute(WHO).fetchone() == (owner, "", "")


def test_signed_in_as_the_application_nobody_sees_anything_until_somebody_acts(owner):
    with psycopg.connect(address(APPLICATION), autocommit=True) as one:
        assert one.execute("SELECT gt_way(), (SELECT count(*) FROM record_person)").fetchone() == ("none", 0)
        one.execute(*telling(ONE, here=False))
        assert one.execute("SELECT current_user, gt_actor()").fetchone() == (APPLICATION, 1)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            one.execute("SET ROLE " + owner)
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            one.execute("ALTER TABLE record_person DISABLE ROW LEVEL SECURITY")
        with pytest.raises(psycopg.errors.InsufficientPrivilege):
            one.execute("CREATE TABLE mine (id int)")


@pytest.fixture
def free(transactional_db):
    """A connection of its own with no transaction around it, as a request has."""
    made = connection.copy()
    made.settings_dict = {**connection.settings_dict, "OPTIONS": {name: option for name, option in connection.settings_dict["OPTIONS"].items() if name != "pool"}}
    yield made
    made.close()


def asked(one):
    with one.cursor() as cursor:
        cursor.execute(WHO)
        return cursor.fetchone()


def test_a_transaction_ends_whatever_is_to_be_told_again_after_it(free):
    with acting(ONE):
        for wrote in (free.tell_again, lambda: None):
            free.set_autocommit(False)
            assert asked(free)[1] == "1"
            wrote()
            free.commit()
            free.set_autocommit(True)
            assert free.get_autocommit() and asked(free)[1] == "1"


def test_whether_a_connection_commits_by_itself_can_be_asked_though_its_server_is_gone(free):
    with acting(ONE):
        asked(free)
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_terminate_backend(%s, 5000)", [free.connection.info.backend_pid])
    with acting(OTHER):
        assert free.get_autocommit()
        with pytest.raises(OperationalError):
            asked(free)
