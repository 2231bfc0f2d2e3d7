"""The register of entry types: one class each, and nothing else needs to know how many there are."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from django.db import models

from goldthread.duties.words import Episode, Word
from goldthread.duties.words.kinds import ADULT, CARER, CHILD, HOME, WORKER

REGISTER: dict[str, type["EntryType"]] = {}


ANYBODY = frozenset({CHILD, CARER, ADULT, WORKER, HOME})
MANAGERS = frozenset({"team_manager", "head_of_service", "director"})  # who approve
CHAIRS = MANAGERS | {"conference_chair", "reviewing_officer"}
SAID = object()  # in `when`: any answer but none


@dataclass(frozen=True, slots=True)
class Says:
    """A version speaks `word` on the first of the days in `on` that it has.

    A day is "day", "until", "at", "entered" (when the entry was first written down) or one of its date fields.
    `when` maps fields to the answers with which the word is spoken (or SAID). `key` names the field that holds the
    identity of the episode; without it the entry itself is the episode.
    """

    word: Word
    on: str | tuple[str, ...] = "day"
    when: Mapping[str, object] = field(default_factory=dict)
    key: str = ""


def says_episode(episode: Episode, **when: tuple) -> tuple[Says, Says]:
    """The entry is the episode: it begins on `day` and ends on `until`, where these fields have these answers."""
    return Says(episode.begins, when=when), Says(episode.ends, on="until", when=when)


class EntryType(models.Model):
    """What every entry type has. A type is a table: its fields carry the questions, `speaks` the words.

    `called` is what one is called in the middle of a sentence; `group` is its chip on the timeline; `lasts` says that
    it goes on from `day` until `until`; `lane` (a small number) forbids overlaps of hand-written entries.
    """

    version = models.OneToOneField("record.Version", primary_key=True, on_delete=models.PROTECT, related_name="+")

    code = ""
    called = ""
    group = "other"
    icon = "note"
    day_question = "On what day?"
    until_question = "Until what day?"
    lasts = False
    has_time = False
    lane: int | None = None
    speaks: tuple[Says, ...] = ()
    headline: tuple[str, ...] = ()  # fields whose values make its line on the timeline
    writers: frozenset[str] | None = None  # roles; None: everybody whose role writes
    approved_by: frozenset[str] | None = None  # roles; None: nobody has to approve it
    by_hand = True  # among what may be written about somebody; what comes in files only is not
    of_anybody = False  # says nothing of what somebody is, such as a note or an address

    class Meta:
        abstract = True

    @classmethod
    def lane_of(cls, values: Mapping[str, object]) -> int | None:
        """The lane of an entry with these answers."""
        return cls.lane

    @classmethod
    def written_about(cls) -> frozenset[str]:
        """Whom it is written about: those of whom its words are said, and a child where it says none."""
        return ANYBODY if cls.of_anybody else frozenset(says.word.about for says in cls.speaks) or frozenset({CHILD})

    @classmethod
    def questions(cls) -> list[models.Field]:
        """The fields a person answers, in the order of the class."""
        return [f for f in cls._meta.concrete_fields if f.name != "version"]

    @classmethod
    def asked(cls) -> list[models.Field]:
        """The questions that a form asks."""
        return [f for f in cls.questions() if not f.told]


def register(cls: type[EntryType]) -> type[EntryType]:
    """Class decorator: put an entry type on the register under its code."""
    if cls.code in REGISTER:
        raise ValueError(f"Two entry types are called {cls.code!r}: give one of them another code.")
    if hidden := {f.name for f in cls.questions()} & set(dir(EntryType)):
        raise ValueError(f"{cls.code!r} has a field named {', '.join(sorted(hidden))}, which every entry type has already: name it otherwise.")
    REGISTER[cls.code] = cls
    return cls


def entry_type(code: str) -> type[EntryType]:
    try:
        return REGISTER[code]
    except KeyError:
        raise LookupError(f"There is no entry type {code!r}. There are: {', '.join(sorted(REGISTER))}.") from None
