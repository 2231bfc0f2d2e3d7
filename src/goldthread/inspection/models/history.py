"""What has been claimed about an authority over the years, each claim with its source; themes; published figures."""

from django.db import models


class Claim(models.Model):
    """Somebody says that something was so. Claims that disagree all stand.

    `kind` is "judgement", "since", "event", "ran" (who ran the service) or "measures" (special measures, direction).
    `scale` names the scale of a judgement, `area` and `grade` the answer on it. `day` has the precision said in
    `exact`: "day", "month", "year". Claims of confirmed reports are not stored again here. One added by mistake is taken
    back by a later row that names it, with why in its words.
    """

    authority = models.CharField(max_length=120, db_index=True)
    kind = models.CharField(max_length=20)
    scale = models.CharField(max_length=30, default="")
    area = models.CharField(max_length=40, default="")
    grade = models.CharField(max_length=40, default="")
    day = models.DateField()
    until = models.DateField(null=True)
    exact = models.CharField(max_length=5, default="day")
    words = models.TextField(default="")
    source = models.TextField()
    source_day = models.DateField(null=True)
    file = models.ForeignKey("inspection.File", null=True, on_delete=models.PROTECT, related_name="+")
    withdraws = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="withdrawn_by")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Theme(models.Model):
    """A person says which theme a thing to improve belongs to, or that it does not. The newest row of each pair stands."""

    fact = models.ForeignKey("inspection.Fact", on_delete=models.PROTECT, related_name="themes")
    theme = models.CharField(max_length=40)
    belongs = models.BooleanField(default=True)
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class PublishedFigure(models.Model):
    """One published statistic of one place and period, loaded from a file, for comparison. The newest row stands.

    `measure` is the column's name in the publication and `group` which part of the children ("" for all of them).
    `la_code` is an authority's three-figure code, or the code of a region or of England.
    """

    measure = models.CharField(max_length=120)
    group = models.CharField(max_length=200, default="")
    la_code = models.CharField(max_length=12)
    period = models.CharField(max_length=12)
    value = models.CharField(max_length=24)  # as published: a number, or c, z, x, :, low
    source = models.TextField()
    at = models.DateTimeField()

    class Meta:
        indexes = [models.Index(fields=["measure", "group", "la_code"])]
