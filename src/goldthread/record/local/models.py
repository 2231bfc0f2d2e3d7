"""The tables of what the authority has settled, and of working everything out again after it."""

from django.db import models

NUMBER, KEPT, POLICY, SCHOOL = "number", "kept", "policy", "school"
WAITING, RUNNING, DONE, BROKEN = "waiting", "running", "done", "broken"


class LocalSetting(models.Model):
    """One choice of the authority's, or the taking back of one. Only ever added to.

    `what` is one of the four above. `name` is the number, the duty's code or the policy; `value` is in words; `since` the
    first day it holds for: empty for what holds on every day, and for a duty that is not kept yet. A row that
    `withdraws` another repeats it and says why it should not be there.
    """

    what = models.CharField(max_length=8, choices=[(w, w) for w in (NUMBER, KEPT, POLICY, SCHOOL)])
    name = models.CharField(max_length=80, default="")
    value = models.TextField()
    since = models.DateField(null=True)
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    why = models.TextField()
    withdraws = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="withdrawn_by")

    class Meta:
        indexes = [models.Index(fields=["what", "name"], name="localsetting_name")]


class SettingsRun(models.Model):
    """Children worked out again in the background after a setting was changed: `done` of `of`."""

    setting = models.ForeignKey(LocalSetting, on_delete=models.PROTECT, related_name="runs")
    status = models.CharField(max_length=8, default=WAITING)
    done = models.IntegerField(default=0)
    of = models.IntegerField()
    begun_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)

    @property
    def is_over(self) -> bool:
        return self.status in (DONE, BROKEN)
