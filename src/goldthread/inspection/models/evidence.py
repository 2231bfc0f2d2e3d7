"""What shows, beside the numbers, that a recommendation changed anything for children."""

from django.db import models


class Evidence(models.Model):
    """One piece: an audit, a document, or what staff, families or young people say.

    `agrees` says whether it agrees with the measure: yes, partly, no, or "" for not said. `number` of `of_number`:
    18 of 20 records. Evidence is never changed; one that was wrong is withdrawn by a later row naming it.
    """

    recommendation = models.ForeignKey("inspection.Fact", null=True, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=16)  # audit, document, staff, families, young_people
    day = models.DateField()
    title = models.CharField(max_length=160)
    words = models.TextField(default="")
    agrees = models.CharField(max_length=8, default="")
    number = models.IntegerField(null=True)
    of_number = models.IntegerField(null=True)
    file = models.ForeignKey("inspection.File", null=True, on_delete=models.PROTECT, related_name="+")
    withdraws = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="withdrawn_by")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
