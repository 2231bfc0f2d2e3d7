"""Pages for every entry type, made from its fields: read, write, correct, end, withdraw, print."""
