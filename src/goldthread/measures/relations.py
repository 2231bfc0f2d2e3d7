"""Relations made of those in `facts`: the same text on every engine, each only from those before it.

No sub-query looks back at the row it belongs to: a database may then ask it once for every row. What lies before or after
a row is joined by person and gathered, or read with a window.
"""

from goldthread.record.types.care import TEMPORARY

FOREVER = "DATE '9999-12-31'"
AGES = (17, 18, 19, 20, 21)
WAITS = 26 * 7  # days: a conference later than that is taken to have other enquiries before it, or none


def _gathered(name: str, of: str, beside: str, on: str, what: str) -> str:
    """A join of one line for each entry of `of`: what is gathered from the rows `b` of `beside` about the same person."""
    return f"""LEFT JOIN (SELECT a.entry, {what} FROM {of} a JOIN {beside} b ON b.person = a.person AND {on} GROUP BY a.entry) {name}
        ON {name}.entry = x.entry"""


_PERSONS = """SELECT DISTINCT ON (person) person, sex, ethnicity, born, expected, died, unaccompanied, unaccompanied_ended
      FROM person ORDER BY person, day DESC, recorded DESC, entry DESC"""

_NEED = f"""SELECT r.person, r.entry, r.day, c.day AS until, coalesce(c.day, {FOREVER}) AS ends, c.reason, r.primary_need, r.source
      FROM referral r LEFT JOIN (SELECT closes, min(day) AS day, min(reason) AS reason FROM closing GROUP BY closes) c
        ON c.closes = r.entry AND c.day >= r.day WHERE r.decision = 'accepted'"""

_REFERRALS = f"""SELECT x.person, x.entry, x.day, x.source, l.before, n.closed_before, s.assessed_from, q.enquired_from,
        CASE WHEN x.decision = 'no_further' THEN coalesce(x.decided, x.day) END AS no_further_on
      FROM referral x JOIN (SELECT person, day, lag(day) OVER (PARTITION BY person ORDER BY day) AS before
        FROM (SELECT DISTINCT person, day FROM referral) s) l ON l.person = x.person AND l.day = x.day
      {_gathered("n", "referral", "need", "b.until <= a.day AND b.entry <> a.entry", "max(b.until) AS closed_before")}
      {_gathered("s", "referral", "assessment", "b.day >= a.day", "min(b.day) AS assessed_from")}
      {_gathered("q", "referral", "enquiry", "b.day >= a.day", "min(b.day) AS enquired_from")}"""

_EARLY_HELPS = f"""SELECT x.person, x.entry, x.day, x.until, x.ends, r.referred_after FROM early_help x
      {_gathered("r", "early_help", "referral", "b.day > a.day", "min(b.day) AS referred_after")}"""

# The record does not say which enquiries led to a conference: of those begun since the one before, and no more than 26 weeks
# ago, the first that still waited for it, so that new ones begun meanwhile start no clock afresh; else the last.
_ENQUIRED = f"""SELECT c.entry, coalesce(min(CASE WHEN e.conference_needed OR coalesce(e.until, {FOREVER}) >= c.day THEN e.day END), max(e.day)) AS enquired
      FROM conference c JOIN (SELECT person, day, lag(day) OVER (PARTITION BY person ORDER BY day) AS before
        FROM (SELECT DISTINCT person, day FROM conference WHERE kind = 'initial') s) l ON l.person = c.person AND l.day = c.day
      JOIN enquiry e ON e.person = c.person AND e.day <= c.day AND e.day >= c.day - {WAITS} AND (l.before IS NULL OR e.day > l.before)
        AND coalesce(e.conference_needed, TRUE)
      WHERE c.kind = 'initial' GROUP BY c.entry"""

_INITIAL = """SELECT x.person, x.entry, x.day, x.transfer_notified, x.decision, q.enquired
      FROM conference x LEFT JOIN enquired q ON q.entry = x.entry WHERE x.kind = 'initial'"""

_ENQUIRIES = f"""SELECT x.person, x.entry, x.day, x.until, n.next, c.conference, q.plan FROM enquiry x
      JOIN (SELECT entry, lead(day) OVER (PARTITION BY person ORDER BY day, entry) AS next FROM enquiry) n ON n.entry = x.entry
      LEFT JOIN (SELECT a.entry, min(b.day) AS conference
        FROM (SELECT person, entry, day, lead(day) OVER (PARTITION BY person ORDER BY day, entry) AS next FROM enquiry) a
        JOIN initial_conferences b ON b.person = a.person AND b.day >= a.day AND (a.next IS NULL OR b.day < a.next) GROUP BY a.entry) c
        ON c.entry = x.entry
      {_gathered("q", "enquiry", "protection_plan", "b.day >= a.day", "min(b.day) AS plan")}"""

