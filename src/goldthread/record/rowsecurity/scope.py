"""What people.sight and record.seeing say of one record and of all, said once more inside the database.

The functions belong to the owner and see everything; what they give is numbers of people, never a word about them.
`gt_tell()` is told who acts. It works out by which way the acting person's rows are found; `gt_known()` gives the sets of people for it. Both are kept
in settings of the connection until it is told again; whoever writes tells it again afterwards (see Act). The ways:

    all      counting the whole service, or working out anew what was settled
    service  everybody but gt_closed()
    team     gt_open(), and those around them: gt_around()
    own      gt_open(): roles that see no child, and inspectors on other days
    none     nobody acts, or the account is closed
"""

from goldthread.duties.words.kinds import ADULT, WORKER
from goldthread.people.roles import (
    CHANGE_SETTINGS,
    EVERY_ROLE,
    IMPROVE,
    INVITE,
    INVITED,
    LOAD,
    READ_AUDIT,
    SERVICE,
    TEAM,
)
from goldthread.people.roles import OPEN as OPENS
from goldthread.people.sight import LEADS_IN_LAW
from goldthread.record.acting import COUNTING, SETTLING
from goldthread.record.rowsecurity.policies import seen

HERE = "Europe/London"
WAYS = {SERVICE: "service", TEAM: "team", INVITED: "invited"}
INDIRECTLY = f"NOT IN ('{WORKER}', '{ADULT}')"


def roles_sql() -> str:
    """Rows of people.roles: the code, the way, and whether it opens beyond, improves, invites, loads, settles, leads in law, reads the audit."""
    def row(role):
        flags = (OPENS in role.may, IMPROVE in role.may, INVITE in role.may, LOAD in role.may, CHANGE_SETTINGS in role.may, role.code == LEADS_IN_LAW, READ_AUDIT in role.may)
        return f"('{role.code}', '{WAYS.get(role.sees, 'own')}', {', '.join(str(f).lower() for f in flags)})"

    return ", ".join(row(role) for role in EVERY_ROLE.values())


def _function(name: str, returns: str, body: str, arguments: str = "", volatile: str = "STABLE", more: str = "") -> str:
    return f"""CREATE OR REPLACE FUNCTION {name}({arguments}) RETURNS {returns} LANGUAGE plpgsql {volatile} SECURITY DEFINER
        {"PARALLEL SAFE" if volatile == "STABLE" and "PARALLEL" not in more else ""} SET search_path = public, pg_temp {more} AS $gt$
#variable_conflict use_column
{body}
$gt$"""


def _plain(name: str, returns: str, expression: str) -> str:
    return f"CREATE OR REPLACE FUNCTION {name}() RETURNS {returns} LANGUAGE sql STABLE PARALLEL SAFE AS $gt$ SELECT {expression} $gt$"


def _setting(name: str) -> str:
    return f"nullif(current_setting('goldthread.{name}', true), '')"


def _people(name: str, body: str, rows: int) -> str:
    return _function(name, "SETOF bigint", f"DECLARE me record; moment timestamptz := gt_now();\nBEGIN\n  SELECT * INTO me FROM gt_me();\n{body}\nEND", more=f"ROWS {rows}")


ME = """
BEGIN
  RETURN QUERY SELECT w.id, w.team_id, w.person_id, r.way, r.opens, r.improves, r.invites, r.loads, r.settles, r.leads, r.audits
    FROM people_worker w JOIN (VALUES {roles}) r(code, way, opens, improves, invites, loads, settles, leads, audits) ON r.code = w.role
    WHERE w.id = gt_actor() AND w.is_active;
END"""
COLUMNS = """TABLE (worker bigint, team bigint, person bigint, way text, opens boolean, improves boolean, invites boolean, loads boolean,
  settles boolean, leads boolean, audits boolean)"""

WAY = f"""
DECLARE me record;
BEGIN
  SELECT * INTO me FROM gt_me();
  IF me.worker IS NULL THEN RETURN 'none'; END IF;
  IF me.way = 'invited' THEN
    IF EXISTS (SELECT FROM people_invitation i WHERE i.inspector_id = me.worker
               AND (gt_now() AT TIME ZONE '{HERE}')::date BETWEEN i.day AND i.until
               AND NOT EXISTS (SELECT FROM people_invitationend e WHERE e.invitation_id = i.id)) THEN
      me.way := 'service';
    ELSE
      me.way := 'own';
    END IF;
  END IF;
  IF {_setting("work")} = '{COUNTING}' OR ({_setting("work")} = '{SETTLING}' AND me.settles) THEN
    RETURN 'all';
  END IF;
  RETURN me.way;
END"""

