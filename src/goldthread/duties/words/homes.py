"""Words of children's homes that the authority runs. They are said of the home."""

from goldthread.duties.words.kinds import HOME, Word, episode

running = episode(
    "home", "the children's home is open", "the children's home opened", "the children's home closed", HOME
)
visited = Word("home.visited", "the independent person visited the home and reported", HOME)
quality_reviewed = Word("home.quality_reviewed", "the review of the quality of care was completed", HOME)
review_sent = Word("home.review_sent", "the report of the quality of care was sent to the inspectorate", HOME)
event = Word("home.serious_event", "something serious happened in the home", HOME)
inspectorate_told = Word("home.inspectorate_told", "the inspectorate was told of the serious event", HOME)
placing_authority_told = Word("home.authority_told", "the authority that placed the child was told of the event", HOME)
restrained = Word("home.restraint_used", "a child in the home was restrained", HOME)
restraint_recorded = Word("home.restraint_recorded", "the restraint was written down", HOME)
restraint_talked_over = Word(
    "home.restraint_talked_over", "the manager spoke with those who were involved and signed the record", HOME
)
restraint_child_heard = Word("home.restraint_child_heard", "what the child said of the restraint was added", HOME)
