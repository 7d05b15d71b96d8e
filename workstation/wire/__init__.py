"""LANGUAGE: what desk and server say to each other. Derived from the models and the actions."""

PROTOCOL = 1
"""Raised when an older desk could misread what a server says."""
