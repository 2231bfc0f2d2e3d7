"""What is published about authorities: who they are, who is like them, and which published series is like our measure."""

from django.db import models


class Authority(models.Model):
    """An authority as a published list names it. The newest row of each code stands.

    `code` is the three-figure number of the Department for Education, `new_code` that of the Office for National
    Statistics; `region` and `region_code` likewise.
    """

    code = models.CharField(max_length=12, db_index=True)
    new_code = models.CharField(max_length=12, default="")
    name = models.CharField(max_length=120)
    region = models.CharField(max_length=60, default="")
    region_code = models.CharField(max_length=12, default="")
    source = models.TextField()
    at = models.DateTimeField()


class Neighbour(models.Model):
    """The authority `neighbour` is the `place`-nearest statistical neighbour of `code`. The newest list of each code stands."""

    code = models.CharField(max_length=12, db_index=True)
    neighbour = models.CharField(max_length=12)
    place = models.IntegerField()
    source = models.TextField()
    at = models.DateTimeField()


class Likened(models.Model):
    """A person says that a published series may be laid beside one of our measures; the newest row of a measure stands.

    `series` "" takes it back. `why` says what to mind: another year, another clock.
    """

    measure = models.CharField(max_length=60, db_index=True)
    series = models.CharField(max_length=120)
    why = models.TextField(default="")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Beside(models.Model):
    """Which authority's neighbours our figures are laid beside; the newest row stands."""

    code = models.CharField(max_length=12)
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class MonthlyReport(models.Model):
    """A monthly report as it was printed: what stood on it stays, whatever is written down later.

    `day` is the last day of its month; `asked` is {"codes": […], "months": 13} and `publishing` whether small numbers
    were hidden in it; `file` is the paper itself.
    """

    day = models.DateField()
    title = models.CharField(max_length=160)
    asked = models.JSONField(default=dict)
    publishing = models.BooleanField(default=False)
    file = models.ForeignKey("inspection.File", null=True, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class PrintedFigure(models.Model):
    """One figure of a printed report. `value` None was not known; `said` is what stood on the paper ("84%", "c")."""

    report = models.ForeignKey(MonthlyReport, on_delete=models.PROTECT, related_name="figures")
    measure = models.CharField(max_length=60, db_index=True)
    day = models.DateField()
    numerator = models.IntegerField()
    denominator = models.IntegerField()
    unknown = models.IntegerField()
    value = models.DecimalField(null=True, max_digits=12, decimal_places=3)
    said = models.CharField(max_length=24)
