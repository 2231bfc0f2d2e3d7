"""The office and one life, as in the tests of the child's page."""

from tests.web.conftest import baby, half_past_five, kofi, people, priya

__all__ = ["baby", "half_past_five", "kofi", "people", "priya"]
