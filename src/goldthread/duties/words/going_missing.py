"""While a child is missing, and just after."""

from goldthread.duties.words.kinds import Word

noticed = Word("missing.noticed", "it was decided that the child is missing")
police_told = Word("missing.police_told", "the police were told that the child is missing")
worker_told = Word("missing.worker_told", "the child's social worker was told that the child is missing")
family_told = Word("missing.family_told", "the parents and the reviewing officer were told that the child is missing")
checked = Word("missing.checked", "the police saw the child after the return")
reached_for = Word("missing.reached_for", "somebody tried to reach the missing child")
head_told = Word("missing.head_told", "the head of service was told that the child is still missing")
director_told = Word("missing.director_told", "the director was told that the child is still missing")
member_told = Word("missing.member_told", "the lead member was told that the child is still missing")
