"""What tests of backups share: a server, a small database on it, and the files beside it."""

import psycopg
import pytest

from goldthread.running import tools
from goldthread.running.database import User
from tests.running.backing_up import SMALL


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    home = tmp_path_factory.mktemp("backup")
    user = User(home, throwaway=True)
    yield user.url
    user.leave()


@pytest.fixture
def small(server, request):
    """The address of a database as small as it can be."""
    name = f"small_{abs(hash(request.node.name)) % 10**9}"
    with psycopg.connect(server, autocommit=True) as connection:
        connection.execute(f"CREATE DATABASE {name}")
    url = tools.beside(server, name)
    with psycopg.connect(url) as connection:
        connection.execute(SMALL)
    return url


@pytest.fixture
def uploads(tmp_path):
    folder = tmp_path / "uploads"
    (folder / "loads" / "1").mkdir(parents=True)
    (folder / "loads" / "1" / "Kofi’s file.csv").write_bytes(b"CHILD,SEX\n")
    return folder
