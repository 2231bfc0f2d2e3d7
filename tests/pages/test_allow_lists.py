"""A form takes the answers to its questions and nothing else: who wrote, about whom and when is never sent."""

import re

import pytest

from goldthread.duties.words.kinds import CHILD
from goldthread.record.models import Version
from goldthread.record.register import REGISTER
from tests.pages.every_type import KINDS, full_answers
from tests.web.one_child import NOW, REFERENCE, signed_in, text

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("half_past_five")]
OF_CHILDREN = [kind for kind in KINDS if CHILD in REGISTER[kind].written_about()]


def forged(kind, people, kofi):
    """Every column that is not a question, as somebody would send it who wants it otherwise."""
    wanted = {
        "by": people["nora"].pk, "by_id": people["nora"].pk, "author": people["nora"].pk, "approved_by": people["nora"].pk, "approved": "true",
        "person": kofi["gran"], "person_id": kofi["gran"], "reference": "WR-1", "recorded_at": "2020-01-01", "entered_at": "2020-01-01", "entry": "1",
        "number": "9", "version": "9", "origin": "file:1", "withdrawn": "true", "superseded_at": "2026-01-01", "together": "1", "lane": "9", "worker": people["nora"].pk,
    }  # fmt: skip
    return {name: value for name, value in wanted.items() if name not in {f.name for f in REGISTER[kind].questions()}}


@pytest.mark.parametrize("kinds", [OF_CHILDREN[start::4] for start in range(4)], ids=["first", "second", "third", "fourth"])
def test_more_than_the_answers_changes_nothing(people, kofi, kinds):
    """Of every type written about a child, in four parts."""
    for kind in kinds:
        actor = people["priya" if REGISTER[kind].writers is None else "ngozi"]
        client, address = signed_in(actor), f"/write/{REFERENCE}/{kind}/"
        answers = full_answers(REGISTER[kind], kofi["gran"], people["priya"], kofi["referral"])
        if REGISTER[kind].lane or kind == "private_fostering":
            answers |= {"day": "06/01/2020", "until": "03/02/2020"}
        sheet = re.search(r'name="sheet" value="([^"]+)"', client.get(address).content.decode())[1]
        saved = client.post(address, {**answers, **forged(kind, people, kofi), "sheet": sheet, "do": "save"})
        assert saved.status_code == 302, (kind, text(saved))
        v = Version.objects.latest("id")
        assert (v.type, v.by, v.person_id, v.number, v.origin, v.withdrawn, v.superseded_at) == (kind, actor, kofi["person"], 1, None, False, None)
        assert v.recorded_at == v.entered_at == NOW and v.entry != 1
