"""Records that are closed to somebody: the page that says so, the way to open one with a reason, and interests."""
