"""Every table of the schema: the rule its rows are under, or the reason why it has none; and what the application's role may do to it."""

from django.apps import apps

from goldthread.record.register import REGISTER

READ, ADD, CHANGE, REMOVE = "SELECT", "INSERT", "UPDATE", "DELETE"
ADDED, KEPT = (READ, ADD), (READ, ADD, CHANGE)
ALL = (READ, ADD, CHANGE, REMOVE)

# Rows about one person: the column that names them, and what the application may do.
OF_A_PERSON = {
    "record_identifier": ALL,
    "record_version": KEPT,  # of which only superseded_at ever changes: see guards
    "record_spoken": KEPT,
    "record_occurrence": ALL,
    "record_nametoken": ALL,
    "record_mark": ADDED,
}

# Rows about one person that no act writes: those who may see the person.
AROUND_A_PERSON = {
    "record_disclosure": KEPT,
    "record_hold": KEPT,
    "record_deletion": KEPT,
    "record_tombstone": ADDED,
    "record_verdict": ADDED,
}

# Rules of their own: see policies.
OTHERWISE = {
    "record_person": ADDED + (CHANGE,),
    "record_standing": ALL,
    "record_restriction": ALL,
    "record_look": (READ,),  # added to by record_say
    "people_interest": KEPT,
    "people_opening": KEPT,
    "web_draft": ALL,
    "web_loadrun": KEPT,
}

# No row security: whoever works here may read them, and no row is about a child.
OPEN = {
    "people_team": (ALL, "teams and who manages them are on every page"),
    "people_worker": (KEPT, "everybody sees who their colleagues are, and signing in needs them before anybody acts"),
    "people_leave": (ALL, "who is away and who covers is for everybody to see"),
    "people_invitation": (ADDED, "the days on which an inspector reads are asked before anybody acts; they name no child"),
    "people_invitationend": (ADDED, "as the invitations that they end"),
    "record_localsetting": (ADDED, "what the authority has settled is shown to everybody"),
    "record_settingsrun": (ALL, "how far a working out is: numbers only"),
    "record_workedout": (ALL, "one row that names the rules in force"),
    "measures_calendar": (ALL, "days"),
    "measures_madefrom": (ALL, "one row that names what the calendar was made from"),
    "django_session": (ALL, "who is signed in, asked before anybody acts"),
    "django_content_type": ((READ,), "the framework's list of tables"),
    "django_migrations": ((READ,), "which migrations were made"),
    "auth_permission": ((READ,), "not used; the framework asks it"),
    "auth_group": ((READ,), "not used; the framework asks it"),
    "auth_group_permissions": ((READ,), "not used; the framework asks it"),
    "account_emailaddress": (ALL, "addresses of workers, for signing in"),
    "account_emailconfirmation": (ALL, "addresses of workers, for signing in"),
    "cache": (ALL, "how often somebody tried to sign in"),
    "figures_kept": (ALL, "counted figures, which name nobody"),
}
OPEN |= {
    "people_accountact": (ADDED, "what was done with accounts: it names workers only"),
    "record_seal": ((READ,), "hashes of the audit"),
    "record_disclosuredecision": (KEPT, "decisions on requests, without anybody's name: read with their request"),
    "record_disclosurecopy": (KEPT, "fingerprints of copies that were given: read with their request"),
    "record_holdend": (ADDED, "when a hold ended: read with its hold"),
    "record_deletionanswer": (ADDED, "the second person's answer: read with its deletion"),
    "web_integration": (KEPT, "other systems and what they may do, asked before anybody acts"),
    "web_token": (ALL, "fingerprints of tokens, asked before anybody acts"),
    "web_tokenentry": (ALL, "how often tokens were used, asked before anybody acts"),
    "web_keptanswer": (ALL, "answers kept so that asking twice does once; read by their token only"),
    "web_hook": (ALL, "where integrations are told"),
    "web_delivery": (ALL, "what integrations are still to be told: numbers and references"),
    "web_press": (ALL, "which form was sent already"),
}
WHOLE_ROOMS = {
    "inspection": (ALL, "published reports, plans and what inspectors ask: held by the rules of the improvement pages"),
    "mfa": (ALL, "second factors of workers, asked while signing in, before anybody acts"),
    "socialaccount": (ALL, "accounts elsewhere by which workers sign in, asked before anybody acts"),
    "usersessions": (ALL, "where workers are signed in, asked before anybody acts"),
}


def entry_tables() -> list[str]:
    """One for each entry type on the register: their rows are under the rule of their version."""
    return [kind._meta.db_table for kind in REGISTER.values()]


def open_tables() -> dict[str, tuple[tuple[str, ...], str]]:
    """Tables without row security: what may be done to them, and why there is none."""
    rooms = {m._meta.db_table: WHOLE_ROOMS[m._meta.app_label] for m in apps.get_models(include_auto_created=True) if m._meta.app_label in WHOLE_ROOMS}
    return OPEN | rooms


def allowed() -> dict[str, tuple[str, ...]]:
    """By table, what the application's role may do. Of a table that is not here it may do nothing."""
    entries = dict.fromkeys(entry_tables(), ADDED)
    return {table: acts for table, (acts, _) in open_tables().items()} | entries | OF_A_PERSON | AROUND_A_PERSON | OTHERWISE
