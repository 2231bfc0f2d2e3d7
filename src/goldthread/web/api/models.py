"""What other systems are known by, and what they are told. Nothing here is part of a child's record."""

from datetime import datetime
from uuid import uuid4

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

WORKER = settings.AUTH_USER_MODEL


class Integration(models.Model):
    """Another system. It acts in the record as `worker`, an account of its own that nobody can sign in with.

    Its tokens work from the moment the `owner`, who is not whoever set it up, has agreed, and no longer than the owner works here.
    """

    worker = models.OneToOneField(WORKER, on_delete=models.PROTECT, related_name="integration")
    what_for = models.TextField()
    owner = models.ForeignKey(WORKER, on_delete=models.PROTECT, related_name="answers_for")
    by = models.ForeignKey(WORKER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    agreed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(WORKER, null=True, on_delete=models.PROTECT, related_name="+")
    ended_why = models.TextField(default="")

    class Meta:
        constraints = [models.CheckConstraint(name="integration_agreed_by_another", condition=~Q(owner=F("by")))]

    @property
    def name(self) -> str:
        return self.worker.name

    @property
    def works(self) -> bool:
        """Whether it may do anything now."""
        return bool(self.agreed_at and not self.ended_at and self.worker.is_active and self.owner.is_active)


class Token(models.Model):
    """What a program shows to be let in. Only the SHA-256 of it is kept; `prefix` is its first part, by which people name it.

    `most` is how many calls it has in a minute; `window` when its minute began and `used` how many it has had since.
    """

    integration = models.ForeignKey(Integration, on_delete=models.PROTECT, related_name="tokens")
    name = models.CharField(max_length=80)
    prefix = models.CharField(max_length=12, unique=True)
    digest = models.CharField(max_length=64)
    scopes = ArrayField(models.CharField(max_length=24))
    most = models.PositiveIntegerField(default=300)
    by = models.ForeignKey(WORKER, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    expires_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(WORKER, null=True, on_delete=models.PROTECT, related_name="+")
    last_used = models.DateTimeField(null=True)
    window = models.DateTimeField(null=True)
    used = models.PositiveIntegerField(default=0)

    def stands(self, now: datetime) -> bool:
        return self.ended_at is None and now < self.expires_at


class TokenEntry(models.Model):
    """The version of an entry that was written by a token. Its author is the integration."""

    token = models.ForeignKey(Token, on_delete=models.PROTECT, related_name="entries")
    entry = models.BigIntegerField()
    version = models.SmallIntegerField()
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["entry", "version"], name="token_entry_once")]


class KeptAnswer(models.Model):
    """The answer to a write with an Idempotency-Key, kept with what was written; `asked` is the SHA-256 of what was sent."""

    token = models.ForeignKey(Token, on_delete=models.CASCADE, related_name="+")
    key = models.CharField(max_length=200)
    asked = models.CharField(max_length=64)
    answer = models.JSONField(default=dict)
    at = models.DateTimeField()

    class Meta:
        constraints = [models.UniqueConstraint(fields=["token", "key"], name="kept_answer_once")]


class Hook(models.Model):
    """An address that is told what was written. Its secrets are made from these salts and the key of the site: see hooks.secret."""

    integration = models.ForeignKey(Integration, on_delete=models.PROTECT, related_name="hooks")
    address = models.CharField(max_length=500)
    events = ArrayField(models.CharField(max_length=24))
    salt = models.CharField(max_length=43)
    earlier_salt = models.CharField(max_length=43, default="")
    earlier_until = models.DateTimeField(null=True)
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)


class Delivery(models.Model):
    """One thing to tell one address, written in the transaction of what it tells of. It holds no word of the record."""

    WAITING, DELIVERED, PARKED = "waiting", "delivered", "parked"

    id = models.UUIDField(primary_key=True, default=uuid4)
    hook = models.ForeignKey(Hook, on_delete=models.PROTECT, related_name="deliveries")
    event = models.CharField(max_length=24)
    entry = models.BigIntegerField()
    version = models.SmallIntegerField()
    at = models.DateTimeField()
    state = models.CharField(max_length=12, default=WAITING)
    next_at = models.DateTimeField()
    tries = models.PositiveSmallIntegerField(default=0)
    status = models.PositiveSmallIntegerField(null=True)
    trouble = models.CharField(max_length=200, default="")
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["next_at"], condition=Q(state="waiting"), name="delivery_waiting"),
            models.Index(fields=["hook", "-at"], name="delivery_of_hook"),
        ]
