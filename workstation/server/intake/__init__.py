"""What channels bring: kept and acknowledged, then taken in; the same in any order, once.

`door.py` makes bodies durable, many at a time. `taking.py` takes them in, many at a time:
`arrived.py` reads them, `effect.py` does what they say. Messages go through `letters.py`, which
finds the contact each belongs to (`threads.py`, `placing.py`, `people.py`) and what that changes of
it (`place.py`). What is said about messages is `news.py`; what comes before its message waits
(`awaited.py`) and is done when that is here (`settling.py`).
"""
