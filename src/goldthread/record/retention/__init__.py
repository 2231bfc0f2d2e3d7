"""How long a record is kept and why, what holds it longer, and how it is erased in the end: never by itself, always by two people."""
