"""The words and examples of docs/api.md. A test runs them against a server, with GOLDTHREAD and TOKEN in the environment."""

HEAD = """# The interface for other systems

Written by `goldthread docs` from the OpenAPI document that every installation serves at `/api/v1/openapi.json`; a test fails when it is stale, and another
runs the examples. An administrator sets an integration up under *Integrations*, its owner agrees, and a token is made there.
"""

CURL = r"""export AUTH="Authorization: Bearer $TOKEN" JSON="Content-Type: application/json"

# Find a child. What is looked for is sent as a body, so that no name stands in an address.
curl --fail-with-body -sS -H "$AUTH" -H "$JSON" "$GOLDTHREAD/api/v1/children/find" -d '{"q": "Kofi Larkfield"}'

# Where he stands, and what is owed to him, with the reasons
curl --fail-with-body -sS -H "$AUTH" "$GOLDTHREAD/api/v1/children/WR-20418"
curl --fail-with-body -sS -H "$AUTH" "$GOLDTHREAD/api/v1/children/WR-20418/duties?state=overdue"

# His visits, and the same as known on an earlier day
curl --fail-with-body -sS -H "$AUTH" "$GOLDTHREAD/api/v1/children/WR-20418/entries?type=visit&size=5"
curl --fail-with-body -sS -H "$AUTH" "$GOLDTHREAD/api/v1/children/WR-20418/entries?known=2026-11-12"

# Write down a visit, once, however often this is sent
ENTRY=$(curl --fail-with-body -sS -o /dev/null -w '%header{location}' -H "$AUTH" -H "$JSON" -H "Idempotency-Key: visit-7781" \
  "$GOLDTHREAD/api/v1/children/WR-20418/entries" \
  -d '{"type": "visit", "day": "2026-11-19", "time": "16:15", "answers": {"made": true, "child_seen": true, "seen_alone": false}}')

# Correct it: what was read is named by its ETag
TAG=$(curl --fail-with-body -sS -o /dev/null -w '%header{etag}' -H "$AUTH" "$GOLDTHREAD$ENTRY")
curl --fail-with-body -sS -X PATCH -H "$AUTH" -H "$JSON" -H "If-Match: $TAG" "$GOLDTHREAD$ENTRY" \
  -d '{"type": "visit", "why": "Kofi was seen alone in the garden.", "answers": {"seen_alone": true}}'

# Measures
curl --fail-with-body -sS -H "$AUTH" "$GOLDTHREAD/api/v1/measures"
""".strip()

PYTHON = r'''import json
import os
from urllib.error import HTTPError
from urllib.request import Request, urlopen

SITE, TOKEN = os.environ["GOLDTHREAD"], os.environ["TOKEN"]


def call(method, path, body=None, **headers):
    """The status, the headers and the JSON of an answer, whether or not it is a problem."""
    sent = json.dumps(body).encode() if body is not None else None
    asked = Request(SITE + path, sent, {"Authorization": f"Bearer {TOKEN}", "Content-Type": "application/json", **headers}, method=method)
    try:
        with urlopen(asked, timeout=30) as answer:
            return answer.status, answer.headers, json.load(answer)
    except HTTPError as problem:
        return problem.code, problem.headers, json.load(problem)


# Who works here, and what lies on one desk
_, _, workers = call("GET", "/api/v1/workers")
for worker in workers:
    _, _, desk = call("GET", f"/api/v1/worklist?worker={worker['number']}")
    print(worker["name"], desk["total"])

# Write a note; what is wrong with it is said by field
status, _, problem = call("POST", "/api/v1/children/WR-20418/entries", {"type": "note", "day": "2030-01-01", "answers": {}})
assert status == 422, problem
print(problem["errors"])
status, headers, note = call("POST", "/api/v1/children/WR-20418/entries", {"type": "note", "day": "2026-11-19", "answers": {"note": "The school rang."}})
assert status == 201, note

# Correct it. Somebody else may have done so meanwhile: then both versions come back.
new = {"type": "note", "why": "It was his teacher.", "answers": {"note": "His teacher rang."}}
status, _, told = call("PATCH", note["href"], new, **{"If-Match": headers["ETag"]})
assert status == 200, told
status, _, told = call("PATCH", note["href"], new, **{"If-Match": headers["ETag"]})
assert status == 409, told
print("stands:", told["stands"]["answers"], "read:", told["read"]["answers"], "yours:", told["yours"]["answers"])

# Be told of what is written
status, _, hook = call("POST", "/api/v1/webhooks", {"address": "https://partner.example/goldthread", "events": ["entry.written"]})
assert status == 201, hook
print("keep this secret:", hook["secret"])
'''.strip()

RECEIVER = r'''import hmac
import time
from hashlib import sha256


def is_ours(secret: str, header: str, body: bytes, now: float | None = None) -> bool:
    """Whether a delivery was signed with this secret in the last five minutes. `body` are the bytes as they came."""
    parts = [part.partition("=") for part in header.split(",")]
    at = next((value for name, _, value in parts if name == "t"), "")
    if not at.isdigit() or abs((time.time() if now is None else now) - int(at)) > 300:
        return False
    expected = hmac.new(secret.encode(), f"{at}.".encode() + body, sha256).hexdigest()
    return any(name == "v1" and hmac.compare_digest(value, expected) for name, _, value in parts)
'''.strip()
