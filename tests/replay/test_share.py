"""One database goes from file to file, and leaves nothing behind."""

import pytest

from goldthread.duties.replay.share import Share, connected, kept, leave


@pytest.fixture
def share(tmp_path):
    share = Share(1, 200, str(tmp_path / "aside"))
    yield share
    leave(share)


def test_what_one_file_laid_out_is_there_for_the_next(share):
    with kept(share) as first:
        first.execute("CREATE TEMP TABLE laid_out AS SELECT 1 AS one")
    with kept(share) as second:
        assert second.execute("SELECT one FROM laid_out").fetchall() == [(1,)]


def test_after_a_fault_the_next_file_begins_anew(share):
    with pytest.raises(ZeroDivisionError), kept(share) as first:
        first.execute("CREATE TEMP TABLE laid_out AS SELECT 1 AS one")
        raise ZeroDivisionError
    with kept(share) as second:
        assert second.execute("SELECT count(*) FROM duckdb_tables()").fetchone() == (0,)


def test_another_share_is_another_database(share):
    other = share._replace(megabytes=300)
    with kept(share) as one, kept(other) as two:
        assert one is not two
    leave(other)


@pytest.mark.parametrize("how", [connected, kept])
def test_what_was_put_aside_goes_with_the_database(share, tmp_path, how):
    with how(share):
        assert list((tmp_path / "aside").iterdir())
    leave(share)
    assert not list((tmp_path / "aside").iterdir())


@pytest.mark.parametrize("processes", [1, 2])
def test_a_run_leaves_nothing_where_the_machine_keeps_what_is_temporary(events, run, tmp_path, monkeypatch, processes):
    aside = tmp_path / "temporary"
    aside.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(aside))
    monkeypatch.setenv("TMPDIR", str(aside))
    status, _, said = run(events, "--on", "2026-11-20", "--out", tmp_path / "out", "--processes", processes)
    assert status == 0, said
    assert not list(aside.iterdir())
