"""The console: a provider inside the process, for simulated customers, trying out and tests.

It plays every channel. Customers write with a signed post to `/v1/channels/console/inbound`
(`forms.py` has the form) and read answers from `/v1/channels/console/outbox`.

A copy for a real provider has the same files: how it speaks (`reading.py`), how it is sent to
(`provider.py`), and the channel that joins them (`channel.py`).
"""
