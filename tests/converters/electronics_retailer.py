"""The global electronics retailer (orders/global_electronics_retailer) as files to import."""

import csv
from collections.abc import Iterator, Mapping
from datetime import datetime
from decimal import Decimal
from pathlib import Path

from tests.converters.files import Details, Shop, write_csv, write_feed_tsv
from tests.converters.real_data import real_data

_CENT = Decimal("0.01")
_LANGUAGE = {"Netherlands": "nl", "Germany": "de", "France": "fr", "Italy": "it"}
_FEED = ("id", "title", "item_group_id", "price", "availability", "brand", "color", "product_type")


def electronics_retailer(into: Path, *, orders: int | None = None) -> Shop:
    """Convert it; with `orders`, only the first so many orders. The data hold no addresses of
    customers: each gets one of mail at example.com."""
    folder = real_data("orders", "global_electronics_retailer")
    prices = {row["ProductKey"]: _price(row) for row in _rows(folder / "Products.csv")}
    rates = {
        (row["Date"], row["Currency"]): Decimal(row["Exchange"])
        for row in _rows(folder / "Exchange_Rates.csv")
    }
    sales: dict[str, list[Mapping[str, str]]] = {}
    for row in _rows(folder / "Sales.csv"):
        if orders is not None and len(sales) >= orders and row["Order Number"] not in sales:
            break
        sales.setdefault(row["Order Number"], []).append(row)

    def price(row: Mapping[str, str]) -> Decimal:
        rate = rates[row["Order Date"], row["Currency Code"]]
        return (prices[row["ProductKey"]] * rate).quantize(_CENT)

    return Shop(
        catalogue=write_feed_tsv(
            into / "retailer-catalogue.tsv", _FEED, _items(folder / "Products.csv")
        ),
        customers=write_csv(
            into / "retailer-customers.csv",
            ("key", "name", "language", "city", "country", "email"),
            (
                (
                    row["CustomerKey"],
                    row["Name"],
                    _LANGUAGE.get(row["Country"], "en"),
                    row["City"].title(),
                    row["Country"],
                    f"customer{row['CustomerKey']}@example.com",
                )
                for row in _rows(folder / "Customers.csv")
            ),
        ),
        orders=write_csv(
            into / "retailer-orders.csv",
            ("number", "customer", "placed_at", "delivered_at", "state", "total", "currency"),
            (
                (
                    number,
                    lines[0]["CustomerKey"],
                    _noon(lines[0]["Order Date"]),
                    # What was bought in a store went home with its buyer.
                    _noon(lines[0]["Delivery Date"] or lines[0]["Order Date"]),
                    "delivered",
                    sum(price(line) * int(line["Quantity"]) for line in lines),
                    lines[0]["Currency Code"],
                )
                for number, lines in sales.items()
            ),
        ),
        order_lines=write_csv(
            into / "retailer-order-lines.csv",
            ("order", "line", "sku", "quantity", "price"),
            (
                (number, line["Line Item"], line["ProductKey"], line["Quantity"], price(line))
                for number, lines in sales.items()
                for line in lines
            ),
        ),
    )


def _rows(path: Path) -> Iterator[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _price(row: Mapping[str, str]) -> Decimal:
    return Decimal(row["Unit Price USD"].strip().lstrip("$").replace(",", ""))


def _noon(date: str) -> str:
    return datetime.strptime(f"{date} 12:00 +0000", "%m/%d/%Y %H:%M %z").isoformat()


def _items(path: Path) -> Iterator[tuple[dict[str, str], Details]]:
    """Products of one brand whose names differ by their colour at the end are variants of one."""
    for row in _rows(path):
        name, colour = row["Product Name"], row["Color"]
        shared = name
        if name.casefold().endswith(f" {colour}".casefold()):
            shared = name[: -len(colour)].strip()
        values = {
            "id": row["ProductKey"],
            "title": name,
            "item_group_id": f"{row['Brand']} {shared}",
            "price": f"{_price(row)} USD",
            "availability": "in_stock",
            "brand": row["Brand"],
            "color": colour,
            "product_type": f"{row['Category']} > {row['Subcategory']}",
        }
        yield values, ()
