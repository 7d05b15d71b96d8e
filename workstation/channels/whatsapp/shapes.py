"""What a message says, by its kind: its text, its file, and what neither says (`facts`)."""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from decimal import Decimal, InvalidOperation
from typing import Any

from workstation.channels.graph.fields import number, part, parts, text, true
from workstation.channels.incoming import (
    RemoteFile,
)
from workstation.models.text import one_line, storable
from workstation.rules.addresses import canonical
from workstation.rules.money import smallest_units

_NAMED = 200
"""Characters of what is shown as a label."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    text: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    remote: tuple[RemoteFile, ...] = ()
    product_code: str = ""


def said(message: Mapping[str, Any]) -> Said:
    """What a message of any kind says. A kind that is not known, or holds nothing that can be
    read, is said to be unsupported."""
    kind = text(message, "type")
    read = _KINDS.get(kind)
    found = read(message) if read else None
    return found or unsupported(message)


def unsupported(message: Mapping[str, Any]) -> Said:
    kind = text(message, "type")
    what = text(part(message, kind), "type") or ("" if kind == "unsupported" else kind)
    return Said(facts={"shape": "unsupported", "what": one_line(what, _NAMED)})


def about(message: Mapping[str, Any]) -> tuple[dict[str, Any], str, str]:
    """What surrounds a message of any kind: facts, the id of what it answers, a product's code."""
    facts: dict[str, Any] = {}
    context = part(message, "context")
    if true(context, "frequently_forwarded"):
        facts["forwarded"] = "often"
    elif true(context, "forwarded"):
        facts["forwarded"] = True
    referral = part(message, "referral")
    if referral:
        facts["referral"] = {
            "headline": text(referral, "headline"),
            "body": text(referral, "body"),
            "link": text(referral, "source_url"),
            "source": text(referral, "source_type"),
        }
    code = text(part(context, "referred_product"), "product_retailer_id")
    if code:
        facts |= {"shape": "product", "code": one_line(code, _NAMED), "name": ""}
    return facts, text(context, "id"), code


# ---------------------------------------------------------------- kinds


def _text(message: Mapping[str, Any]) -> Said | None:
    body = part(message, "text").get("body")
    return Said(text=storable(body)) if isinstance(body, str) else None


def _file(message: Mapping[str, Any]) -> Said | None:
    kind = text(message, "type")
    media = part(message, kind)
    identifier = text(media, "id")
    if not identifier:
        return None
    spoken = kind == "voice" or true(media, "voice")
    role = "sticker" if kind == "sticker" else "voice" if spoken else ""
    remote = RemoteFile(
        reference=f"{identifier} {text(media, 'sha256')}".strip(),
        media_type=one_line(text(media, "mime_type"), _NAMED),
        name=one_line(text(media, "filename"), _NAMED),
        role=role,
    )
    return Said(text=text(media, "caption"), remote=(remote,))


def _location(message: Mapping[str, Any]) -> Said | None:
    place = part(message, "location")
    latitude, longitude = number(place, "latitude"), number(place, "longitude")
    if latitude is None or longitude is None:
        return None
    return Said(
        facts={
            "shape": "location",
            "latitude": latitude,
            "longitude": longitude,
            "name": text(place, "name"),
            "address": text(place, "address"),
        }
    )


def _contacts(message: Mapping[str, Any]) -> Said | None:
    people = [
        {
            "name": _name_of(person),
            "numbers": _distinct(
                canonical("phone", text(phone, "phone"))
                or canonical("whatsapp", text(phone, "wa_id"))
                for phone in parts(person, "phones")
            ),
            "addresses": _distinct(text(mail, "email") for mail in parts(person, "emails")),
        }
        for person in parts(message, "contacts")
    ]
    return Said(facts={"shape": "contacts", "people": people}) if people else None


_CARD_NAME = re.compile(r"^FN(?:;[^:\r\n]{0,100})?:[ \t]*([^\r\n]+)", re.IGNORECASE | re.MULTILINE)
_LONGEST_CARD = 10_000


def _name_of(person: Mapping[str, Any]) -> str:
    name = part(person, "name")
    whole = f"{text(name, 'first_name')} {text(name, 'last_name')}".strip()
    card = _CARD_NAME.search(text(person, "vcard")[:_LONGEST_CARD])
    told = text(name, "formatted_name") or whole or text(part(person, "org"), "company")
    return told or (one_line(card[1], _NAMED) if card else "")


