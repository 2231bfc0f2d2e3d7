"""What is written about the whole service for others to read, and each copy as it was when it was given out."""

from django.db import models


class Written(models.Model):
    """Somebody's words in one section of the self-evaluation. The newest of each section stand; the others are kept."""

    section = models.CharField(max_length=40)
    words = models.TextField()
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Issue(models.Model):
    """One document as it was given out: every word and every figure in it, frozen at that moment.

    `kind` is "self_evaluation" or "pack"; `figures_to` the last day its figures are about; `pages` what stands in it, as
    blocks in their order.
    """

    kind = models.CharField(max_length=20)
    title = models.CharField(max_length=160)
    figures_to = models.DateField()
    pages = models.JSONField()
    suppressed = models.BooleanField(default=True)
    report = models.ForeignKey("inspection.Report", null=True, on_delete=models.PROTECT, related_name="issues")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
