"""Telling somebody who looks elsewhere: on the desktop, by a sound, by a number on the icon."""
