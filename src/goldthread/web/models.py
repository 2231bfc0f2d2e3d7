"""What the pages keep for themselves: forms half-written and loads under way. Nothing here is part of a child's record."""

from goldthread.web.drafts.models import Draft
from goldthread.web.loading.models import LoadRun

__all__ = ["Draft", "LoadRun"]
