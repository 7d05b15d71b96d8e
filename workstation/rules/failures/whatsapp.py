"""The errors of WhatsApp's Cloud API, as Meta documents them, by code."""

import workstation.rules.failures.whatsapp_account as of_the_account

_AGAIN = (
    "WhatsApp failed for a reason it did not name. Try again; tell an admin when it keeps "
    "happening.",
    "Het ging mis bij WhatsApp, zonder dat het zei waarom. Probeer het opnieuw; meld het een "
    "beheerder als het blijft gebeuren.",
)
_OURS = (
    "WhatsApp did not understand how the message was put together. Try it in another form, and "
    "tell an admin.",
    "WhatsApp begreep niet hoe het bericht was opgebouwd. Probeer het in een andere vorm en meld "
    "het een beheerder.",
)
_AWAY = (
    "WhatsApp has a disturbance. Try again in a few minutes.",
    "Er is een storing bij WhatsApp. Probeer het over een paar minuten opnieuw.",
)
_FAST = (
    "More was sent at once than WhatsApp takes. Try again in a few minutes.",
    "Er werd meer tegelijk verstuurd dan WhatsApp aanneemt. Probeer het over een paar minuten "
    "opnieuw.",
)
_TEMPLATE_FORM = (
    "What was filled in does not fit the template. Choose the template again and fill in every "
    "place in the form it asks for.",
    "Wat is ingevuld past niet in het sjabloon. Kies het sjabloon opnieuw en vul elk veld in "
    "zoals het gevraagd wordt.",
)
_FLOW = (
    "The form in this template cannot be used. Choose another template, and tell an admin.",
    "Het formulier in dit sjabloon kan niet worden gebruikt. Kies een ander sjabloon en meld het "
    "een beheerder.",
)

