"""Running Goldthread on one machine: the home folder, the embedded database, the web server.

Not a room: it knows nothing about children, and only the commands and the settings import it.
"""
