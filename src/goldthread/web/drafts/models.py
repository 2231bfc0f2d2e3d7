"""A form that somebody began."""

from django.conf import settings
from django.contrib.postgres.fields import ArrayField
from django.db import models

DEVICES = {"phone": "on your phone", "tablet": "on your tablet", "computer": "on your computer"}


class Draft(models.Model):
    """What is written on a form, valid or not, until it is saved. `id` is the number of the form.

    `body` maps each field to the list of its values as typed. Once saved the words are in the record and no longer here;
    the row stays, with the address in `outcome`, so that pressing save twice writes once.
    """

    id = models.UUIDField(primary_key=True)
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="drafts")
    kind = models.CharField(max_length=32)
    title = models.CharField(max_length=300)
    page = models.CharField(max_length=300)
    children = ArrayField(models.CharField(max_length=24), default=list)
    body = models.JSONField(default=dict)
    device = models.CharField(max_length=12, default="computer")
    began_at = models.DateTimeField()
    kept_at = models.DateTimeField()
    saved_at = models.DateTimeField(null=True)
    outcome = models.CharField(max_length=300, default="")

    class Meta:
        indexes = [
            models.Index(fields=["worker", "-kept_at"], condition=models.Q(saved_at__isnull=True), name="draft_waiting")
        ]

    @property
    def device_words(self) -> str:
        return DEVICES.get(self.device, "")
