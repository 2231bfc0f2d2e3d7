"""`make torture`: the server and its database are killed hundreds of times in the middle of writing, and nothing is lost.

A real server (as `goldthread serve` runs it) and a real embedded database, which waits for the disk, in a home of their own.
"""
