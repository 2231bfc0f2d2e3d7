"""Tables of measures. Nothing here is anybody's word: all of it is worked out and can be worked out again."""

from django.db import models


class Calendar(models.Model):
    """The calendar that measures join, one row a day: see goldthread.measures.calendar, which fills it."""

    day = models.DateField(primary_key=True)
    working = models.IntegerField()
    months_3 = models.DateField()
    months_4 = models.DateField()
    months_6 = models.DateField()
    months_12 = models.DateField()
    months_24 = models.DateField()
    aged_4 = models.DateField()
    aged_5 = models.DateField()
    aged_16 = models.DateField()
    aged_16_5 = models.DateField()
    aged_17 = models.DateField()
    aged_18 = models.DateField()
    aged_19 = models.DateField()
    aged_20 = models.DateField()
    aged_21 = models.DateField()
    aged_22 = models.DateField()
    aged_23 = models.DateField()
    aged_24 = models.DateField()
    aged_25 = models.DateField()
    back_1 = models.DateField()
    back_5 = models.DateField()
    back_10 = models.DateField()
    back_16 = models.DateField()
    back_18 = models.DateField()


class MadeFrom(models.Model):
    """From which version of the code something that is kept here was made."""

    what = models.CharField(max_length=20, primary_key=True)
    fingerprint = models.CharField(max_length=64)
