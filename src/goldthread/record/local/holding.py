"""Holding the settings while something is worked out from them: many may write at once, and nobody while they change."""

from goldthread.record.asking import Question, ask

SPACE, SETTINGS = 1195592773, 1  # next to the space of the locks of loads


def hold(alone: bool = False) -> None:
    """Until the end of the transaction that is open nobody changes the settings; `alone`, nobody works anything out either.

    Whoever locks people takes this first, so that no two wait for each other.
    """
    ask(holding(alone))


def holding(alone: bool = False) -> Question:
    """The same as a question, to be asked before others."""
    return f"SELECT pg_advisory_xact_lock{'' if alone else '_shared'}(%s::int, %s::int)", [SPACE, SETTINGS]
