"""The pages of the sample shop, and the small server for them."""

import time
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Literal
from urllib.parse import urlencode

import jwt
from starlette.applications import Starlette
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response
from starlette.routing import Route

from workstation.sample.catalogue import Article, catalogue
from workstation.sample.texts import text
from workstation.simulator.serving import Serving

Language = Literal["nl", "en"]

_STYLE = Path(__file__).parent / "shop.css"
_NAME: str = text("staff")["setting"]["shop_name"]
_SIGNED_FOR = 3600
"""Seconds that what the shop signs is worth something."""

_WORDS: dict[Language, dict[str, str]] = {
    "nl": {
        "title": "Elektronica, met mensen erachter",
        "lead": "Vraag gerust iets over een product. Rechtsonder zit iemand klaar die het weet.",
        "from": "vanaf",
        "all": "Alle producten",
        "in": "Ingelogd als",
        "out": "Uitloggen",
    },
    "en": {
        "title": "Electronics, with people behind them",
        "lead": "Do ask about any product. Somebody who knows is at the bottom right.",
        "from": "from",
        "all": "All products",
        "in": "Signed in as",
        "out": "Sign out",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """Somebody who can be signed in at the shop: their number there, name and mail address."""

    ref: str
    name: str
    mail: str


class ShopPage:
    """`office` is the address of the office whose chat is on the pages, `secret` what the shop and
    the office share to say who a customer is. `?as=REF` signs a member in, `?theme=dark` and
    `?language=en` change how the pages look; the chat follows them."""

    def __init__(
        self,
        office: str,
        *,
        secret: str = "",
        members: Sequence[Member] = (),
        port: int = 0,
    ) -> None:
        self._office = office.rstrip("/")
        self._secret = secret
        self._members = {member.ref: member for member in members}
        self._articles = {article.code: article for article in _window()}
        self._every = {
            code: article
            for article in catalogue().by_name.values()
            for code in (article.code, *(item.sku for item in article.items))
        }
        """By the code of the article, or of one of its variants."""
        routes = [
            Route("/", self._front),
            Route("/shop.css", self._style),
            Route("/p/{code}", self._product),
        ]
        self._serving = Serving(Starlette(routes=routes), port=port)

    @property
    def address(self) -> str:
        """The origin of the pages."""
        return self._serving.address

    def product(self, number: int = 0) -> str:
        """The path of a product's page."""
        return f"/p/{list(self._articles)[number]}"

    def page_of(self, code: str) -> str:
        """The address of the page of an article or a variant."""
        return f"{self.address}/p/{code}" if code in self._every else f"{self.address}/"

    def sign(self, ref: str, name: str, mail: str) -> str:
        """What a page says of somebody who is signed in; nothing of who is not."""
        return self._sign(Member(ref=ref, name=name, mail=mail)) if mail and self._secret else ""

    def start(self) -> None:
        self._serving.start()

    def stop(self) -> None:
        self._serving.stop()

    # -- the pages

    async def _style(self, _: Request) -> Response:
        return Response(_STYLE.read_text(encoding="utf-8"), media_type="text/css")

    async def _front(self, request: Request) -> Response:
        words = _WORDS[_language(request)]
        cards = "".join(
            f'<li><a href="/p/{escape(article.code)}{_query(request)}"><div class="art"></div>'
            f"<b>{escape(article.name)}</b><span>{words['from']} {_price(article)}</span></a></li>"
            for article in self._articles.values()
        )
        body = (
            f"<h1>{words['title']}</h1><p class='lead'>{words['lead']}</p>"
            f"<ul class='grid'>{cards}</ul>"
        )
        return self._page(request, _NAME, body)

    async def _product(self, request: Request) -> Response:
        article = self._every.get(request.path_params["code"])
        if article is None:
            return self._page(request, "404", "<h1>404</h1>", status=404)
        facts = "".join(
            f"<dt>{escape(label)}</dt><dd>{escape(value)}</dd>"
            for label, value in article.specifications.items()
        )
        body = (
            f'<div class="product"><div class="art"></div><div><h1>{escape(article.name)}</h1>'
            f'<p class="lead">{escape(article.description)}</p>'
            f'<p class="price">{_price(article)}</p><dl>{facts}</dl></div></div>'
        )
        return self._page(request, article.name, body, product=article.items[0].sku)

    def _page(
        self, request: Request, title: str, body: str, *, product: str = "", status: int = 200
    ) -> Response:
        language, theme = _language(request), request.query_params.get("theme", "")
        words = _WORDS[language]
        member = self._members.get(request.query_params.get("as", ""))
        given = {"data-product": product, "data-theme": theme}
        if member is not None and self._secret:
            given["data-customer-token"] = self._sign(member)
        attributes = "".join(f' {name}="{escape(value)}"' for name, value in given.items() if value)
        links = [f'<a href="/{_query(request)}">{words["all"]}</a>']
        if member is not None:
            links.append(f"{words['in']} {escape(member.name)}")
            links.append(f'<a href="{escape(request.url.path)}">{words["out"]}</a>')
        else:
            links += [
                f'<a href="{escape(request.url.path)}?as={escape(one.ref)}">{escape(one.name)}</a>'
                for one in self._members.values()
            ]
        page = (
            f'<!doctype html><html lang="{language}" data-theme="{escape(theme)}">'
            '<head><meta charset="utf-8"><meta name="viewport" content="width=device-width">'
            f"<title>{escape(title)}</title><link rel='stylesheet' href='/shop.css'>"
            "<link rel='icon' href='data:,'></head>"
            f"<body><header><strong>{_NAME}</strong><nav>{' '.join(links)}</nav></header>"
            f"<main>{body}</main>"
            f'<script src="{escape(self._office)}/chat.js"{attributes} async></script>'
            "</body></html>"
        )
        return HTMLResponse(
            page, status_code=status, headers={"Content-Security-Policy": self._csp}
        )

    @property
    def _csp(self) -> str:
        """What docs/channels.md tells a shop to allow, and nothing more."""
        return (
            f"default-src 'none'; style-src 'self'; img-src 'self' blob: data:; "
            f"script-src {self._office}; connect-src {self._office}"
        )

    def _sign(self, member: Member) -> str:
        until = int(time.time()) + _SIGNED_FOR
        claims = {"sub": member.ref, "name": member.name, "email": member.mail, "exp": until}
        return jwt.encode(claims, self._secret, algorithm="HS256")


def _window() -> list[Article]:
    """What is in the shop window: the favourite of each type, and a few that are not."""
    shop = catalogue()
    favourites = [shop.by_name[kind.favourite] for kind in shop.kinds.values() if kind.favourite]
    others = [articles[0] for articles in shop.by_kind.values() if articles]
    return [*favourites, *(article for article in others if article not in favourites)]


def _language(request: Request) -> Language:
    return "en" if request.query_params.get("language") == "en" else "nl"


def _query(request: Request) -> str:
    """What a link takes along, so that one stays who one is."""
    kept = {
        name: value
        for name in ("as", "theme", "language")
        if (value := request.query_params.get(name))
    }
    return f"?{escape(urlencode(kept))}" if kept else ""


def _price(article: Article) -> str:
    cents = min(item.price for item in article.items)
    euros = f"{cents // 100:,}".replace(",", ".")
    return f"€ {euros},{cents % 100:02}"
