"""A pretended Graph API: WhatsApp, Messenger and Instagram as the shop's applications meet them.

`fake.py` is the whole; `routes.py` what may be asked of it, `sending.py` what it takes,
`whatsapp.py` and `social.py` what customers do, `courier.py` how webhooks reach the office,
`trouble.py` what can go wrong, and `door.py` lets the sample shop's customers in.
"""

from workstation.simulator.graph.accounts import PRODUCTS, Accounts, Product, Taken
from workstation.simulator.graph.fake import GraphFake
from workstation.simulator.graph.trouble import Refusal, Trouble

__all__ = ["PRODUCTS", "Accounts", "GraphFake", "Product", "Refusal", "Taken", "Trouble"]
