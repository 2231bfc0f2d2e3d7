"""Words of serious incidents and of the deaths of children and care leavers."""

from goldthread.duties.words.kinds import Word

known = Word("incident.known", "the authority became aware of a serious incident")
notified = Word("incident.notified", "the national panel was told of the incident")
rapidly_reviewed = Word("incident.rapidly_reviewed", "the rapid review was sent to the national panel")
review_begun = Word("incident.practice_review_begun", "it was decided to hold a practice review")
review_published = Word("incident.practice_review_published", "the practice review was published")
delay_explained = Word("incident.review_delay_explained", "the delay of the practice review was explained in public")
serious_review_decided = Word("incident.serious_review_decided", "it was decided whether to hold a serious review")
serious_review_begun = Word("incident.serious_review_begun", "it was decided to hold a serious review")
serious_review_finished = Word("incident.serious_review_finished", "the serious review was finished")

death_known = Word("death.known", "it became known that the child had died")
death_in_care = Word("death.in_care_known", "it became known that a child in care had died")
death_after_care = Word("death.after_care_known", "it became known that a care leaver under 25 had died")
death_notified = Word("death.notified", "the Secretary of State and the inspectorate were told of the death")
death_partners_told = Word("death.partners_told", "the child death review partners were told")
sudden_death = Word("death.sudden_known", "it became known that the child had died suddenly, and nobody expected it")
response_begun = Word("death.response_begun", "the agencies spoke together about the sudden death")
home_visited = Word("death.home_visited", "the family was visited at home after the sudden death")
response_met = Word("death.response_met", "the agencies met about the sudden death")
death_reviewed = Word("death.reviewed", "the child death review meeting was held")
death_report_ready = Word("death.report_ready", "the report for the child death overview panel was complete")
death_panel_held = Word("death.panel_held", "the child death overview panel reviewed the death")
