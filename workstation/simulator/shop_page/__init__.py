"""The sample shop's own website, as far as it takes to chat with it: products, and the script on
every page. It allows its pages to load no more than a careful shop would, so that the chat is seen
to fit.

    page = ShopPage("http://127.0.0.1:8040")
    page.start()          # page.address, to be named in [chat] origins
"""

from workstation.simulator.shop_page.door import ChatDoor, NotTakenError
from workstation.simulator.shop_page.page import Member, ShopPage

__all__ = ["ChatDoor", "Member", "NotTakenError", "ShopPage"]
