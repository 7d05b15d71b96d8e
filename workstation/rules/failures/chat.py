"""Why a message could not go to the web chat, which is ourselves."""

SENTENCES = {
    "too_long": (
        "A chat message holds at most 4,000 characters. Send it in parts.",
        "Een chatbericht is hoogstens 4.000 tekens lang. Stuur het in delen.",
    ),
    "file": (
        "The chat shows photos and PDF files of at most 10 MB. Send this one by mail.",
        "De chat toont foto's en pdf's van hoogstens 10 MB. Stuur dit bestand per mail.",
    ),
}
