"""Team: who waits, who was not seen, who carries what; and the lists behind every number."""
