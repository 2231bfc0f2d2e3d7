"""An analyst loads returns from the page, leaves, comes back, and finds the children and what was wrong with a row."""

import pytest

from goldthread.record.models import Standing
from tests.running_elsewhere import told_of_the_database
from tests.web.saying import WHY

HEADER = """CHILD,SEX,DOB,ETHNIC,UPN,MOTHER,MC_DOB
4711,2,14/03/2012,WBRI,A123456789012,,
4712,1,30/02/2015,WBRI,A123456789013,,
"""
EPISODES = """CHILD,DECOM,RNE,LS,CIN,PLACE,PLACE_PROVIDER,DEC,REC,REASON_PLACE_CHANGE,HOME_POST,PL_POST,URN
4711,04/05/2020,S,C2,N1,U1,PR1,,,,WR4 2LK,WR1 1AA,SC123456
"""


@pytest.fixture
def files(tmp_path):
    folder = tmp_path / "2021"
    folder.mkdir()
    (folder / "header.csv").write_text(HEADER)
    (folder / "episodes.csv").write_text(EPISODES)
    return sorted(folder.iterdir())


@pytest.fixture
def ana(city, visit, monkeypatch, settings, tmp_path_factory):
    told_of_the_database(monkeypatch, settings, tmp_path_factory.mktemp("home"))
    return visit(city.ana)


def loads(somebody, files):
    somebody.goes_to("/load/")
    somebody.page.get_by_label("Files, one or many").set_input_files(files)
    somebody.page.get_by_role("button", name="Load", exact=True).click()
    somebody.page.wait_for_url("**/load/*/")
    somebody.looks()
    somebody.page.get_by_role("heading", name="New entries").wait_for()
    somebody.looks()


def test_returns_are_loaded_faults_are_named_and_the_child_is_there(ana, files):
    loads(ana, files)
    said = ana.reads()
    assert "header.csv" in said and "30/02/2015" in said and "row 3" in said
    assert Standing.objects.filter(forename="", open=True).count() >= 1
    ana.page.get_by_label("Find a child").fill("4711")
    ana.page.get_by_label("Find a child").press("Enter")
    ana.page.wait_for_url("**q=4711*")
    ana.looks()
    ana.page.locator("main a[href^='/children/']").first.click()
    ana.looks()
    ana.page.get_by_label("The reason").fill(WHY)
    ana.presses("Go on")
    ana.looks()
    assert "14 March 2012" in ana.reads()


def test_the_same_files_again_bring_nothing_new(ana, files):
    loads(ana, files)
    loads(ana, files)
    assert "None: everything in these files was in the record already" in ana.reads()
