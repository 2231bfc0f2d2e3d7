"""What a token may be made for. An operation names one of these; without one nobody may call it."""

READ_CHILDREN, WRITE_ENTRIES, READ_WORKLISTS = "children:read", "entries:write", "worklists:read"
READ_DUTIES, READ_MEASURES, HOOKS = "duties:read", "measures:read", "webhooks"

SCOPES = {
    READ_CHILDREN: "find children, and read their records and entries",
    WRITE_ENTRIES: "write entries, and correct them",
    READ_WORKLISTS: "read what lies on a worker’s or a team’s desk",
    READ_DUTIES: "read what is owed to a child, with the reasons",
    READ_MEASURES: "read measures",
    HOOKS: "set up webhooks, and read what they were told",
}
