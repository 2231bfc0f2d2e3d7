"""The tables of giving somebody the information about them: what was decided, and the copies that were made from it."""

from django.db import models


class Disclosure(models.Model):
    """One request for somebody's own information, being answered. `request` is the number of the entry that says it came."""

    person = models.ForeignKey("record.Person", on_delete=models.PROTECT, related_name="+")
    request = models.BigIntegerField(unique=True)
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class DisclosureDecision(models.Model):
    """Somebody decided what is given and what is left out. Only ever added to: of two about one `key` the later stands.

    `key` names somebody ("person:12", "worker:3", "name:rowan ashmere"), one answer ("204.1.at_home") or one place in it
    ("204.1.at_home:14-25"); "look:…" is a name to look for besides those the record knows. `why` is "" where it is given,
    and otherwise one of exchange.access.reasons.
    """

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="decisions")
    key = models.CharField(max_length=200)
    given = models.BooleanField()
    why = models.CharField(max_length=24, default="")
    words = models.TextField(default="")
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="left_out_with_a_reason", condition=models.Q(given=True) | ~models.Q(why="")),
        ]


class DisclosureCopy(models.Model):
    """The ZIP that was made for whoever asked. After `until` its content is removed, and the row stays."""

    disclosure = models.ForeignKey(Disclosure, on_delete=models.PROTECT, related_name="copies")
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    until = models.DateField()
    sha256 = models.CharField(max_length=64)
    size = models.IntegerField()
    left_out = models.IntegerField()
    content = models.BinaryField(null=True)
    removed_at = models.DateTimeField(null=True)
