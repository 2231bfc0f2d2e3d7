"""Workers, the teams they are in, when somebody else covers for them, and inspectors who are invited."""

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models

from goldthread.people.roles import ROLES, Role


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


class Worker(AbstractBaseUser):
    """Somebody who works with children or answers for those who do. Signing in is by `username`."""

    username = models.CharField(max_length=150, unique=True)
    email = models.EmailField(blank=True)
    name = models.CharField(max_length=150)
    role = models.CharField(max_length=32, choices=[(r.code, r.name) for r in ROLES.values()])
    team = models.ForeignKey(Team, null=True, blank=True, on_delete=models.PROTECT, related_name="workers")
    telephone = models.CharField(max_length=40, blank=True)
    registration = models.CharField("Social Work England number", max_length=20, blank=True)
    agreed_limit = models.DecimalField("agreed weight of children", max_digits=5, decimal_places=2, default=20)
    pattern = models.CharField("note beside the name, such as three days a week", max_length=120, blank=True)
    is_active = models.BooleanField(default=True)

    USERNAME_FIELD = "username"
    EMAIL_FIELD = "email"
    REQUIRED_FIELDS = ["name", "role"]
    objects = WorkerManager()

    class Meta:
        constraints = [models.CheckConstraint(name="worker_role_known", condition=models.Q(role__in=list(ROLES)))]

    def __str__(self):
        return self.name

    @property
    def plays(self) -> Role:
        return ROLES[self.role]

    def may(self, act: str) -> bool:
        return act in self.plays.may


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
