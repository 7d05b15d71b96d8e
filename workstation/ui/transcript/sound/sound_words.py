"""What a player says: the times, the speed, and why there is no sound."""

from PySide6.QtCore import QLocale

from workstation.ui.transcript.shapes.call_card import length_words
from workstation.ui.transcript.sound.heard import Heard
from workstation.ui.words import translate


def rate_words(rate: float) -> str:
    """ "1×", "1.5×"."""
    return f"{QLocale().toString(rate, 'g', 2)}×"


def under_the_wave(name: str, heard: Heard) -> str:
    match heard.state:
        case "mute":
            return translate("transcript", "No sound on this computer: open it elsewhere")
        case "broken":
            return translate("transcript", "Cannot be played here: open it elsewhere")
        case "missing":
            return translate("transcript", "Cannot be fetched now: try again later")
        case "coming":
            return f"{name} · " + translate("transcript", "Opening…")
    if not heard.length:
        return name
    return f"{name} · {length_words(heard.at)} / {length_words(heard.length)}"


def spoken_player(heard: Heard) -> str:
    """For a screen reader, after the recording's name."""
    if heard.elsewhere or heard.state == "missing":
        return under_the_wave("", heard)
    if heard.length:
        return f"{length_words(heard.at)} / {length_words(heard.length)}"
    return translate("transcript", "Space plays it")
