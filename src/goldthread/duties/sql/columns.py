"""The columns of the tables in which the rules stand as rows."""

COLUMNS = {
    "gt_words": "w INTEGER, word TEXT, dates BOOLEAN, written BOOLEAN",
    "gt_episode_words": "w INTEGER, episode INTEGER, begins BOOLEAN",
    "gt_rules": "rule INTEGER, since INTEGER, kept_from INTEGER, up_to INTEGER, owner TEXT, ends_at INTEGER, by_age INTEGER,"
    " single BOOLEAN, alone BOOLEAN, walks BOOLEAN, first_only BOOLEAN, restarts BOOLEAN, paired BOOLEAN,"
    " writing_meets BOOLEAN, from_start BOOLEAN, only_carried BOOLEAN, at_start BOOLEAN, relation INTEGER,"
    " for_unborn BOOLEAN, already INTEGER, in_any INTEGER, steps INTEGER, stages INTEGER, ahead BOOLEAN, otherwise BOOLEAN, by_key BOOLEAN, after_death BOOLEAN,"
    " kinds INTEGER",
    "gt_starters": "rule INTEGER, w INTEGER",
    "gt_stages": "rule INTEGER, n INTEGER, kind TEXT, episode INTEGER, age INTEGER, counted_from INTEGER, span INTEGER,"
    " total INTEGER, within INTEGER",
    "gt_outside": "rule INTEGER, n INTEGER, episode INTEGER",
    "gt_inside": "rule INTEGER, n INTEGER, episode INTEGER",
    "gt_opens": "rule INTEGER, n INTEGER, w INTEGER, unless INTEGER, times INTEGER, in_last INTEGER, strict BOOLEAN",
    "gt_birthdays": "rule INTEGER, n INTEGER, age INTEGER",
    "gt_ages": "age INTEGER",
    "gt_carry": "rule INTEGER, n INTEGER, w INTEGER, span INTEGER, episode INTEGER",
    "gt_needs": "rule INTEGER, w INTEGER",
    "gt_parts": "rule INTEGER, w INTEGER, part TEXT, later BOOLEAN",
    "gt_dated": "rule INTEGER, w INTEGER",
    "gt_steps": "rule INTEGER, n INTEGER, code TEXT, fits INTEGER, number INTEGER, episode INTEGER, span INTEGER",
    "gt_step_words": "rule INTEGER, n INTEGER, fits INTEGER, w INTEGER",
    "gt_versions": "rule INTEGER, n INTEGER, first INTEGER, last INTEGER, span INTEGER, hours INTEGER, says TEXT",
    "gt_ahead": "rule INTEGER, first INTEGER, last INTEGER, span INTEGER, says TEXT",
    "gt_weeks": "rule INTEGER, first INTEGER, last INTEGER, days INTEGER",
}
"""Every table of the rules with its columns. Words, episodes, rules and spans are numbers; days are days since 1970."""
