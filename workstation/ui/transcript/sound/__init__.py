"""Hearing what was said: recordings, voice mail, voice messages."""
