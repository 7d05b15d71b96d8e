"""How the server's tables came to be, step by step, for SQLite and PostgreSQL alike.

`scripts/make_migration.py NAME` writes the next step from what the models say now.
"""
