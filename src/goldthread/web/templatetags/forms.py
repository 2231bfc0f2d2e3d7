"""`{% load forms %}`: reading a form's own words in its template."""

from django import template

register = template.Library()


@register.filter
def typed(form: object, name: str) -> str:
    """What stands in a field, exactly as typed."""
    return form.words.get(name, "")


@register.filter
def item(found: dict[str, str], name: str) -> str:
    """One of several by its name; "" where there is none."""
    return found.get(name, "") if found else ""
