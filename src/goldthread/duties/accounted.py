"""What the compiled timescales hold that is no duty here, each with the reason; the rule book prints it as a table."""

from dataclasses import dataclass
from enum import Enum


class Kind(Enum):
    """What it is instead; the value is how the rule book says it."""

    SETTING = "a setting"
    LIMIT = "a limit, checked when it is written down"
    STATUS = "a status, worked out from the record"
    MEASURE = "a measure"
    OTHERS = "owed by somebody outside the service"
    NO_TIME = "asked without a time"
    NOT_IN_FORCE = "not in force"


@dataclass(frozen=True, slots=True)
class NotADuty:
    """A row of the timescales under its code: what it says, what it is instead, and why it is no duty of its own."""

    code: str
    says: str
    kind: Kind
    because: str
