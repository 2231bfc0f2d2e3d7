"""Inspection reports: sent, read beside their pages, confirmed fact by fact; and the evidence for each recommendation."""