def _distinct(given: Any) -> list[str]:
    return list(dict.fromkeys(one for one in given if one))


def _order(message: Mapping[str, Any]) -> Said | None:
    order = part(message, "order")
    items = [_item(item) for item in parts(order, "product_items")]
    if not items:
        return None
    note = text(order, "text")
    codes = {str(item["code"]) for item in items}
    return Said(
        text=note,
        facts={"shape": "order", "items": items, "note": note},
        product_code=codes.pop() if len(codes) == 1 else "",
    )


def _item(item: Mapping[str, Any]) -> dict[str, Any]:
    currency = one_line(text(item, "currency"), 10)
    quantity = number(item, "quantity")
    return {
        "code": one_line(text(item, "product_retailer_id"), _NAMED),
        "quantity": 1 if quantity is None else int(quantity),
        "price": _price(item, currency),
        "currency": currency,
    }


def _price(item: Mapping[str, Any], currency: str) -> int | None:
    try:
        return smallest_units(Decimal(text(item, "item_price")), currency)
    except (InvalidOperation, ValueError, OverflowError):
        return None


def _template_button(message: Mapping[str, Any]) -> Said | None:
    button = part(message, "button")
    label = text(button, "text") or text(button, "payload")
    return _choice(label, "template") if label else None


def _choice(label: str, of: str, detail: str = "") -> Said:
    facts = {"shape": "choice", "label": one_line(label, _NAMED), "of": of}
    return Said(text=label, facts=facts | ({"detail": detail} if detail else {}))


def _interactive(message: Mapping[str, Any]) -> Said | None:
    given = part(message, "interactive")
    reply = part(given, text(given, "type"))
    match text(given, "type"):
        case "button_reply" if text(reply, "title"):
            return _choice(text(reply, "title"), "button")
        case "list_reply" if text(reply, "title"):
            return _choice(text(reply, "title"), "list", text(reply, "description"))
        case "call_permission_reply" if text(reply, "response"):
            return _choice(text(reply, "response"), "call_permission")
        case "nfm_reply":
            return _form(reply)
    return None


def _form(reply: Mapping[str, Any]) -> Said | None:
    """The answers of a form. Its token is the provider's business. A form without questions has
    been sent all the same; an address is also told as people write it."""
    try:
        given = json.loads(text(reply, "response_json"))
    except (ValueError, RecursionError):
        given = None
    told = text(reply, "body")
    if not isinstance(given, dict):
        return Said(text=told) if told else None
    answers: dict[str, str] = {}
    _gather(given, "", answers)
    is_address = text(reply, "name") == "address_message"
    return Said(text=told if is_address else "", facts={"shape": "form", "answers": answers})


_TOKENS = frozenset({"flow_token", "wa_flow_response_params", "saved_address_id"})
_GROUP = "values"
"""What holds the fields of an address, and is no question itself."""
_MOST_ANSWERS = 200


def _gather(given: Mapping[str, Any], before: str, answers: dict[str, str]) -> None:
    for question, answer in given.items():
        if question in _TOKENS or len(answers) >= _MOST_ANSWERS:
            continue
        name = one_line(storable(f"{before}{_readable(str(question))}"), _NAMED)
        if isinstance(answer, dict) and before.count(" / ") < 3:
            inside = "" if not before and question == _GROUP else f"{name} / "
            _gather(answer, inside, answers)
        elif isinstance(answer, list):
            answers[name] = ", ".join(_written(one) for one in answer)
        else:
            answers[name] = _written(answer)


def _readable(question: str) -> str:
    """What a form made in Meta's console calls a field, "screen_0_Your_name_1", as people read
    it."""
    inner = re.fullmatch(r"screen_\d+_(.+?)_\d+", question)
    return inner[1].replace("_", " ") if inner else question


def _written(answer: Any) -> str:
    if isinstance(answer, str):
        return storable(answer)
    return "" if answer is None else storable(json.dumps(answer, ensure_ascii=False))


_KINDS: Mapping[str, Callable[[Mapping[str, Any]], Said | None]] = {
    "text": _text,
    "image": _file,
    "audio": _file,
    "voice": _file,
    "video": _file,
    "document": _file,
    "sticker": _file,
    "location": _location,
    "contacts": _contacts,
    "order": _order,
    "button": _template_button,
    "interactive": _interactive,
}
