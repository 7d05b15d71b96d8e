"""Why a telephone call did not do what was asked of it."""

SENTENCES = {
    "no_text": (
        "The telephone takes no text. Call back, or answer over another channel.",
        "Per telefoon kun je geen tekst sturen. Bel terug, of antwoord via een ander kanaal.",
    ),
    "no_control": (
        "This telephone cannot be worked from the desk. Use the telephone itself.",
        "Deze telefoon is niet vanaf de desk te bedienen. Gebruik de telefoon zelf.",
    ),
    "gone": (
        "The provider no longer knows this call. It has probably ended.",
        "De aanbieder kent dit gesprek niet meer. Het is waarschijnlijk afgelopen.",
    ),
    "shut": (
        "The telephone provider does not let us in. Tell an admin.",
        "De telefonieaanbieder laat ons niet binnen. Meld het een beheerder.",
    ),
    "refused": (
        "The telephone provider does not do this. Use the telephone itself.",
        "De telefonieaanbieder doet dit niet. Gebruik de telefoon zelf.",
    ),
    "too_large": (
        "This recording is larger than we take. Listen to it at the provider's.",
        "Deze opname is groter dan we aannemen. Beluister hem bij de aanbieder.",
    ),
    "no_telephone": (
        "No telephone is known for this colleague. Ask an admin to set one.",
        "Van deze collega is geen telefoon bekend. Vraag een beheerder er een in te stellen.",
    ),
    "not_picked_up": (
        "Your own telephone was not picked up, so the customer was not called. Try again.",
        "Je eigen telefoon werd niet opgenomen, dus de klant is niet gebeld. Probeer het opnieuw.",
    ),
    "not_taken_over": (
        "Nobody picked up to take this call over: the customer is still with you.",
        "Niemand nam op om dit gesprek over te nemen: de klant is nog bij jou.",
    ),
    "no_recording": (
        "The provider does not have this recording any more.",
        "De aanbieder heeft deze opname niet meer.",
    ),
}
"""Code: English, Dutch."""
