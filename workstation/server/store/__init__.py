"""The server's SQL: connections, revisions, shares, the feed's queries. SQLite and PostgreSQL."""
