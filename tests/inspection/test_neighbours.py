"""What others publish, laid beside our own figures: known by its columns, kept once, and never taken for more than it says."""

from datetime import UTC, date, datetime

import pytest
from django.db import DatabaseError, transaction

from goldthread.inspection import neighbours
from goldthread.inspection.models import Authority, Claim, Neighbour, PublishedFigure
from goldthread.inspection.published import CannotBeRead, read
from tests.real.shared import DATA, needs_data

NOW = datetime(2026, 11, 20, 17, 28, tzinfo=UTC)
LATER = datetime(2026, 11, 21, 9, 0, tzinfo=UTC)

NEAR = """\ufeffurn,la_code,la_code_new,stat_neighbours,local_authority_ons_name,region_code,region_name,rgn22cd,rgn22nm
1,901,E06009901,"902, 903",Saltmouth,SE,South East,E12000008,South East
2,902,E06009902,"901, 903","Oxmere, City of",SE,South East,E12000008,South East
3,903,E06009903,,St. Ebb,NW,North West,E12000002,North West
"""
JUDGED = """urn,authority,la_code,region,form,inspection_start,inspection_end,published,overall_effectiveness,help_and_protection,doubtful,note
1,Saltmouth,901,South East,ilacs_2023,2023-07-10,2023-07-21,2023-09-04,good,requires_improvement,,
2,Oxmere,902,South East,ilacs_2026_no_overall,,2026-05-08,2026-06-20,,inadequate,not checked against the report,grade wraps over the page
"""
FIGURES = """time_period,time_identifier,geographic_level,country_code,country_name,region_code,region_name,old_la_code,new_la_code,la_name,characteristic,number,pc_within_15
202324,Financial year,National,E92000001,England,,,,,,Total,72000,77.9
202324,Financial year,Regional,E92000001,England,E12000008,South East,,,,Total,9000,74
202324,Financial year,Local authority,E92000001,England,E12000008,South East,901,E06009901,Saltmouth,Total,300,81
202324,Financial year,Local authority,E92000001,England,E12000008,South East,902,E06009902,Oxmere,Total,c,c
202324,Financial year,Local authority,E92000001,England,E12000002,North West,903,E06009903,St Ebb,Total,150,low
202324,Financial year,Local authority,E92000001,England,E12000008,South East,901,E06009901,Saltmouth,Under 1,12,50
202223,Financial year,Local authority,E92000001,England,E12000008,South East,901,E06009901,Saltmouth,Total,280,70
"""


def keep(text, name="list.csv", now=NOW):
    return neighbours.keep(text.encode(), name, now=now)


# Reading


@pytest.mark.parametrize(("text", "kind"), [(NEAR, "neighbours"), (JUDGED, "judgements"), (FIGURES, "statistics"), ("Local authority,Region\nSaltmouth,South East\n", "regions")])
def test_a_list_is_known_by_its_columns_whatever_its_name(text, kind):
    assert read(text.encode(), "anything.txt").kind == kind
    assert read(text.replace("\n", "\r\n").encode(), "anything.txt").kind == kind


@pytest.mark.parametrize("text", ["", "name,age\nKofi,8\n", "time_period,geographic_level\n2024,National\n", "\0\1\2"])
def test_what_is_no_published_list_is_refused_with_what_was_expected(text):
    with pytest.raises(CannotBeRead, match="is not a text table|none of the published lists|no column of figures"):
        read(text.encode(), "file.csv")


def test_columns_in_another_order_and_with_semicolons_are_read():
    assert read(b"Region;Local authority\nSouth East;Saltmouth\n", "r.csv").places[0].region == "South East"


def test_a_row_that_is_too_short_is_said_and_the_others_are_read():
    found = read((JUDGED + "3,Saltmouth\n").encode(), "j.csv")
    assert found.faults == ("Row 4 has no authority or no day that can be read and was left out.",) and len(found.judged) == 3


def test_figures_and_symbols_are_kept_as_published_and_words_are_taken_for_a_filter():
    found = read(FIGURES.encode(), "f.csv").figures
    assert {figure.series for figure in found} == {"number", "pc_within_15"}
    assert [f.value for f in found if f.place == "902"] == ["c", "c"] and [f.value for f in found if f.place == "903"][1] == "low"
    assert {f.group for f in found} == {"", "characteristic: Under 1"}


def test_a_name_is_the_same_however_a_list_spells_it():
    for one, other in (("Kingston Upon Hull, City of", "Kingston upon Hull"), ("Bedford Borough", "Bedford"), ("St. Helens", "St Helens"),
                       ("Bournemouth, Christchurch & Poole", "Bournemouth Christchurch and Poole"), ("Derbyshire County Council", "Derbyshire")):  # fmt: skip
        assert neighbours.plain(one) == neighbours.plain(other)
    assert neighbours.plain("Derby") != neighbours.plain("Derbyshire")


# Keeping

db = pytest.mark.django_db


@db
def test_the_same_file_again_adds_nothing_and_a_newer_one_adds_what_changed():
    for text in (NEAR, JUDGED, FIGURES):
        assert keep(text).added > 0
        assert keep(text, now=LATER).says() == f"list.csv: {read(text.encode(), 'x').kind}, nothing new in it."
    assert keep(FIGURES.replace(",300,81", ",300,82"), now=LATER).added == 1
    assert PublishedFigure.objects.filter(la_code="901", measure="pc_within_15", period="202324", group="").count() == 2


@db
def test_what_was_kept_is_never_changed_or_removed():
    keep(NEAR), keep(FIGURES)
    for rows in (Authority.objects, Neighbour.objects, PublishedFigure.objects):
        with pytest.raises(DatabaseError, match="never overwritten"), transaction.atomic():
            rows.all().delete()


