"""Words of the people who do the work, and of managers' oversight of it."""

from goldthread.duties.words.kinds import WORKER, Word, episode

in_post = episode(
    "in_post",
    "the worker is in post as a social worker",
    "the worker came into post",
    "the worker left the post",
    WORKER,
)
newly_qualified = episode(
    "newly_qualified",
    "the worker is in the assessed and supported first year",
    "the assessed and supported first year began",
    "the assessed and supported first year ended",
    WORKER,
)
supervised = Word("worker.supervised", "the worker had supervision, and it was written down", WORKER)
registration_year = Word("registration.year_begun", "a year of registration began", WORKER)
registration_renewed = Word("registration.renewed", "the registration was renewed", WORKER)
learning_recorded = Word(
    "registration.learning_recorded", "two pieces of learning, one talked over with a peer, were written down", WORKER
)
workload_checked = Word("workload.checked", "it was checked how many children the worker carries", WORKER)
manages = episode(
    "manages", "the worker manages a team", "the worker began to manage", "the worker stopped managing", WORKER
)
audit_made = Word("audit.made", "the manager audited a record", WORKER)
agency = episode(
    "agency_engagement",
    "the worker is engaged through an agency",
    "an agency worker was engaged",
    "the agency engagement ended",
    WORKER,
)
agency_checked = Word(
    "agency_engagement.checked", "the agency worker's experience, references and last post were checked", WORKER
)
agency_notice = Word("agency_engagement.notice_given", "notice was given to end the agency engagement", WORKER)

# About a child
reasons_recorded = Word("decision.reasons_recorded", "a manager wrote down the reasons for the decision")
note_critical = Word("note.critical", "something critical happened that belongs on the record")
note_significant = Word("note.significant", "something significant happened that belongs on the record")
note_other = Word("note.other", "something happened that belongs on the record")
note_written = Word("note.written", "the note was written down")
chronology_updated = Word("chronology.updated", "the chronology was brought up to date")
record_audited = Word("audit.actions_set", "an audit of the record asked for actions")
audit_actions_done = Word("audit.actions_done", "the actions of the audit were done")
record_audited_again = Word("audit.repeated", "the record was audited again")
worker_changes = Word("handover.worker_changed", "the child's worker changed")
transfer_summary = Word("handover.summary_written", "the transfer summary was written")
handover_visited = Word("handover.visited", "the new worker visited, alone or with the one before")
