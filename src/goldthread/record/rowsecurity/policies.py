"""Which rows of each table the acting person may read and write, as SQL for PostgreSQL's row security.

The sets of people are made once for whoever acts, and looked up by hash. Only people whom the
act has touched (see Act) are written about, so what an act changes of who holds somebody does not stop it half way.
"""

from goldthread.record.rowsecurity.tables import AROUND_A_PERSON, OF_A_PERSON, OTHERWISE, entry_tables

WAY = "(SELECT current_setting('goldthread.way', true))"  # this is worked out when it is told who acts, the sets when they are first asked for: see scope
SET = "(SELECT unnest(gt_known('{}')))"
OPEN, CLOSED, AROUND, MENTIONED, MET = (SET.format(name) for name in ("open", "closed", "around", "mentioned", "met"))
TOUCHED = "{} = ANY ((SELECT gt_touched())::bigint[])"
SEEN = (
    f"({TOUCHED} OR CASE {WAY} WHEN 'all' THEN true WHEN 'service' THEN {{0}} NOT IN {CLOSED} "
    f"WHEN 'team' THEN {{0}} IN {OPEN} OR {{0}} IN {AROUND} WHEN 'own' THEN {{0}} IN {OPEN} ELSE false END)"
).replace("{} =", "{0} =")
NAMES = f"({WAY} = 'team' AND {{0}} IN {{1}})"
COUNTS = f"{WAY} = 'all'"
ME = "(SELECT gt_actor())"
MAY = "(SELECT {} FROM gt_me())"
MANAGES = f"EXISTS (SELECT FROM people_worker w JOIN people_team t ON t.id = w.team_id WHERE w.id = worker_id AND {ME} IN (t.manager_id, t.told_next_id))"
VERSION = "EXISTS (SELECT FROM record_version v WHERE v.id = version_id{})"

Policy = tuple[str, str, str]  # the command it is for, which rows are there, which rows may be made


def seen(column: str = "person_id") -> str:
    return SEEN.format(column)


def touched(column: str = "person_id") -> str:
    return TOUCHED.format(column)


def _of_a_person(more: str = "") -> list[Policy]:
    return [("SELECT", seen(), ""), ("INSERT", "", touched() + more), ("UPDATE", touched(), touched()), ("DELETE", touched(), "")]


def _entries() -> list[Policy]:
    return [("SELECT", f"{COUNTS} OR {VERSION.format('')}", ""), ("INSERT", "", VERSION.format(f" AND {touched('v.person_id')}"))]


INTERESTS = f"(worker_id = {ME} OR {MAY.format('settles')} OR {MANAGES})"
OPENINGS = f"(worker_id = {ME} OR {WAY} IN ('service', 'all') OR {MANAGES} OR {seen()})"
SHOWN = f"CASE WHEN {WAY} IN ('service', 'all') THEN true ELSE people && (SELECT gt_known('open')) END"  # in a list, or by a search
LOADS = f"(worker_id = {ME} OR {MAY.format('loads')})"
OWN = {
    # A reference is no secret to those who see the service: they are told that a record is closed. Others see those they meet.
    "record_person": [
        ("SELECT", f"{seen('id')} OR {WAY} = 'service' OR {NAMES.format('id', MENTIONED)}", ""),
        ("INSERT", "", touched("id")), ("UPDATE", touched("id"), touched("id")),
    ],
    # Names of the people in a record that one may open, so that a page can say who a sister is.
    "record_standing": [("SELECT", f"{seen()} OR {NAMES.format('person_id', MET)}", ""), *_of_a_person()[1:]],
    "record_version": _of_a_person(f" AND by_id = {ME}"),
    "record_mark": [("SELECT", seen(), ""), ("INSERT", "", f"{touched()} AND worker_id = {ME}")],
    "record_restriction": [("SELECT", f"worker_id = {ME} OR {seen()}", "")],
    "record_look": [("SELECT", f"worker_id = {ME} OR {MAY.format('audits OR invites')} OR {seen()} OR (people <> '{{}}' AND {SHOWN})", "")],
    # Nobody ends their own interest: it would open the record to them.
    "people_interest": [
        ("SELECT", INTERESTS, ""), ("INSERT", "", f"by_id = {ME} AND {INTERESTS}"), ("UPDATE", f"worker_id <> {ME} AND {INTERESTS}", f"worker_id <> {ME}"),
    ],
    "people_opening": [
        ("SELECT", OPENINGS, ""), ("INSERT", "", f"worker_id = {ME} AND (NOT beyond OR {MAY.format('opens')})"),
        ("UPDATE", f"worker_id <> {ME} AND {OPENINGS}", f"seen_by_id = {ME}"),
    ],
    "web_draft": [("ALL", f"worker_id = {ME}", f"worker_id = {ME}")],
    "web_loadrun": [("SELECT", LOADS, ""), ("INSERT", "", f"worker_id = {ME}"), ("UPDATE", LOADS, LOADS)],
}  # fmt: skip


def policies() -> dict[str, list[Policy]]:
    """By table."""
    plain = {table: _of_a_person() for table in OF_A_PERSON} | {table: [("ALL", seen(), seen())] for table in AROUND_A_PERSON}
    return plain | {table: _entries() for table in entry_tables()} | {table: OWN[table] for table in [*OTHERWISE, *(t for t in OF_A_PERSON if t in OWN)]}


def statements(table: str) -> list[str]:
    """SQL that puts one table under its policies, in place of those it had."""
    made = [f"ALTER TABLE {table} ENABLE ROW LEVEL SECURITY"]
    for command, there, new in policies()[table]:
        name = f"gt_{command.lower()}"
        parts = [f"USING ({there})"] * bool(there) + [f"WITH CHECK ({new})"] * bool(new)
        made += [f"DROP POLICY IF EXISTS {name} ON {table}", f"CREATE POLICY {name} ON {table} FOR {command} TO goldthread_app {' '.join(parts)}"]
    return made
