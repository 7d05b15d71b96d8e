"""MEMORY: what the desk holds. Its encrypted database, outbox, overlay, queries and sync. No Qt."""
