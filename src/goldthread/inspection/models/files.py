"""Files that are kept: a report, a letter, an audit's sheet."""

from django.db import models


class File(models.Model):
    """One file as it was sent. The same content sent twice is two rows: each has its own name, day and sender."""

    name = models.CharField(max_length=200)
    media = models.CharField(max_length=100)
    sha256 = models.CharField(max_length=64, db_index=True)
    content = models.BinaryField()
    added_at = models.DateTimeField()
    added_by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
