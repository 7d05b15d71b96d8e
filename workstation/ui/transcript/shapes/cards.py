"""The cards of a message: what the customer sent that is no text, said plainly."""

from collections.abc import Callable, Mapping
from typing import Any

from workstation.replica.rows.contact import MessageRow
from workstation.ui.contact.moments import money
from workstation.ui.transcript.shapes.card import Card, CardLine
from workstation.ui.transcript.shapes.facts import number, part, parts, text, texts, web
from workstation.ui.words import translate

Facts = Mapping[str, Any]
MAP = "https://www.openstreetmap.org/?mlat={lat}&mlon={lon}#map=17/{lat}/{lon}"
"""Opened by the agent's own browser when they ask for it, and never before."""


def cards_of(message: MessageRow, language: str) -> tuple[Card, ...]:
    """From the top: what the message is, and what brought the customer here."""
    facts = message.facts
    made = _SHAPES.get(text(facts, "shape"), _no_card)(facts, language)
    if message.direction == "outbound" and text(facts, "shape") == "unsupported":
        made = _not_seen(facts)
    return tuple(card for card in (made, _referral(facts), _page(facts)) if card is not None)


def _no_card(_: Facts, __: str) -> Card | None:
    return None


def _location(facts: Facts, _: str) -> Card | None:
    latitude, longitude = number(facts, "latitude"), number(facts, "longitude")
    name, address = text(facts, "name"), text(facts, "address")
    lines = [CardLine(name, strong=True)] if name else []
    if address:
        lines.append(CardLine(address, copy=address))
    if latitude is not None and longitude is not None:
        place = f"{latitude:.5f}, {longitude:.5f}"
        lines.append(CardLine(place, "muted", copy=place))
        link = MAP.format(lat=f"{latitude:.5f}", lon=f"{longitude:.5f}")
        lines.append(CardLine(translate("transcript", "Show on a map"), "accent", link=link))
    return Card("pin", translate("transcript", "Location"), tuple(lines))


def _contacts(facts: Facts, _: str) -> Card | None:
    lines: list[CardLine] = []
    for person in parts(facts, "people"):
        name = text(person, "name") or translate("transcript", "Without a name")
        lines.append(CardLine(name, strong=True, copy=text(person, "name")))
        found = (*texts(person, "numbers"), *texts(person, "addresses"))
        lines.extend(CardLine(one, "muted", copy=one) for one in found)
    return Card("customer", translate("transcript", "Contact details"), tuple(lines))


def _order(facts: Facts, language: str) -> Card | None:
    lines: list[CardLine] = []
    total, currencies, complete = 0, set(), True
    for item in parts(facts, "items"):
        quantity = int(number(item, "quantity") or 1)
        price, currency = number(item, "price"), text(item, "currency")
        right = ""
        if price is None:
            complete = False
        else:
            right = money(round(price) * quantity, currency, language)
            total += round(price) * quantity
            currencies.add(currency)
        code = text(item, "code") or "?"
        lines.append(CardLine(f"{quantity} × {code}", right=right, copy=text(item, "code")))
    if len(lines) > 1 and complete and len(currencies) == 1:
        amount = money(total, currencies.pop(), language)
        lines.append(CardLine(translate("transcript", "Together"), strong=True, right=amount))
    return Card("product", translate("transcript", "Order from the catalogue"), tuple(lines))


def _choice(facts: Facts, _: str) -> Card | None:
    title = {
        "list": translate("transcript", "Chose from the list"),
        "template": translate("transcript", "Pressed a button of our template"),
        "call_permission": translate("transcript", "Answered whether we may call"),
    }.get(text(facts, "of"), translate("transcript", "Pressed a button"))
    label = text(facts, "label")
    if text(facts, "of") == "call_permission":  # the channel's own words for it
        label = {
            "accept": translate("transcript", "Yes, we may"),
            "reject": translate("transcript", "No, we may not"),
        }.get(label, label)
    lines = [CardLine(label or "?", strong=True)]
    if text(facts, "detail"):
        lines.append(CardLine(text(facts, "detail"), "muted"))
    return Card("check", title, tuple(lines))


