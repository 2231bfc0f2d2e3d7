"""A visit that is being written, as a browser keeps it."""

from urllib.parse import urlencode

from django.urls import reverse

from tests.web.visiting import opened, token


def begun(client, references=("LK-KOFI",)):
    """The signed number on a freshly opened form."""
    return token(opened(client, list(references)))


def words(token, children, **more):
    return {"sheet": token, "child": "LK-KOFI", "day": "other", "day_other": "one day in Novembr", "time": "tea time",
            f"said-{children['Kofi']}": "  I do the toast.\n\nMum gets up. ", "at_home": "<b>Warm</b> & “dry”", **more}  # fmt: skip


def post(client, address, sent, **more):
    """As a browser sends a form without files in it."""
    return client.post(address, urlencode(sent, doseq=True), content_type="application/x-www-form-urlencoded", **more)


def keep(client, sent):
    return post(client, reverse("draft_keep"), sent, headers={"x-goldthread-draft": "1"})
