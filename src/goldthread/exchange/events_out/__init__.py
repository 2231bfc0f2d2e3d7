"""The record's words out of PostgreSQL into files of events, which `goldthread replay` reads: see goldthread.duties.replay."""
