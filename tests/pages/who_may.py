"""Who may open what: a short table of rules by the name of each address.

An address that is not in the table has no rule, and the test names it.
"""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.urls import URLPattern, get_resolver

from goldthread.people import accounts
from goldthread.people.roles import (
    ACCOUNTS,
    ALLOCATE,
    ANSWER,
    APPROVE,
    CHANGE_SETTINGS,
    DISPOSE,
    IMPROVE,
    INTEGRATE,
    INVITE,
    INVITED,
    LOAD,
    READ_AUDIT,
    SERVICE,
    TEAM,
    WRITE,
)  # fmt: skip
from tests.inspection import held
from tests.pages.one_service import Actor, World

# The rules


@dataclass(frozen=True)
class Child:
    """About one child: opened by whoever opens the child and whose role includes `act`. `args` gives what the address names."""

    args: Callable[[World, str], dict[str, Any]]
    act: str = ""
    only_posts: bool = False


@dataclass(frozen=True)
class Page:
    """About many or nobody: for whom `may` is true. Nobody's name stands on it whom the reader does not list."""

    may: Callable[[Actor], bool]
    args: Callable[[World], list[dict[str, Any]]] = lambda world: [{}]
    query: str = ""
    post_may: Callable[[Actor], bool] | None = None  # None: nothing is sent to it
    sends: dict[str, str] | None = None  # what is sent by those who may; None: only the others try
    only_posts: bool = False
    dear: bool = False  # takes long: asked once of all who list the same children


@dataclass(frozen=True)
class Open:
    """For anybody, signed in or not: it is about nobody."""

    args: Callable[[World], list[dict[str, Any]]] = lambda world: [{}]


def of(*names: str, **more: Any) -> Callable[[World, str], dict[str, Any]]:
    """The reference, or the number of an entry, of the child of this kind."""
    return lambda world, kind: {**{name: world.references[kind] if name == "reference" else world.numbers[kind][name] for name in names}, **more}


def entry(which: str) -> Callable[[World, str], dict[str, Any]]:
    return lambda world, kind: {"number": world.numbers[kind][which]}


def plays(*scopes: str) -> Callable[[Actor], bool]:
    return lambda a: a.worker.plays.sees in scopes


def may(*acts: str) -> Callable[[Actor], bool]:
    return lambda a: any(a.may(act) for act in acts)


def invited(a: Actor) -> bool:
    """Everybody, but an inspector on a day they are not invited for."""
    return a.worker.plays.sees != INVITED or bool(a.lists)


def closes_accounts(a: Actor) -> bool:
    """Whoever looks after accounts or leads the service, of anybody; a manager, of their team."""
    return accounts.leads(a.worker) or a.worker.manages.exists()


def nothing(*keys: str, number: Any = 999_999_999) -> Callable[[World], list[dict[str, Any]]]:
    """An address of something that is not there: whoever may ask is told so, and nobody else learns that."""
    return lambda world: [dict.fromkeys(keys, number)]


works_here, in_a_team = plays(TEAM, SERVICE), lambda a: a.worker.team_id is not None and a.worker.plays.sees == TEAM
CODE = "cp_seen_in_time"


IMPROVES, LOADS, SETTLES, INVITES = may(IMPROVE), may(LOAD), may(CHANGE_SETTINGS), may(INVITE)
GONE = nothing("number")
NUMBER_99 = 999_999_999


def nothing_done(world: World) -> list[dict[str, Any]]:
    return [{"number": NUMBER_99, "act": "close"}]


def in_the_room(a: Actor) -> bool:
    """The inspector on their day, in their own room."""
    return a.worker.plays.sees == INVITED and bool(a.lists)


def of_the_report(world: World) -> list[dict[str, Any]]:
    return [{"number": world.held["report"].pk}]


def of_the_fact(world: World) -> list[dict[str, Any]]:
    return [{"number": held.fact(world.held["report"], "improvement").pk}]


