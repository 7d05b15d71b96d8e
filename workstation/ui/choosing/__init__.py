"""A small searchable list that opens under a button: type, arrow, Enter."""
