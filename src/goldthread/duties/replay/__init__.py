"""Every duty of many children at once, from files of their words: an authority, or a nation.

events     what a file of events holds, and which file a child belongs to
manifest   what stands beside the files: how many, how much, and the settings they are asked under
looking    one file looked through before anything is written
together   the whole folder: which files are there, and that no child is in two of them
one        one file worked out: the same function in this process, in several, and on a cluster
workers    who does it: this process, several on this machine, or (`cluster`) Spark
running    looked through, worked out file by file, begun again where it stopped, and summed up
command    `goldthread replay`

None of it knows the record: a worker of a cluster loads `law`, `clock` and `duties` alone.
"""
