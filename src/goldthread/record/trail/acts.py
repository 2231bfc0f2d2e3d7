"""What is written down: a closed list of acts, each with the words it is read in. A check in the database holds the list."""

READ, LIST, SEARCH, OPEN = "read", "list", "search", "open"
WRITE, CORRECT, END, WITHDRAW, MARK = "write", "correct", "end", "withdraw", "mark"
APPROVE, RETURN, CHANGE, SETTLE = "approve", "return", "change", "settle"
EXPORT, PRINT, LOAD = "export", "print", "load"
SIGN_IN, SIGN_OUT, FAILED, LOCKED, ACCOUNT, TOKEN = "sign in", "sign out", "failed", "locked", "account", "token"
HOLD, ERASE, AUDIT, VERIFY, BACKUP, RESTORE = "hold", "erase", "audit", "verify", "backup", "restore"

WORDS = {
    READ: "read", LIST: "opened a page or list", SEARCH: "searched", OPEN: "opened with a reason",
    WRITE: "wrote", CORRECT: "corrected", END: "ended", WITHDRAW: "withdrew", MARK: "marked",
    APPROVE: "approved", RETURN: "sent back", CHANGE: "changed", SETTLE: "settled a local promise",
    EXPORT: "took out a file", PRINT: "printed", LOAD: "loaded files",
    SIGN_IN: "signed in", SIGN_OUT: "signed out", FAILED: "failed to sign in", LOCKED: "was locked out",
    ACCOUNT: "changed an account", TOKEN: "made or ended a token",
    HOLD: "changed how long it is kept", ERASE: "erased", AUDIT: "read the audit", VERIFY: "verified the audit",
    BACKUP: "backed up", RESTORE: "restored",
}  # fmt: skip
LOOKING = (READ, SEARCH, OPEN, EXPORT, PRINT)
"""The acts by which somebody comes to know what a record says."""
OUT = (EXPORT, PRINT)
"""The acts by which something leaves the house."""
COMMON = (READ, LIST, SEARCH, WRITE, CORRECT)
"""Acts of which there are so many that a list of one of them alone is asked for by worker or by child."""