_PLANS = f"""SELECT x.person, x.entry, x.day, x.until, x.ends, x.initial_category, x.latest_category, x.previous_plans,
        e.ended_before, c.months_24 AS two_years_on, n.plan_after, r.referral_after, s.referred
      FROM protection_plan x LEFT JOIN measures_calendar c ON c.day = x.until
      {_gathered("e", "protection_plan", "protection_plan", "b.until <= a.day AND b.entry <> a.entry", "max(b.until) AS ended_before")}
      {_gathered("n", "protection_plan", "protection_plan", "b.day >= a.until AND b.entry <> a.entry", "min(b.day) AS plan_after")}
      {_gathered("r", "protection_plan", "referral", "b.day > a.until", "min(b.day) AS referral_after")}
      {_gathered("s", "protection_plan", "referral", "b.day <= a.day", "max(b.day) AS referred")}"""

_HELP_PLANS = """SELECT person, entry, day, until, ends, actions_in_all, actions_named, 'Protection plan' AS plan FROM protection_plan
      UNION ALL SELECT person, entry, day, until, ends, actions_in_all, actions_named, 'Child in need plan' AS plan FROM need_plan"""

_PLAN_VISITS = """SELECT v.person, v.entry, v.day, v.child_seen, v.seen_alone, v.place FROM visit v
      JOIN (SELECT DISTINCT v.entry FROM visit v JOIN protection_plan b ON b.person = v.person AND b.day <= v.day AND b.ends >= v.day) s
        ON s.entry = v.entry"""

_SHORT_BREAKS = "SELECT person, entry, day, until, ends, status FROM legal_status WHERE status IN ('V3', 'V4')"

# A period of care that is nothing but short breaks is left out, however many of them it has.
_IN_CARE = """SELECT l.person, l.entry, l.day, l.until, l.ends, l.end_reason, l.primary_need FROM looked_after l
      LEFT JOIN (SELECT a.entry FROM looked_after a
        JOIN legal_status b ON b.person = a.person AND (b.day = a.day OR (b.day < a.ends AND b.ends > a.day))
        GROUP BY a.entry HAVING bool_and(coalesce(b.status, '') IN ('V3', 'V4'))) s ON s.entry = l.entry WHERE s.entry IS NULL"""

_CARE_PERIODS = f"""SELECT x.person, x.entry, x.day, x.until, x.ends, x.end_reason, x.primary_need, e.ended_before, w.end_reason AS ended_so,
        h.health_first, p.permanence_on, r.referred, q.planned FROM in_care x
      {_gathered("e", "in_care", "in_care", "b.until <= a.day AND b.entry <> a.entry", "max(b.until) AS ended_before")}
      LEFT JOIN (SELECT person, until, min(end_reason) AS end_reason FROM in_care GROUP BY person, until) w
        ON w.person = x.person AND w.until = e.ended_before
      {_gathered("h", "in_care", "health_assessment", "b.day >= a.day AND b.kind IN ('initial', 'review')", "min(b.day) AS health_first")}
      {_gathered("p", "in_care", "care_plan", "b.day >= a.day AND b.aim <> ''", "min(b.day) AS permanence_on")}
      {_gathered("r", "in_care", "referral", "b.day <= a.day", "max(b.day) AS referred")}
      {_gathered("q", "in_care", "protection_plan", "b.day <= a.day", "max(b.day) AS planned")}"""

# Temporary moves end no home. What came before and after is the placement next to it, without a gap of more than a day.
_HOMES = f"""SELECT person, entry, day, until, ends, kind, miles, outside_area, start_reason, change_reason,
        CASE WHEN lag(until) OVER w >= day - 1 THEN lag(day) OVER w END AS day_before,
        CASE WHEN lead(day) OVER w <= until + 1 THEN lead(day) OVER w END AS day_after
      FROM placement WHERE coalesce(kind, '') NOT IN ({", ".join(f"'{kind}'" for kind in TEMPORARY)})
      WINDOW w AS (PARTITION BY person ORDER BY day, entry)"""

# Placements one after the other with the same carer (T, U) are one home and have one number.
_MOVES = """SELECT person, entry, day, until, ends, sum(CASE WHEN start_reason IN ('T', 'U') AND day_before IS NOT NULL THEN 0 ELSE 1 END)
        OVER (PARTITION BY person ORDER BY day, entry) AS home FROM homes WHERE coalesce(kind, '') NOT IN ('A3', 'A5')"""

# Every placement with the first day with that carer (who may be the one who adopts: A3, A5), numbered as in moves.
_STAYS = """SELECT person, entry, day, ends, kind, day_before, sum(CASE WHEN (start_reason IN ('T', 'U') OR kind IN ('A3', 'A5')) AND day_before IS NOT NULL
        THEN 0 ELSE 1 END) OVER (PARTITION BY person ORDER BY day, entry) AS home FROM homes"""

# For a child placed with other people who adopt (A4, A6), the first day with the carer before them.
_SETTLED = """SELECT s.person, s.entry, s.day, s.ends, CASE WHEN s.kind IN ('A4', 'A6') AND b.follows THEN w.began ELSE b.began END AS lived_from
      FROM stays s JOIN (SELECT person, home, min(day) AS began, bool_and(day_before IS NOT NULL) AS follows FROM stays GROUP BY person, home) b
        ON b.person = s.person AND b.home = s.home
      LEFT JOIN (SELECT person, home, min(day) AS began FROM stays GROUP BY person, home) w ON w.person = s.person AND w.home = s.home - 1"""

