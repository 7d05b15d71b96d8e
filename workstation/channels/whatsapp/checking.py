"""Whether the channel is set up as it should be: asked of Meta, and said in sentences."""

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
from workstation.channels.whatsapp.table import Table
from workstation.rules.failures import sentence

_NUMBER_FIELDS = (
    "display_phone_number,verified_name,quality_rating,name_status,status,"
    "code_verification_status,platform_type,throughput"
)


def check(graph: Graph, table: Table) -> Iterator[Finding]:
    """What an admin should know, the number first."""
    try:
        number = graph.get(table.phone_number_id, fields=_NUMBER_FIELDS)
    except (Rejected, Unavailable) as error:
        yield _failed(error, "the number", "het nummer")
        return
    yield from _of_number(number, table)
    try:
        account = list(graph.pages(f"{table.business_account_id}/subscribed_apps"))
        numbers = list(graph.pages(f"{table.business_account_id}/phone_numbers", fields="id"))
        templates = list(
            graph.pages(f"{table.business_account_id}/message_templates", fields="status")
        )
    except (Rejected, Unavailable) as error:
        yield _failed(error, "the business account", "het bedrijfsaccount")
        return
    yield from _of_account(account, numbers, templates, table)


def _of_number(number: Mapping[str, Any], table: Table) -> Iterator[Finding]:
    shown, name = text(number, "display_phone_number"), text(number, "verified_name")
    yield _finding(
        "fine",
        f"The access token is valid. The number is {shown}, shown to customers as {name}.",
        f"Het toegangstoken is geldig. Het nummer is {shown}; klanten zien {name}.",
    )
    quality = text(number, "quality_rating").upper()
    if quality in ("YELLOW", "RED"):
        yield _finding(
            "warning",
            f"Meta rates the number's quality as {quality.lower()}: customers block or report it. "
            "Look at what is sent to whom before Meta limits the number.",
            f"Meta beoordeelt de kwaliteit van het nummer als {quality.lower()}: klanten blokkeren "
            "of melden het. Kijk wat er aan wie wordt gestuurd voordat Meta het nummer beperkt.",
        )
    status = text(number, "status").upper()
    if status and status != "CONNECTED":
        yield _finding(
            "broken",
            f"The number is not connected ({status}). Register it in WhatsApp Manager.",
            f"Het nummer is niet verbonden ({status}). Registreer het in WhatsApp Manager.",
        )
    naming = text(number, "name_status").upper()
    if naming in ("DECLINED", "EXPIRED", "NONE"):
        yield _finding(
            "warning",
            f"The name that customers see is not approved ({naming}). Edit it in WhatsApp Manager.",
            f"De naam die klanten zien is niet goedgekeurd ({naming}). Pas die aan in WhatsApp "
            "Manager.",
        )
    level = text(part(number, "throughput"), "level").upper()
    if level == "STANDARD" and table.per_second > 80:
        yield _finding(
            "warning",
            "per_second is more than the 80 messages a second that Meta allows this number. Set it "
            "to 80.",
            "per_second is meer dan de 80 berichten per seconde die Meta dit nummer toestaat. Zet "
            "het op 80.",
        )


def _of_account(
    apps: list[Mapping[str, Any]],
    numbers: list[Mapping[str, Any]],
    templates: list[Mapping[str, Any]],
    table: Table,
) -> Iterator[Finding]:
    if not apps:
        yield _finding(
            "broken",
            "No app is subscribed to the business account, so that no webhook is posted. Subscribe "
            "the app in Meta's console, under WhatsApp, Configuration.",
            "Er is geen app op het bedrijfsaccount geabonneerd, dus er komt geen enkele webhook. "
            "Abonneer de app in de console van Meta, onder WhatsApp, Configuratie.",
        )
    if numbers and table.phone_number_id not in {text(one, "id") for one in numbers}:
        yield _finding(
            "broken",
            "phone_number_id does not belong to business_account_id. Copy both from the same page "
            "of Meta's console.",
            "phone_number_id hoort niet bij business_account_id. Neem beide over van dezelfde "
            "pagina van de console van Meta.",
        )
    approved = sum(text(one, "status").upper() == "APPROVED" for one in templates)
    if approved:
        yield _finding(
            "fine",
            f"{approved} templates are approved, to be sent after 24 hours of silence.",
            f"{approved} sjablonen zijn goedgekeurd, te sturen na 24 uur stilte.",
        )
    else:
        yield _finding(
            "warning",
            "No template is approved: 24 hours after a customer last wrote, nobody can reach them "
            "on WhatsApp. Make one in WhatsApp Manager.",
            "Er is geen sjabloon goedgekeurd: 24 uur nadat een klant voor het laatst schreef is "
            "die niet meer bereikbaar op WhatsApp. Maak er een in WhatsApp Manager.",
        )


def _failed(error: Rejected | Unavailable, english: str, dutch: str) -> Finding:
    if isinstance(error, Rejected):
        english_said, dutch_said = (sentence(error.code or str(error), one) for one in ("en", "nl"))
        return _finding(
            "broken",
            f"Meta says nothing about {english}. {english_said}",
            f"Meta zegt niets over {dutch}. {dutch_said}",
        )
    return _finding(
        "warning",
        f"Meta could not be asked about {english} now. Look again later.",
        f"Meta kon nu niet naar {dutch} worden gevraagd. Kijk later opnieuw.",
    )


def _finding(severity: Severity, english: str, dutch: str) -> Finding:
    return Finding(severity=severity, english=f"WhatsApp: {english}", dutch=f"WhatsApp: {dutch}")