@db
def test_a_list_that_knows_less_takes_nothing_away():
    keep(NEAR), keep("Local authority,Region\nSaltmouth,Somewhere else\nNowhere,North\n"), keep(JUDGED), keep(FIGURES)
    held = neighbours.authorities()
    assert (held["901"].region, held["901"].region_code, held["902"].name) == ("South East", "E12000008", "Oxmere, City of")
    assert set(held) == {"901", "902", "903"}


@db
def test_a_new_list_of_neighbours_stands_instead_of_the_old_one():
    keep(NEAR)
    assert neighbours.neighbour_codes("901") == ["902", "903"]
    keep(NEAR.replace('"902, 903"', '"903"'), now=LATER)
    assert neighbours.neighbour_codes("901") == ["903"] and neighbours.neighbour_codes("902") == ["901", "903"]


@db
def test_judgements_become_claims_with_their_source_and_their_doubt():
    keep(JUDGED, "outcomes.csv")
    one = Claim.objects.get(authority="Saltmouth", area="overall_effectiveness")
    assert (one.scale, one.grade, one.day, one.source_day) == ("ilacs_2023", "good", date(2023, 7, 21), date(2023, 9, 4))
    assert one.source.startswith("outcomes.csv")
    doubt = Claim.objects.get(authority="Oxmere")
    assert doubt.words == "doubtful: not checked against the report; grade wraps over the page" and doubt.grade == "inadequate"


# Asking


@db
def test_a_figure_stands_beside_neighbours_region_and_england_of_the_same_period():
    keep(NEAR), keep(FIGURES)
    found = [(line.name, line.value, line.period) for line in neighbours.figures_beside("pc_within_15", "901")]
    assert found == [("Saltmouth", "81", "202324"), ("Oxmere, City of", "c", "202324"), ("St. Ebb", "low", "202324"),
                     ("South East (region)", "74", "202324"), ("England", "77.9", "202324")]  # fmt: skip


@db
def test_an_authority_nobody_has_named_stands_beside_england_alone():
    keep(FIGURES)
    assert [line.name for line in neighbours.figures_beside("number", "999")] == ["England"]
    assert neighbours.figures_beside("nothing", "901") == []


@db
def test_judgements_are_those_of_the_newest_inspection_however_the_name_is_spelt():
    keep(JUDGED), keep(JUDGED.replace("2023-07-21", "2019-07-21").replace(",good,", ",inadequate,"), now=LATER)
    found = neighbours.judgements(["Saltmouth", "Oxmere, City of", "St. Ebb"])
    assert {claim.day for claim in found["Saltmouth"]} == {date(2023, 7, 21)} and len(found["Oxmere, City of"]) == 1
    assert "St. Ebb" not in found


@db
def test_somebody_chooses_whose_neighbours_stand_beside_us_and_the_newest_choice_stands(django_user_model):
    keep(NEAR)
    quality = django_user_model.objects.create_user("quality", None, name="Quality", role="quality_lead")
    assert neighbours.beside() == ""
    neighbours.choose("901", now=NOW, by=quality)
    neighbours.choose("902", now=LATER, by=quality)
    assert neighbours.beside() == "902"
    with pytest.raises(ValueError, match="Choose an authority"):
        neighbours.choose("999", now=NOW, by=quality)


@db
def test_somebody_says_which_published_series_is_like_a_measure_and_may_take_it_back(django_user_model):
    keep(FIGURES)
    quality = django_user_model.objects.create_user("quality", None, name="Quality", role="quality_lead")
    assert neighbours.likened("enquiry_to_conference") is None
    neighbours.liken("enquiry_to_conference", "pc_within_15", "Their year \0ends in March.", now=NOW, by=quality)
    assert neighbours.likened("enquiry_to_conference").why == "Their year ends in March."
    neighbours.liken("enquiry_to_conference", "", "", now=LATER, by=quality)
    assert neighbours.likened("enquiry_to_conference") is None
    for unheld in ("no_such", "no\0such"):
        with pytest.raises(ValueError, match="Choose a series"):
            neighbours.liken("enquiry_to_conference", unheld, "", now=NOW, by=quality)


# The command


@db
def test_the_command_keeps_every_file_it_can_and_names_those_it_cannot(tmp_path, capsys):
    for name, text in (("near.csv", NEAR), ("children.csv", "name,age\n")):
        (tmp_path / name).write_text(text)
    assert neighbours.main([str(tmp_path / name) for name in ("near.csv", "children.csv", "absent.csv")], now=NOW) == 1
    told = capsys.readouterr()
    assert "near.csv: neighbours, 7 rows added." in told.out
    assert "children.csv is none of the published lists" in told.err and "absent.csv cannot be opened" in told.err


# The real lists


@needs_data
@db
def test_the_published_lists_are_kept_whole():
    reference, outcomes = DATA / "reference", DATA / "ofsted" / "outcomes.csv"
    for path in (reference / "la_lookup_statistical_neighbours.csv", reference / "local_authorities_and_regions.csv", outcomes):
        assert neighbours.keep(path.read_bytes(), path.name, now=NOW).faults == ()
    held = neighbours.authorities()
    assert len(held) >= 150 and Claim.objects.values("authority").distinct().count() == 145
    birmingham = next(code for code, one in held.items() if one.name == "Birmingham")
    near = neighbours.neighbour_codes(birmingham)
    assert len(near) == 10 and all(code in held for code in near)
    judged = neighbours.judgements(held[code].name for code in near)
    assert len(judged) >= 9 and all(claims for claims in judged.values())
