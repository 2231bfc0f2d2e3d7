"""The audit: who did what of consequence, one line for each act, in the act's own transaction.

`acts` names what is written down, `writing` writes it, the database chains it (`chain`), and `verify` finds what was
tampered with. `reading` answers who did what, and to whose record.
"""
