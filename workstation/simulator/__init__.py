"""PRETENDED PROVIDERS: a folder for each, speaking its real wire format on this machine.

For trying an office out and for tests. A pretended provider can be told to be slow, to fail, to
repeat itself and to mix up the order. It knows nothing of the office but the addresses at which a
provider finds one.
"""
