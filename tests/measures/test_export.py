"""Facts in files: nothing of what people wrote, nothing lost on the way, nothing half written."""

from datetime import date, datetime

import pyarrow.parquet as parquet
import pytest

from goldthread.clock.times import LONDON
from goldthread.measures import MEASURES, facts
from goldthread.measures.examples import Example, Somebody, _line
from goldthread.measures.export import copy_to_parquet, export_facts
from goldthread.measures.figures import CannotReplay, figures
from goldthread.measures.sources import Parquet, Postgres
from goldthread.record.fields import Line, Postcode, Words
from goldthread.record.register import REGISTER, entry_type
from tests.measures.telling import keep

pytestmark = pytest.mark.django_db
MARCH = date(2026, 3, 31)


@pytest.fixture
def written(tmp_path):
    keep(Example("", (Somebody({"born": date(2014, 1, 1)}, (_line("referral 2026-03-02 decision=accepted source=2A"), _line("contact 2026-03-02"))),)))
    export_facts(tmp_path)
    return tmp_path


def test_every_relation_that_is_read_from_the_record_has_a_file(written):
    assert {file.stem for file in written.iterdir()} == set(facts.RECORDED)


def test_no_words_and_no_names_leave_the_record():
    for name in facts.ENTRY_TYPES:
        prose = {f.name for f in entry_type(name).questions() if isinstance(f, Words | Line | Postcode)}
        assert not prose & set(facts.columns(name)), name


def test_an_entry_type_that_measures_do_not_count_is_not_exported():
    assert {"note", "relationship", "booking"} <= set(REGISTER) - set(facts.ENTRY_TYPES)


def test_not_said_and_empty_stay_apart(written):
    [row] = parquet.read_table(written / "contact.parquet").to_pylist()
    assert (row["about_domestic_abuse"], row["agencies_heard"], row["decided_at"]) == (None, None, None)
    assert row["outcome"] == ""
    [referral] = parquet.read_table(written / "referral.parquet").to_pylist()
    assert (referral["day"], referral["until"], referral["ends"], referral["source"]) == (date(2026, 3, 2), None, date(9999, 12, 31), "2A")


def test_a_relation_without_rows_is_a_file_without_rows(written):
    table = parquet.read_table(written / "protection_plan.parquet")
    assert table.num_rows == 0
    assert table.column_names == list(facts.columns("protection_plan"))


def test_figures_of_an_empty_record_are_nobody(tmp_path):
    export_facts(tmp_path)
    found = figures(Parquet(tmp_path), list(MEASURES), [MARCH])
    assert {(f.numerator, f.denominator, f.unknown) for f in found} == {(0, 0, 0)}
    assert found == figures(Postgres(), list(MEASURES), [MARCH])


def test_very_many_rows_go_through_in_pieces(tmp_path):
    file = tmp_path / "numbers.parquet"
    assert copy_to_parquet("SELECT n, 'x' || n FROM generate_series(1, 300000) n", {"n": "bigint", "said": "text"}, file) == 300_000
    table = parquet.ParquetFile(file)
    assert table.num_row_groups > 0
    assert table.read(columns=["n"]).column("n").to_pylist()[-1] == 300_000


def test_a_query_that_fails_leaves_no_file_behind(tmp_path):
    file = tmp_path / "numbers.parquet"
    with pytest.raises(Exception, match="nowhere"):
        copy_to_parquet("SELECT n FROM nowhere", {"n": "bigint"}, file)
    assert not file.exists()


def test_a_folder_without_facts_is_refused_by_name(tmp_path):
    with pytest.raises(FileNotFoundError, match=r"has no person\.parquet"):
        Parquet(tmp_path)


def test_entries_may_be_counted_as_they_were_known_at_a_moment(written):
    before, after = (datetime(2026, 3, day, 12, tzinfo=LONDON) for day in (1, 3))
    assert figures(Postgres(), ["referrals"], [MARCH], known=before)[0].numerator == 0
    assert figures(Postgres(), ["referrals"], [MARCH], known=after)[0].numerator == 1


def test_duties_may_not_and_the_sentence_says_so(written):
    with pytest.raises(CannotReplay, match="worked out from what is known now"):
        figures(Postgres(), ["cp_seen_in_time"], [MARCH], known=datetime(2026, 3, 3, tzinfo=LONDON))


def test_files_are_as_they_were_when_they_were_written(written):
    with pytest.raises(ValueError, match="Ask the record itself"):
        figures(Parquet(written), ["referrals"], [MARCH], known=datetime(2026, 3, 3, tzinfo=LONDON))
