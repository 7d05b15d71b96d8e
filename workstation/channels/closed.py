"""A channel that the shop has not set up: nothing comes in by it, and nothing goes out."""

from workstation.channels.incoming import NotUnderstood, Parsed
from workstation.channels.outgoing import Outbound, Rejected, Rules, Sent
from workstation.channels.port import Channel
from workstation.rules.failures import sentence

NOT_CONFIGURED = "line.not_configured"


class Closed(Channel):
    name = "closed"

    @property
    def rules(self) -> Rules:
        return Rules(longest_text=0)

    def parse(self, body: bytes) -> Parsed:
        raise NotUnderstood("arrival.not_open")

    def send(self, message: Outbound) -> Sent:
        raise Rejected(sentence(NOT_CONFIGURED, "en"), NOT_CONFIGURED)
