"""The health and schooling of children in care."""

from goldthread.duties.rules import education, health
from goldthread.duties.shape import Duty

RULES: tuple[Duty, ...] = (*health.RULES, *education.RULES)
