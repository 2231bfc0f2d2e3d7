"""The child's page: above the fold, a life on one line, duties with their reasons, timeline, people, history, and the past."""