# An interest closes the person and everybody of the same family, but not one's own supervision.
BARRED = f"""
  RETURN QUERY SELECT p.id FROM people_interest i JOIN record_person c ON c.id = i.person_id
    JOIN record_person p ON p.id = c.id OR p.family = c.family
    WHERE i.worker_id = me.worker AND i.ended_at IS NULL
      AND NOT (p.id IS NOT DISTINCT FROM me.person AND EXISTS (SELECT FROM record_standing s WHERE s.person_id = p.id AND s.about = '{WORKER}'));"""

OPENED = f"""SELECT o.person_id FROM people_opening o WHERE me.opens AND o.worker_id = me.worker AND o.beyond
      AND o.at <= moment AND o.until > moment
      AND NOT EXISTS (SELECT FROM record_standing s WHERE s.person_id = o.person_id AND s.about IN ('{WORKER}', '{ADULT}'))"""
NAMED = "SELECT n.person_id FROM record_restriction n WHERE n.worker_id = me.worker"
RESTRICTED = "SELECT x.person_id FROM record_restriction x"
MINE = "me.worker IN (s.worker_id, s.adviser_id, s.chair_id)"
ANSWERS = "EXISTS (SELECT FROM people_team t WHERE t.id = s.team_id AND me.worker IN (t.manager_id, t.told_next_id))"
MAY_WORKER = f"(me.leads OR {MINE} OR {ANSWERS} OR s.person_id = me.person)"
MAY_ADULT = f"(me.improves OR s.team_id = me.team OR {MINE} OR {ANSWERS})"
OF_ADULTS = f"(CASE s.about WHEN '{WORKER}' THEN {MAY_WORKER} ELSE {MAY_ADULT} END)"

CLOSED = f"""
  RETURN QUERY (
    SELECT x.person_id FROM record_restriction x
    UNION ALL
    SELECT s.person_id FROM record_standing s WHERE s.about NOT IN ('', 'child') AND s.about IN ('{WORKER}', '{ADULT}') AND {OF_ADULTS} IS NOT TRUE
    EXCEPT ({NAMED} UNION ALL {OPENED})
    ) UNION SELECT gt_barred();"""

OPEN = f"""
  RETURN QUERY (
    SELECT h.person_id FROM (
      SELECT s.person_id, s.about FROM record_standing s WHERE s.team_id = me.team
      UNION ALL SELECT s.person_id, s.about FROM record_standing s WHERE s.worker_id = me.worker
      UNION ALL SELECT s.person_id, s.about FROM record_standing s WHERE s.adviser_id = me.worker
      UNION ALL SELECT s.person_id, s.about FROM record_standing s WHERE s.chair_id = me.worker) h
      WHERE gt_way() = 'team' AND h.about {INDIRECTLY} AND NOT EXISTS ({RESTRICTED} WHERE x.person_id = h.person_id)
    UNION ALL
    SELECT s.person_id FROM record_standing s WHERE s.about NOT IN ('', 'child') AND s.about IN ('{WORKER}', '{ADULT}') AND {OF_ADULTS}
      AND NOT EXISTS ({RESTRICTED} WHERE x.person_id = s.person_id)
    UNION ALL {NAMED} AND gt_way() <> 'own'
    UNION ALL {OPENED}
    ) EXCEPT SELECT gt_barred();"""

TOLD_OPEN = "SELECT unnest(gt_known('open')) AS person"

# Whom the records of open people name: relatives, and the child whom an allegation is about.
MENTIONED = f"""
  RETURN QUERY WITH o AS MATERIALIZED ({TOLD_OPEN})
    SELECT r.other_id FROM o JOIN record_version v ON v.person_id = o.person AND v.type IN ('relationship', 'allegation')
      JOIN record_relationship r ON r.version_id = v.id WHERE r.other_id IS NOT NULL
    UNION SELECT a.child_id FROM o JOIN record_version v ON v.person_id = o.person AND v.type IN ('relationship', 'allegation')
      JOIN record_allegation a ON a.version_id = v.id WHERE a.child_id IS NOT NULL;"""

