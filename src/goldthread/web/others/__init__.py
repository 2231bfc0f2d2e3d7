"""People we work with who are no children: carers, workers, adults of whom something is alleged, homes."""
