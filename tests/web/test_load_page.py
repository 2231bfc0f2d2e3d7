"""Loading from a page: sent, left, returned to, and ending with the same report as the command."""


import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldthread.exchange.loading import load
from goldthread.exchange.report import Report
from goldthread.exchange.rows import Fault
from goldthread.record.models import Standing, Version
from goldthread.web.loading import keeping, views, work
from goldthread.web.loading.models import BROKEN, DONE, REFUSED, RUNNING, WAITING, LoadRun
from tests.web import family
from tests.web.family import NOW, signed_in
from tests.web.loads import HEADER, REVIEWS, begun
from tests.web.visiting import text_of


@pytest.fixture(autouse=True)
def the_clock(settings):
    settings.GOLDTHREAD_NOW = "2026-11-20T17:28"


@pytest.fixture
def office(db):
    return family.office()


@pytest.fixture
def ana(office):
    return signed_in(office["ana"])


@pytest.fixture
def at_once(monkeypatch):
    """What the page starts in the background happens here and now."""
    monkeypatch.setattr(views, "start", lambda run: work.carry_out(run.pk, lambda: NOW))


def sent(**more):
    return {"files": [SimpleUploadedFile("header_2020.csv", HEADER), SimpleUploadedFile("reviews_2020.csv", REVIEWS)], **more}


# What a person sees


def test_files_are_loaded_and_the_report_is_that_of_the_command(ana, at_once):
    page = ana.post("/load/", sent(), follow=True)
    run = LoadRun.objects.get()
    assert run.status == DONE and run.ended_at == NOW
    assert Standing.objects.count() == run.report["children"] == 2
    words = text_of(page)
    assert "loaded" in words and "2 files, sent Fri 20 Nov 2026, 5:28pm" in words
    for file in run.report["files"]:
        assert file["file"] in words
    for fault in run.report["faults"]:
        assert f"row {fault['row']}" in words


def test_what_is_no_fault_and_should_be_known_all_the_same_is_told(ana, at_once):
    words = text_of(ana.post("/load/", sent(), follow=True))
    (note,) = LoadRun.objects.get().report["notes"]
    assert note.startswith("Open children whom nobody here holds wait in the queue Children from returns, which") and note in words


def test_the_report_of_the_page_equals_the_report_of_the_command(ana, office, at_once, tmp_path):
    ana.post("/load/", sent())
    from_page = LoadRun.objects.get().report
    (tmp_path / "header_2020.csv").write_bytes(HEADER)
    (tmp_path / "reviews_2020.csv").write_bytes(REVIEWS)
    again = load([tmp_path], NOW, by=office["ana"].pk).as_dict()
    assert {key: again[key] for key in ("files", "rows", "children", "faults")} == {key: from_page[key] for key in ("files", "rows", "children", "faults")}
    assert sum(again["entries"].values()) == 0


def test_the_whole_report_can_be_taken_away_as_a_file(ana, at_once):
    ana.post("/load/", sent())
    run = LoadRun.objects.get()
    answer = ana.get(f"/load/{run.pk}/report.json")
    assert answer.json() == run.report and "attachment" in answer["Content-Disposition"]


def test_what_is_loaded_is_written_in_the_name_of_whoever_sent_it(ana, office, at_once):
    ana.post("/load/", sent())
    assert set(Version.objects.filter(origin__isnull=False).values_list("by", flat=True)) == {office["ana"].pk}


def test_with_strict_a_fault_loads_nothing_and_the_faults_are_still_named(ana, at_once):
    page = text_of(ana.post("/load/", sent(strict="yes"), follow=True))
    run = LoadRun.objects.get()
    assert run.status == REFUSED and not Standing.objects.exists()
    assert run.report["faults"] and "nothing was loaded" in page


def test_a_load_that_goes_on_can_be_left_and_returned_to(ana, office, monkeypatch):
    monkeypatch.setattr(views, "start", lambda run: None)
    monkeypatch.setattr(work, "is_at_it", lambda number: True)
    page = text_of(ana.post("/load/", sent(), follow=True))
    assert "You can leave this page" in page and "begins in a moment" in page
    LoadRun.objects.update(status=RUNNING, progress={"what": "rows", "done": 12000})
    assert "12,000 rows so far" in text_of(ana.get(f"/load/{LoadRun.objects.get().pk}/"))
    assert "under way" in text_of(ana.get("/load/"))


def test_the_files_are_removed_once_they_are_loaded(ana, at_once):
    ana.post("/load/", sent())
    assert not keeping.folder_of(LoadRun.objects.get().pk).exists()


def test_choosing_no_file_says_what_to_do(ana):
    page = ana.post("/load/", {})
    assert page.status_code == 422 and "Choose the files first" in text_of(page) and not LoadRun.objects.exists()


def test_too_much_at_once_says_how_much_and_what_to_do(ana, monkeypatch):
    monkeypatch.setattr(keeping, "MOST_MEGABYTES", 0)
    page = ana.post("/load/", sent())
    assert page.status_code == 422 and "send them in parts" in text_of(page) and not LoadRun.objects.exists()


def test_no_room_on_the_server_is_said_before_anything_is_written(ana, monkeypatch):
    monkeypatch.setattr(keeping.shutil, "disk_usage", lambda _: type("Usage", (), {"free": 1}))
    page = ana.post("/load/", sent())
    assert page.status_code == 422 and "not enough room" in text_of(page)


