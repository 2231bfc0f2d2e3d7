"""A press of a form's button has a number of its own: sent again, it answers what it did and does nothing twice."""