def _form(facts: Facts, _: str) -> Card | None:
    lines: list[CardLine] = []
    for question, answer in list(part(facts, "answers").items())[:100]:
        lines.append(CardLine(str(question), "faint"))
        said = answer if isinstance(answer, str) else str(answer)
        lines.append(CardLine(said[:2_000] or "–", copy=said[:2_000]))
    return Card("note", translate("transcript", "Filled in a form"), tuple(lines))


def _story(facts: Facts, _: str) -> Card | None:
    mention = text(facts, "of") == "mention"
    title = (
        translate("transcript", "Mentioned us in their story")
        if mention
        else translate("transcript", "Answers our story")
    )
    link = web(text(facts, "link"))
    lines = []
    if link:
        lines.append(CardLine(translate("transcript", "Show the story"), "accent", link=link))
        gone = translate("transcript", "A story can be seen for a day.")
        lines.append(CardLine(gone, "faint"))
    return Card("image", title, tuple(lines))


def _product(facts: Facts, _: str) -> Card | None:
    name, code = text(facts, "name"), text(facts, "code")
    lines = [CardLine(name, strong=True)] if name else []
    if code:
        lines.append(CardLine(code, "muted" if name else "text", copy=code))
    return Card("product", translate("transcript", "Asks about this product"), tuple(lines))


def _unsupported(facts: Facts, _: str) -> Card | None:
    what = text(facts, "what")
    if what == "mail":
        title = translate("transcript", "This mail cannot be taken apart")
        why = translate(
            "transcript", "It is kept as it came: save it and read it in a mail program."
        )
        return Card("warning", title, (CardLine(why, "muted"),))
    if what == "encrypted mail":
        title = translate("transcript", "This mail is encrypted")
        why = translate("transcript", "Kindly ask for the same without encryption.")
        return Card("warning", title, (CardLine(why, "muted"),))
    title = translate("transcript", "This cannot be shown here")
    why = translate(
        "transcript",
        "The customer sent something that only their app can show. Kindly ask for it as text or "
        "as a photo.",
    )
    return Card("info", title, (CardLine(why, "muted"), *_named(what)))


def _not_seen(facts: Facts) -> Card:
    """Somebody of ours sent it elsewhere."""
    why = translate("transcript", "It was sent with another app, and only that can show it.")
    lines = [CardLine(why, "muted"), *_named(text(facts, "what"))]
    return Card("info", translate("transcript", "This cannot be shown here"), tuple(lines))


def _named(what: str) -> list[CardLine]:
    if not what or what == "message":
        return []
    words = translate("transcript", "The channel calls it “{name}”.")
    return [CardLine(words.format(name=what), "faint")]


def _referral(facts: Facts) -> Card | None:
    given = part(facts, "referral")
    headline, body = text(given, "headline"), text(given, "body")
    link = web(text(given, "link"))
    if not (headline or body or link):
        return None
    title = (
        translate("transcript", "Came from an advertisement")
        if text(given, "source") in ("ad", "ads")
        else translate("transcript", "Came by a link")
    )
    lines = [CardLine(headline, strong=True)] if headline else []
    if body:
        lines.append(CardLine(body, "muted"))
    if link:
        lines.append(CardLine(link, "accent", link=link))
    return Card("link", title, tuple(lines))


def _page(facts: Facts) -> Card | None:
    given = part(facts, "page")
    title, link = text(given, "title"), web(text(given, "link"))
    if not (title or link):
        return None
    lines = [CardLine(title, strong=True)] if title else []
    if link:
        lines.append(CardLine(link, "accent", link=link))
    return Card("link", translate("transcript", "Wrote from this page"), tuple(lines))


_SHAPES: dict[str, Callable[[Facts, str], Card | None]] = {
    "location": _location,
    "contacts": _contacts,
    "order": _order,
    "choice": _choice,
    "form": _form,
    "story": _story,
    "product": _product,
    "unsupported": _unsupported,
}
"""A card for each shape of `models/message.py`. A template is shown as the text it became."""
