"""Wrenford itself."""
from goldthread.demo.telling import Squad
HEAD="colin"
EAST=Squad("East safeguarding")
def hire():
    from goldthread.demo import keeping
    keeping.hire([EAST],[],None)
def logins(): return []
def families(now): return []
