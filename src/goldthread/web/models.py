"""What the pages keep for themselves: forms half-written, loads under way, presses done, integrations. Nothing here is part of a child's record."""

from goldthread.web.api.models import Delivery, Hook, Integration, KeptAnswer, Token, TokenEntry
from goldthread.web.drafts.models import Draft
from goldthread.web.loading.models import LoadRun
from goldthread.web.presses.models import Press

__all__ = ["Delivery", "Draft", "Hook", "Integration", "KeptAnswer", "LoadRun", "Press", "Token", "TokenEntry"]
