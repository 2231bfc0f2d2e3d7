"""The record for other systems, as JSON: under the same register, Reach and looks as the pages."""
