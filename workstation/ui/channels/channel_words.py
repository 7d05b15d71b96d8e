"""How a channel is and what its dial does, in a word, a tone and a sentence."""

from workstation.replica.rows.channels import DialRow
from workstation.replica.rows.reference import LineRow
from workstation.rules.failures import of_a_line
from workstation.ui.theme.pill import Tone
from workstation.ui.transcript.harmless import harmless_line
from workstation.ui.words import translate


def state(line: LineRow | None, dial: DialRow | None) -> tuple[str, Tone]:
    """The pill of a channel. What is broken counts for more than what is chosen."""
    if line is not None and line.state == "closed":
        return translate("channels", "Not set up"), "quiet"
    if line is not None and line.state == "down":
        return translate("channels", "Down"), "bad"
    if line is not None and line.state == "degraded":
        return translate("channels", "Trouble"), "warn"
    if dial is not None and not dial.active:
        return translate("channels", "Closed"), "quiet"
    if dial is not None and dial.share < 100:
        return translate("channels", "Open to {share} %").format(share=dial.share), "accent"
    if dial is not None and (dial.per_hour is not None or dial.at_once is not None):
        return translate("channels", "Open, with a ceiling"), "accent"
    return translate("channels", "Open"), "ok"


def described(dial: DialRow | None) -> str:
    """What goes on, under the name."""
    if dial is None or not dial.seen_at:
        return ""
    return translate("channels", "{begun} in the last hour · {open} open").format(
        begun=dial.begun, open=dial.open_now
    )


def carried(line: LineRow | None, language: str) -> str:
    """Who carries a channel, and what is the matter with it."""
    if line is None:
        return translate("channels", "The server has not said yet how this channel is.")
    if line.provider == "console":
        return translate(
            "channels",
            "No provider is configured: simulated customers can write, others cannot.",
        )
    return harmless_line(of_a_line(line.reason, language))
