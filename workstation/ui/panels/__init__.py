"""Beside the contact: who the customer is, and what the product is."""
