"""Measurements of the whole, each beside an anchor measured in the same run: `python -m bench`."""
