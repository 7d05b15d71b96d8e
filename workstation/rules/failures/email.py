"""Why a mail did not arrive, as mail servers say it (RFC 3463)."""

SENTENCES = {
    "unknown_address": (
        "This mail address does not exist. Look whether it is spelled well, or call the customer.",
        "Dit mailadres bestaat niet. Kijk of het goed gespeld is, of bel de klant.",
    ),
    "unknown_domain": (
        "No mail server takes mail for this address. Look at the part behind the @.",
        "Geen mailserver neemt mail voor dit adres aan. Kijk naar het deel achter de @.",
    ),
    "mailbox_full": (
        "The customer's mailbox is full. Try again tomorrow, or use another channel.",
        "De postbus van de klant is vol. Probeer het morgen opnieuw, of kies een ander kanaal.",
    ),
    "too_large": (
        "The mail is larger than a mail server on its way takes. Send fewer or smaller files.",
        "De mail is groter dan een mailserver onderweg aanneemt. Stuur minder of kleinere"
        " bestanden.",
    ),
    "unreachable": (
        "The customer's mail server could not be reached for days. Use another channel.",
        "De mailserver van de klant was dagenlang niet bereikbaar. Kies een ander kanaal.",
    ),
    "unwanted": (
        "The customer's mail server took this for unwanted mail. Tell an admin, and call the"
        " customer.",
        "De mailserver van de klant zag dit als ongewenste mail. Meld het een beheerder, en bel de"
        " klant.",
    ),
    "refused": (
        "The customer's mail server refused the mail. Use another channel.",
        "De mailserver van de klant weigerde de mail. Kies een ander kanaal.",
    ),
    "sender": (
        "Our mail server does not let us send from the shop's address. Tell an admin.",
        "Onze mailserver laat ons niet verzenden vanaf het adres van de winkel. Meld het een"
        " beheerder.",
    ),
    "letters": (
        "Our mail server cannot write to an address with these letters. Ask for another address.",
        "Onze mailserver kan niet schrijven naar een adres met deze letters. Vraag een ander"
        " adres.",
    ),
}
"""Code: English, Dutch."""
