"""The fields of an entry type. Each carries its own question, hint and condition, and is one relational column.

Migrations see the plain Django field underneath, so that rewording a question never touches the database.
"""

from django.contrib.postgres.fields import ArrayField
from django.db import models

PUBLIC = {  # where Django's own migrations say these fields live
    "django.db.models.fields": "django.db.models",
    "django.db.models.fields.related": "django.db.models",
    "django.contrib.postgres.fields.array": "django.contrib.postgres.fields",
}
NOT_SAID = None  # the third answer to a yes-or-no question


class Asked:
    """Mixed into a Django field: `question`, `hint`, `only_if=(field, values)`, `ssd` (its Standard Safeguarding Dataset name).

    `told`: only files answer it, such as a worker's name where the service has no such worker; pages show it, forms do not ask.
    """

    def __init__(self, question: str = "", *args, hint: str = "", only_if=None, ssd: str = "", told: bool = False, **kwargs):
        self.question, self.hint, self.only_if, self.ssd, self.told = question, hint, only_if, ssd, told
        super().__init__(*args, **{"blank": True, **kwargs})

    def deconstruct(self):
        name, _, args, kwargs = super().deconstruct()
        plain = next(c for c in type(self).__mro__ if c.__module__.startswith("django."))
        kwargs.pop("choices", None)
        return name, f"{PUBLIC.get(plain.__module__, plain.__module__)}.{plain.__qualname__}", args, kwargs


class Words(Asked, models.TextField):
    """As many words as it takes."""

    def __init__(self, question="", **kwargs):
        super().__init__(question, **{"default": "", **kwargs})


class Line(Asked, models.CharField):
    """A line of text, at most 200 characters."""

    def __init__(self, question="", **kwargs):
        super().__init__(question, **{"max_length": 200, "default": "", **kwargs})


class Postcode(Line):
    def __init__(self, question="Postcode", **kwargs):
        super().__init__(question, **kwargs)


class Choice(Asked, models.CharField):
    """One code out of `codes`, a mapping of code to words."""

    def __init__(self, question="", codes=None, **kwargs):
        self.codes = dict(codes or {})
        super().__init__(question, **{"max_length": 40, "default": "", **kwargs})

    def say(self, code: str) -> str:
        return self.codes.get(code, code)


class Choices(Asked, ArrayField):
    """Any number of codes."""

    def __init__(self, question="", codes=None, **kwargs):
        self.codes = dict(codes or {})
        kwargs.setdefault("base_field", models.CharField(max_length=40))
        super().__init__(question, **{"default": list, **kwargs})

    def say(self, codes: list[str]) -> str:
        return ", ".join(self.codes.get(c, c) for c in codes or ())


class YesNo(Asked, models.BooleanField):
    """Yes, no, or not said (None). Not said is never treated as no."""

    def __init__(self, question="", **kwargs):
        super().__init__(question, **{"null": True, "default": NOT_SAID, **kwargs})


class Day(Asked, models.DateField):
    def __init__(self, question="", **kwargs):
        super().__init__(question, **{"null": True, **kwargs})


class Moment(Asked, models.DateTimeField):
    def __init__(self, question="", **kwargs):
        super().__init__(question, **{"null": True, **kwargs})


class Whole(Asked, models.IntegerField):
    def __init__(self, question="", **kwargs):
        super().__init__(question, **{"null": True, **kwargs})


class EntryNumber(Asked, models.BigIntegerField):
    """The number of another entry, such as the referral that a closing closes."""

    def __init__(self, question="", **kwargs):
        super().__init__(question, **{"null": True, **kwargs})


class _To(Asked, models.ForeignKey):
    target = ""

    def __init__(self, question="", **kwargs):
        kwargs.setdefault("to", self.target)
        super().__init__(question, **{"null": True, "on_delete": models.PROTECT, "related_name": "+", "db_index": False, **kwargs})


class ToWorker(_To):
    target = "people.Worker"


class ToTeam(_To):
    target = "people.Team"


class ToPerson(_To):
    target = "record.Person"
