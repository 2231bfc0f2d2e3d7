import pytest
from django.db import connection


@pytest.mark.django_db
def test_the_tests_have_a_database_of_their_own():
    assert connection.settings_dict["NAME"].startswith("test_")
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('fsync')")
        assert cursor.fetchone() == ("off",)
