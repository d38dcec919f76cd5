"""The case file: the only room with SQL for the case."""
