"""What somebody is called of whom little is known: their number or address, masked as in the panel
beside a contact; and a caller who withheld their number."""

from workstation.ui.panels.masking import masked_name
from workstation.ui.words import translate


def called(name: str, channel: str) -> str:
    """The name, or what stands in its place: never a whole number or address."""
    if name.strip():
        return masked_name(name)
    if channel == "phone":
        return translate("calls", "Number withheld")
    return translate("calls", "Unknown customer")
