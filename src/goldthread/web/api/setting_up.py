"""Setting up an integration, agreeing to it and ending it. Whoever sets one up never makes it work alone."""

import secrets
from datetime import datetime

from django.db import transaction

from goldthread.people.models import Team, Worker
from goldthread.people.roles import INTEGRATE, SERVICE
from goldthread.people.sight import NotAllowed, check_may
from goldthread.web.api.models import Delivery, Hook, Integration
from goldthread.web.api.tokens import Refused

SEES_LESS = "{} does not see {}. An owner answers for everything that the integration does: choose somebody who sees as much."


def set_up(name: str, what_for: str, owner: Worker, team: Team | None, *, by: Worker, now: datetime) -> Integration:
    """A new integration, of a team or (None) of the whole service. It waits for its owner to agree. Raises NotAllowed or Refused."""
    check_may(by, INTEGRATE)
    if owner == by:
        raise Refused("owner", "Choose somebody else: whoever sets an integration up does not agree to it too.")
    if owner.plays.sees != SERVICE and (team is None or owner.team_id != team.pk):
        raise Refused("owner", SEES_LESS.format(owner.name, "the whole service" if team is None else team.name))
    with transaction.atomic():
        role = "team_integration" if team else "service_integration"
        worker = Worker.objects.create_user(f"integration-{secrets.token_hex(6)}", None, name=name, role=role, team=team)
        return Integration.objects.create(worker=worker, what_for=what_for, owner=owner, by=by, at=now)


def check_may_open(integration: Integration, actor: Worker) -> None:
    """Raise NotAllowed unless somebody looks after integrations, or answers for this one."""
    if integration.owner_id != actor.pk:
        check_may(actor, INTEGRATE)


def agree(integration: Integration, *, by: Worker, now: datetime) -> None:
    """From now on its tokens work. Only its owner may say so."""
    if by.pk != integration.owner_id or by.pk == integration.by_id:
        raise NotAllowed(f"Only {integration.owner.name} agrees to this, who answers for it. Ask them to sign in and open this page.")
    Integration.objects.filter(pk=integration.pk, agreed_at=None, ended_at=None).update(agreed_at=now)


def end(integration: Integration, why: str, *, by: Worker, now: datetime) -> None:
    """Nothing of it works any more, at once and for good. Raises Refused without a reason."""
    check_may_open(integration, by)
    if not why.strip():
        raise Refused("why", "Say why, so that whoever asks later understands it.")
    with transaction.atomic():
        Integration.objects.filter(pk=integration.pk, ended_at=None).update(ended_at=now, ended_by=by, ended_why=why.strip())
        Worker.objects.filter(pk=integration.worker_id).update(is_active=False)
        integration.tokens.filter(ended_at=None).update(ended_at=now, ended_by=by)
        Hook.objects.filter(integration=integration, ended_at=None).update(ended_at=now)


def tell_again(delivery: Delivery, now: datetime) -> None:
    """What was parked is tried anew."""
    Delivery.objects.filter(pk=delivery.pk, state=Delivery.PARKED).update(state=Delivery.WAITING, tries=0, next_at=now)
