"""Sentences with links: everything plain is escaped."""

from goldthread.web import said
from goldthread.web.said import Link, Strong, Tag


def test_a_sentence_keeps_its_links_and_escapes_the_rest():
    sentence = ("See ", Link("Kofi <Larkfield>", "/child/WR-1/?a=1&b=2"), ", 8 & ", Strong("soon"), " ", Tag("Law"))
    assert said.html(sentence) == (
        'See <a href="/child/WR-1/?a=1&amp;b=2">Kofi &lt;Larkfield&gt;</a>, 8 &amp; <b>soon</b> <span class="gt-tag">Law</span>'
    )


def test_a_sentence_can_be_read_without_its_links():
    assert said.plain(("See ", Link("Kofi", "/"), ", 8")) == "See Kofi, 8"
    assert said.plain("As it is") == "As it is"


def test_names_in_a_row_are_each_a_link():
    links = said.listed_links([Link("Ama", "/a"), Link("Kofi", "/k"), Link("Esi", "/e")])
    assert said.plain(links) == "Ama, Kofi and Esi"
    assert said.listed_links([]) == ()
