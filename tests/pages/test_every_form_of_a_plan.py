"""Whatever is sent to the pages of an improvement plan that stands, its measures, actions, meetings and evidence."""

import pytest
from django.test import Client
from django.urls import reverse

from goldthread.inspection.models import Action, Milestone, Tie
from tests.pages.posting import anything, fields_of, sent, tried
from tests.web.improving import improving, plan, said

__all__ = ["improving", "plan", "said"]
pytestmark = pytest.mark.django_db


def test_whatever_is_sent_of_a_plan_is_answered_and_nothing_is_half_written(improving, plan):
    client, fact = Client(), improving.facts[0].pk
    client.force_login(improving.miriam)
    numbers = {
        "recommendation_name": fact, "tie_add": fact, "action_add": fact, "evidence_add": fact, "report_fact": fact, "plan_begin": plan.pk, "report_missed": improving.report.pk,
        "action": Action.objects.earliest("pk").pk, "tie_end": Tie.objects.earliest("pk").pk, "milestone_withdraw": Milestone.objects.earliest("pk").pk,
    }  # fmt: skip
    for name, args in {**{name: [number] for name, number in numbers.items()}, "meeting_add": [], "milestone_add": []}.items():
        address = reverse(name, args=args)
        assert client.get(address).status_code in (200, 405), name
        tried(anything(fields_of(client, address, name)), sent, client, address)
