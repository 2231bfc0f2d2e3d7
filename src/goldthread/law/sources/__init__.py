"""The texts that duties cite. A text that was replaced keeps its dates: nothing is deleted from here."""

from goldthread.law.sources.adults_and_rights import *  # noqa: F403
from goldthread.law.sources.court_and_care import *  # noqa: F403
from goldthread.law.sources.general import *  # noqa: F403
from goldthread.law.sources.health_and_carers import *  # noqa: F403
from goldthread.law.sources.need_and_protection import *  # noqa: F403
