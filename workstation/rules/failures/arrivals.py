"""Why a body that a provider posted could not be taken in: for who looks after the channels."""

SENTENCES = {
    "not_open": (
        "It came in by a channel that is not open any more. Open the channel, then have it read "
        "again.",
        "Het kwam binnen via een kanaal dat niet meer open is. Open het kanaal en laat het dan "
        "opnieuw lezen.",
    ),
    "not_understood": (
        "It is not what this provider sends: {what}.",
        "Dit is niet wat deze provider stuurt: {what}.",
    ),
    "fault": (
        "Workstation made a mistake in reading it ({what}). The log says more. Have it read again "
        "after an update.",
        "Workstation ging de fout in bij het lezen ({what}). Het logboek zegt meer. Laat het na "
        "een update opnieuw lezen.",
    ),
    "ended": (
        "Each time the server ended while it took this in. Have it read again after an update.",
        "Elke keer stopte de server terwijl die dit innam. Laat het na een update opnieuw lezen.",
    ),
    "database": (
        "The database refused it, several times, while it took other things ({what}). The log says "
        "more.",
        "De database weigerde dit, meermaals, terwijl andere dingen wel gingen ({what}). Het "
        "logboek zegt meer.",
    ),
    "some": (
        "Of its items {count} could not be read; the others were.",
        "Van de onderdelen waren er {count} niet te lezen; de andere wel.",
    ),
    "no_team": (
        "There is no team yet, so nobody could answer. Add a team, then have it read again.",
        "Er is nog geen team, dus niemand zou kunnen antwoorden. Voeg een team toe en laat het dan "
        "opnieuw lezen.",
    ),
    "empty_mail": (
        "The mail is empty.",
        "De mail is leeg.",
    ),
    "no_sender": (
        "The mail names nobody who could be answered. It is kept as it came.",
        "De mail noemt niemand die antwoord kan krijgen. Hij is bewaard zoals hij kwam.",
    ),
    "broken_mail": (
        "The mail cannot be taken apart ({what}). Look at it in the mailbox.",
        "De mail is niet uit elkaar te halen ({what}). Bekijk hem in de mailbox.",
    ),
    "not_json": (
        "It is not JSON, although this provider sends nothing else.",
        "Het is geen JSON, terwijl deze provider niets anders stuurt.",
    ),
}
"""Code: English, Dutch. `what` is for an engineer and stays English."""
