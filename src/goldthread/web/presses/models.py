"""What a press did."""

from django.conf import settings
from django.db import models


class Press(models.Model):
    """One press that did something, kept in the transaction in which it did it. `goes_to` is the address it answered with.

    `id` is a digest of who pressed, on which page, the number that the form carried, and every word that was sent: whoever
    goes back and sends other words does something new.
    """

    id = models.CharField(max_length=64, primary_key=True)
    worker = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    goes_to = models.CharField(max_length=600)
    at = models.DateTimeField(db_index=True)
