"""Giving somebody the information about them, as pages: begin, decide who and what is left out, make the copy, hand it over."""
