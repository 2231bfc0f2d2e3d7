"""Giving somebody the information about them: the whole record of one person, others in it found, and a copy without what is left out."""
