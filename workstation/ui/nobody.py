"""What somebody is called of whom nothing is known: a caller who withheld their number."""

from workstation.ui.words import translate


def called(name: str, channel: str) -> str:
    """The name, or what stands in its place."""
    if name.strip():
        return name
    if channel == "phone":
        return translate("calls", "Number withheld")
    return translate("calls", "Unknown customer")
