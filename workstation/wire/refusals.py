"""Every reason for which an action is refused, as a sentence a person can read."""

SENTENCES: dict[str, tuple[str, str]] = {
    "not_allowed": (
        "Your role does not include this. A team lead can do it.",
        "Dit hoort niet bij je rol. Een teamleider kan het wel doen.",
    ),
    "contact_not_found": (
        "This contact is no longer with you or your teams.",
        "Dit contact is niet meer bij jou of je teams.",
    ),
    "not_found": (
        "What this was about is no longer there.",
        "Waar dit over ging, is er niet meer.",
    ),
    "owned_by_other": (
        "{name} has taken this contact.",
        "{name} heeft dit contact genomen.",
    ),
    "contact_done": (
        "This contact is wrapped up. Reopen it to go on.",
        "Dit contact is afgerond. Heropen het om verder te gaan.",
    ),
    "agent_left": (
        "{name} no longer works here.",
        "{name} werkt hier niet meer.",
    ),
    "moment_passed": (
        "That moment has already passed. Choose a later one.",
        "Dat moment is al voorbij. Kies een later moment.",
    ),
    "customer_merged": (
        "This customer was merged with another. Choose that one.",
        "Deze klant is samengevoegd met een andere. Kies die.",
    ),
    "same_customer": (
        "This is the same customer. Choose another one to merge with.",
        "Dit is dezelfde klant. Kies een andere om mee samen te voegen.",
    ),
    "not_merged": (
        "This customer is not merged with another any more.",
        "Deze klant is niet meer samengevoegd met een andere.",
    ),
    "variant_of_other_product": (
        "This variant belongs to another product.",
        "Deze variant hoort bij een ander product.",
    ),
    "nothing_to_retry": (
        "This message does not need to be sent again.",
        "Dit bericht hoeft niet opnieuw verstuurd te worden.",
    ),
    "file_missing": (
        "The file {name} has not arrived at the server. Attach it again.",
        "Het bestand {name} is niet bij de server aangekomen. Voeg het opnieuw toe.",
    ),
    "file_refused": (
        "The file {name} is of a kind or size we do not send.",
        "Het bestand {name} is van een soort of grootte die we niet versturen.",
    ),
    "too_many_files": (
        "This channel takes at most {limit} files in one message. Spread them over several.",
        "Dit kanaal neemt hoogstens {limit} bestanden per bericht aan. Verdeel ze over meer "
        "berichten.",
    ),
    "channel_closed": (
        "This channel is not set up here, so nothing can be sent by it. Answer another way.",
        "Dit kanaal is hier niet ingesteld, dus er kan niets mee worden verstuurd. Antwoord op een "
        "andere manier.",
    ),
    "takes_no_text": (
        "The telephone takes no text. Call back, or answer over another channel.",
        "Per telefoon kun je geen tekst sturen. Bel terug, of antwoord via een ander kanaal.",
    ),
    "text_too_long": (
        "This channel takes at most {limit} characters. Make it shorter.",
        "Dit kanaal neemt hoogstens {limit} tekens aan. Maak het korter.",
    ),
    "window_closed": (
        "The customer has not written for so long that this channel takes no free text any more. "
        "Choose a template.",
        "De klant heeft zo lang niet geschreven dat dit kanaal geen vrije tekst meer aanneemt. "
        "Kies een sjabloon.",
    ),
    "template_gone": (
        "The template {name} can no longer be sent. Choose another one.",
        "Het sjabloon {name} kan niet meer worden verstuurd. Kies een ander.",
    ),
    "template_incomplete": (
        "The template {name} is not filled in yet. Fill in every place.",
        "Het sjabloon {name} is nog niet ingevuld. Vul elke plek in.",
    ),
    "customer_known": (
        "This customer is known already: {name}.",
        "Deze klant is al bekend: {name}.",
    ),
    "call_over": (
        "This call has ended.",
        "Dit gesprek is afgelopen.",
    ),
    "call_taken": (
        "{name} has this call.",
        "{name} heeft dit gesprek.",
    ),
    "call_not_answered": (
        "This call has not been answered yet.",
        "Dit gesprek is nog niet opgenomen.",
    ),
    "not_a_number": (
        "{name} is not a telephone number. Write it with its country, such as +31 20 123 4567.",
        "{name} is geen telefoonnummer. Schrijf het met het land erbij, zoals +31 20 123 4567.",
    ),
    "no_number": (
        "We have no telephone number of this customer. Give one to call.",
        "We hebben geen telefoonnummer van deze klant. Geef er een op om te bellen.",
    ),
    "written_by_other": (
        "{name} wrote this. They or a team lead can take it away.",
        "{name} heeft dit geschreven. Die of een teamleider kan het weghalen.",
    ),
    "answer_incomplete": (
        "Write the question and its answer, in Dutch or in English.",
        "Schrijf de vraag en het antwoord op, in het Nederlands of in het Engels.",
    ),
    "answer_about_nothing": (
        "Choose what this answer is about: a product, or a kind of product.",
        "Kies waar dit antwoord over gaat: een product, of een soort product.",
    ),
    "answer_published": (
        "Customers read this answer on the product page. A team lead can change it.",
        "Klanten lezen dit antwoord op de productpagina. Een teamleider kan het aanpassen.",
    ),
    "view_of_other": (
        "{name} keeps this view. They or their team lead can change it.",
        "{name} bewaart deze weergave. Die of de teamleider kan haar aanpassen.",
    ),
    "not_your_team": (
        "You can only share a view with a team that you are in.",
        "Je kunt een weergave alleen delen met een team waar je in zit.",
    ),
    "too_many_tags": (
        "A contact takes at most {limit} tags. Take one off first.",
        "Een contact krijgt hoogstens {limit} labels. Haal er eerst een weg.",
    ),
    "snippet_empty": (
        "A snippet needs a text, in Dutch or in English.",
        "Een standaardtekst heeft een tekst nodig, in het Nederlands of in het Engels.",
    ),
    "shortcut_taken": (
        "There is already a snippet called /{name}. Choose another short name.",
        "Er is al een standaardtekst die /{name} heet. Kies een andere korte naam.",
    ),
    "snippet_of_other": (
        "This snippet is {name}'s own.",
        "Deze standaardtekst is van {name} zelf.",
    ),
    "snippet_shared": (
        "Colleagues use this snippet too. A team lead can change it.",
        "Collega's gebruiken deze standaardtekst ook. Een teamleider kan hem aanpassen.",
    ),
    "snippet_of_other_team": (
        "You can only share a snippet with a team that you are in.",
        "Je kunt een standaardtekst alleen delen met een team waar je in zit.",
    ),
    "not_understood": (
        "The server did not understand this. Update Workstation and try again.",
        "De server begreep dit niet. Werk Workstation bij en probeer het opnieuw.",
    ),
}
"""Code: English, Dutch."""


def sentence(code: str, facts: dict[str, str], language: str) -> str:
    """The reason in `language` ("nl" or anything else for English)."""
    english, dutch = SENTENCES.get(code, SENTENCES["not_understood"])
    template = dutch if language.startswith("nl") else english
    return template.format_map({"name": "?", "limit": "?"} | facts)
