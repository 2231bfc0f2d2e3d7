"""A load of files that was started from a page."""

from django.conf import settings
from django.db import models

WAITING, RUNNING, DONE, REFUSED, BROKEN = "waiting", "running", "done", "refused", "broken"


class LoadRun(models.Model):
    """How far a load is, and in the end what it did.

    `files` are the names as sent. `progress` is what the loader last said. `report` is the report of `goldthread load`,
    `words` the same as text. `trouble` is a sentence, where the load did not come to its end.
    """

    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    status = models.CharField(max_length=12, default=WAITING)
    strict = models.BooleanField(default=False)
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    files = models.JSONField(default=list)
    progress = models.JSONField(default=dict)
    report = models.JSONField(null=True)
    words = models.TextField(default="")
    trouble = models.TextField(default="")

    @property
    def is_over(self) -> bool:
        return self.status in (DONE, REFUSED, BROKEN)
