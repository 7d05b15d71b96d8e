"""Said in one line: what a message is that has no words."""

from workstation.ui.words import translate


def wordless_words(what: str) -> str:
    """Of `queries/wordless.py`; "" where nothing can be said."""
    match what:
        case "":
            return ""
        case "deleted":
            return translate("transcript", "This message was taken back")
        case "image":
            return translate("transcript", "Picture")
        case "video":
            return translate("transcript", "Film")
        case "audio":
            return translate("transcript", "Sound")
        case "voice":
            return translate("transcript", "Voice message")
        case "voicemail":
            return translate("transcript", "Voicemail")
        case "recording":
            return translate("transcript", "Recording")
        case "sticker":
            return translate("transcript", "Sticker")
        case "location":
            return translate("transcript", "Location")
        case "contacts":
            return translate("transcript", "Contact details")
        case "order":
            return translate("transcript", "Order from the catalogue")
        case "form":
            return translate("transcript", "Filled in a form")
        case "product":
            return translate("transcript", "Asks about this product")
        case "unsupported":
            return translate("transcript", "This cannot be shown here")
        case "story":
            return translate("transcript", "Mentioned us in their story")
        case "file" | "original" | "html":
            return translate("transcript", "File")
    return ""