def reads(*names: str, **more: Any) -> dict[str, Page]:
    """Pages about nobody, which everybody reads who works here or is invited today."""
    return {name: Page(invited, **more) for name in names}


def led(*names: str, **more: Any) -> dict[str, Page]:
    """Pages by which improvement is led."""
    return {name: Page(IMPROVES, post_may=IMPROVES, **more) for name in names}


@dataclass(frozen=True)
class Elsewhere:
    """Not opened by a session, or a step of signing in: the tests named here say who may."""

    shown_by: str = "tests/web/test_signing_in.py"


ANSWERS, DISPOSES, KEEPS_ACCOUNTS, INTEGRATES, READS_AUDIT = may(ANSWER), may(DISPOSE), may(ACCOUNTS), may(INTEGRATE), may(READ_AUDIT)
BY_TOKEN = "tests/api/test_api_matrix.py"

RULES: dict[str, Child | Page | Open | Elsewhere] = {
    # One child
    "child": Child(of("reference")), "chronology": Child(of("reference")),
    "child_part": Child(of("reference", part="history")), "occurrence": Child(of("reference", "key")),
    "entry": Child(entry("note")), "entry_print": Child(entry("note")), "entry_mark": Child(entry("note"), WRITE, only_posts=True),
    "entry_verdict": Child(entry("note"), APPROVE, only_posts=True), "entry_withdraw": Child(entry("note"), WRITE), "entry_correct": Child(entry("note"), WRITE), "entry_end": Child(entry("address"), WRITE),
    "warning_answer": Child(entry("warning"), WRITE), "entry_write": Child(of("reference", kind="note"), WRITE), "allocate": Child(of("reference"), ALLOCATE),
    # Many children
    "home": Page(invited), "today": Page(works_here), "today_list": Page(works_here), "today_done": Page(works_here), "my_children": Page(works_here), "approvals": Page(works_here),
    "search": Page(invited, query="q=Larkfield"), "people": Page(works_here), "supervision": Page(invited), "service": Page(lambda a: a.worker.plays.sees == SERVICE or in_the_room(a)),
    "team": Page(works_here), "all_teams": Page(plays(SERVICE)),
    "team_children": Page(in_a_team), "team_duties": Page(in_a_team), "team_away": Page(in_a_team), "team_weights": Page(invited),
    "warning_new": Page(may(WRITE)), "visit_new": Page(may(WRITE), post_may=may(WRITE)), "note_new": Page(may(WRITE), post_may=may(WRITE)),
    "visit_preview": Page(may(WRITE), only_posts=True, post_may=may(WRITE), sends={}), "contact_preview": Page(may(WRITE), only_posts=True, post_may=may(WRITE), sends={"surname": "Larkfield"}),
    "contact_new": Page(may(WRITE), post_may=may(WRITE)), "contact_known": Page(may(WRITE), only_posts=True, post_may=may(WRITE), sends={"forename": "", "surname": "Larkfield"}), "person_new": Page(may(WRITE), post_may=may(WRITE)),
    "rule_children": Page(works_here, lambda world: [{"code": "FD01", "of": "overdue"}]),
    # Closed records and interests: tests/web/test_closed_records.py says who may send what
    "record_open": Page(lambda a: False, nothing("reference", number="WR-0"), only_posts=True), "record_why": Page(lambda a: False, nothing("reference", number="WR-0"), only_posts=True),
    "opened": Page(lambda a: a.may(ALLOCATE) or (a.worker.plays.sees == SERVICE)), "opened_seen": Page(lambda a: False, GONE, only_posts=True),
    "interests": Page(invited), "interest_end": Page(lambda a: False, GONE, only_posts=True),
    # Figures, and the children behind them
    **reads("measures", "monthly_report", dear=True), **reads("others"), **reads("measure", "measure_children", "measure_figures", args=lambda world: [{"code": CODE}]),
    "measure_beside": Page(IMPROVES, lambda world: [{"code": CODE}], only_posts=True, post_may=IMPROVES),
    **reads("printed_report", "printed_file", args=GONE),
    # Files in
    "load": Page(LOADS, post_may=LOADS), "load_run": Page(LOADS, GONE), "load_report": Page(LOADS, GONE),
    # The inspector's room
    "inspector_room": Page(in_the_room), "inspector_list": Page(in_the_room, lambda world: [{"number": 1}, {"number": 2}, {"number": 4}]),
    "inspector_workbook": Page(in_the_room), "inspector_sample": Page(in_the_room, only_posts=True, post_may=in_the_room),
    "inspector_sampled": Page(in_the_room, GONE), "inspector_note": Page(in_the_room, only_posts=True, post_may=in_the_room),
    "inspector_invitations": Page(INVITES, post_may=INVITES), "inspector_invitation": Page(INVITES, lambda world: [{"number": world.held["inspector"].pk}], post_may=INVITES),
    "inspector_take_back": Page(INVITES, lambda world: [{"number": world.held["inspector"].pk}], only_posts=True, post_may=INVITES),
    # Reports, evidence and what was asked
    **reads("reports", "inspections", "improvement", "board", "milestones", "pack"), **reads("self_evaluation", "self_evaluation_paper", "pack_paper", dear=True),
    **reads("report", args=of_the_report), "report_page_picture": Page(invited, lambda world: [{**of_the_report(world)[0], "page": 1}], dear=True),
    "file": Page(invited, lambda world: [{"number": world.held["report"].file_id}]), **reads("evidence", args=of_the_fact),
    **led("report_add"), **led("report_fact", "evidence_add", args=of_the_fact), **led("report_missed", args=of_the_report),
    "report_confirm": Page(IMPROVES, of_the_report, only_posts=True, post_may=IMPROVES), **led("evidence_withdraw", args=GONE),
    **reads("history", "history_print", args=nothing("slug", number="nowhere")), **reads("history_asked", args=nothing("slug", "key", number="nowhere")),
    "history_theme": Page(IMPROVES, nothing("slug", "key", number="nowhere"), only_posts=True, post_may=IMPROVES),
    **led("claim_add", args=nothing("slug", number="nowhere")), **led("claim_take_back", args=lambda world: [{"slug": "nowhere", "claim": NUMBER_99}]),
    **reads("recommendation", "recommendation_children", "action", "plan", "board_read", "issued", args=GONE),
    **led("recommendation_name", "tie_add", "action_add", "tie_end", "milestone_withdraw", args=GONE), **led("meeting_add", "milestone_add"),
    "plan_begin": Page(IMPROVES, GONE, only_posts=True, post_may=IMPROVES), **led("self_evaluation_section", args=nothing("key", number="nowhere")),
    "self_evaluation_issue": Page(IMPROVES, only_posts=True, post_may=IMPROVES), "pack_issue": Page(IMPROVES, only_posts=True, post_may=IMPROVES),
    # Settings
    "settings": Page(invited), "setting": Page(invited, nothing("what", "slug", number="nowhere"), post_may=SETTLES),
    "setting_take_back": Page(SETTLES, GONE, only_posts=True, post_may=SETTLES), "settings_go_on": Page(SETTLES, GONE, only_posts=True, post_may=SETTLES),
    # One's own
    "draft": Page(invited, lambda world: [{"number": UUID(int=7)}]), "draft_throw_away": Page(invited, lambda world: [{"number": UUID(int=7)}]), "draft_keep": Page(lambda a: False, only_posts=True),
    "account_logout": Page(lambda a: True), "account_change_password": Page(lambda a: True), "account_set_password": Page(invited), "account_reauthenticate": Page(lambda a: False),
    "account_email": Page(lambda a: False), "accounts/^(email|signup|confirm-email|password/reset|password/set|login/code)/": Elsewhere(),
    # Audit, retention, requests for one's own record
    "audit": Page(READS_AUDIT), "audit_file": Page(READS_AUDIT),
    "access": Child(of("reference"), ANSWER), **{name: Page(ANSWERS, GONE) for name in ("access_people", "access_lines", "access_copy")},
    "access_make": Page(ANSWERS, GONE, only_posts=True, post_may=ANSWERS),
    "retention": Page(DISPOSES), "retained": Child(of("reference"), DISPOSE), "retention_hold_all": Page(DISPOSES, only_posts=True, post_may=DISPOSES),
    "retention_lift": Page(DISPOSES, GONE, only_posts=True, post_may=DISPOSES), "retention_answer": Page(DISPOSES, GONE, only_posts=True, post_may=DISPOSES),
    # Accounts and integrations
    "workers": Page(KEEPS_ACCOUNTS), "worker_new": Page(KEEPS_ACCOUNTS), "worker": Page(KEEPS_ACCOUNTS, GONE), "worker_act": Page(KEEPS_ACCOUNTS, nothing_done, only_posts=True, post_may=KEEPS_ACCOUNTS),
    "leaving_whom": Page(closes_accounts), "leaving": Page(may(ACCOUNTS, ALLOCATE), GONE), "your_account": Page(lambda a: True), "second_factor": Page(lambda a: True),
    "sign_out_everywhere": Elsewhere(), "integrations": Page(INTEGRATES, post_may=INTEGRATES), "integration": Page(INTEGRATES, GONE),
    **{name: Page(INTEGRATES, GONE, only_posts=True, post_may=INTEGRATES) for name in ("integration_agree", "integration_end", "integration_token")},
    "token_take_back": Page(INTEGRATES, nothing("number", "token"), only_posts=True, post_may=INTEGRATES),
    "hook_end": Page(INTEGRATES, nothing("number", "hook"), only_posts=True, post_may=INTEGRATES),
    "delivery_again": Page(INTEGRATES, lambda world: [{"number": NUMBER_99, "delivery": UUID(int=7)}], only_posts=True, post_may=INTEGRATES),
    **dict.fromkeys(("single", "single_back", "single_out", "usersessions_list"), Elsewhere()),
    **{f"mfa_{name}": Elsewhere() for name in (
        "activate_totp", "add_webauthn", "authenticate", "deactivate_totp", "download_recovery_codes", "edit_webauthn", "generate_recovery_codes", "index",
        "list_webauthn", "login_webauthn", "reauthenticate", "reauthenticate_webauthn", "remove_webauthn", "view_recovery_codes")},
    # The interface for other systems, which a session does not open
    **{f"api:{name}": Elsewhere(BY_TOKEN) for name in (
        "api-root", "openapi-json", "correct", "deliveries", "desk", "duties", "end", "find", "listed", "make", "read", "read_many", "read_one", "rotate", "workers", "write", "measure", "measures")},
    # About nobody
    **{name: Open() for name in ("marks", "counted", "accessibility", "who_sees", "account_login", "account_inactive", "account_reset_password", "account_reset_password_done",
                                 "account_reset_password_from_key_done", "account_email_verification_sent", "account_signup", "account_confirm_login_code")},
    "rule": Open(lambda world: [{"code": "FD01"}]), "account_confirm_email": Open(nothing("key", number="no-key")), "account_reset_password_from_key": Open(lambda world: [{"uidb36": "1", "key": "no-key"}]),
}  # fmt: skip


# Every address


def addresses() -> dict[str, URLPattern]:
    """Every pattern of the URL configuration by its name, with that of its namespace, or by its route where it has none."""
    found: dict[str, URLPattern] = {}

    def walk(patterns: Any, before: str, space: str) -> None:
        for one in patterns:
            route = before + str(one.pattern)
            if isinstance(one, URLPattern):
                found[space + one.name if one.name else route] = one
            else:
                walk(one.url_patterns, route, f"{one.namespace}:" if one.namespace else space)

    walk(get_resolver().url_patterns, "", "")
    return found
