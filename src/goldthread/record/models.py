"""The tables of the record. What was written is only ever added to; what is derived is rewritten with it.

Written: Person, Version (one row for each version of each entry), one table for each entry type, Restriction; Look and Seal in `trail`.
Derived, in the same transaction: Spoken words, Occurrence, Standing, names for search. What the authority has settled is in `local`.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from goldthread.duties.roles import SENIORS
from goldthread.duties.words.kinds import CHILD
from goldthread.record.disclosing import Disclosure, DisclosureCopy, DisclosureDecision  # noqa: F401
from goldthread.record.local.models import LocalSetting, SettingsRun  # noqa: F401
from goldthread.record.retention.models import Deletion, DeletionAnswer, Hold, HoldEnd, Tombstone  # noqa: F401
from goldthread.record.trail.models import Look, Seal  # noqa: F401
from goldthread.record.types import *  # noqa: F403  (each entry type is a table of this app)


class Person(models.Model):
    """Somebody the record is about or mentions: a child, born or not, or one of their family."""

    reference = models.CharField(max_length=24, unique=True)
    family = models.BigIntegerField(null=True, blank=True, db_index=True)


class Identifier(models.Model):
    """A number by which another system knows a person: `scheme` is "child id" or "upn"."""

    scheme = models.CharField(max_length=16)
    value = models.CharField(max_length=40)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [models.UniqueConstraint(fields=["scheme", "value", "person"], name="identifier_once")]
        indexes = [models.Index(fields=["scheme", "value"])]


class Version(models.Model):
    """One version of one entry about one person.

    `day` to `until` is when it happened (`at` the exact moment, where known); `recorded_at` is when this version was
    written and `entered_at` when the entry first was. `superseded_at` is empty on the version that stands.
    `together` joins entries written as one act, such as a visit to three sisters. `origin` is the natural key of an
    entry that came in a file. Entries of one person that share a `lane` may not overlap.
    """

    id = models.BigAutoField(primary_key=True)
    entry = models.BigIntegerField()
    number = models.SmallIntegerField(default=1)
    type = models.CharField(max_length=32)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+", db_index=False)
    day = models.DateField()
    until = models.DateField(null=True)
    at = models.DateTimeField(null=True)
    recorded_at = models.DateTimeField()
    entered_at = models.DateTimeField()
    by = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+", db_index=False)
    why = models.TextField(default="")
    superseded_at = models.DateTimeField(null=True)
    withdrawn = models.BooleanField(default=False)
    together = models.BigIntegerField(null=True)
    origin = models.CharField(max_length=160, null=True)
    lane = models.SmallIntegerField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person", "day"]),
            models.Index(fields=["together"], condition=Q(together__isnull=False), name="version_together"),
            models.Index(fields=["person"], condition=Q(type__in=["relationship", "allegation"]), name="version_names_others"),
            models.Index(fields=["type", "day"], condition=Q(superseded_at__isnull=True), name="version_type_day"),
        ]
        constraints = [
            models.UniqueConstraint(fields=["entry", "number"], name="version_numbered_once"),
            models.UniqueConstraint(fields=["entry"], condition=Q(superseded_at__isnull=True), name="one_version_stands"),
            models.UniqueConstraint(
                fields=["origin"], condition=Q(superseded_at__isnull=True, origin__isnull=False), name="origin_once"
            ),
            models.CheckConstraint(
                condition=Q(until__isnull=True) | Q(until__gte=models.F("day")), name="ends_after_it_begins"
            ),
        ]


class Spoken(models.Model):
    """A word that a version says of its person; what duties are worked out from."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False)
    version = models.BigIntegerField(db_index=True)
    entry = models.BigIntegerField()
    word = models.CharField(max_length=40)
    day = models.DateField()
    at = models.DateTimeField(null=True)
    key = models.CharField(max_length=24)
    recorded_at = models.DateTimeField()
    superseded_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["person"])]


