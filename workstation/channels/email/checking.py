"""What an admin should know about the mail configuration, found by trying it."""

from collections.abc import Iterator

from workstation.channels.email.mailbox import BROKEN, LoginError, open_mailbox
from workstation.channels.email.sending import Sending
from workstation.channels.email.settings import Imap, Settings
from workstation.channels.email.tokens import TokenRefusedError
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.port import (
    Finding,
)
from workstation.rules.failures import sentence


def findings(settings: Settings, sending: Sending | None) -> list[Finding]:
    return [*_incoming(settings.imap), *_outgoing(settings, sending), *_hints(settings)]


def _incoming(imap: Imap | None) -> Iterator[Finding]:
    if imap is None:
        yield Finding(
            severity="warning",
            english="No mailbox is configured: no mail comes in. Add [email.imap].",
            dutch="Er is geen postbus ingesteld: er komt geen mail binnen. Voeg [email.imap] toe.",
        )
        return
    try:
        with open_mailbox(imap) as mailbox:
            wanted = [*imap.folders, *(name for name in (imap.move_to, imap.sent_folder) if name)]
            missing = [name for name in wanted if not mailbox.has_folder(name)]
            idles = mailbox.idles
    except LoginError:
        yield Finding(
            severity="broken",
            english=f"{imap.host} does not accept the user name and password of [email.imap].",
            dutch=f"{imap.host} accepteert gebruikersnaam en wachtwoord van [email.imap] niet.",
        )
        return
    except TokenRefusedError as error:
        yield Finding(
            severity="broken",
            english=f"There is no access token for the mailbox. {sentence(str(error), 'en')}",
            dutch=f"Er is geen toegangstoken voor de postbus. {sentence(str(error), 'nl')}",
        )
        return
    except BROKEN as error:
        yield Finding(
            severity="broken",
            english=f"The mailbox at {imap.host}:{imap.port} cannot be reached"
            f" ({type(error).__name__}). Look at host, port and security.",
            dutch=f"De postbus op {imap.host}:{imap.port} is niet bereikbaar"
            f" ({type(error).__name__}). Kijk naar host, port en security.",
        )
        return
    for name in missing:
        yield Finding(
            severity="broken",
            english=f"The mailbox has no folder {name}. Make it there, or correct [email.imap].",
            dutch=f"De postbus heeft geen map {name}. Maak die daar, of verbeter [email.imap].",
        )
    if not idles:
        yield Finding(
            severity="warning",
            english=f"The mail server cannot tell about new mail (IDLE): it is looked for every"
            f" {imap.poll_seconds:g} seconds.",
            dutch=f"De mailserver meldt nieuwe mail niet zelf (IDLE): er wordt elke"
            f" {imap.poll_seconds:g} seconden gekeken.",
        )
    if not missing:
        yield Finding(
            severity="fine",
            english=f"The mailbox at {imap.host} opens, with every folder that is to be read.",
            dutch=f"De postbus op {imap.host} gaat open, met elke map die gelezen moet worden.",
        )


def _outgoing(settings: Settings, sending: Sending | None) -> Iterator[Finding]:
    if sending is None or settings.smtp is None:
        yield Finding(
            severity="warning",
            english="No server for outgoing mail is configured: answers wait. Add [email.smtp].",
            dutch="Er is geen uitgaande mailserver ingesteld: antwoorden wachten. Voeg"
            " [email.smtp] toe.",
        )
        return
    try:
        sending.try_sender(settings.address)
    except (Rejected, Unavailable) as error:
        yield Finding(
            severity="broken",
            english=f"Mail cannot be sent through {settings.smtp.host}."
            f" {sentence(str(error), 'en')}",
            dutch=f"Via {settings.smtp.host} kan geen mail worden verstuurd."
            f" {sentence(str(error), 'nl')}",
        )
        return
    yield Finding(
        severity="fine",
        english=f"{settings.smtp.host} takes mail from {settings.address}.",
        dutch=f"{settings.smtp.host} neemt mail van {settings.address} aan.",
    )


def _hints(settings: Settings) -> Iterator[Finding]:
    if not settings.authserv_id:
        yield Finding(
            severity="warning",
            english="No authserv_id is set, so no sender's address counts as proven. Set it to the"
            " name in your mail server's Authentication-Results header.",
            dutch="Er is geen authserv_id ingesteld, dus geen enkel afzenderadres geldt als"
            " bewezen. Zet er de naam uit de kop Authentication-Results van je mailserver in.",
        )
    if not settings.plus_addresses:
        yield Finding(
            severity="warning",
            english="Reply addresses with a plus are off: an answer whose headers were lost begins"
            " a new contact.",
            dutch="Antwoordadressen met een plus staan uit: een antwoord zonder de juiste koppen"
            " begint een nieuw contact.",
        )
    yield Finding(
        severity="fine",
        english=f"Other mail servers believe {settings.domain} when its DNS has an SPF record that"
        " names your outgoing server, a DKIM key and a DMARC policy. Workstation does not look.",
        dutch=f"Andere mailservers vertrouwen {settings.domain} als de DNS een SPF-record heeft dat"
        " je uitgaande server noemt, een DKIM-sleutel en een DMARC-beleid. Workstation kijkt"
        " dat niet na.",
    )
