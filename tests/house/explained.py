"""What the security linter finds in the source and why each may stand: for a whole check, or for a file and a check.

A finding that nobody explained fails tests/house/test_security_lint.py; so does an explanation of what is no longer found.
"""

EVERYWHERE = {
    "B101": "an assert tells the type checker what was tested before; none guards anything",
    "B404": "subprocess is imported to start our own programs, with a list of arguments and no shell",
    "B603": "no shell: the program and its arguments are ours, names of files among them are whole arguments",
}
"""By check."""

ROOMS_OF_SQL = {
    "duties/sql/": "the text is made from rules, which are values of this program; what is in the record is read from tables",
    "duties/replay/": "names of files and words are written as literals with their quotes doubled; faults are shown, never run",
    "measures/": "the text is made from definitions of measures, which are values of this program; what was typed is an argument",
    "record/": "tables and columns come from the register of entry types; what was typed is an argument",
    "exchange/": "tables and columns come from the register of entry types; what was typed is an argument",
}
"""Where SQL is put together from text (B608), by the beginning of the file."""

DRAWN = "drawn by this program from values that it escapes; no page is told otherwise what may stand unescaped"
MADE_UP = "chance for a city that does not exist, the same for the same seed; nothing secret hangs on it"
FILES = {
    ("demo/", "B311"): MADE_UP,
    ("demo/wrenford/__init__.py", "B105"): "a user name of the demo",
    ("duties/replay/settingsfile.py", "B506"): "read with a loader that makes nothing but texts, lists and mappings",
    ("inspection/room.py", "B311"): "a sample that anybody can draw again from its written seed",
    ("record/apart.py", "B403"): "what a process of our own answers, through a pipe that nobody else has",
    ("record/apart.py", "B301"): "what a process of our own answers, through a pipe that nobody else has",
    ("running/database.py", "B105"): "the name of a setting, not a password",
    ("running/postgres.py", "B108"): "a folder made there by mkdtemp: a socket's path may not be long",
    ("web/api/caller.py", "B105"): "a sentence about tokens, not one",
    ("web/signing_in.py", "B105"): "what is said of a wrong password, not one",
    ("web/history/page.py", "B308"): DRAWN,
    ("web/history/page.py", "B703"): DRAWN,
    ("web/templatetags/", "B308"): DRAWN,
    ("web/templatetags/", "B703"): DRAWN,
}
"""By the beginning of the file, and check."""
