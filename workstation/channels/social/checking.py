"""Whether Messenger or Instagram is set up as it should be: asked of Meta, said in sentences."""

from collections.abc import Iterator, Mapping
from typing import Any

from workstation.channels.graph.client import Graph
from workstation.channels.graph.fields import part, text
from workstation.channels.incoming import (
    Severity,
)
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.port import (
    Finding,
)
from workstation.channels.social.account import Product
from workstation.channels.social.table import InstagramTable, Table
from workstation.rules.failures import sentence

NEEDED = {
    "messages": ("what customers write", "wat klanten schrijven"),
    "messaging_postbacks": ("the buttons they press", "de knoppen die zij indrukken"),
    "message_reactions": ("their reactions", "hun reacties"),
}
"""The fields of a webhook that every shop wants, and what comes by them."""
OF_MESSENGER = {
    "message_deliveries": ("what was delivered", "wat is bezorgd"),
    "message_echoes": ("what was answered elsewhere", "wat elders is geantwoord"),
    "message_edits": ("what they change afterwards", "wat zij achteraf wijzigen"),
    "message_reads": ("what was read", "wat is gelezen"),
}
PUBLIC = frozenset({"feed", "mention", "mentions", "ratings", "comments", "live_comments"})
_NAMES = {"messenger": "Messenger", "instagram": "Instagram"}


def check(graph: Graph, table: Table, product: Product) -> Iterator[Finding]:
    """What an admin should know, the page first."""

    def found(severity: Severity, english: str, dutch: str) -> Finding:
        name = _NAMES[product]
        return Finding(severity=severity, english=f"{name}: {english}", dutch=f"{name}: {dutch}")

    try:
        page = graph.get(table.page_id, fields="id,name,instagram_business_account")
        apps = list(graph.pages(f"{table.page_id}/subscribed_apps"))
    except Rejected as error:
        english_said, dutch_said = (sentence(error.code or str(error), one) for one in ("en", "nl"))
        yield found(
            "broken",
            f"Meta says nothing about the page. {english_said}",
            f"Meta zegt niets over de pagina. {dutch_said}",
        )
        return
    except Unavailable:
        yield found(
            "warning",
            "Meta could not be asked about the page now. Look again later.",
            "Meta kon nu niet naar de pagina worden gevraagd. Kijk later opnieuw.",
        )
        return
    yield found(
        "fine",
        f"The access token is valid. The page is {text(page, 'name')}.",
        f"Het toegangstoken is geldig. De pagina is {text(page, 'name')}.",
    )
    if isinstance(table, InstagramTable):
        connected = text(part(page, "instagram_business_account"), "id")
        if connected != table.instagram_id:
            yield found(
                "broken",
                "instagram_id is not the account that is connected with the page. Connect it in "
                "the page's settings, or correct instagram_id.",
                "instagram_id is niet het account dat met de pagina is verbonden. Verbind het in "
                "de instellingen van de pagina, of verbeter instagram_id.",
            )
    ours = [app for app in apps if not table.app_id or text(app, "id") == table.app_id]
    if not ours:
        yield found(
            "broken",
            "The app is not subscribed to the page, so that no webhook is posted. Subscribe it in "
            "Meta's console, under Messenger, Webhooks.",
            "De app is niet op de pagina geabonneerd, dus er komt geen enkele webhook. Abonneer "
            "die in de console van Meta, onder Messenger, Webhooks.",
        )
        return
    if not table.app_id:
        yield found(
            "warning",
            "app_id is not filled in. Without it, what another application of the shop sends may "
            "be taken for ours.",
            "app_id is niet ingevuld. Zonder dat kan wat een andere toepassing van de winkel "
            "stuurt voor het onze worden gehouden.",
        )
    public = sorted(PUBLIC & {field for app in ours for field in _fields(app)})
    if public:
        told = ", ".join(public)
        yield found(
            "warning",
            f"The page also posts what is public ({told}). Workstation leaves that alone: it is "
            "answered where it stands. Unsubscribe the app from it.",
            f"De pagina meldt ook wat openbaar is ({told}). Workstation doet daar niets mee: dat "
            "wordt beantwoord waar het staat. Zeg dat abonnement van de app op.",
        )
    wanted = NEEDED | (OF_MESSENGER if product == "messenger" else {})
    subscribed = {field for app in ours for field in _fields(app)}
    missing = [name for name in wanted if name not in subscribed]
    if missing and subscribed:
        what = ", ".join(f"{name} ({wanted[name][0]})" for name in missing)
        dutch = ", ".join(f"{name} ({wanted[name][1]})" for name in missing)
        severity: Severity = "broken" if "messages" in missing else "warning"
        yield found(
            severity,
            f"The page does not tell Workstation everything. Subscribe the app to: {what}.",
            f"De pagina vertelt Workstation niet alles. Abonneer de app op: {dutch}.",
        )


def _fields(app: Mapping[str, Any]) -> list[str]:
    """What an application is told by the page."""
    given = app.get("subscribed_fields")
    return [one for one in given if isinstance(one, str)] if isinstance(given, list) else []
