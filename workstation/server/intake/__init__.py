"""What channels bring: kept, placed on the right contact and visible, before it is acknowledged.

`door.py` gathers what arrives at the same time, `taking.py` makes it durable in one transaction,
`placing.py` finds the contact each message belongs to, `news.py` moves what was sent forward.
"""
