"""OFFICE: the HTTP API, dispatch of actions, the change feed, the store, jobs and migrations."""
