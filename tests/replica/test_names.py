"""Names that the desk knows are no spelling mistakes."""

from pathlib import Path

import pytest

from tests.desk import Desk
from tests.small_shop import NOW, furnish
from workstation.models import Contact, Customer, Product, Variant
from workstation.server.store.database import Database

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)


def test_names_of_the_customer_the_colleagues_and_the_catalogue(
    database: Database, tmp_path: Path
) -> None:
    shop = furnish(database)
    with database.write() as session:
        contact = session.get_one(Contact, shop.mine)
        session.get_one(Customer, contact.customer_id).name = "Zoë van Grünwald-Pietersma"
        product = session.get_one(Product, shop.product)
        product.brand, product.name = "Qwertex", "Lumino 55"
        session.get_one(Variant, shop.product_black).name = "Anthrazwart"
    desk = Desk(database, shop.agent, tmp_path / "profile", now=NOW)
    desk.pull()
    asked = ("Grünwald-Pietersma", "zoë's", "Qwertex", "LUMINO", "anthrazwart", "colleague", "tv")
    found = desk.replica.names_among(shop.mine, (*asked, "Lumin", "televsie", "", "55"))
    elsewhere = desk.replica.names_among(shop.theirs, ("Qwertex", "Lumin"))
    desk.close()
    assert found == {one.casefold() for one in asked} - {"tv"}
    assert elsewhere == {"qwertex"}
