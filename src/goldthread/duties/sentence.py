"""A duty as an English sentence."""

from goldthread.duties.shape import Duty


def sentence(duty: Duty) -> str:
    """The duty in one sentence."""
    return duty.says
