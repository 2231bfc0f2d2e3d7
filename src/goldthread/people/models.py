"""Workers, the teams they are in, when somebody else covers for them, and inspectors who are invited."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from goldthread.people.roles import EVERY_ROLE, INTEGRATIONS, Role


class Team(models.Model):
    """A team holds children. Its manager owns, by name, every child who waits for a worker."""

    name = models.CharField(max_length=120, unique=True)
    manager = models.ForeignKey("people.Worker", null=True, blank=True, on_delete=models.PROTECT, related_name="manages")
    told_next = models.ForeignKey("people.Worker", null=True, blank=True, on_delete=models.PROTECT, related_name="+")

    def __str__(self):
        return self.name


class WorkerManager(BaseUserManager):
    def create_user(self, username, password=None, **fields):
        worker = self.model(username=username, **fields)
        worker.set_password(password)
        worker.save(using=self._db)
        return worker

    def get_by_natural_key(self, username):
        return self.get(username__iexact=username)

    def at_work(self):
        """People whose accounts are open: whoever may be chosen on a form. Integrations are none."""
        return self.filter(is_active=True).exclude(role__in=list(INTEGRATIONS))


class Worker(AbstractBaseUser):
    """Somebody who works with children or answers for those who do. Signing in is by `username`.

    `person` is who stands for them in the record: their supervision and registration are written there. `cut` counts how
    often all their sign-ins were ended: one made under an earlier count, or under another password or role, is over.
    `password_given`: the password was handed to them, and they choose their own before anything else.
    """

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=32, choices=[(r.code, r.name) for r in EVERY_ROLE.values()])
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="workers")
    telephone = models.CharField(max_length=40, blank=True)
    registration = models.CharField("Social Work England number", max_length=20, blank=True)
    agreed_limit = models.DecimalField("agreed weight of children", max_digits=5, decimal_places=2, default=20)
    pattern = models.CharField("note beside the name, such as three days a week", max_length=120, blank=True)
    is_active = models.BooleanField(default=True)
    cut = models.PositiveIntegerField(default=0)
    password_given = models.BooleanField(default=False)
    person = models.OneToOneField("record.Person", null=True, blank=True, on_delete=models.PROTECT, related_name="as_worker")

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]
    objects = WorkerManager()

    class Meta:
        constraints = [models.CheckConstraint(name="worker_role_known", condition=models.Q(role__in=list(EVERY_ROLE)))]

    def __str__(self):
        return self.name

    @property
    def plays(self) -> Role:
        return EVERY_ROLE[self.role]

    def may(self, act: str) -> bool:
        return act in self.plays.may

    def _get_session_auth_hash(self, secret: str | None = None) -> str:
        """Django keeps this in a session and ends the session once it differs."""
        stands = "\x1f".join((self.password, self.role, str(self.cut)))
        return salted_hmac("goldthread.people.Worker", stands, secret=secret, algorithm="sha256").hexdigest()


class AccountAct(models.Model):
    """What was done to an account, by whom and why, in words. Only ever added to.

    `act` is one of people.accounts.ACTS.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="account_acts")
    act = models.CharField(max_length=20)
    said = models.TextField(default="")
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Leave(models.Model):
    """Days away, and who covers. Both ends are days off."""

    worker = models.ForeignKey(Worker, on_delete=models.CASCADE, related_name="leave")
    day = models.DateField()
    until = models.DateField(null=True, blank=True)
    covered_by = models.ForeignKey(Worker, null=True, blank=True, on_delete=models.SET_NULL, related_name="covers")


class Invitation(models.Model):
    """An inspector may read from `day` to `until`, both included, and on no other day. Kept as it was made."""

    inspector = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="invitations")
    day = models.DateField()
    until = models.DateField()
    why = models.TextField(default="", blank=True)
    by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()

    class Meta:
        constraints = [
            models.CheckConstraint(name="invited_until_after_it_begins", condition=models.Q(until__gte=models.F("day")))
        ]


class InvitationEnd(models.Model):
    """The invitation was taken back before its last day, and why."""

    invitation = models.OneToOneField(Invitation, on_delete=models.PROTECT, related_name="end")
    why = models.TextField()
    by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()


class Interest(models.Model):
    """A worker's own record, or that of their family or somebody they know: they never open it, whatever else would let them.

    It covers the person and everybody of the same `Person.family`. Kept as it was declared; taking it back is `ended_at`.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="interests")
    person = models.ForeignKey("record.Person", on_delete=models.PROTECT, related_name="+")
    why = models.TextField()
    by = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    ended_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    ended_why = models.TextField(default="")


class Opening(models.Model):
    """A record opened for a while with a stated reason, from `at` until before `until`.

    `beyond`: it was opened past what the role and the team let this worker see, and whoever holds the record is told.
    Otherwise the role sees it, but only with a reason said.
    """

    worker = models.ForeignKey(Worker, on_delete=models.PROTECT, related_name="openings")
    person = models.ForeignKey("record.Person", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    beyond = models.BooleanField()
    at = models.DateTimeField()
    until = models.DateTimeField()
    seen_by = models.ForeignKey(Worker, null=True, on_delete=models.PROTECT, related_name="+")
    seen_at = models.DateTimeField(null=True)

    class Meta:
        indexes = [models.Index(fields=["worker", "person", "until"])]
        constraints = [
            models.CheckConstraint(name="opening_ends_after_it_begins", condition=models.Q(until__gt=models.F("at"))),
            models.CheckConstraint(name="opening_has_a_reason", condition=~models.Q(reason="")),
        ]