SENTENCES: dict[str, tuple[str, str]] = of_the_account.SENTENCES | {
    "80007": (
        "The shop has asked WhatsApp too much in a short time. Try again in a few minutes.",
        "De winkel heeft in korte tijd te veel van WhatsApp gevraagd. Probeer het over een paar "
        "minuten opnieuw.",
    ),
    "130429": _FAST,
    "130472": (
        "WhatsApp held this message back as part of a test of its own with this customer. Reach "
        "them in another way; sending it again does not help.",
        "WhatsApp hield dit bericht tegen voor een eigen proef met deze klant. Bereik de klant op "
        "een andere manier; opnieuw versturen helpt niet.",
    ),
    "130497": (
        "The shop may not write to customers in this country over WhatsApp. Reach the customer in "
        "another way.",
        "De winkel mag klanten in dit land niet via WhatsApp schrijven. Bereik de klant op een "
        "andere manier.",
    ),
    "131000": _AGAIN,
    "131001": (
        "The message is too long for WhatsApp. Send it in parts.",
        "Het bericht is te lang voor WhatsApp. Verstuur het in delen.",
    ),
    "131002": _OURS,
    "131006": (
        "WhatsApp no longer has what this message refers to. Write it again as a new message.",
        "WhatsApp heeft niet meer waar dit bericht naar verwijst. Schrijf het als een nieuw "
        "bericht.",
    ),
    "131008": _OURS,
    "131009": _OURS,
    "131016": _AWAY,
    "131021": (
        "The message was addressed to the shop's own number. Look at the customer's number.",
        "Het bericht was aan het eigen nummer van de winkel gericht. Kijk het nummer van de klant "
        "na.",
    ),
    "131026": (
        "It could not be delivered: the number is not on WhatsApp, has an old version of it, or "
        "has not accepted its terms. Reach the customer in another way.",
        "Het kon niet worden bezorgd: het nummer zit niet op WhatsApp, heeft een oude versie of "
        "nam de voorwaarden niet aan. Bereik de klant op een andere manier.",
    ),
    "131030": (
        "The shop's number is a test number, and may only write to numbers on its list. Tell an "
        "admin.",
        "Het nummer van de winkel is een testnummer en mag alleen schrijven naar nummers op zijn "
        "lijst. Meld het een beheerder.",
    ),
    "131043": (
        "The customer's telephone could not be reached in time, and the message expired. Send it "
        "again if it still matters.",
        "De telefoon van de klant was te lang onbereikbaar en het bericht is verlopen. Verstuur "
        "het opnieuw als het nog van belang is.",
    ),
    "131047": (
        "More than 24 hours have passed since the customer last wrote. Send a template, and write "
        "freely once they answer.",
        "De klant schreef meer dan 24 uur geleden voor het laatst. Stuur een sjabloon, en schrijf "
        "vrij zodra er antwoord is.",
    ),
    "131048": (
        "WhatsApp limits the shop's number, because customers blocked or reported its messages. "
        "Tell an admin, and reach the customer in another way.",
        "WhatsApp beperkt het nummer van de winkel, omdat klanten berichten blokkeerden of "
        "meldden. Meld het een beheerder en bereik de klant op een andere manier.",
    ),
    "131049": (
        "WhatsApp held this message back, because the customer already receives much from "
        "businesses. Do not repeat it now; try it tomorrow, or in another way.",
        "WhatsApp hield dit bericht tegen, omdat de klant al veel van bedrijven ontvangt. Herhaal "
        "het nu niet; probeer het morgen, of op een andere manier.",
    ),
    "131050": (
        "The customer does not want offers from the shop over WhatsApp. Do not send this again.",
        "De klant wil geen aanbiedingen van de winkel via WhatsApp. Verstuur dit niet opnieuw.",
    ),
    "131051": (
        "WhatsApp does not carry this kind of message. Send it as text, a picture or a document.",
        "WhatsApp vervoert dit soort bericht niet. Verstuur het als tekst, foto of document.",
    ),
    "131052": (
        "WhatsApp could not hand over the customer's file. Ask the customer to send it again.",
        "WhatsApp kon het bestand van de klant niet overhandigen. Vraag de klant het opnieuw te "
        "sturen.",
    ),
    "131053": (
        "WhatsApp did not take the file. Send it in another form, such as JPEG, PDF or MP4, or "
        "smaller.",
        "WhatsApp nam het bestand niet aan. Verstuur het in een andere vorm, zoals JPEG, PDF of "
        "MP4, of kleiner.",
    ),
    "131056": (
        "Too many messages went to this customer in a short time. Wait a minute, and try again.",
        "Er gingen in korte tijd te veel berichten naar deze klant. Wacht een minuut en probeer "
        "het opnieuw.",
    ),
    "131059": _OURS,
    "131060": (
        "WhatsApp does not have this message any more. Ask the customer to send it again.",
        "WhatsApp heeft dit bericht niet meer. Vraag de klant het opnieuw te sturen.",
    ),
    "131062": (
        "This kind of message needs the customer's telephone number. Send another kind, or ask "
        "for the number.",
        "Voor dit soort bericht is het telefoonnummer van de klant nodig. Stuur een ander soort, "
        "of vraag om het nummer.",
    ),
    "131063": (
        "The template's kind does not fit this message. Choose another template.",
        "Het soort sjabloon past niet bij dit bericht. Kies een ander sjabloon.",
    ),
    "132000": (
        "The number of places that were filled in is not what the template asks for. Choose the "
        "template again and fill in every place.",
        "Er zijn niet evenveel velden ingevuld als het sjabloon vraagt. Kies het sjabloon opnieuw "
        "en vul elk veld in.",
    ),
    "132001": (
        "There is no such template in this language, or it is not approved yet. Choose another.",
        "Dit sjabloon bestaat niet in deze taal, of is nog niet goedgekeurd. Kies een ander.",
    ),
    "132005": (
        "With what was filled in, the template became too long. Fill in less.",
        "Met wat is ingevuld werd het sjabloon te lang. Vul minder in.",
    ),
    "132007": (
        "WhatsApp does not allow the text of this template. Choose another, and tell an admin.",
        "WhatsApp staat de tekst van dit sjabloon niet toe. Kies een ander en meld het een "
        "beheerder.",
    ),
    "132008": _TEMPLATE_FORM,
    "132012": _TEMPLATE_FORM,
    "132015": (
        "This template is paused, because customers did not value it. Choose another, and tell an "
        "admin.",
        "Dit sjabloon staat op pauze, omdat klanten het niet waardeerden. Kies een ander en meld "
        "het een beheerder.",
    ),
    "132016": (
        "This template was paused too often and is switched off for good. Choose another, and "
        "tell an admin.",
        "Dit sjabloon stond te vaak op pauze en is voorgoed uitgeschakeld. Kies een ander en meld "
        "het een beheerder.",
    ),
    "132018": _TEMPLATE_FORM,
    "132068": _FLOW,
    "132069": _FLOW,
    "133004": _AWAY,
    "134100": (
        "Only offers may go this way, and this template is not one. Choose another template.",
        "Hierlangs mogen alleen aanbiedingen, en dit sjabloon is dat niet. Kies een ander "
        "sjabloon.",
    ),
    "134101": (
        "The template is still being prepared by WhatsApp. Try again in ten minutes.",
        "WhatsApp is het sjabloon nog aan het voorbereiden. Probeer het over tien minuten opnieuw.",
    ),
    "134102": (
        "This template may not be used now. Choose another, and tell an admin.",
        "Dit sjabloon mag nu niet worden gebruikt. Kies een ander en meld het een beheerder.",
    ),
    "135000": (
        "WhatsApp failed on this message without saying why. Try it in another form, and tell an "
        "admin when it keeps happening.",
        "Het ging mis met dit bericht, zonder dat WhatsApp zei waarom. Probeer het in een andere "
        "vorm, en meld het een beheerder als het blijft gebeuren.",
    ),
    "137000": (
        "WhatsApp cannot place this customer. Write to them on the telephone number they gave.",
        "WhatsApp kan deze klant niet thuisbrengen. Schrijf naar het telefoonnummer dat de klant "
        "gaf.",
    ),
    "200005": _TEMPLATE_FORM,
    "200006": _TEMPLATE_FORM,
    "200007": _TEMPLATE_FORM,
    "1752041": (
        "This template was already handed in. Choose the one that is there.",
        "Dit sjabloon was al ingediend. Kies het sjabloon dat er al is.",
    ),
    "2494100": _AWAY,
}
