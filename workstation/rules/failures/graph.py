"""The errors that all of Meta's channels share, by their codes in the Graph API."""

_ACCESS = (
    "The shop's access to Meta is no longer valid. Tell an admin to renew it, then try again.",
    "De toegang van de winkel tot Meta is niet meer geldig. Laat een beheerder die vernieuwen en "
    "probeer het dan opnieuw.",
)
_PERMISSION = (
    "Meta does not permit the shop to do this. Tell an admin to look at the permissions of the "
    "access token.",
    "Meta staat de winkel dit niet toe. Laat een beheerder naar de rechten van het toegangstoken "
    "kijken.",
)
_BUSY = (
    "The shop has asked Meta too much in a short time. Try again in a few minutes.",
    "De winkel heeft in korte tijd te veel van Meta gevraagd. Probeer het over een paar minuten "
    "opnieuw.",
)
_AWAY = (
    "Meta has a disturbance. Try again in a few minutes.",
    "Er is een storing bij Meta. Probeer het over een paar minuten opnieuw.",
)

SENTENCES: dict[str, tuple[str, str]] = {
    "not_taken": (
        "Meta did not take it: {said}.",
        "Meta nam het niet aan: {said}.",
    ),
    "0": _ACCESS,
    "1": (
        "Meta failed for a reason that it did not name. Try again; tell an admin when it keeps "
        "happening.",
        "Het ging mis bij Meta, zonder dat het zei waarom. Probeer het opnieuw; meld het een "
        "beheerder als het blijft gebeuren.",
    ),
    "2": _AWAY,
    "3": _PERMISSION,
    "4": _BUSY,
    "10": _PERMISSION,
    "17": _BUSY,
    "32": _BUSY,
    "33": (
        "Meta does not know the shop's number or page any more. Tell an admin to look at the "
        "channel's settings.",
        "Meta kent het nummer of de pagina van de winkel niet meer. Laat een beheerder naar de "
        "instellingen van het kanaal kijken.",
    ),
    "100": (
        "Meta did not understand the message. Try it in another form, and tell an admin when it "
        "keeps happening.",
        "Meta begreep het bericht niet. Probeer het in een andere vorm, en meld het een beheerder "
        "als het blijft gebeuren.",
    ),
    "102": _ACCESS,
    "104": _ACCESS,
    "190": _ACCESS,
    **{str(code): _PERMISSION for code in range(200, 300)},
    "341": _BUSY,
    "368": (
        "Meta has blocked the shop's account for a while, for breaking its rules. Tell an admin, "
        "and reach the customer in another way.",
        "Meta heeft het account van de winkel tijdelijk geblokkeerd wegens overtreding van de "
        "regels. Meld het een beheerder en bereik de klant op een andere manier.",
    ),
    "506": (
        "Meta took this for a repetition of the message before it. Word it differently.",
        "Meta zag dit als een herhaling van het vorige bericht. Formuleer het anders.",
    ),
    "613": _BUSY,
}