_SDQ = """SELECT person, entry, day, score FROM sdq WHERE score IS NOT NULL
      UNION ALL SELECT person, entry, day, sdq_score AS score FROM year_in_care WHERE sdq_score IS NOT NULL"""

_FOUND = """SELECT m.person, m.entry, m.day, m.found, coalesce(i.offered, FALSE) AS offered, i.accepted, i.interview_on FROM missing m
      LEFT JOIN (SELECT episode, CASE WHEN bool_or(coalesce(offered, FALSE) OR accepted IS NOT NULL) THEN TRUE ELSE bool_or(offered) END AS offered,
          bool_or(accepted) AS accepted, min(day) AS interview_on
        FROM return_interview WHERE episode IS NOT NULL GROUP BY episode) i ON i.episode = m.entry WHERE m.found IS NOT NULL"""

_ADOPTIONS = f"""SELECT x.person, x.entry, x.day, x.matched, x.placement_order, x.adopted, x.by_foster_carer,
        coalesce(x.placed, h.placed_from) AS placed, c.care_from, h.with_carer_from FROM adoption_decision x
      {_gathered("c", "adoption_decision", "in_care", "b.day <= coalesce(a.placed, a.adopted, a.matched, a.day)", "max(b.day) AS care_from")}
      {_gathered("h", "adoption_decision", "homes", "b.kind LIKE 'A_'", "min(b.day) AS placed_from, min(coalesce(b.day_before, b.day)) AS with_carer_from")}"""

_TURNED = """SELECT p.person, min(e.entry) AS entry, c.aged_16_5 AS day, min(h.day) AS adviser_from
      FROM persons p JOIN measures_calendar c ON c.day = p.born
      JOIN (SELECT person, entry, day, ends FROM in_care UNION ALL SELECT person, entry, day, ends FROM leaving_care) e
        ON e.person = p.person AND e.day <= c.aged_16_5 AND e.ends > c.aged_16_5
      LEFT JOIN allocation h ON h.person = p.person AND h.works_as = 'personal_adviser' AND h.worker_id IS NOT NULL
        AND h.day <= c.aged_16_5 AND h.ends > c.aged_16_5
      WHERE p.died IS NULL OR p.died > c.aged_16_5 GROUP BY p.person, c.aged_16_5"""

_EACH_BIRTHDAY = " UNION ALL ".join(
    f"SELECT l.person, l.entry, {age} AS age, c.aged_{age} AS day FROM leaving_care l JOIN persons p ON p.person = l.person "
    f"JOIN measures_calendar c ON c.day = p.born WHERE l.day <= c.aged_{age} AND l.ends > c.aged_{age} AND (p.died IS NULL OR p.died > c.aged_{age})"
    for age in AGES
)
# What is said for the return comes first; else the newest contact from three months before to one month after.
_BIRTHDAYS = f"""SELECT b.person, b.entry, b.day, b.age, k.told_on, k.in_touch, k.accommodation, k.suitable, k.activity, h.kind AS last_home
      FROM (SELECT person, min(entry) AS entry, age, day FROM ({_EACH_BIRTHDAY}) s GROUP BY person, age, day) b
      LEFT JOIN (SELECT DISTINCT ON (b.person, b.age) b.person, b.age, k.day AS told_on, k.in_touch, k.accommodation, k.suitable, k.activity
        FROM ({_EACH_BIRTHDAY}) b JOIN leaving_care_contact k
          ON k.person = b.person AND (k.birthday = b.age OR (k.birthday IS NULL AND k.day >= b.day - 92 AND k.day <= b.day + 31))
        ORDER BY b.person, b.age, k.birthday, k.day DESC, k.entry DESC) k ON k.person = b.person AND k.age = b.age
      LEFT JOIN (SELECT DISTINCT ON (person) person, kind FROM homes ORDER BY person, day DESC, entry DESC) h ON h.person = b.person"""

MADE: dict[str, str] = {
    "persons": _PERSONS,
    "need": _NEED,
    "referrals": _REFERRALS,
    "early_helps": _EARLY_HELPS,
    "enquired": _ENQUIRED,
    "initial_conferences": _INITIAL,
    "enquiries": _ENQUIRIES,
    "plans": _PLANS,
    "help_plans": _HELP_PLANS,
    "plan_visits": _PLAN_VISITS,
    "short_breaks": _SHORT_BREAKS,
    "in_care": _IN_CARE,
    "care_periods": _CARE_PERIODS,
    "homes": _HOMES,
    "moves": _MOVES,
    "stays": _STAYS,
    "settled": _SETTLED,
    "care_or_plan": "SELECT person, entry, day, ends FROM in_care UNION ALL SELECT person, entry, day, ends FROM protection_plan",
    "workers": "SELECT person, entry, day, ends, worker_id FROM allocation WHERE works_as = 'social_worker' AND worker_id IS NOT NULL",
    "sdq_scores": _SDQ,
    "found_again": _FOUND,
    "adoptions": _ADOPTIONS,
    "turned_16_half": _TURNED,
    "birthdays": _BIRTHDAYS,
}
"""Each relation and its SQL."""
