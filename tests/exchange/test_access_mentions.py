"""Somebody else who is named in a text is found, however they are named; what is found is only ever marked."""

import random

import pytest

from goldthread.exchange.access.mentions import FAMILY, PERHAPS, WORKER, Finder, Somebody, names_of

OWN = names_of("Kofi", "Larkfield", "Kofi Mensah")
ABENA = Somebody("person:1", "Abena Larkfield", FAMILY, "Mother", names_of("Abena", "Larkfield"))
EFUA = Somebody("person:2", "Efua Larkfield", FAMILY, "Grandparent", names_of("Efua", "Larkfield"))
ROSE = Somebody("person:3", "Rose O’Neil", FAMILY, "Aunt or uncle", names_of("Rose", "O’Neil"))
PRIYA = Somebody("worker:1", "Priya Fenwater", WORKER, "Social worker", names_of("Priya Fenwater"))


def found(text, *more):
    finder = Finder(OWN, [ABENA, EFUA, ROSE, PRIYA, *more])
    return [(text[m.start : m.end], m.who) for m in finder.mentions(text)]


@pytest.mark.parametrize(
    "text, named",
    [
        ("Abena was tired.", [("Abena", "person:1")]),
        ("he said ABENA was out, abena’s phone was off", [("ABENA", "person:1"), ("abena’s", "person:1")]),
        ("Mum, Abena Larkfield, came.", [("Abena Larkfield", "person:1")]),
        ("Priya Fenwater rang.", [("Priya Fenwater", "worker:1")]),
        ("with rose o'neil", [("o'neil", "person:3")]),
        ("Rose O'Neil stayed.", [("Rose O'Neil", "person:3")]),
        ("Kofi was well. Kofi Larkfield smiled.", []),
        ("he rose at six in may", []),
        ("a rose for Rose", [("Rose", "person:3")]),
        ("Abená rang", [("Abená", "person:1")]),
    ],
)
def test_those_whom_the_record_knows_are_found_by_any_of_their_names(text, named):
    assert found(text) == named


def test_a_surname_that_is_also_the_persons_own_is_somebody_elses_after_a_title():
    assert found("Then Larkfield left.") == []
    [(words, who)] = found("Mrs Larkfield opened.")
    assert words == "Mrs Larkfield" and who == "name:larkfield"


def test_a_name_that_fits_two_people_says_so_and_is_neither_of_them():
    finder = Finder(OWN, [ABENA, EFUA])
    [mention] = finder.mentions("Mrs. Larkfield")
    one = finder.found[mention.who]
    assert one.kind == FAMILY and "Abena Larkfield, Efua Larkfield" in one.called


@pytest.mark.parametrize(
    "text, words",
    [
        ("Terence Vole rang at nine.", ["Terence Vole"]), ("Today he saw Terence.", ["Terence"]), ("PC Rowan Ashmere came.", ["PC Rowan Ashmere"]),
        ("Coach Ray says so.", ["Coach Ray"]), ("Ring 01632 960 142 first.", ["01632 960 142"]), ("Write to t.vole@example.org today.", ["t.vole@example.org"]),
        ("Mornings are hard. Heating on.", []), ("On Monday Mum slept.", []), ("He said: It is fine", []), ("Nobody", []), ("", []),
    ],
)  # fmt: skip
def test_what_looks_like_a_name_or_a_number_is_shown_to_a_person(text, words):
    finder = Finder(OWN, [ABENA])
    mentions = finder.mentions(text)
    assert [text[m.start : m.end] for m in mentions] == words
    assert {finder.found[m.who].kind for m in mentions} <= {PERHAPS}


def test_a_name_to_look_for_is_found_like_any_other():
    assert found("then bee came", Somebody("look:Auntie Bee", "Auntie Bee", FAMILY, "", names_of("Auntie Bee")))[0] == ("bee", "look:Auntie Bee")


def test_no_place_where_a_known_name_stands_is_missed_and_places_never_overlap():
    """Names put at random among other words, in any case and with any mark after them."""
    chance = random.Random(20261120)
    around = ["the", "boy", "Heating", "on;", "He", "said", "and", "Kofi", "at", "home.", "(quiet)", "Mum", "\n", "St."]
    for _ in range(300):
        names = [chance.choice(["Abena", "EFUA", "efua", "O’Neil", "Fenwater"]) for _ in range(3)]
        words = [w for name in names for w in (*chance.choices(around, k=chance.randint(1, 5)), "then", name + chance.choice(["", ".", ",", "’s", "!", ")"]), "so")]
        text = " ".join(words)
        mentions = Finder(OWN, [ABENA, EFUA, ROSE, PRIYA]).mentions(text)
        assert all(a.end <= b.start for a, b in zip(mentions, mentions[1:], strict=False))
        left = "".join(text[a:b] for a, b in zip([0, *(m.end for m in mentions)], [*(m.start for m in mentions), len(text)], strict=True))
        assert not any(name.lower() in left.lower() for name in names), text
