"""Filling in sentences: dates, amounts and names as people of either language would say them."""

from datetime import UTC, datetime
from zoneinfo import ZoneInfo

from workstation.sample.catalogue import Article, Item
from workstation.sample.people import Buyer, Purchase
from workstation.sample.rows import DAY
from workstation.sample.texts import text
from workstation.sample.week import ZONE

_DAYS = {
    "nl": ("maandag", "dinsdag", "woensdag", "donderdag", "vrijdag", "zaterdag", "zondag"),
    "en": ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"),
}
_MONTHS = {
    "nl": ("januari", "februari", "maart", "april", "mei", "juni", "juli", "augustus",
           "september", "oktober", "november", "december"),
    "en": ("January", "February", "March", "April", "May", "June", "July", "August",
           "September", "October", "November", "December"),
}  # fmt: skip
_AGO = {
    "nl": ("deze week", "vorige week", "twee weken geleden", "in {month}", "vorig jaar"),
    "en": ("this week", "last week", "two weeks ago", "in {month}", "last year"),
}
_ZONE = ZoneInfo(ZONE)


def price(cents: int, language: str) -> str:
    euros = f"{cents // 100:,}"
    if language == "nl":
        euros = euros.replace(",", ".")
    rest = cents % 100
    if not rest:
        return f"€ {euros}"
    return f"€ {euros},{rest:02d}" if language == "nl" else f"€ {euros}.{rest:02d}"


def ago(then: int, now: int, language: str) -> str:
    """When something was bought, the way one says it."""
    days = (now - then) // DAY
    words = _AGO[language]
    if days < 5:
        return words[0]
    if days < 11:
        return words[1]
    if days < 25:
        return words[2]
    if days > 300:
        return words[4]
    month = datetime.fromtimestamp(then / 1000, UTC).astimezone(_ZONE).month
    return words[3].format(month=_MONTHS[language][month - 1])


def weekday(at: int, language: str) -> str:
    """The day of the week, but no Sunday: then nobody delivers."""
    day = datetime.fromtimestamp(at / 1000, UTC).astimezone(_ZONE).weekday()
    return _DAYS[language][0 if day == 6 else day]


def _somewhere(number: int) -> str:
    cities: list[str] = text("people")["places"]["cities"]
    return cities[number % len(cities)]


def slots(
    *,
    buyer: Buyer,
    language: str,
    agent: str,
    article: Article,
    item: Item,
    purchase: Purchase | None,
    order: str,
    at: int,
) -> dict[str, str]:
    """What the sentences of `texts` may ask for."""
    day = weekday(at + 2 * DAY, language)
    return {
        "first": buyer.first,
        "name": buyer.name,
        "agent": agent,
        "shop": text("staff")["setting"]["shop_name"],
        "brand": article.brand,
        "model": article.name,
        "thing": article.kind.thing_nl if language == "nl" else article.kind.thing_en,
        "order": order,
        "bought": ago(purchase.placed_at if purchase else at - 8 * DAY, at, language),
        "price": price(item.price, language),
        "city": buyer.city or _somewhere(buyer.number),
        "weekday": day,
        "Weekday": day.capitalize(),
    }
