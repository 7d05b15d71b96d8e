"""One contact: its head, its transcript, the composer and the wrap-up line."""
