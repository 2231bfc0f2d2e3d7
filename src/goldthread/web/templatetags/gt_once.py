"""Every form that posts has Django's own token in it; here the number of the press goes with it, so that none can be without."""

from uuid import uuid4

from django import template
from django.template.base import Node, Parser, Token
from django.template.defaulttags import CsrfTokenNode
from django.utils.html import format_html

from goldthread.web.presses.once import FIELD

register = template.Library()


class _Both(Node):
    def render(self, context: template.Context) -> str:
        return CsrfTokenNode().render(context) + format_html('<input type="hidden" name="{}" value="{}">', FIELD, uuid4())


@register.tag("csrf_token")
def csrf_token(parser: Parser, token: Token) -> Node:
    return _Both()
