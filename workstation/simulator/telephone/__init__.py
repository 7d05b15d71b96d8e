"""Pretended telephony: `CtiFake` is a provider that speaks our own plain interface over HTTP, and
`AriFake` an Asterisk with its REST interface and its WebSocket. `people.py` is who calls.
"""

from workstation.simulator.telephone.ari import AriFake
from workstation.simulator.telephone.courier import over_http
from workstation.simulator.telephone.cti import CtiFake
from workstation.simulator.telephone.people import People
from workstation.simulator.telephone.trouble import Trouble

__all__ = ["AriFake", "CtiFake", "People", "Trouble", "over_http"]