# A father or aunt without a record of their own is seen by whoever sees a child they belong to.
AROUND = f"""
  RETURN QUERY (WITH o AS MATERIALIZED ({TOLD_OPEN})
    SELECT r.other_id FROM o JOIN record_standing c ON c.person_id = o.person AND c.is_child
      JOIN record_version v ON v.person_id = o.person AND v.type IN ('relationship', 'allegation') AND v.superseded_at IS NULL
      JOIN record_relationship r ON r.version_id = v.id
      WHERE r.other_id IS NOT NULL AND gt_way() = 'team'
        AND NOT EXISTS (SELECT FROM record_standing s WHERE s.person_id = r.other_id AND s.about <> '')
        AND NOT EXISTS ({RESTRICTED} WHERE x.person_id = r.other_id)
    ) EXCEPT SELECT gt_barred();"""

# Sets are made when a question first needs them, and kept as long as what was told: in the transaction, or in the connection.
TELL = """
DECLARE unmade text := '';
BEGIN
  PERFORM set_config('goldthread.actor', who, here), set_config('goldthread.now', moment, here), set_config('goldthread.work', work, here),
    set_config('goldthread.here', here::text, here), set_config('goldthread.open', unmade, here), set_config('goldthread.closed', unmade, here),
    set_config('goldthread.around', unmade, here), set_config('goldthread.mentioned', unmade, here), set_config('goldthread.met', unmade, here);
  PERFORM set_config('goldthread.way', CASE WHEN who = '' THEN '' ELSE gt_way() END, here);
END"""

KNOWN = """
DECLARE kept text := current_setting('goldthread.' || which, true);
BEGIN
  IF coalesce(kept, '') = '' THEN
    kept := coalesce(CASE which
      WHEN 'open' THEN (SELECT array_agg(p)::text FROM gt_open() p) WHEN 'closed' THEN (SELECT array_agg(p)::text FROM gt_closed() p)
      WHEN 'around' THEN (SELECT array_agg(p)::text FROM gt_around() p) WHEN 'mentioned' THEN (SELECT array_agg(p)::text FROM gt_mentioned() p)
      WHEN 'met' THEN (SELECT array_agg(p)::text FROM gt_met() p) END, '{}');
    PERFORM set_config('goldthread.' || which, kept, coalesce(current_setting('goldthread.here', true), '') = 'true');
  END IF;
  RETURN kept::bigint[];
END"""

# Names in use that begin so or sound so, of people whom the acting person sees: a policy on the table would keep LIKE from its index.
# Of a team's people all names are looked through: they are fewer than those of a city that begin or sound so.
NEAR = f"""
DECLARE way text := gt_way();
BEGIN
  IF way IN ('team', 'own') THEN
    RETURN QUERY SELECT DISTINCT n.token::text, n.sound::text FROM record_nametoken n
      WHERE n.person_id = ANY (gt_known('open') || CASE way WHEN 'team' THEN gt_known('around') ELSE '{{}}' END || gt_touched())
        AND (n.token LIKE begins || '%' OR n.sound = heard);
    RETURN;
  END IF;
  RETURN QUERY EXECUTE format('SELECT DISTINCT n.token::text, n.sound::text FROM record_nametoken n WHERE (n.token LIKE %L OR n.sound = %L) AND '
    || $seen${seen('n.person_id')}$seen$, begins || '%', heard);
END"""

MET = f"""
  RETURN QUERY SELECT unnest(gt_known('mentioned')) EXCEPT (({RESTRICTED} EXCEPT ({NAMED} UNION ALL {OPENED})) UNION ALL SELECT gt_barred());"""

MAY_READ = """
DECLARE way text := gt_way();
BEGIN
  RETURN CASE way WHEN 'all' THEN true WHEN 'none' THEN false
    WHEN 'service' THEN NOT EXISTS (SELECT FROM gt_closed() p WHERE p = someone)
    ELSE EXISTS (SELECT FROM gt_open() p WHERE p = someone) OR (way = 'team' AND EXISTS (SELECT FROM gt_around() p WHERE p = someone)) END;
END"""