class Occurrence(models.Model):
    """One owing of one duty to one person: see goldthread.duties. Its state is read from these days, never stored."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False)
    code = models.CharField(max_length=12)
    since = models.DateField()
    opened = models.DateField()
    opened_at = models.DateTimeField(null=True)
    due = models.DateField()
    due_at = models.DateTimeField(null=True)
    plan_by = models.DateField()
    met = models.DateField(null=True)
    met_at = models.DateTimeField(null=True)
    ended = models.DateField(null=True)
    ended_by = models.CharField(max_length=24, null=True)
    unsure = models.DateField(null=True)
    opened_by = models.CharField(max_length=24)
    met_by = models.CharField(max_length=24, null=True)
    owner = models.CharField(max_length=40)
    counted_from = models.DateField()
    unsure_by = models.CharField(max_length=24, null=True)
    place = models.SmallIntegerField()
    span = models.CharField(max_length=200)
    lapses = models.DateField(null=True)

    class Meta:
        indexes = [
            models.Index(fields=["person"]),
            models.Index(fields=["due"], condition=Q(met__isnull=True), name="occurrence_not_met_due"),
            models.Index(fields=["person"], condition=Q(owner__in=sorted(SENIORS)), name="occurrence_above_teams"),
        ]


class Standing(models.Model):
    """Where a person stands now: derived from the record and rewritten with every entry about them.

    The check refuses an open child who has no holder or no next date: the first of the five rules. `about` is whom the
    record is about (see duties.words.kinds), and "" for somebody whom it only mentions.
    """

    person = models.OneToOneField(Person, primary_key=True, on_delete=models.CASCADE, related_name="standing")
    reference = models.CharField(max_length=24)
    forename = models.CharField(max_length=200, default="")
    surname = models.CharField(max_length=200, default="")
    other_names = models.CharField(max_length=200, default="")
    sex = models.CharField(max_length=1, default="")
    ethnicity = models.CharField(max_length=4, default="")
    born = models.DateField(null=True)
    expected = models.DateField(null=True)
    died = models.DateField(null=True)
    postcode = models.CharField(max_length=12, default="")
    about = models.CharField(max_length=8, default="")
    is_child = models.BooleanField(default=False)
    open = models.BooleanField(default=False)
    kind = models.CharField(max_length=20, default="")
    kinds = ArrayField(models.CharField(max_length=20), default=list)
    kind_since = models.DateField(null=True)
    legal_status = models.CharField(max_length=8, default="")
    category = models.CharField(max_length=8, default="")
    team = models.ForeignKey("people.Team", null=True, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    adviser = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    chair = models.ForeignKey("people.Worker", null=True, on_delete=models.PROTECT, related_name="+")
    held_since = models.DateField(null=True)
    last_seen = models.DateField(null=True)
    last_alone = models.DateField(null=True)
    last_tried = models.DateField(null=True)
    next_due = models.DateField(null=True)
    restricted = models.BooleanField(default=False)
    as_of = models.DateTimeField()

    class Meta:
        indexes = [
            models.Index(fields=["team"], condition=Q(open=True), name="standing_open_team"),
            models.Index(fields=["worker"], condition=Q(open=True), name="standing_open_worker"),
            models.Index(fields=["about"], condition=~Q(about__in=["", CHILD]), name="standing_not_of_a_child"),
            models.Index(fields=["born"]),
            models.Index(fields=["postcode"], opclasses=["varchar_pattern_ops"], name="standing_postcode"),
            models.Index(fields=["surname", "forename"]),
        ]
        constraints = [
            models.CheckConstraint(
                name="no_open_child_without_owner_and_next_date",
                condition=Q(open=False) | Q(is_child=False) | (Q(team__isnull=False) & Q(next_due__isnull=False)),
            ),
            models.CheckConstraint(name="children_are_what_their_record_is_about", condition=Q(is_child=True, about=CHILD) | (Q(is_child=False) & ~Q(about=CHILD))),
        ]


class NameToken(models.Model):
    """One word of one person's names, folded to plain lower-case letters, for search."""

    person = models.ForeignKey(Person, on_delete=models.CASCADE, related_name="+", db_index=False, db_constraint=False)
    token = models.CharField(max_length=60)
    sound = models.CharField(max_length=24)

    class Meta:
        indexes = [
            models.Index(fields=["token"], opclasses=["varchar_pattern_ops"], name="nametoken_begins"),
            models.Index(fields=["sound"]),
            models.Index(fields=["person"]),
        ]


class Restriction(models.Model):
    """The record of this person is open to these workers only."""

    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="restrictions")
    worker = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    why = models.TextField()


class Mark(models.Model):
    """A worker holds this entry to be significant: the chronology is made of these. Taking it off is a second row."""

    entry = models.BigIntegerField(db_index=True)
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    worker = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    significant = models.BooleanField(default=True)


class Verdict(models.Model):
    """Somebody approved one version of an entry, or returned it with a comment. Only ever added: see record.verdicts."""

    entry = models.BigIntegerField()
    number = models.SmallIntegerField()
    person = models.ForeignKey(Person, on_delete=models.PROTECT, related_name="+")
    by = models.ForeignKey("people.Worker", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    approved = models.BooleanField()
    comment = models.TextField(default="")

    class Meta:
        indexes = [
            models.Index(fields=["entry", "number"], name="verdict_of_a_version"),
            models.Index(fields=["entry"], condition=Q(approved=False), name="verdict_returned"),
        ]
        constraints = [models.CheckConstraint(name="returned_with_a_comment", condition=Q(approved=True) | ~Q(comment=""))]


class WorkedOut(models.Model):
    """The one row that says from which rules all occurrences and standings were last worked out: see record.fresh."""

    fingerprint = models.CharField(max_length=64)
    at = models.DateTimeField()
