"""The inspector's room: who is invited for which days, what they sampled, and what they wrote back."""

from django.db import models


class Invitation(models.Model):
    """An inspector may read, and only read, from `day` to `until` (both included)."""

    inspector = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="invitations")
    report = models.ForeignKey("inspection.Report", null=True, on_delete=models.PROTECT, related_name="+")
    day = models.DateField()
    until = models.DateField()
    lists_on = models.DateField()  # the inspection day of the child-level lists
    lists_known = models.DateTimeField()  # the moment they are drawn as known at
    why = models.TextField(default="")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class InvitationEnd(models.Model):
    """The invitation was taken back before its last day."""

    invitation = models.OneToOneField(Invitation, on_delete=models.PROTECT, related_name="end")
    why = models.TextField()
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Sample(models.Model):
    """Children an inspector drew: the question, the seed that makes the draw repeatable, and who it gave."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="samples")
    name = models.CharField(max_length=160)
    asked = models.JSONField(default=dict)
    seed = models.CharField(max_length=40)
    people = models.JSONField(default=list)
    at = models.DateTimeField()


class NoteBack(models.Model):
    """Something the inspector writes to the authority, or the authority answers."""

    invitation = models.ForeignKey(Invitation, on_delete=models.PROTECT, related_name="notes")
    answers = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="answered_by")
    words = models.TextField()
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
