"""Improvement: what inspectors asked for, what was planned, what has moved, and for which children."""
