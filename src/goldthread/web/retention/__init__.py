"""How long records are kept, as pages: what is past its last day, what is held, and one record with what keeps it."""
