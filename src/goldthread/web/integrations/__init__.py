"""Pages for whoever looks after integrations, and for whoever answers for one."""
