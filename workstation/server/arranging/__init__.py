"""How an office is arranged: its teams, reasons, offers and settings, from one file.

`plan.py` reads the file, `arrange.py` makes the office so.
"""
