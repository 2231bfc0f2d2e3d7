"""Going round the whole site by its links, as one person."""

import re
from collections import deque
from html.parser import HTMLParser
from urllib.parse import parse_qsl, urljoin, urlsplit, urlunsplit

from django.urls import resolve

NOT_PAGES = re.compile(r"\.(json|png)$|^/accounts/logout/|^/static/")


class Links(HTMLParser):
    """The addresses of a page's links."""

    def __init__(self, html):
        super().__init__()
        self.found = []
        self.feed(html)

    def handle_starttag(self, tag, attributes):
        if tag == "a":
            self.found += [value for name, value in attributes if name == "href" and value]


def links(html, address):
    """Addresses on this site, without the place on the page, in the order they stand."""
    for href in Links(html).found:
        parts = urlsplit(urljoin(address, href))
        if parts.scheme.startswith("http") and parts.netloc == urlsplit(address).netloc and not NOT_PAGES.search(parts.path):
            yield urlunsplit(parts._replace(fragment=""))


def kind(address):
    """What two addresses share that show the same kind of page: the view, what it is told to show, and the questions asked."""
    parts = urlsplit(address)
    match = resolve(parts.path)
    told = tuple(str(v) for name, v in match.kwargs.items() if name not in ("reference", "number", "code"))
    return match.url_name, told, tuple(sorted({name for name, _ in parse_qsl(parts.query)}))


def walk(client, site, most):
    """Follow links from the home page, a new kind of page first. Yields (address, status, HTML) of at most `most` pages."""
    waiting, known, kinds = deque([f"{site}/"]), {f"{site}/"}, set()
    while waiting and most:
        address, most = waiting.popleft(), most - 1
        answer = client.get(address.removeprefix(site), follow=True)
        html = answer.content.decode() if answer["Content-Type"].startswith("text/html") else ""
        yield address, answer.status_code, html
        for link in links(html, address):
            if link not in known:
                known.add(link)
                new = kind(link) not in kinds
                kinds.add(kind(link))
                waiting.appendleft(link) if new else waiting.append(link)
