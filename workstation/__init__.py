"""Workstation: the desktop from which a webshop's customer service works."""

__version__ = "0.1.0"