@pytest.mark.parametrize("content", [b"", b"\x00\x01\x02", b"%PDF-1.4", b"not,a,return\n1,2,3\n", b"<unfinished"])
def test_a_file_that_is_no_return_is_named_with_a_sentence(ana, at_once, content):
    files = [SimpleUploadedFile("odd.csv", content or b" ")]
    page = text_of(ana.post("/load/", {"files": files}, follow=True))
    run = LoadRun.objects.get()
    assert run.status == DONE and [f["file"] for f in run.report["faults"]] == ["odd.csv"]
    assert run.report["faults"][0]["message"][:40] in page


# Who may


@pytest.mark.parametrize("name", ["priya", "ngozi", "carys"])
def test_a_role_that_does_not_load_is_refused(office, name, at_once):
    client = signed_in(office[name])
    run = LoadRun.objects.create(worker=office["ana"], begun_at=NOW, status=DONE, report={"faults": [], "files": []})
    for answer in (client.get("/load/"), client.post("/load/", sent()), client.get(f"/load/{run.pk}/"), client.get(f"/load/{run.pk}/report.json")):
        assert answer.status_code == 403
    assert LoadRun.objects.count() == 1 and not Standing.objects.exists()


def test_without_a_sign_in_nothing_is_loaded(db):
    answer = Client().post("/load/", sent())
    assert answer.status_code == 302 and "/accounts/login/" in answer.url and not LoadRun.objects.exists()


def test_a_load_that_never_was_is_not_there(ana):
    assert ana.get("/load/999/").status_code == 404


# Names of files


@pytest.mark.parametrize(
    ("name", "kept"),
    [
        ("header.csv", "header.csv"), ("2019/ssda903/header.csv", "2019/ssda903/header.csv"),
        ("../../etc/passwd", "etc/passwd"), ("/etc/passwd", "etc/passwd"), (r"C:\Returns\2020\header.csv", "C_/Returns/2020/header.csv"),
        (".hidden", "hidden"), ("a\0b.csv", "a_b.csv"), ("..", "file"), ("", "file"), ("été 2020.xml", "été 2020.xml"),
        ("x" * 300 + ".csv", "x" * 76 + ".csv"), ("a/b/c/d/e/f/g/h.csv", "c/d/e/f/g/h.csv"), ("<script>.csv", "_script_.csv"),
    ],
)  # fmt: skip
def test_a_name_cannot_climb_out_or_hide(name, kept):
    assert str(keeping.safe_path(name)) == kept


def test_two_files_of_one_name_are_both_kept(db):
    files = [(SimpleUploadedFile("header.csv", text), "header.csv") for text in (b"one", b"two", b"three")]
    try:
        assert keeping.keep(1, files) == ["header.csv", "another 2/header.csv", "another 3/header.csv"]
        assert (keeping.folder_of(1) / "another 2/header.csv").read_bytes() == b"two"
    finally:
        keeping.remove(1)


def test_the_folders_of_a_folder_are_kept_where_the_browser_tells_them(ana, monkeypatch):
    monkeypatch.setattr(views, "start", lambda run: None)
    files = [SimpleUploadedFile("header.csv", HEADER), SimpleUploadedFile("header.csv", HEADER)]
    ana.post("/load/", {"folder": files, "folder_path": ["Returns/2019/header.csv", "Returns/2020/header.csv"]})
    run = LoadRun.objects.get()
    keeping.remove(run.pk)
    assert run.files == ["Returns/2019/header.csv", "Returns/2020/header.csv"]


def test_paths_that_do_not_fit_the_files_are_not_believed(ana, monkeypatch):
    monkeypatch.setattr(views, "start", lambda run: None)
    ana.post("/load/", {"folder": [SimpleUploadedFile("header.csv", HEADER)], "folder_path": ["a.csv", "b.csv"]})
    run = LoadRun.objects.get()
    keeping.remove(run.pk)
    assert run.files == ["header.csv"]


# When something goes wrong


def test_an_error_while_loading_is_told_and_nothing_is_kept(ana, at_once, monkeypatch, caplog):
    monkeypatch.setattr(work, "load", lambda *_, **__: 1 / 0)
    page = text_of(ana.post("/load/", sent(), follow=True))
    run = LoadRun.objects.get()
    assert run.status == BROKEN and "Nothing of them was kept" in page and "ZeroDivisionError" not in page
    assert "ZeroDivisionError" in caplog.text and not keeping.folder_of(run.pk).exists()


def test_a_report_of_words_that_the_database_cannot_hold_is_kept_without_them(ana, office, monkeypatch):
    odd = Report(rows=1, faults=[Fault("a\0b.csv", "", 1, "\ud800", "“\0” and \\u0000 and \udcff are no dates")])
    monkeypatch.setattr(work, "load", lambda *_, **__: odd)
    run = begun(office["ana"])
    work.carry_out(run.pk, lambda: NOW)
    run.refresh_from_db()
    assert run.status == DONE and run.report["faults"][0]["file"] == "ab.csv" and "are no dates" in run.words
    assert ana.get(f"/load/{run.pk}/").status_code == 200


def test_a_load_that_never_began_is_called_so_after_a_while(office):
    run = begun(office["ana"], status=WAITING)
    assert work.looked_after(run, NOW).status == WAITING
    assert work.looked_after(run, NOW + work.TIME_TO_START * 2).status == BROKEN
    assert not keeping.folder_of(run.pk).exists()
