"""What a form asks, and anything that somebody or something may send in its place."""

import inspect
import os
import re
from html.parser import HTMLParser
from urllib.parse import quote_plus

from django.db import transaction
from django.urls import resolve
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as some

from goldthread.record.checked import half_there
from goldthread.record.models import Mark, Person, Version
from tests.pages.every_type import WORDS, turned
from tests.pages.sending_files import MULTIPART, in_parts
from tests.pages.who_may import RULES, Child, Elsewhere, Open, Page, addresses

MORE = int(os.environ.get("GOLDTHREAD_FORM_EXAMPLES", "0"))
EXAMPLES = 4
BEGINS_A_PROCESS = {"load": "tests/web/test_load_processes.py"}
ANSWERED = {200, 204, 302, 400, 401, 403, 404, 405, 409, 413, 415, 422}
TAKING = sorted(n for n, rule in RULES.items() if isinstance(rule, Child | Page | Open) and n not in {*BEGINS_A_PROCESS, "entry_write"})
TRIED = {*TAKING, *BEGINS_A_PROCESS, "entry_write", *(name for name, rule in RULES.items() if isinstance(rule, Elsewhere))}
FORM = "application/x-www-form-urlencoded"

FILED = re.compile(r"""FILES\.(?:get|getlist)\(\s*"(\w+)"|<input[^>]*type="file"[^>]*name="(\w+)"|<input[^>]*name="(\w+)"[^>]*type="file\"""")
NAMED = re.compile(r"""(?:POST|words|data)\.(?:get|getlist)\(\s*"(\w+)"|answers\.(?:text|line|yes_no|choice|all|day|time|moment)\(\s*"(\w+)\"""")
DAYS = ["31/02/2026", "29/02/2023", "0001-01-01", "01/01/0001", "9999-12-31", "31/12/9999", "10000-01-01", "00/00/0000", "tomorrow", "2026-11-20T17:28", "20 Nov"]
NUMBERS = ["-1", "0", "1e999", "NaN", "99999999999999999999", "9223372036854775807", "2147483648", "١٢", "²", "1_000", "0x10", " 7 ", "1,5", "+3"]
TIMES = ["25:99", "24:00", "noon", "00:00", "4:15pm", "16"]
TEXTS = [
    "", " ", WORDS, "<script>alert(1)</script>", "<img src=x onerror=alert(1)>", "=cmd|' /C calc'!A0", "@SUM(1+1)", "{% debug %}", "a\0b", "\0", "\ud800", "\ufffe",
    "\u202etxt.exe\u2066", "\u200b", "\u0627\u0644\u0627\u0633\u0645", "a\r\nSet-Cookie: x=1", "\r\n" * 50, "'; DROP TABLE people_worker; --", "%s%n{0}", "\\u0000", "[]", "{}", "null", "true",
    "on", "yes", "../../etc/passwd", "Ω" * 5000, "x" * 120_000,
]  # fmt: skip
VALUES = some.one_of(some.sampled_from(TEXTS), some.sampled_from(DAYS), some.sampled_from(NUMBERS), some.sampled_from(TIMES), some.text(max_size=30))


class _Fields(HTMLParser):
    """The named fields of every form on a page that posts: (where it is sent, {name: values that stand in it})."""

    def __init__(self):
        super().__init__()
        self.forms, self._form, self._name = [], None, ""

    def handle_starttag(self, tag, attrs):
        given = dict(attrs)
        if tag == "form":
            self._form = {} if (given.get("method") or "").lower() == "post" else None
            if self._form is not None:
                self.forms.append((given.get("action") or "", self._form))
        name = given.get("name") or ""
        if tag in ("input", "select", "textarea", "button") and name and self._form is not None:
            self._form.setdefault(name, []).append(given.get("value") or "")
            self._name = name if tag == "select" else ""
        if tag == "option" and self._name and self._form is not None:
            self._form[self._name].append(given.get("value") or "")


def forms_on(page):
    """(where it is sent, {name: the values that it offers}) for each form of a page that posts."""
    read = _Fields()
    read.feed(page)
    return read.forms


def named_in(view):
    """The names of what is sent that the module of a view speaks of."""
    try:
        source = inspect.getsource(inspect.getmodule(inspect.unwrap(view)))
    except (OSError, TypeError):
        return set()
    return {one or other for one, other in NAMED.findall(source)}


def anything(fields):
    """Lists of values by name: each as the form offers it, missing, twice, or something else altogether."""
    given = {}
    for name, offered in sorted(fields.items()):
        own = [[value] for value in offered[:12]] or [[""]]
        strange = some.one_of(VALUES.map(lambda value: [value]), some.lists(VALUES, min_size=2, max_size=3), some.just([]))
        given[name] = some.one_of(some.sampled_from(own), strange) if name not in ("sheet", "csrfmiddlewaretoken", "once") else some.sampled_from(own)
    return some.fixed_dictionaries(given)


def encoded(sent):
    """As a browser, or something that is none, would send it: halves of characters included."""
    pairs = ((name, value) for name, values in sent.items() for value in values)
    return "&".join(f"{quote_plus(name)}={quote_plus(value.encode('utf-8', 'surrogatepass'))}" for name, value in pairs)


def fields_of(client, address, name):
    """What the forms on the page of an address send to it, and what its view asks for."""
    answer = client.get(address)
    page = answer.content.decode() if answer.status_code == 200 and "html" in answer["Content-Type"] else ""
    to = {resolve(action.partition("?")[0]).view_name for action, _ in forms_on(page) if action.startswith("/")}
    assert to - TRIED == set(), "a form is sent to an address that is not tried here"
    own = [fields for action, fields in forms_on(page) if action in ("", address) or action.startswith("?")]
    found = {key: values for fields in own for key, values in fields.items()}
    return {**{key: [] for key in named_in(addresses()[name].callback)}, **found}


def files_of(client, address, name):
    """The names under which the page of an address, or its view, takes files."""
    answer = client.get(address)
    page = answer.content.decode() if answer.status_code == 200 and "html" in answer["Content-Type"] else ""
    source = inspect.getsource(inspect.getmodule(inspect.unwrap(addresses()[name].callback)))
    return {one for found in FILED.findall(page + source) for one in found if one}


def kept():
    return Version.objects.count(), Person.objects.count(), Mark.objects.count()


def sent(client, address, what, look=None, files=None):
    """The answer to what was sent, after which everything is as it was before; nothing of it was half written. `look` is given the answer first.

    `files` as tests.pages.sending_files.any_files gives them; None: a form without files.
    """
    body, kind = (encoded(what), FORM) if files is None else (in_parts(what, files), MULTIPART)
    with transaction.atomic():
        before = kept()
        answer = client.post(address, body, content_type=kind)
        after = kept()
        wrong = half_there() if after[0] != before[0] else []
        _ = answer.content if not answer.streaming else answer.getvalue()
        if look:
            look(answer)
        transaction.set_rollback(True)
    assert wrong == []
    assert answer.status_code in ANSWERED, answer.status_code
    assert turned(answer) == []
    assert after == before or answer.status_code in (200, 204, 302), "it was refused and yet written"
    return answer


def tried(strategy, check, *about, examples=EXAMPLES):
    """`check(*about, what)` of a few examples, the same ones every time; of one that fails the smallest is printed."""

    @settings(max_examples=MORE or examples, derandomize=True, deadline=None, database=None, phases=[Phase.generate, Phase.shrink], suppress_health_check=list(HealthCheck))
    @given(strategy)
    def one(what):
        check(*about, what)

    one()
