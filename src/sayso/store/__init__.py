"""The case file: one SQLite database; the only room with SQL for the case."""
