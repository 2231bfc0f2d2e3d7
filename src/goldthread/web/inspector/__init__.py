"""The inspector's room: what an invited inspector reads, draws and writes back, and how the authority invites them."""
