"""An inspection report that is held: what was read from it, and what a person made of each fact."""

from django.db import models

AUTHORITY, FRAMEWORK, STARTED, ENDED, PUBLISHED, INSPECTOR = (
    "authority", "framework", "inspection_start", "inspection_end", "published", "lead_inspector"
)  # fmt: skip
JUDGEMENT, IMPROVEMENT = "judgement", "improvement"


class Report(models.Model):
    """A report and its file. Which authority, which days: see its facts."""

    file = models.ForeignKey("inspection.File", on_delete=models.PROTECT, related_name="+")
    pages = models.IntegerField(default=0)
    problem = models.TextField(default="")
    notes = models.JSONField(default=list)
    ours = models.BooleanField(default=False)  # of the authority whose copy this is
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")


class Fact(models.Model):
    """One thing a report says, as it was read, with its page and the words it rests on.

    `kind` is one of the names above; `area` the area key of a judgement; `place` its order on the report. `read` is the
    value as read (text; ISO day; for a judgement {"label", "grade_label", "grade"}; for an improvement {"text",
    "section", "priority", "heading", "number", "sub_items"}), None for a fact that a person added because it was missed.
    `box` is left, top, right, bottom on the page as fractions of it.
    """

    report = models.ForeignKey(Report, on_delete=models.PROTECT, related_name="facts")
    kind = models.CharField(max_length=20)
    area = models.CharField(max_length=40, default="")
    place = models.IntegerField(default=0)
    read = models.JSONField(null=True)
    page = models.IntegerField(null=True)
    words = models.TextField(default="")
    sure = models.BooleanField(default=False)
    doubt = models.TextField(default="")
    box = models.JSONField(null=True)


class Confirmed(models.Model):
    """A person read the page and says what the fact is. The newest row stands; `value` None: this is not a fact."""

    fact = models.ForeignKey(Fact, on_delete=models.PROTECT, related_name="said")
    value = models.JSONField(null=True)
    why = models.TextField(default="")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
