"""What the channels of Meta share: its Graph API, and the webhooks that it posts.

`client.py` asks and hands over, `faults.py` says what an error means, `door.py` knows whether a
webhook is genuine, `envelope.py` and `fields.py` read what is in it.
"""
