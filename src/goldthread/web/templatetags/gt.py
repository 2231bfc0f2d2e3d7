"""`{% load gt %}`: the marks, bars, pictures and ways of saying things that pages share."""

from collections.abc import Iterable
from datetime import date, datetime
from functools import lru_cache

from django import template
from django.utils.html import format_html, format_html_join
from django.utils.safestring import SafeString, mark_safe

from goldthread.web import parts, said, wording
from goldthread.web.pictures import bars, family, familymap, life, lifeline, marks, trendline
from goldthread.web.pictures import trend as trends
from goldthread.web.pictures import weeks as calendars

register = template.Library()


@register.simple_tag
@lru_cache(maxsize=256)  # there are some thirty, and a page has hundreds
def icon(name: str, small: bool = False) -> SafeString:
    """A picture from the sprite, for the eye only: the words beside it say the same."""
    size = " gt-icon--s" if small else ""
    shape = '<svg class="gt-icon{}" aria-hidden="true" focusable="false"><use href="#i-{}"/></svg>'
    return format_html(shape, size, name)


@register.simple_tag
def state(kind: str, words: str = "") -> SafeString:
    """The mark of a state and its words; without words, the state's own."""
    return format_html('<span class="gt-state gt-state--{}">{}{}</span>', kind, icon(kind), words or parts.STATES[kind])


@register.simple_tag
def weeks(counted: parts.Weeks) -> SafeString:
    return mark_safe(calendars.calendar(counted))


@register.simple_tag
def daybar(count: bars.DayCount) -> SafeString:
    return mark_safe(bars.day_bar(count))


@register.simple_tag
def loadbar(load: bars.Load, most: float) -> SafeString:
    return mark_safe(bars.load_bar(load, most))


@register.simple_tag
def share_bar(share: float) -> SafeString:
    return mark_safe(bars.share_bar(share))


@register.simple_tag
def legend_mark(kind: str) -> SafeString:
    return mark_safe(marks.legend_mark(kind))


@register.inclusion_tag("goldthread/parts/lifeline.html")
def life_on_one_line(line: life.Life, name: str = "life") -> dict[str, object]:
    """Both drawings, the legend of the marks that occur, and the table."""
    used = {mark.kind for mark in line.marks}
    return {
        "wide": mark_safe(lifeline.lifeline(line, lifeline.WIDE, f"{name}-wide")),
        "narrow": mark_safe(lifeline.lifeline(line, lifeline.NARROW, f"{name}-narrow")),
        "legend": [(kind, words) for kind, words in life.MARKS.items() if kind in used],
        "rows": life.rows(line),
    }


@register.inclusion_tag("goldthread/parts/familymap.html")
def family_map(people: family.Family, name: str = "family") -> dict[str, object]:
    """Both drawings and their legend. The table of people stands on the page that asks."""
    return {
        "wide": mark_safe(familymap.family_map(people, familymap.WIDE, f"{name}-wide")),
        "narrow": mark_safe(familymap.family_map(people, familymap.NARROW, f"{name}-narrow")),
        "family": people,
        "child": next((person.short or person.name for person in people.people if person.key == people.child), ""),
        "sexes": {person.sex for person in people.people},
        "any_died": any(person.died for person in people.people),
        "any_ended": any(couple.ended for couple in people.couples),
    }


@register.inclusion_tag("goldthread/parts/trend.html")
def trend(shown: trends.Trend, unfolded: bool = False) -> dict[str, object]:
    """A measure over time: both drawings, and the table folded under them, or open where it is printed."""
    rows = trends.rows(shown)
    return {
        "trend": shown,
        "wide": mark_safe(trendline.trendline(shown, trendline.WIDE)),
        "narrow": mark_safe(trendline.trendline(shown, trendline.NARROW)),
        "rows": rows,
        "counted": any(row.of for row in rows),
        "unfolded": unfolded,
    }


@register.simple_tag
def spark(small: trends.Spark) -> SafeString:
    """A measure over time, small, beside the words that say it."""
    return mark_safe(trendline.spark(small))


@register.simple_tag
def answered(facts: Iterable[tuple[str, said.Sentence]]) -> SafeString:
    """Questions with their answers, as the terms of a list."""
    return format_html_join("", "<div><dt>{}</dt><dd>{}</dd></div>", ((question, said.html(answer)) for question, answer in facts))


@register.filter(name="said")
def say(sentence: said.Sentence) -> SafeString:
    """A sentence with its links."""
    return said.html(sentence)


register.filter("plain", said.plain)


@register.filter
def long_day(value: date | datetime | None, today: date | None = None) -> str:
    return wording.long_day(value, today)


@register.filter
def short_day(value: date | datetime | None, today: date | None = None) -> str:
    return wording.short_day(value, today)


register.filter("full_day", wording.full_day)
register.filter("plain_day", wording.plain_day)
register.filter("short_day_with_year", wording.short_day_with_year)
register.filter("moment", wording.moment_words)
register.filter("listed", wording.listed)
register.filter("possessive", wording.possessive)


@register.filter
def clock_time(value: datetime) -> str:
    return wording.clock_time(value)


@register.filter
def kept_time(value: datetime) -> str:
    """'5:34:07pm': to the second, for words that have just been kept."""
    return wording.clock_time(value, seconds=True)


@register.filter
def ago(value: date | datetime | None, today: date) -> str:
    return wording.ago(value, today)


@register.filter
def counted(number: int, nouns: str) -> str:
    """`{{ 2|counted:"duty,duties" }}` is '2 duties'."""
    one, _, many = nouns.partition(",")
    return wording.count(number, one, many)
