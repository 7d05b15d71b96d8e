"""Finding anything as it is typed: customers, contacts, and commands."""
