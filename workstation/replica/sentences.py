"""Bad luck in words, in the language of whoever sits at the desk."""

SENTENCES: dict[str, tuple[str, str]] = {
    "unreachable": (
        "The server at {server} cannot be reached.",
        "De server op {server} is niet bereikbaar.",
    ),
    "broken_off": (
        "The connection to the server broke off.",
        "De verbinding met de server is verbroken.",
    ),
    "too_slow": (
        "The server's answer takes too long.",
        "Het antwoord van de server duurt te lang.",
    ),
    "not_ours": (
        "Something other than Workstation's server answered. A proxy or a sign-in page of the "
        "network may be in between.",
        "Iets anders dan de server van Workstation gaf antwoord. Misschien zit er een proxy of een "
        "aanmeldpagina van het netwerk tussen.",
    ),
    "busy": (
        "The server is busy. Workstation tries again.",
        "De server heeft het druk. Workstation probeert het opnieuw.",
    ),
    "unexpected": (
        "Something went wrong at the server. Workstation tries again.",
        "Er ging iets mis bij de server. Workstation probeert het opnieuw.",
    ),
    "unexpected_here": (
        "Something went wrong in Workstation. It tries again.",
        "Er ging iets mis in Workstation. Het probeert het opnieuw.",
    ),
    "sign_in_needed": (
        "You have been signed out. Sign in again; what waits to be sent is kept.",
        "Je bent afgemeld. Meld je opnieuw aan; wat nog verstuurd moet worden, blijft bewaard.",
    ),
    "sign_in_failed": (
        "This name and password do not go together.",
        "Deze naam en dit wachtwoord horen niet bij elkaar.",
    ),
    "too_many_attempts": (
        "Too many attempts. Wait a moment before trying again.",
        "Te veel pogingen. Wacht even voor je het opnieuw probeert.",
    ),
    "disk_full": (
        "There is no room left on the disk of {folder}. Make room; nothing is lost meanwhile.",
        "De schijf van {folder} is vol. Maak ruimte; er gaat intussen niets verloren.",
    ),
    "read_only": (
        "Workstation cannot write in {folder}. Give yourself the right to write there.",
        "Workstation kan niet schrijven in {folder}. Geef jezelf daar schrijfrecht.",
    ),
    "damaged": (
        "The files in {folder} cannot be read: they are damaged, or the key is another one.",
        "De bestanden in {folder} zijn niet te lezen: ze zijn beschadigd, of de sleutel is een "
        "andere.",
    ),
    "wrong_passphrase": (
        "This is not the passphrase of this profile.",
        "Dit is niet de wachtzin van dit profiel.",
    ),
    "no_key": (
        "This machine keeps no keys, so Workstation needs a passphrase to lock its files with.",
        "Deze computer bewaart geen sleutels; Workstation heeft een wachtzin nodig om zijn "
        "bestanden mee te vergrendelen.",
    ),
}
"""Code: English, Dutch."""

_language = "en"


def speak(language: str) -> None:
    """From now on say things in "nl" or "en"."""
    global _language
    _language = language


def say(code: str, facts: dict[str, str]) -> str:
    """The sentence of a code. What is no code is a sentence already, and stays as it is."""
    known = SENTENCES.get(code)
    if known is None:
        return code
    return known[_language.startswith("nl")].format_map({"server": "?", "folder": "?"} | facts)
