"""Running Goldthread on one machine: the home folder, the embedded database, the web server.

Not a room: it knows nothing about children, and only the commands and the settings import it.
"""


class Trouble(Exception):
    """Something on this machine that somebody can mend; the message says what to do."""
