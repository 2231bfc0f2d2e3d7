"""What a city's managers approved: everything older than a few days that somebody had to approve, by whoever did not write it."""

from datetime import datetime, timedelta

from django.db import connection

from goldthread.record.register import REGISTER

LATEST = timedelta(days=3)  # what was written since still waits
APPROVED_AFTER = timedelta(days=1)

APPROVED = """
INSERT INTO record_verdict (entry, number, person_id, by_id, at, approved, comment)
SELECT v.entry, v.number, v.person_id, approver.id, v.recorded_at + %s, true, ''
FROM record_version v
JOIN record_standing s ON s.person_id = v.person_id
LEFT JOIN people_team t ON t.id = s.team_id
CROSS JOIN LATERAL (
  SELECT w.id FROM people_worker w
  WHERE (w.id = t.manager_id OR w.role = 'head_of_service') AND NOT EXISTS (SELECT FROM record_version o WHERE o.entry = v.entry AND o.by_id = w.id)
  ORDER BY w.id = t.manager_id DESC NULLS LAST, w.id LIMIT 1
) approver
WHERE v.superseded_at IS NULL AND NOT v.withdrawn AND v.origin IS NULL AND v.type = ANY(%s) AND v.recorded_at < %s
  AND NOT EXISTS (SELECT FROM record_verdict d WHERE d.entry = v.entry AND d.number = v.number)
"""


def approve(now: datetime) -> None:
    """Keep the approvals of a city that was just written, once."""
    kinds = [code for code, kind in REGISTER.items() if kind.approved_by]
    with connection.cursor() as cursor:
        cursor.execute(APPROVED, [APPROVED_AFTER, kinds, now - LATEST])
