"""What Messenger and Instagram share: the form of their webhooks, and the Send API.

`events.py` reads a webhook, `messages.py` and `attachments.py` what is in a message; `pieces.py`
cuts what we send to the size they take, `channel.py` hands it over, `checking.py` looks at the
settings, `table.py` is what a shop fills in.
"""
