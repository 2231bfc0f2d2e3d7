"""Words of leaving care: from sixteen to twenty-five."""

from goldthread.duties.words.kinds import Word, episode

relevant = episode(
    "relevant",
    "the young person is a relevant child",
    "the young person became a relevant child",
    "the young person stopped being a relevant child",
)
review_requested = Word("pathway_plan.review_requested", "the young person or the adviser asked for a review")
provided_home = episode(
    "provided_home",
    "the young person lives in accommodation that the authority provides",
    "the authority first provided the accommodation",
    "the young person left the accommodation",
)
visited_at_home = Word("leaving_care.visited_at_home", "the adviser visited the young person where they live")
support_offered = Word("leaving_care.support_offered", "the young person was told what support there is to 25")
support_requested = Word("leaving_care.support_requested", "the young person asked for support after 21")
support_assessed = Word("leaving_care.support_assessed", "the needs of the young person who asked were assessed")
staying_put = episode(
    "staying_put",
    "the young person stays put with their former foster carer",
    "the young person began to stay put with their foster carer",
    "the young person stopped staying put",
)
staying_put_reviewed = Word("staying_put.reviewed", "somebody looked at how staying put is going")
back_with_family = episode(
    "back_with_family",
    "the young person lives with family again",
    "the young person went to live with family again",
    "the young person stopped living with family",
)
status_decided = Word("leaving_care.status_decided", "it was decided what the young person is owed now")
