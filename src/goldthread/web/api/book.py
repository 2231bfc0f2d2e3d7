"""docs/api.md, from the OpenAPI document: what there is to call, under which scope, and examples that a test runs."""

from collections.abc import Iterator
from typing import Any

from goldthread.web.api import hooks, urls
from goldthread.web.api.deliver import WAITS
from goldthread.web.api.examples import CURL, HEAD, PYTHON, RECEIVER
from goldthread.web.api.kept import KEPT_FOR
from goldthread.web.api.kinds import KINDS
from goldthread.web.api.problems import KINDS as PROBLEMS
from goldthread.web.api.problems import SAYS
from goldthread.web.api.scopes import SCOPES
from goldthread.web.api.site import api
from goldthread.web.api.tokens import LONGEST, MOST, MOST_OF_ALL

assert urls.OPERATIONS  # which declare what is read here

RULES = f"""## What holds for every call

- **Tokens.** `Authorization: Bearer gt_…` and nothing else: no cookie, no sign-in. A token belongs to an integration, is made for some scopes, lasts
  at most {LONGEST.days} days and is shown once. It works when the integration's owner has agreed, and ends when it is taken back or the owner leaves.
- **What is not open to a token does not exist for it.** A restricted child, one of another team and none at all get the same 404, and every refusal is
  written down where the child's workers see it. So is every look, with the first part of the token.
- **Calls are counted** by the minute ({MOST} unless the token says otherwise, at most {MOST_OF_ALL:,}). `RateLimit-Limit`, `RateLimit-Remaining` and
  `RateLimit-Reset` stand on every answer; 429 says in `Retry-After` how many seconds to wait.
- **Fields that are not in the document are refused** (422). So is everything that the form of the entry type would refuse, in its words. Moments are kept
  to the minute.
- **`Idempotency-Key`** on a write: the same call with the same key is done once, and its answer is kept for {int(KEPT_FOR.total_seconds() // 3600)} hours. The same key with
  another body is 422. Nothing is kept of a call that was refused.
- **`ETag`** stands on what is read. `If-None-Match` is answered with 304 where it is still so. A correction names what was read by `If-Match` or `read`; without it
  the answer is 428, and where another version stands by now 409 with both.
- **`known=2026-11-12`** reads the record as it was known at the end of that day.
- **Pages.** `page` begins at 1, `size` is at most 100.
- **Allocation** is not written here: a hand-over is two entries and a decision of somebody at the authority.
- **Measures** hide numbers of 1 to 5, and what would give them back, from an integration that sees one team only.
"""

TOLD = f"""## Webhooks

A webhook is told that an entry was written, corrected or withdrawn ({", ".join(f"`{event}`" for event in hooks.EVENTS)}), if its integration may see whom the entry is
about. It is told the number of the entry and nothing of its words: what it says is read with a token. That something has become overdue is told to nobody, for no act makes it so: ask for
the worklist. What is loaded from files is not told either.

What is to be told is written in the transaction of the entry, and sent by `goldthread deliver`, which runs beside the server. Anything but an answer of 200 to 299 within
ten seconds is tried again after {", ".join(_words for _words in (f"{int(w.total_seconds() // 60):,}" for w in WAITS))} minutes; then it is given up, shown, and told again when somebody asks. It may come twice: `id` stays the same.

Addresses are https; redirects are not followed; private networks are refused unless `GOLDTHREAD_HOOKS_INSIDE` names them, and http reaches this machine only.

`Goldthread-Signature: t=…,v1=…` is HMAC-SHA256, under the secret of the webhook, over the seconds in `t`, a full stop and the body. After a new secret was made there are two `v1` for a
week. A receiver checks it like this:

```python
{RECEIVER}
```
"""


def api_page() -> str:
    """The whole page as Markdown."""
    return "\n".join([HEAD, *_scopes(), RULES, "## Examples", "", "### With curl", "", f"```sh\n{CURL}\n```", "", "### With Python", "", f"```python\n{PYTHON}\n```", "", TOLD,
                      "## Operations", "", *_operations(), *_types(), *_problems()])  # fmt: skip


def _scopes() -> list[str]:
    return ["## Scopes", "", "| scope | lets a token |", "|---|---|", *(f"| `{code}` | {words} |" for code, words in SCOPES.items()), ""]


def _operations() -> Iterator[str]:
    for path, methods in api.get_openapi_schema()["paths"].items():
        for method, operation in methods.items():
            yield f"### {operation['summary']}: `{method.upper()} {path}`\n"
            yield f"Scope `{operation['x-scope']}`. {' '.join(operation['description'].split())}\n"
            yield from _asked(operation)


def _asked(operation: dict[str, Any]) -> Iterator[str]:
    lines = [f"- `{p['name']}` ({p['in']}{', needed' if p.get('required') else ''}) {p.get('description', p['schema'].get('description', ''))}".rstrip() for p in operation.get("parameters", ())]
    body = operation.get("requestBody", {}).get("content", {}).get("application/json", {}).get("schema", {}).get("$ref", "")
    if body:
        lines.append(f"- body: `{body.rsplit('/', 1)[1]}`")
    answered = [(status, told["content"]["application/json"]["schema"]) for status, told in operation["responses"].items() if int(status) < 300 and "application/json" in told.get("content", {})]
    lines += [f"- answers {status}: {_shape(schema)}" for status, schema in answered]
    if lines:
        yield "\n".join(lines) + "\n"


def _shape(schema: dict[str, Any]) -> str:
    if "$ref" in schema:
        return f"`{schema['$ref'].rsplit('/', 1)[1]}`"
    return f"a list of {_shape(schema['items'])}" if "items" in schema else "JSON"


def _types() -> Iterator[str]:
    yield "## Entry types\n"
    yield "`type` is one of these. The answers of each are its columns in the [data dictionary](data-dictionary.md), codes as enumerations in `/api/v1/openapi.json`.\n"
    yield ", ".join(f"`{code}`" for code in sorted(KINDS)) + "\n"


def _problems() -> Iterator[str]:
    yield "## Problems\n"
    yield "Every error is `application/problem+json` (RFC 9457); `detail` says what to do, `errors` names fields.\n"
    yield "| status | type | |\n|---|---|---|"
    for kind, (status, title) in PROBLEMS.items():
        yield f"| {status} | `urn:goldthread:problem:{kind}` | {title}. {SAYS.get(status, '')} |".replace(".  |", ". |")
    yield ""
