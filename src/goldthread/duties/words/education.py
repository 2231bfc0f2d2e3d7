"""Schooling of children in care."""

from goldthread.duties.words.kinds import Word

plan_checked = Word("education_plan.checked", "the virtual school checked the personal education plan")
school_changed = Word("schooling.changed", "the child changed school")
record_passed_on = Word("schooling.record_passed_on", "the education plan and the record were passed to the new school")
