"""Words of complaints and of requests for information."""

from goldthread.duties.words.kinds import ADULT, Word, episode

happened = Word("complaint.matter_happened", "what is complained about happened")
complaint = episode(
    "complaint", "a complaint is open", "a complaint was received", "the complaint was closed or withdrawn"
)
extended = Word("complaint.extended", "the time to answer at stage 1 was extended")
answered = Word("complaint.answered", "the answer at stage 1 was sent")
stage_2 = episode(
    "complaint_stage_2",
    "the complaint is at stage 2",
    "stage 2 of the complaint was asked for",
    "the answer at stage 2 was sent, with the report",
)
stage_2_extended = Word("complaint_stage_2.extended", "the time to answer at stage 2 was extended")
panel_asked = Word("complaint_panel.asked", "a review panel was asked for")
panel_held = Word("complaint_panel.held", "the review panel met")
panel_reported = Word("complaint_panel.reported", "the report of the review panel came")
panel_answered = Word("complaint_panel.answered", "the authority answered the review panel's report")

access_request = episode(
    "access_request",
    "a request for somebody's own information is open",
    "a valid request for somebody's own information was received",
    "the information was given, or refused with reasons",
)
access_extended = Word("access_request.extended", "the time to give the information was extended")
access_due = Word("access_request.due", "the information is due, after the clock stood still for clarification")
freedom_requested = Word("freedom_request.received", "a freedom of information request was received", ADULT)
freedom_answered = Word("freedom_request.answered", "the freedom of information request was answered", ADULT)
breach_known = Word("data_breach.known", "the authority became aware of a breach of personal data", ADULT)
breach_reported = Word("data_breach.reported", "the Information Commissioner was told of the breach", ADULT)
breach_harmless = Word("data_breach.no_risk_found", "it was written down why the breach is no risk to anybody", ADULT)
