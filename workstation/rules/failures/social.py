"""The errors of Messenger and Instagram, as Meta documents them: by code, and subcode where that
tells more. Both have the same; what differs is the name."""

Sentence = tuple[str, str]


def _table(name: str) -> dict[str, Sentence]:
    closed = (
        f"{name} takes no answer more than 24 hours after the customer last wrote, or seven days "
        "where a person may answer. Reach them in another way, or wait until they write.",
        f"{name} neemt geen antwoord meer aan na 24 uur sinds de klant voor het laatst schreef, of "
        "na zeven dagen waar een medewerker mag antwoorden. Bereik de klant op een andere manier, "
        "of wacht tot die schrijft.",
    )
    away = (
        f"This person cannot be reached on {name}: they may have blocked the shop, or closed their "
        "account. Reach them in another way.",
        f"Deze persoon is niet bereikbaar op {name}: misschien is de winkel geblokkeerd of het "
        "account gesloten. Bereik de klant op een andere manier.",
    )
    unknown = (
        f"{name} does not know this person under the shop's page. Reach them in another way, and "
        "tell an admin when it happens with others too.",
        f"{name} kent deze persoon niet bij de pagina van de winkel. Bereik de klant op een andere "
        "manier, en meld het een beheerder als het bij anderen ook gebeurt.",
    )
    file = (
        f"{name} does not take this file: its kind, or more than 25 MB (8 MB for a picture on "
        "Instagram). Send it smaller, as a PDF or a picture, or by mail.",
        f"{name} neemt dit bestand niet aan: het soort, of meer dan 25 MB (8 MB voor een foto op "
        "Instagram). Stuur het kleiner, als pdf of foto, of per mail.",
    )
    elsewhere = (
        "Another application has this conversation now, such as the inbox of Meta or a bot. Tell "
        "an admin to have it handed over to Workstation.",
        "Een andere toepassing heeft dit gesprek nu, zoals de inbox van Meta of een bot. Laat een "
        "beheerder het aan Workstation overdragen.",
    )
    testing = (
        "The shop's app is still in development: it may write to its own testers only. Tell an "
        "admin to publish it.",
        "De app van de winkel is nog in ontwikkeling: die mag alleen naar eigen testers schrijven. "
        "Laat een beheerder de app publiceren.",
    )
    tag = (
        f"The shop may not answer on {name} after the first 24 hours yet. Tell an admin to ask "
        "Meta for the permission “Human Agent”.",
        f"De winkel mag op {name} nog niet na de eerste 24 uur antwoorden. Laat een beheerder Meta "
        "om de toestemming “Human Agent” vragen.",
    )
    return {
        "window": closed,
        "file": file,
        "10.2018065": closed,
        "10.2018278": closed,
        "10.2534022": closed,
        "10.2018108": away,
        "10.2018300": elsewhere,
        "100.2018001": unknown,
        "100.2534014": unknown,
        "100.2018047": file,
        "100.2018109": file,
        "100.2018199": tag,
        "100.2018294": file,
        "200.1545041": away,
        "200.2018028": testing,
        "551": away,
        "551.1545041": away,
        "1200": (
            f"{name} has a disturbance. It is tried again by itself.",
            f"Er is een storing bij {name}. Het wordt vanzelf opnieuw geprobeerd.",
        ),
        "80002": (
            f"The shop has asked {name} too much in a short time. It is tried again by itself.",
            f"De winkel heeft in korte tijd te veel van {name} gevraagd. Het wordt vanzelf opnieuw "
            "geprobeerd.",
        ),
        "80006": (
            f"The shop has asked {name} too much in a short time. It is tried again by itself.",
            f"De winkel heeft in korte tijd te veel van {name} gevraagd. Het wordt vanzelf opnieuw "
            "geprobeerd.",
        ),
    }


MESSENGER = _table("Messenger")
INSTAGRAM = _table("Instagram")
