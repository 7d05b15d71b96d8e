"""Spelling in Dutch and English: what is not a word is underlined, and another one is offered."""
