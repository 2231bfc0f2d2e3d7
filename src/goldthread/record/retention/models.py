"""The tables of keeping and erasing. Every row is only ever added."""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q


class Hold(models.Model):
    """Nothing of this person, of this family, or (neither named) of the whole service is erased until the hold is lifted."""

    person = models.ForeignKey("record.Person", null=True, on_delete=models.PROTECT, related_name="+")
    family = models.BigIntegerField(null=True)
    why = models.CharField(max_length=16)  # one of holds.WHY
    words = models.TextField()
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [models.CheckConstraint(name="hold_on_a_person_or_a_family", condition=Q(person=None) | Q(family=None))]


class HoldEnd(models.Model):
    """A hold was lifted, and why."""

    hold = models.OneToOneField(Hold, on_delete=models.PROTECT, related_name="end")
    why = models.TextField()
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Deletion(models.Model):
    """Somebody proposes that one person's record be erased. `until` is the last day it had to be kept, `categories` the rows of the schedule it was kept under."""

    person = models.ForeignKey("record.Person", on_delete=models.PROTECT, related_name="+")
    until = models.DateField()
    categories = ArrayField(models.CharField(max_length=24))
    why = models.TextField()
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class DeletionAnswer(models.Model):
    """Somebody else agrees to a proposal, or does not."""

    deletion = models.OneToOneField(Deletion, on_delete=models.PROTECT, related_name="answer")
    agreed = models.BooleanField()
    why = models.TextField(default="")
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Tombstone(models.Model):
    """What is left of an erased record: whose number it was, why it was kept so long, who decided, and when it went.

    Somebody whom only the erased person mentioned goes with them, by the same decision.
    """

    person = models.OneToOneField("record.Person", primary_key=True, on_delete=models.PROTECT, related_name="tombstone")
    deletion = models.ForeignKey(Deletion, on_delete=models.PROTECT, related_name="tombstones")
    proposed_by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    agreed_by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    until = models.DateField()
    categories = ArrayField(models.CharField(max_length=24))
    at = models.DateTimeField()
