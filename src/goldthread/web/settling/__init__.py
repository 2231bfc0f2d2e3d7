"""Local promises: what the authority itself has settled, and the page on which a practice lead changes it."""
