"""The small shop of tau-bench (orders/tau_bench_retail) as files to import.

It knows no moments: its orders are placed an hour apart from 1 January 2024, in the order in which
they stand, and arrive three days later. What customers are to return, in the tasks, comes back a
week after the order.
"""

import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

from tests.converters.files import Details, Shop, write_csv, write_feed_rss, write_jsonl
from tests.converters.real_data import real_data

_START = datetime(2024, 1, 1, 12, tzinfo=UTC)
_GOOGLE = ("color", "size", "material", "pattern")


def tau_retail(into: Path) -> Shop:
    folder = real_data("orders", "tau_bench_retail")
    products = _load(folder / "products.json")
    users = _load(folder / "users.json")
    orders = _load(folder / "orders.json")
    placed = {number: _START + timedelta(hours=position) for position, number in enumerate(orders)}
    return Shop(
        catalogue=write_feed_rss(into / "tau-catalogue.xml", _items(products)),
        customers=write_jsonl(
            into / "tau-customers.jsonl",
            (
                {
                    "key": key,
                    "name": f"{user['name']['first_name']} {user['name']['last_name']}",
                    "language": "en",
                    "city": user["address"]["city"],
                    "country": user["address"]["country"],
                    "identities": [{"channel": "email", "address": user["email"]}],
                }
                for key, user in users.items()
            ),
        ),
        orders=write_jsonl(
            into / "tau-orders.jsonl",
            (
                {
                    "number": number,
                    "customer": order["user_id"],
                    "placed_at": placed[number].isoformat(),
                    "delivered_at": _delivered_at(order, placed[number]),
                    "state": order["status"],
                    "total": f"{sum(item['price'] for item in order['items']):.2f}",
                    "currency": "USD",
                }
                for number, order in orders.items()
            ),
        ),
        order_lines=write_csv(
            into / "tau-order-lines.csv",
            ("order", "line", "sku", "name", "price"),
            (
                (number, line, item["item_id"], item["name"], f"{item['price']:.2f}")
                for number, order in orders.items()
                for line, item in enumerate(order["items"], start=1)
            ),
        ),
        returns=write_jsonl(
            into / "tau-returns.jsonl",
            _returns(_load(folder / "tasks_train.json"), orders, placed),
        ),
    )


def _load(path: Path) -> Any:
    return json.loads(path.read_text(encoding="utf-8"))


def _delivered_at(order: dict[str, Any], placed: datetime) -> str | None:
    arrived = order["status"] == "delivered"
    return (placed + timedelta(days=3)).isoformat() if arrived else None


def _items(products: dict[str, Any]) -> Iterator[tuple[dict[str, str], Details]]:
    for product in products.values():
        for variant in product["variants"].values():
            options = variant["options"]
            values = {
                "id": variant["item_id"],
                "title": " ".join([product["name"], *options.values()]),
                "item_group_id": product["product_id"],
                "item_group_title": product["name"],
                "price": f"{variant['price']:.2f} USD",
                "availability": "in_stock" if variant["available"] else "out_of_stock",
                "product_type": product["name"],
                **{name: options[name] for name in _GOOGLE if name in options},
            }
            details = [("Variant", n, v) for n, v in options.items() if n not in _GOOGLE]
            yield values, details


def _returns(
    tasks: list[dict[str, Any]], orders: dict[str, Any], placed: dict[str, datetime]
) -> Iterator[dict[str, Any]]:
    known: set[str] = set()
    for task in tasks:
        for action in task["actions"]:
            if action["name"] != "return_delivered_order_items":
                continue
            number = action["kwargs"]["order_id"]
            bought = {item["item_id"]: item for item in orders[number]["items"]}
            lines = [item["item_id"] for item in orders[number]["items"]]
            for item_id in action["kwargs"]["item_ids"]:
                key = f"{number}/{item_id}"
                if key in known or item_id not in bought:
                    continue
                known.add(key)
                yield {
                    "key": key,
                    "order": number,
                    "line": str(lines.index(item_id) + 1),
                    "sku": item_id,
                    "state": "requested",
                    "at": (placed[number] + timedelta(days=7)).isoformat(),
                    "refund": f"{bought[item_id]['price']:.2f}",
                }