# Whoever touched is the first in the list: nobody acts on what another has touched in the same transaction.
_LIST = f"{_setting('touched')}::bigint[]"
TOUCHED = f"CASE WHEN ({_LIST})[1] = gt_actor() THEN ({_LIST})[2:] ELSE '{{}}' END"
TOUCH = f"""
DECLARE someone bigint; touched bigint[] := gt_touched();
BEGIN
  IF gt_actor() IS NULL THEN RETURN; END IF;
  FOREACH someone IN ARRAY people LOOP
    IF {_setting("work")} = '{COUNTING}' OR NOT (gt_may_read(someone) OR (gt_way() <> 'none' AND NOT EXISTS (SELECT FROM record_standing s WHERE s.person_id = someone)
                                     AND NOT EXISTS (SELECT FROM record_version v WHERE v.person_id = someone)
                                     AND NOT EXISTS ({RESTRICTED} WHERE x.person_id = someone))) THEN
      RAISE insufficient_privilege USING MESSAGE = 'Whoever acts may not see the person they would write about: ask the team that holds the record.';
    END IF;
    touched := touched || someone;
  END LOOP;
  PERFORM set_config('goldthread.touched', (gt_actor() || touched)::text, true);
END"""

# A line of the audit: of whoever acts, or, while nobody does, of somebody who signs in or of nobody.
SAY = """
DECLARE made bigint;
BEGIN
  IF gt_actor() IS NOT NULL AND gt_actor() IS DISTINCT FROM worker THEN
    RAISE insufficient_privilege USING MESSAGE = 'A line of the audit is written by whoever acts, in no other name.';
  END IF;
  INSERT INTO record_look (at, worker_id, act, person_id, people, page, what, reason, refused, session, chain, place, hash)
    VALUES (at, worker, act, person, people, page, what, reason, refused, session, 0, 0, '') RETURNING id INTO made;
  RETURN made;
END"""

STANDS = "NOT EXISTS (SELECT FROM record_tombstone t WHERE t.person_id = p.id)"  # nobody is found whose record was erased


def functions() -> list[str]:
    """In an order in which each may use those before it."""
    return [
        _plain("gt_actor", "bigint", f"{_setting('actor')}::bigint"),
        _plain("gt_now", "timestamptz", f"{_setting('now')}::timestamptz"),
        _plain("gt_touched", "bigint[]", TOUCHED),
        _function("gt_me", COLUMNS, ME.replace("{roles}", roles_sql()), more="ROWS 1"),
        _function("gt_way", "text", WAY),
        _people("gt_barred", BARRED, 10),
        _people("gt_closed", CLOSED, 500),
        _people("gt_open", OPEN, 300),
        _people("gt_mentioned", MENTIONED, 1000),
        _people("gt_around", AROUND, 300),
        _people("gt_met", MET, 1000),
        _function("gt_known", "bigint[]", KNOWN, "which text", more="PARALLEL RESTRICTED"),
        _function("gt_tell", "void", TELL, "who text, moment text, work text, here boolean", "VOLATILE"),
        _function("record_names_near", "TABLE (token text, sound text)", NEAR, "begins text, heard text"),
        _function("gt_may_read", "boolean", MAY_READ, "someone bigint"),
        _function("record_touch", "void", TOUCH, "people bigint[]", "VOLATILE"),
        _function("record_in_use", "SETOF text", "BEGIN RETURN QUERY SELECT p.reference::text FROM record_person p WHERE p.reference = ANY(given); END", "given text[]"),
        _function("record_number_of", "bigint", f"""BEGIN RETURN coalesce((SELECT p.id FROM record_person p WHERE p.reference = given AND {STANDS}),
          (SELECT min(p.id) FROM record_person p WHERE upper(p.reference) = upper(given) AND {STANDS})); END""", "given text"),
        _function("record_say", "bigint", SAY, "at timestamptz, worker bigint, act text, person bigint, people bigint[], page text, what text, reason text, refused boolean, session text", "VOLATILE"),
        _function("record_newest", "bigint", "BEGIN RETURN (SELECT coalesce(max(v.id), 0) FROM record_version v); END"),
        _function("record_person_of", "bigint", "BEGIN RETURN (SELECT v.person_id FROM record_version v WHERE v.entry = given LIMIT 1); END", "given bigint"),
    ]  # fmt: skip
