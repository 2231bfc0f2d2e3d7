"""The inspector's room: the lists they are given, what they sampled, and what they wrote back."""

from django.db import models


class Room(models.Model):
    """What an invited inspector finds: the child-level lists, on `lists_on` as they were known at `lists_known`."""

    invitation = models.OneToOneField("people.Invitation", on_delete=models.PROTECT, related_name="room")
    report = models.ForeignKey("inspection.Report", null=True, on_delete=models.PROTECT, related_name="+")
    lists_on = models.DateField()
    lists_known = models.DateTimeField()


class Sample(models.Model):
    """Children an inspector drew: the question, the seed that makes the draw repeatable, and who it gave."""

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="samples")
    name = models.CharField(max_length=160)
    asked = models.JSONField(default=dict)
    seed = models.CharField(max_length=40)
    people = models.JSONField(default=list)
    at = models.DateTimeField()


class NoteBack(models.Model):
    """Something the inspector writes to the authority, or the authority answers."""

    room = models.ForeignKey(Room, on_delete=models.PROTECT, related_name="notes")
    answers = models.ForeignKey("self", null=True, on_delete=models.PROTECT, related_name="answered_by")
    words = models.TextField()
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
