"""What went wrong on our own side of every channel, or with a customer's file."""

SENTENCES = {
    "empty": (
        "There is nothing in this message. Write something, or add a file.",
        "Er staat niets in dit bericht. Schrijf iets, of voeg een bestand toe.",
    ),
    "a_day": (
        "The channel could not be reached for a day. Try it again, or answer another way.",
        "Het kanaal was een dag lang niet bereikbaar. Probeer het opnieuw of antwoord anders.",
    ),
    "file_gone": (
        "A file of this message is no longer here. Attach it again and send a new message.",
        "Een bestand van dit bericht is er niet meer. Voeg het opnieuw toe en stuur een nieuw "
        "bericht.",
    ),
    "lost": (
        "The connection ended while this was being sent: the customer may have it or not. Ask "
        "them, or send it again.",
        "De verbinding viel weg tijdens het versturen: misschien heeft de klant het, misschien "
        "niet. Vraag het na, of stuur het opnieuw.",
    ),
    "partly": (
        "The customer has the first part of this message, and not the rest. Send the rest as a new "
        "message; sending this one again repeats the first part.",
        "De klant heeft het eerste deel van dit bericht, en de rest niet. Stuur de rest als nieuw "
        "bericht; opnieuw versturen herhaalt het eerste deel.",
    ),
    "no_file": (
        "The provider did not give us this file. Ask the customer to send it again.",
        "De provider gaf ons dit bestand niet. Vraag de klant het opnieuw te sturen.",
    ),
    "file_late": (
        "This file could not be fetched within a day. Ask the customer to send it again.",
        "Dit bestand kon een dag lang niet worden opgehaald. Vraag de klant het opnieuw te sturen.",
    ),
    "too_large": (
        "This file is too large to be taken in. Ask for a smaller one.",
        "Dit bestand is te groot om aan te nemen. Vraag om een kleiner bestand.",
    ),
    "type_refused": (
        "Files of this kind are not taken in. Ask for a photo or a PDF.",
        "Bestanden van deze soort worden niet aangenomen. Vraag om een foto of een pdf.",
    ),
    "call_lost": (
        "The telephone provider did not answer: look at the telephone whether it happened.",
        "De telefonieaanbieder gaf geen antwoord: kijk op de telefoon of het gelukt is.",
    ),
    "call_unavailable": (
        "The telephone provider cannot be reached now. Use the telephone itself.",
        "De telefonieaanbieder is nu niet bereikbaar. Gebruik de telefoon zelf.",
    ),
    "no_extension": (
        "They have no telephone number in the settings. Choose somebody else, or type a number.",
        "Er staat geen telefoonnummer van hen in de instellingen. Kies iemand anders, of typ een "
        "nummer.",
    ),
    "no_calls": (
        "This line takes no orders from the desk. Use the telephone itself.",
        "Deze lijn is niet vanaf de desk te bedienen. Gebruik de telefoon zelf.",
    ),
}
"""Code: English, Dutch."""
