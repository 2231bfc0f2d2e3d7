"""Sentences with links in them, as values: a view says them, a template prints them, nothing is marked safe on the way."""

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString


@dataclass(frozen=True, slots=True)
class Link:
    """Words that open something."""

    text: str
    href: str

    def html(self) -> SafeString:
        return format_html('<a href="{}">{}</a>', self.href, self.text)


@dataclass(frozen=True, slots=True)
class Strong:
    """Words that matter most in their sentence."""

    text: str

    def html(self) -> SafeString:
        return format_html("<b>{}</b>", self.text)


@dataclass(frozen=True, slots=True)
class Tag:
    """Where a duty comes from, in a small frame."""

    text: str

    def html(self) -> SafeString:
        return format_html('<span class="gt-tag">{}</span>', self.text)


Part = str | Link | Strong | Tag
Sentence = str | tuple[Part, ...]


def html(sentence: Sentence) -> SafeString:
    """The sentence as HTML, every plain part escaped."""
    parts = (sentence,) if isinstance(sentence, str) else sentence
    return format_html_join("", "{}", ((part if isinstance(part, str) else part.html(),) for part in parts))


def plain(sentence: Sentence) -> str:
    """The sentence without its links and weights."""
    parts = (sentence,) if isinstance(sentence, str) else sentence
    return "".join(part if isinstance(part, str) else part.text for part in parts)


def listed_links(links: Iterable[Link], last: str = " and ") -> tuple[Part, ...]:
    """Links in a row: 'Ama, Kofi and Esi'."""
    items = list(links)
    parts: list[Part] = []
    for position, link in enumerate(items):
        parts += [link] if position == 0 else [last if position == len(items) - 1 else ", ", link]
    return tuple(parts)
