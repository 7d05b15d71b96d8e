"""Narrowing the list: a filter for each thing a contact can be, as chips."""
