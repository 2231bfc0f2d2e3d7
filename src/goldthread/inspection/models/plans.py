"""The plan that answers a report: actions, the measures each recommendation is tied to, and who governs it."""

from django.db import models


class Plan(models.Model):
    """One plan answers one report. Its recommendations are the report's confirmed things to improve."""

    report = models.OneToOneField("inspection.Report", on_delete=models.PROTECT, related_name="plan")
    begun_at = models.DateTimeField()
    begun_by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")


class Called(models.Model):
    """What a recommendation is called in passing, where the report's own sentence is long. The newest name stands."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="called")
    recommendation = models.ForeignKey("inspection.Fact", on_delete=models.PROTECT, related_name="called")
    words = models.CharField(max_length=120)
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Action(models.Model):
    """Something somebody will do about a recommendation, as first agreed; what became of it is in its steps.

    `counted_of` and `counted_unit` are for actions that are done piece by piece: "7", "teams".
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="actions")
    recommendation = models.ForeignKey("inspection.Fact", on_delete=models.PROTECT, related_name="actions")
    words = models.TextField()
    owner = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    due = models.DateField()
    counted_of = models.IntegerField(null=True)
    counted_unit = models.CharField(max_length=60, default="")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class ActionStep(models.Model):
    """What became of an action: begun, so many done, done, given up, or another owner or day, with why."""

    action = models.ForeignKey(Action, on_delete=models.PROTECT, related_name="steps")
    kind = models.CharField(max_length=12)  # begun, counted, done, dropped, owner, due
    day = models.DateField()
    counted = models.IntegerField(null=True)
    owner = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    due = models.DateField(null=True)
    words = models.TextField(default="")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Tie(models.Model):
    """A recommendation should move this measure to `target`. The baseline is the measure on the inspection's last day.

    `trajectory` is [[ISO day, number], …] between then and the day the target should be reached; `shares` are the words
    that recommendation and measure have in common, which is why the tie was suggested.
    """

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="ties")
    recommendation = models.ForeignKey("inspection.Fact", on_delete=models.PROTECT, related_name="ties")
    measure = models.CharField(max_length=60)
    target = models.DecimalField(max_digits=9, decimal_places=2)
    trajectory = models.JSONField(default=list)
    shares = models.JSONField(default=list)
    why = models.TextField(default="")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class TieEnd(models.Model):
    """The tie no longer stands, and why. Another target is this and a new tie."""

    tie = models.OneToOneField(Tie, on_delete=models.PROTECT, related_name="end")
    why = models.TextField()
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Meeting(models.Model):
    """A board met and read the plan."""

    plan = models.ForeignKey(Plan, on_delete=models.PROTECT, related_name="meetings")
    day = models.DateField()
    name = models.CharField(max_length=120)
    present = models.TextField(default="")
    chaired_by = models.CharField(max_length=120, default="")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class MeetingDecision(models.Model):
    """What the board decided, about one recommendation or about all of them."""

    meeting = models.ForeignKey(Meeting, on_delete=models.PROTECT, related_name="decisions")
    recommendation = models.ForeignKey("inspection.Fact", null=True, on_delete=models.PROTECT, related_name="+")
    words = models.TextField()
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Milestone(models.Model):
    """A day in the life of an inspection: notice, draft received, statement sent, monitoring visit, direction, review.

    `word` is a word of the service's duties (see duties/service.py): what its statutory clocks run on. One that was
    wrong is withdrawn by a later row naming it, whose `words` say why.
    """

    report = models.ForeignKey("inspection.Report", null=True, on_delete=models.PROTECT, related_name="milestones")
    word = models.CharField(max_length=40)
    day = models.DateField()
    words = models.TextField(default="")
    file = models.ForeignKey("inspection.File", null=True, on_delete=models.PROTECT, related_name="+")
    withdraws = models.OneToOneField("self", null=True, on_delete=models.PROTECT, related_name="withdrawn_by")
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
