"""E-mail as a channel: IMAP in, SMTP out."""

from collections.abc import Sequence
from dataclasses import replace

from workstation.channels.email.addresses import for_the_wire, is_address
from workstation.channels.email.checking import findings
from workstation.channels.email.composing import compose
from workstation.channels.email.listening import Listening
from workstation.channels.email.reading import read
from workstation.channels.email.sending import Sending
from workstation.channels.email.settings import Settings
from workstation.channels.email.signing import Signer
from workstation.channels.incoming import (
    Parsed,
)
from workstation.channels.outgoing import (
    Outbound,
    Rejected,
    Rules,
    Sent,
    Unavailable,
)
from workstation.channels.port import (
    Channel,
    Finding,
    Listen,
)
from workstation.rules.failures import coded

LONGEST_TEXT = 200_000


class Email(Channel):
    name = "email"

    def __init__(self, settings: Settings) -> None:
        self._settings = settings
        secrets = [settings.secret, *settings.former_secrets]
        self._signer = Signer([one.get_secret_value() for one in secrets], settings.address)
        self._sending = Sending(settings.smtp, settings.domain) if settings.smtp else None

    @property
    def rules(self) -> Rules:
        largest = self._settings.smtp.largest if self._settings.smtp else 0
        return Rules(longest_text=LONGEST_TEXT, largest_file=largest, quotes=True)

    def parse(self, body: bytes) -> Parsed:
        return read(body, self._settings, self._signer)

    def send(self, message: Outbound) -> Sent:
        """The id of the mail is made from our own: if the answer is lost, whatever comes back
        about it is still known to be about this message."""
        if self._sending is None:
            raise Unavailable(coded("line.smtp_none"), retry_after=600)
        if not is_address(message.address):
            raise Rejected(
                "This is not a mail address. Look whether it is spelled well.",
                "email.unknown_address",
            )
        size = sum(len(file.content) for file in message.files)
        if self._settings.smtp and size > self._settings.smtp.largest:
            raise Rejected(
                "The files are larger than a mail may be. Send fewer, or smaller ones.",
                "email.too_large",
            )
        address = for_the_wire(message.address)
        try:
            mail = compose(replace(message, address=address), self._settings, self._signer)
        except ValueError as error:
            raise Rejected(
                "The mail could not be written to this address.", "email.unknown_address"
            ) from error
        self._sending.send(mail, sender=self._settings.address, recipient=address)
        return Sent(provider_id=self._signer.message_id(message.reference))

    def listener(self) -> Listen | None:
        return Listening(self._settings.imap).listen if self._settings.imap else None

    def check(self) -> Sequence[Finding]:
        return findings(self._settings, self._sending)
