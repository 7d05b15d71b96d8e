"""The one line that ends a contact: which product, why, what was offered."""
