"""Why something is left out of what somebody is given about themselves, and where the law allows it."""

from dataclasses import dataclass

from goldthread.law.instruments import Citation
from goldthread.law.sources.adults_and_rights import data_protection_2018


@dataclass(frozen=True, slots=True)
class Reason:
    """`words` are for the reviewer, `mark` stands in the copy where something was."""

    words: str
    mark: str
    law: Citation


SOMEBODY_ELSE = "somebody_else"
REASONS = {
    SOMEBODY_ELSE: Reason("It is about somebody else", "about somebody else", data_protection_2018.schedule(2, 16)),
    "serious_harm": Reason("Giving it would be likely to do somebody serious harm", "serious harm", data_protection_2018.schedule(3, 11)),
    "child_abuse": Reason("It is about a child being abused, and giving it to whoever asks is not in the child’s interest", "the child’s interest", data_protection_2018.schedule(3, 21)),
    "privilege": Reason("It is advice of a lawyer, or made for a court", "legal advice", data_protection_2018.schedule(2, 19)),
    "other_law": Reason("Another law forbids it, such as for adoption records and court reports", "another law", data_protection_2018.schedule(4, 3)),
}
WORKERS_ARE_NAMED = data_protection_2018.schedule(2, 17)
"""Whoever wrote the record for their work is named in it, unless that is decided otherwise."""
