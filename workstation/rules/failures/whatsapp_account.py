"""The errors of WhatsApp's Cloud API about the shop's own account, its number and calls."""

_NUMBER = (
    "The shop's WhatsApp number is not registered properly. Tell an admin to register it again.",
    "Het WhatsApp-nummer van de winkel is niet goed geregistreerd. Laat een beheerder het opnieuw "
    "registreren.",
)
_PIN = (
    "The shop's WhatsApp number cannot be registered with this PIN now. Tell an admin to set the "
    "PIN anew and to wait a while.",
    "Het WhatsApp-nummer van de winkel kan nu niet met deze pincode worden geregistreerd. Laat "
    "een beheerder de pincode opnieuw instellen en even wachten.",
)
_ACCOUNT = (
    "Meta has restricted the shop's WhatsApp account. Tell an admin to look in WhatsApp Manager, "
    "and reach the customer in another way.",
    "Meta heeft het WhatsApp-account van de winkel beperkt. Laat een beheerder in WhatsApp "
    "Manager kijken en bereik de klant op een andere manier.",
)
_CALLS = (
    "WhatsApp does not let the shop call this customer now. Call their telephone number, or write.",
    "WhatsApp laat de winkel deze klant nu niet bellen. Bel het telefoonnummer, of schrijf.",
)

SENTENCES: dict[str, tuple[str, str]] = {
    "130403": _ACCOUNT,
    "131005": (
        "The shop's access does not permit this on WhatsApp. Tell an admin to look at the "
        "permissions of the access token.",
        "De toegang van de winkel staat dit op WhatsApp niet toe. Laat een beheerder naar de "
        "rechten van het toegangstoken kijken.",
    ),
    "131031": (
        "Meta has locked the shop's WhatsApp account. Tell an admin at once, and reach the "
        "customer in another way.",
        "Meta heeft het WhatsApp-account van de winkel vergrendeld. Meld het direct een beheerder "
        "en bereik de klant op een andere manier.",
    ),
    "131037": (
        "The name that customers see of the shop is not approved yet. Tell an admin to have it "
        "approved in WhatsApp Manager.",
        "De naam die klanten van de winkel zien is nog niet goedgekeurd. Laat een beheerder die "
        "laten goedkeuren in WhatsApp Manager.",
    ),
    "131042": (
        "WhatsApp cannot charge the shop for this message. Tell an admin to look at the payment "
        "settings of the WhatsApp account.",
        "WhatsApp kan dit bericht niet in rekening brengen. Laat een beheerder naar de "
        "betaalgegevens van het WhatsApp-account kijken.",
    ),
    "131044": (
        "WhatsApp cannot charge the shop for this message. Tell an admin to look at the payment "
        "settings of the WhatsApp account.",
        "WhatsApp kan dit bericht niet in rekening brengen. Laat een beheerder naar de "
        "betaalgegevens van het WhatsApp-account kijken.",
    ),
    "131045": _NUMBER,
    "131055": (
        "The shop's number may not be used in this way. Tell an admin to look at the number in "
        "WhatsApp Manager.",
        "Het nummer van de winkel mag niet zo worden gebruikt. Laat een beheerder in WhatsApp "
        "Manager naar het nummer kijken.",
    ),
    "131057": (
        "The shop's WhatsApp account is being maintained. Try again in a few minutes.",
        "Er is onderhoud aan het WhatsApp-account van de winkel. Probeer het over een paar "
        "minuten opnieuw.",
    ),
    "133000": _NUMBER,
    "133001": _NUMBER,
    "133002": _NUMBER,
    "133003": _NUMBER,
    "133005": _PIN,
    "133006": _NUMBER,
    "133007": (
        "Meta has blocked the shop's WhatsApp number. Tell an admin at once, and reach the "
        "customer in another way.",
        "Meta heeft het WhatsApp-nummer van de winkel geblokkeerd. Meld het direct een beheerder "
        "en bereik de klant op een andere manier.",
    ),
    "133008": _PIN,
    "133009": _PIN,
    "133010": _NUMBER,
    "133015": (
        "The shop's WhatsApp number was removed a moment ago. Tell an admin to wait five minutes "
        "and to register it again.",
        "Het WhatsApp-nummer van de winkel is zojuist verwijderd. Laat een beheerder vijf minuten "
        "wachten en het opnieuw registreren.",
    ),
    "133016": (
        "The shop's WhatsApp number was registered too often. Tell an admin to wait three days "
        "before the next attempt.",
        "Het WhatsApp-nummer van de winkel is te vaak geregistreerd. Laat een beheerder drie "
        "dagen wachten met de volgende poging.",
    ),
    "134011": (
        "The shop has not accepted WhatsApp's terms for payments. Tell an admin.",
        "De winkel heeft de betaalvoorwaarden van WhatsApp niet aanvaard. Meld het een beheerder.",
    ),
    "136025": _PIN,
    "138000": _CALLS,
    "138001": _CALLS,
    "138002": _CALLS,
    "138003": _CALLS,
    "138004": _CALLS,
    "138005": _CALLS,
    "138006": _CALLS,
    "138007": _CALLS,
    "138009": _CALLS,
    "138012": _CALLS,
    "138013": _CALLS,
    "138017": _CALLS,
    "138018": _CALLS,
    "138019": _CALLS,
    "138021": _CALLS,
    "2388001": (
        "The shop's WhatsApp number is still in use elsewhere. Tell an admin.",
        "Het WhatsApp-nummer van de winkel is nog elders in gebruik. Meld het een beheerder.",
    ),
    "2388012": (
        "The shop's WhatsApp number is still in use elsewhere. Tell an admin.",
        "Het WhatsApp-nummer van de winkel is nog elders in gebruik. Meld het een beheerder.",
    ),
    "2388091": (
        "The shop's WhatsApp number is still in use elsewhere. Tell an admin.",
        "Het WhatsApp-nummer van de winkel is nog elders in gebruik. Meld het een beheerder.",
    ),
    "2388103": (
        "The shop's WhatsApp number is still in use elsewhere. Tell an admin.",
        "Het WhatsApp-nummer van de winkel is nog elders in gebruik. Meld het een beheerder.",
    ),
}
