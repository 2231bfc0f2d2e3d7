"""What an error of the database means for whoever waits: it passes, it is too slow, there is no room, or it stays."""

from django.db import InterfaceError, OperationalError

MET = frozenset({"40001", "40P01"})  # two transactions met, and this one gave way
GOING_AWAY = frozenset({"57P01", "57P02", "57P03", "25006"})  # stopped, crashed, starting, or a standby by now
TOO_SLOW = frozenset({"57014", "55P03", "25P03", "25P04"})
NO_ROOM = frozenset({"53100"})
CONNECTION = "08"


def state_of(error: BaseException) -> str | None:
    """The five letters by which PostgreSQL says what went wrong; None where it could not say anything any more."""
    return getattr(error.__cause__, "sqlstate", None) or getattr(error, "sqlstate", None)


def behind(error: BaseException | None) -> BaseException | None:
    """The failure of the database that another error was raised for, if there is one."""
    while error is not None and not isinstance(error, OperationalError | InterfaceError):
        error = error.__cause__ or error.__context__
    return error


def met(error: BaseException) -> bool:
    return state_of(error) in MET


def lost(error: BaseException) -> bool:
    """Whether the connection is gone, so that a new one may find the database again."""
    state = state_of(error)
    if isinstance(error, InterfaceError):
        return True
    return isinstance(error, OperationalError) and (state is None or state in GOING_AWAY or state.startswith(CONNECTION))


def too_slow(error: BaseException) -> bool:
    return state_of(error) in TOO_SLOW


def no_room(error: BaseException) -> bool:
    return state_of(error) in NO_ROOM


def means(error: BaseException) -> str:
    """In one word, for whoever counts them."""
    known = {"met": met, "slow": too_slow, "full": no_room, "lost": lost}
    return next((word for word, is_so in known.items() if is_so(error)), "other")
