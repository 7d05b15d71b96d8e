"""THE SHOP: where customers, orders, products and earlier conversations come from.

`kinds.py` is the menu of what can be imported; `run.py` takes one file from start to end. Reading
(a file becomes records, or rejections with a line and a reason) is apart from writing, which is a
port: the server implements it.
"""
