"""Writing what an import has read: the shop's port (`shop/port.py`) onto the office's database.

`writer.py` is the door. Rows keep the ids their keys give them (`shop/keys.py`), a row that is
the same is not touched, and what people at desks did since is never undone.
"""
