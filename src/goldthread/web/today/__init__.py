"""Today: what is owed by one person, in one order, with the reason and the next click."""
