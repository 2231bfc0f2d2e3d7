"""The tables of the audit. Both are only added to; what chains their rows is set by the database: see trail.chain."""

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import BrinIndex, GinIndex
from django.db import models
from django.db.models import Q

from goldthread.record.trail.acts import COMMON, READ, WORDS


class Look(models.Model):
    """One line of the audit: somebody looked, wrote, took something out or was refused.

    `person` is whose record it was about, `people` those shown in a list or by a search. `page` names the page or the
    entry type, `what` the number of an entry, report or the like. `reason` is the only text that people typed: a stated
    reason, or what was searched for. It is not in the chain itself, only its salted digest `said` is: see writing.forget.
    `session` is a keyed digest of the sign-in, or names the token.
    `salt` to `hash` are set by the database, whatever is given.
    """

    at = models.DateTimeField()
    worker = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    act = models.CharField(max_length=12, default=READ, db_default=READ)
    person = models.ForeignKey("record.Person", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    people = ArrayField(models.BigIntegerField(), default=list, db_default=[])
    page = models.CharField(max_length=40)
    what = models.CharField(max_length=80, default="", db_default="")
    reason = models.TextField(default="")
    refused = models.BooleanField(default=False)
    session = models.CharField(max_length=40, default="", db_default="")
    salt = models.BinaryField(null=True, editable=False)
    said = models.BinaryField(null=True, editable=False)
    chain = models.SmallIntegerField(editable=False, default=0)
    place = models.BigIntegerField(editable=False, default=0)
    hash = models.BinaryField(editable=False, default=bytes)

    class Meta:
        indexes = [
            models.Index(fields=["person", "-at"]),
            models.Index(fields=["worker", "-id"], name="look_worker"),
            models.Index(fields=["act", "-id"], condition=~Q(act__in=COMMON), name="look_rare_act"),
            models.Index(fields=["-id"], condition=Q(refused=True), name="look_refused"),
            GinIndex(fields=["people"], condition=~Q(people=[]), name="look_people"),
            BrinIndex(fields=["at"], name="look_at"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["chain", "place"], name="look_placed_once"),
            models.CheckConstraint(condition=Q(act__in=list(WORDS)), name="look_act_known"),
        ]


class Seal(models.Model):
    """The ends of all chains at one moment of the database's own clock, so that nothing before it can be cut off.

    `heads` is JSON: {chain: [place, hash in hex]}. Every column is set by the database; seals are a chain of their own.
    """

    id = models.BigIntegerField(primary_key=True)
    at = models.DateTimeField(editable=False)
    heads = models.TextField(editable=False)
    hash = models.BinaryField(editable=False, default=bytes)
