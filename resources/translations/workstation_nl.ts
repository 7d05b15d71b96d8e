<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="nl">
<context>
    <name>AnswerForm</name>
    <message>
        <source>Change an answer</source>
        <translation>Een antwoord aanpassen</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Schrijf een antwoord</translation>
    </message>
    <message>
        <source>Colleagues see it beside the contact, and put it into a reply with one key.</source>
        <translation>Collega&apos;s zien het naast het contact, en zetten het met één toets in een antwoord.</translation>
    </message>
    <message>
        <source>About</source>
        <translation>Over</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>The question, as a customer asks it</source>
        <translation>De vraag, zoals een klant die stelt</translation>
    </message>
    <message>
        <source>Question in {language}</source>
        <translation>Vraag in het {language}</translation>
    </message>
    <message>
        <source>The answer, ready to send</source>
        <translation>Het antwoord, klaar om te versturen</translation>
    </message>
    <message>
        <source>Answer in {language}</source>
        <translation>Antwoord in het {language}</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
</context>
<context>
    <name>Answering</name>
    <message>
        <source>Answer no message in particular</source>
        <translation>Op geen bericht in het bijzonder antwoorden</translation>
    </message>
    <message>
        <source>Answers {name}</source>
        <translation>Antwoord op {name}</translation>
    </message>
</context>
<context>
    <name>AnswersView</name>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Search the answers</source>
        <translation>Zoek in de antwoorden</translation>
    </message>
    <message>
        <source>Write an answer</source>
        <translation>Schrijf een antwoord</translation>
    </message>
    <message numerus="yes">
        <source>%n more</source>
        <translation>
            <numerusform>nog %n</numerusform>
            <numerusform>nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>No answer has these words.</source>
        <translation>Geen antwoord heeft deze woorden.</translation>
    </message>
    <message>
        <source>No answers yet.</source>
        <translation>Nog geen antwoorden.</translation>
    </message>
    <message>
        <source>Use in the reply</source>
        <translation>Gebruik in het antwoord</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>Aanpassen…</translation>
    </message>
    <message>
        <source>Take away</source>
        <translation>Weghalen</translation>
    </message>
</context>
<context>
    <name>Band</name>
    <message>
        <source>Dismiss</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>CallCard</name>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Not now</source>
        <translation>Nu niet</translation>
    </message>
    <message>
        <source>It helped</source>
        <translation>Het hielp</translation>
    </message>
    <message>
        <source>It did not</source>
        <translation>Het hielp niet</translation>
    </message>
    <message>
        <source>Did the call help?</source>
        <translation>Heeft bellen geholpen?</translation>
    </message>
    <message>
        <source>We do not have their number yet: ask for it.</source>
        <translation>We hebben nog geen nummer: vraag erom.</translation>
    </message>
</context>
<context>
    <name>ClosedNote</name>
    <message>
        <source>Choose a template</source>
        <translation>Kies een sjabloon</translation>
    </message>
</context>
<context>
    <name>ComposerPage</name>
    <message>
        <source>Reply</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Only send it</source>
        <translation>Alleen versturen</translation>
    </message>
    <message>
        <source>Send and snooze</source>
        <translation>Versturen en uitstellen</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>More ways to send</source>
        <translation>Meer manieren om te versturen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notitie toevoegen</translation>
    </message>
    <message>
        <source>Only colleagues see this</source>
        <translation>Alleen collega&apos;s zien dit</translation>
    </message>
    <message>
        <source>Note, only colleagues see this</source>
        <translation>Notitie, alleen collega&apos;s zien dit</translation>
    </message>
    <message>
        <source>Reply to the customer</source>
        <translation>Antwoord aan de klant</translation>
    </message>
</context>
<context>
    <name>ComposerView</name>
    <message>
        <source>Write a note; only colleagues see it</source>
        <translation>Schrijf een notitie; alleen collega&apos;s zien die</translation>
    </message>
    <message>
        <source>Too long for this channel</source>
        <translation>Te lang voor dit kanaal</translation>
    </message>
    <message numerus="yes">
        <source>At most %n file(s) at once</source>
        <translation>
            <numerusform>Maximaal %n bestand tegelijk</numerusform>
            <numerusform>Maximaal %n bestanden tegelijk</numerusform>
        </translation>
    </message>
    <message>
        <source>Take some away, or send them in turn</source>
        <translation>Haal er een paar weg, of verstuur ze na elkaar</translation>
    </message>
    <message numerus="yes">
        <source>Reading %n file(s)…</source>
        <translation>
            <numerusform>%n bestand wordt gelezen…</numerusform>
            <numerusform>%n bestanden worden gelezen…</numerusform>
        </translation>
    </message>
    <message>
        <source>Attach files</source>
        <translation>Bestanden toevoegen</translation>
    </message>
    <message>
        <source>The pasted text is very long: it goes along as a file.</source>
        <translation>De geplakte tekst is erg lang en gaat daarom mee als bestand.</translation>
    </message>
</context>
<context>
    <name>ContactDeeds</name>
    <message>
        <source>Who is this? Search a name, address or order</source>
        <translation>Wie is dit? Zoek op naam, adres of bestelling</translation>
    </message>
    <message>
        <source>No customer has these words.</source>
        <translation>Geen klant met deze woorden.</translation>
    </message>
</context>
<context>
    <name>ContactView</name>
    <message>
        <source>No contact is open</source>
        <translation>Er is geen contact open</translation>
    </message>
    <message>
        <source>Choose one from the list: ↑ and ↓ move, Enter opens.</source>
        <translation>Kies er een uit de lijst: met ↑ en ↓ blader je, met Enter open je.</translation>
    </message>
    <message>
        <source>This contact is no longer here</source>
        <translation>Dit contact is hier niet meer</translation>
    </message>
    <message>
        <source>It is no longer with you or your teams.</source>
        <translation>Het is niet meer bij jou of je teams.</translation>
    </message>
    <message>
        <source>This is from the customer&apos;s history: to read only.</source>
        <translation>Dit komt uit de geschiedenis van de klant: alleen om te lezen.</translation>
    </message>
</context>
<context>
    <name>CustomerPanel</name>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>All contact, every channel</source>
        <translation>Alle contacten, elk kanaal</translation>
    </message>
    <message>
        <source>What they think of us</source>
        <translation>Wat deze klant van ons vindt</translation>
    </message>
    <message>
        <source>customer since {year}</source>
        <translation>klant sinds {year}</translation>
    </message>
    <message>
        <source>We do not know yet who this is</source>
        <translation>We weten nog niet wie dit is</translation>
    </message>
    <message>
        <source>Link the contact to a customer to see their orders.</source>
        <translation>Koppel het contact aan een klant om de bestellingen te zien.</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellingen</translation>
    </message>
    <message numerus="yes">
        <source>%n earlier order(s)</source>
        <translation>
            <numerusform>%n eerdere bestelling</numerusform>
            <numerusform>%n eerdere bestellingen</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Departing</name>
    <message>
        <source>Sent in {seconds} s</source>
        <translation>Gaat weg over {seconds} s</translation>
    </message>
    <message>
        <source>It had already been sent.</source>
        <translation>Het was al verstuurd.</translation>
    </message>
    <message>
        <source>This was not sent.</source>
        <translation>Dit is niet verstuurd.</translation>
    </message>
</context>
<context>
    <name>EmojiPicker</name>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Search: thanks, parcel, party</source>
        <translation>Zoek: bedankt, pakket, feest</translation>
    </message>
    <message>
        <source>Search emoji</source>
        <translation>Emoji zoeken</translation>
    </message>
    <message>
        <source>No emoji is called that</source>
        <translation>Zo heet geen emoji</translation>
    </message>
</context>
<context>
    <name>FilesView</name>
    <message>
        <source>Attached files</source>
        <translation>Toegevoegde bestanden</translation>
    </message>
</context>
<context>
    <name>Going</name>
    <message>
        <source>Ctrl+Enter sends; Enter is a new line.</source>
        <translation>Ctrl+Enter verstuurt; Enter is een nieuwe regel.</translation>
    </message>
    <message>
        <source>Enter sends; Shift+Enter is a new line.</source>
        <translation>Enter verstuurt; Shift+Enter is een nieuwe regel.</translation>
    </message>
</context>
<context>
    <name>HeaderView</name>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
</context>
<context>
    <name>NewestButton</name>
    <message numerus="yes">
        <source>%n new message(s)</source>
        <translation>
            <numerusform>%n nieuw bericht</numerusform>
            <numerusform>%n nieuwe berichten</numerusform>
        </translation>
    </message>
    <message>
        <source>Newest</source>
        <translation>Nieuwste</translation>
    </message>
    <message>
        <source>Go to the newest message (End)</source>
        <translation>Naar het nieuwste bericht (End)</translation>
    </message>
</context>
<context>
    <name>NotesPart</name>
    <message>
        <source>What should every colleague know?</source>
        <translation>Wat moet elke collega weten?</translation>
    </message>
    <message>
        <source>Note about the customer</source>
        <translation>Notitie over de klant</translation>
    </message>
    <message>
        <source>Write a note about them</source>
        <translation>Schrijf een notitie over deze klant</translation>
    </message>
</context>
<context>
    <name>PreferencesLine</name>
    <message>
        <source>Language?</source>
        <translation>Taal?</translation>
    </message>
    <message>
        <source>Language: {name}</source>
        <translation>Taal: {name}</translation>
    </message>
    <message>
        <source>Rather over {channel}</source>
        <translation>Liefst via {channel}</translation>
    </message>
    <message>
        <source>No preferred channel</source>
        <translation>Geen voorkeurskanaal</translation>
    </message>
    <message>
        <source>No preference</source>
        <translation>Geen voorkeur</translation>
    </message>
</context>
<context>
    <name>ProductPanel</name>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Variants</source>
        <translation>Varianten</translation>
    </message>
    <message>
        <source>Choose another variant to compare it.</source>
        <translation>Kies een andere variant om te vergelijken.</translation>
    </message>
    <message>
        <source>Open contacts</source>
        <translation>Openstaande contacten</translation>
    </message>
    <message>
        <source>Another product…</source>
        <translation>Ander product…</translation>
    </message>
    <message>
        <source>Specifications</source>
        <translation>Specificaties</translation>
    </message>
</context>
<context>
    <name>SidePanel</name>
    <message>
        <source>No customer yet</source>
        <translation>Nog geen klant</translation>
    </message>
    <message>
        <source>Open a contact, and who it is shows here.</source>
        <translation>Open een contact, dan zie je hier wie het is.</translation>
    </message>
    <message>
        <source>No product yet</source>
        <translation>Nog geen product</translation>
    </message>
    <message>
        <source>Choose one in the wrap-up line, and its facts show here.</source>
        <translation>Kies er een in de afrondregel, dan staan de gegevens hier.</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
</context>
<context>
    <name>SnippetsWindow</name>
    <message>
        <source>Snippets</source>
        <translation>Standaardteksten</translation>
    </message>
    <message>
        <source>Search the snippets</source>
        <translation>Zoek in de standaardteksten</translation>
    </message>
    <message>
        <source>New snippet</source>
        <translation>Nieuwe standaardtekst</translation>
    </message>
    <message>
        <source>Make one of my own</source>
        <translation>Maak er mijn eigen van</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>Opslaan</translation>
    </message>
    <message>
        <source>Type / in a reply to insert one.</source>
        <translation>Typ / in een antwoord om er een in te voegen.</translation>
    </message>
    <message>
        <source>Not everything was saved. Press Escape again to leave it.</source>
        <translation>Niet alles is opgeslagen. Druk nog eens op Escape om het te laten.</translation>
    </message>
    <message>
        <source>Colleagues use this too: a lead can change it.</source>
        <translation>Collega&apos;s gebruiken dit ook: een teamleider kan het aanpassen.</translation>
    </message>
    <message>
        <source>The snippet was saved.</source>
        <translation>De standaardtekst is opgeslagen.</translation>
    </message>
    <message>
        <source>The snippet was removed.</source>
        <translation>De standaardtekst is verwijderd.</translation>
    </message>
</context>
<context>
    <name>SuggestionsPopup</name>
    <message>
        <source>↑ ↓ choose · Enter inserts · Esc closes</source>
        <translation>↑ ↓ kiest · Enter voegt in · Esc sluit</translation>
    </message>
</context>
<context>
    <name>Templates</name>
    <message>
        <source>Which template?</source>
        <translation>Welk sjabloon?</translation>
    </message>
    <message>
        <source>This channel has no approved template.</source>
        <translation>Dit kanaal heeft geen goedgekeurd sjabloon.</translation>
    </message>
</context>
<context>
    <name>TimelineView</name>
    <message>
        <source>All contact, every channel</source>
        <translation>Alle contacten, elk kanaal</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
</context>
<context>
    <name>TranscriptView</name>
    <message>
        <source>Messages</source>
        <translation>Berichten</translation>
    </message>
</context>
<context>
    <name>UndoStrip</name>
    <message>
        <source>Undo</source>
        <translation>Ongedaan maken</translation>
    </message>
</context>
<context>
    <name>WrapUpAsking</name>
    <message>
        <source>Search a product</source>
        <translation>Zoek een product</translation>
    </message>
    <message>
        <source>No product has these words.</source>
        <translation>Geen product heeft deze woorden.</translation>
    </message>
    <message>
        <source>Why did they get in touch?</source>
        <translation>Waarom nam de klant contact op?</translation>
    </message>
    <message>
        <source>No reason has these words.</source>
        <translation>Geen reden heeft deze woorden.</translation>
    </message>
    <message>
        <source>What was offered?</source>
        <translation>Wat is er aangeboden?</translation>
    </message>
    <message>
        <source>Nothing to offer has these words.</source>
        <translation>Geen aanbod heeft deze woorden.</translation>
    </message>
    <message>
        <source>{key} wraps up</source>
        <translation>{key} rondt af</translation>
    </message>
    <message>
        <source>Did the call help?</source>
        <translation>Heeft bellen geholpen?</translation>
    </message>
</context>
<context>
    <name>WrapUpView</name>
    <message>
        <source>Wrap up</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Aangeboden</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Klaar</translation>
    </message>
</context>
<context>
    <name>_Paper</name>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Take this note away</source>
        <translation>Haal deze notitie weg</translation>
    </message>
</context>
<context>
    <name>bulk</name>
    <message numerus="yes">
        <source>%n contact(s) leave your teams.</source>
        <translation>
            <numerusform>%n contact verlaat je teams.</numerusform>
            <numerusform>%n contacten verlaten je teams.</numerusform>
        </translation>
    </message>
    <message>
        <source>Once they are with {team} you cannot take this back: only somebody of that team can return them.</source>
        <translation>Zodra ze bij {team} zijn, kun je dit niet meer terugdraaien: alleen iemand van dat team kan ze teruggeven.</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>More</source>
        <translation>Meer</translation>
    </message>
    <message numerus="yes">
        <source>%n selected</source>
        <translation>
            <numerusform>%n gekozen</numerusform>
            <numerusform>%n gekozen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) assigned to {name}</source>
        <translation>
            <numerusform>%n contact toegewezen aan {name}</numerusform>
            <numerusform>%n contacten toegewezen aan {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) taken</source>
        <translation>
            <numerusform>%n contact opgepakt</numerusform>
            <numerusform>%n contacten opgepakt</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) given back to the team</source>
        <translation>
            <numerusform>%n contact teruggegeven aan het team</numerusform>
            <numerusform>%n contacten teruggegeven aan het team</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) to {name}</source>
        <translation>
            <numerusform>%n contact naar {name}</numerusform>
            <numerusform>%n contacten naar {name}</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) snoozed</source>
        <translation>
            <numerusform>%n contact uitgesteld</numerusform>
            <numerusform>%n contacten uitgesteld</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) tagged “{name}”</source>
        <translation>
            <numerusform>%n contact met label “{name}”</numerusform>
            <numerusform>%n contacten met label “{name}”</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>“{name}” taken off %n contact(s)</source>
        <translation>
            <numerusform>“{name}” weggehaald van %n contact</numerusform>
            <numerusform>“{name}” weggehaald van %n contacten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) marked as read</source>
        <translation>
            <numerusform>%n contact als gelezen gemarkeerd</numerusform>
            <numerusform>%n contacten als gelezen gemarkeerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) marked as unread</source>
        <translation>
            <numerusform>%n contact als ongelezen gemarkeerd</numerusform>
            <numerusform>%n contacten als ongelezen gemarkeerd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Changing %n contact(s)</source>
        <translation>
            <numerusform>%n contact wordt aangepast</numerusform>
            <numerusform>%n contacten worden aangepast</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Restoring %n contact(s)</source>
        <translation>
            <numerusform>%n contact wordt teruggezet</numerusform>
            <numerusform>%n contacten worden teruggezet</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) as before</source>
        <translation>
            <numerusform>%n contact weer als voorheen</numerusform>
            <numerusform>%n contacten weer als voorheen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n contact(s) stayed as they were.</source>
        <translation>
            <numerusform>%n contact bleef zoals het was.</numerusform>
            <numerusform>%n contacten bleven zoals ze waren.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>calls</name>
    <message>
        <source>Who is this?</source>
        <translation>Wie is dit?</translation>
    </message>
    <message>
        <source>Answer</source>
        <translation>Opnemen</translation>
    </message>
    <message>
        <source>Hold</source>
        <translation>In de wacht</translation>
    </message>
    <message>
        <source>Resume</source>
        <translation>Terughalen</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Doorverbinden</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Ophangen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>Number withheld</source>
        <translation>Nummer onbekend</translation>
    </message>
    <message>
        <source>Unknown customer</source>
        <translation>Onbekende klant</translation>
    </message>
    <message>
        <source>Unknown caller</source>
        <translation>Onbekende beller</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>bestelling {number}</translation>
    </message>
    <message>
        <source>1 other open contact</source>
        <translation>nog 1 open contact</translation>
    </message>
    <message>
        <source>{count} other open contacts</source>
        <translation>nog {count} open contacten</translation>
    </message>
    <message>
        <source>Rings {time}</source>
        <translation>Gaat over {time}</translation>
    </message>
    <message>
        <source>Calling {time}</source>
        <translation>Belt {time}</translation>
    </message>
    <message>
        <source>Talking {time}</source>
        <translation>In gesprek {time}</translation>
    </message>
    <message>
        <source>On hold {time}</source>
        <translation>In de wacht {time}</translation>
    </message>
    <message>
        <source>Wrap up {time}</source>
        <translation>Afronden {time}</translation>
    </message>
    <message>
        <source>The telephone is asked…</source>
        <translation>De telefoon wordt gevraagd…</translation>
    </message>
    <message>
        <source>This number</source>
        <translation>Dit nummer</translation>
    </message>
    <message>
        <source>Pass on to a colleague, a team or a number</source>
        <translation>Doorverbinden met een collega, een team of een nummer</translation>
    </message>
    <message>
        <source>Nobody has these words. A number begins with a plus.</source>
        <translation>Niemand heeft deze woorden. Een nummer begint met een plus.</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>Somebody new</source>
        <translation>Een nieuwe klant</translation>
    </message>
    <message>
        <source>Who is this? Search somebody, or type a new name</source>
        <translation>Wie is dit? Zoek iemand, of typ een nieuwe naam</translation>
    </message>
    <message>
        <source>Type a name.</source>
        <translation>Typ een naam.</translation>
    </message>
    <message>
        <source>Your own telephone is asked to call {number}.</source>
        <translation>Je eigen telefoon belt {number}.</translation>
    </message>
    <message>
        <source>Dial {number}: nothing on this computer makes calls.</source>
        <translation>Bel zelf {number}: op deze computer kan niets bellen.</translation>
    </message>
</context>
<context>
    <name>changes</name>
    <message>
        <source>Several contacts at once</source>
        <translation>Meer contacten tegelijk</translation>
    </message>
    <message>
        <source>Select them in a list to take, transfer, snooze or tag them together. Any list can be filtered, and kept as a view.</source>
        <translation>Kies ze in een lijst en pak ze samen op, draag ze over, stel ze uit of geef ze een label. Elke lijst kun je filteren en als weergave bewaren.</translation>
    </message>
    <message>
        <source>All that was found, as a list</source>
        <translation>Alles wat gevonden is, als lijst</translation>
    </message>
    <message>
        <source>What a search finds can be sorted, put under headings, selected, and kept as a view.</source>
        <translation>Wat je vindt, kun je sorteren, onder kopjes zetten, kiezen en als weergave bewaren.</translation>
    </message>
    <message>
        <source>What takes long can be stopped</source>
        <translation>Wat lang duurt, kun je stoppen</translation>
    </message>
    <message>
        <source>How far it is stands at the foot of the list, with a button that stops it.</source>
        <translation>Onder aan de lijst staat hoe ver het is, met een knop die het stopt.</translation>
    </message>
    <message>
        <source>Keys of your own</source>
        <translation>Je eigen toetsen</translation>
    </message>
    <message>
        <source>Every command can have another key, also those for looking at pictures.</source>
        <translation>Elke opdracht kan een andere toets krijgen, ook die voor het bekijken van afbeeldingen.</translation>
    </message>
    <message>
        <source>Away with a reason</source>
        <translation>Weg met een reden</translation>
    </message>
    <message>
        <source>Say lunch, training or back office and when you are back. Colleagues see it, and you are reminded.</source>
        <translation>Zeg dat je luncht, een training hebt of in de backoffice zit, en wanneer je terug bent. Collega&apos;s zien het en je krijgt een seintje.</translation>
    </message>
    <message>
        <source>Told outside of the window</source>
        <translation>Een seintje buiten het venster om</translation>
    </message>
    <message>
        <source>The desktop tells you when a customer of yours writes, with a sound you choose. Nothing disturbs you while you are away.</source>
        <translation>Je computer laat het weten als een klant van jou schrijft, met een geluid dat je zelf kiest. Zolang je weg bent, word je niet gestoord.</translation>
    </message>
    <message>
        <source>Larger text, other colours</source>
        <translation>Grotere tekst, andere kleuren</translation>
    </message>
    <message>
        <source>Text of any size, light or dark like your computer, in the settings.</source>
        <translation>Tekst zo groot als je wilt, licht of donker zoals je computer: bij de instellingen.</translation>
    </message>
    <message>
        <source>Taking back what you sent</source>
        <translation>Terugnemen wat je verstuurde</translation>
    </message>
    <message>
        <source>For a few seconds a reply can be taken back before it leaves.</source>
        <translation>Een paar tellen lang kun je een antwoord terugnemen voordat het weggaat.</translation>
    </message>
    <message>
        <source>The telephone is in the desk</source>
        <translation>De telefoon zit in het venster</translation>
    </message>
    <message>
        <source>A call shows who it is before you answer, and stands among the other contacts.</source>
        <translation>Je ziet wie er belt voordat je opneemt, en het gesprek staat tussen de andere contacten.</translation>
    </message>
    <message>
        <source>One customer, all their addresses</source>
        <translation>Eén klant, alle adressen</translation>
    </message>
    <message>
        <source>Who turns out to be the same person can be merged, and unmerged.</source>
        <translation>Wie dezelfde persoon blijkt te zijn, kun je samenvoegen en weer splitsen.</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderd is</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
</context>
<context>
    <name>channel</name>
    <message>
        <source>E-mail</source>
        <translation>E-mail</translation>
    </message>
    <message>
        <source>Web chat</source>
        <translation>Webchat</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>Telefoon</translation>
    </message>
    <message>
        <source>Console</source>
        <translation>Console</translation>
    </message>
</context>
<context>
    <name>channels</name>
    <message>
        <source>{count} could not be read</source>
        <translation>{count} niet te lezen</translation>
    </message>
    <message>
        <source>Not set up</source>
        <translation>Niet ingesteld</translation>
    </message>
    <message>
        <source>Down</source>
        <translation>Ligt eruit</translation>
    </message>
    <message>
        <source>Trouble</source>
        <translation>Hapert</translation>
    </message>
    <message>
        <source>Closed</source>
        <translation>Gesloten</translation>
    </message>
    <message>
        <source>Open to {share} %</source>
        <translation>Open voor {share} %</translation>
    </message>
    <message>
        <source>Open, with a ceiling</source>
        <translation>Open, met een maximum</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>{begun} in the last hour · {open} open</source>
        <translation>{begun} in het laatste uur · {open} open</translation>
    </message>
    <message>
        <source>The server has not said yet how this channel is.</source>
        <translation>De server heeft nog niet gezegd hoe het met dit kanaal gaat.</translation>
    </message>
    <message>
        <source>No provider is configured: simulated customers can write, others cannot.</source>
        <translation>Er is geen aanbieder ingesteld: nagebootste klanten kunnen schrijven, anderen niet.</translation>
    </message>
    <message>
        <source>Channels</source>
        <translation>Kanalen</translation>
    </message>
    <message>
        <source>Check again</source>
        <translation>Opnieuw nakijken</translation>
    </message>
    <message>
        <source>The channels are being checked…</source>
        <translation>De kanalen worden nagekeken…</translation>
    </message>
    <message>
        <source>The server cannot be asked now. The dials can be turned.</source>
        <translation>De server is nu niet te bereiken. De knoppen werken wel.</translation>
    </message>
    <message>
        <source>The server cannot be asked now. Try again in a moment.</source>
        <translation>De server is nu niet te bereiken. Probeer het zo opnieuw.</translation>
    </message>
    <message>
        <source>Open to customers</source>
        <translation>Open voor klanten</translation>
    </message>
    <message>
        <source>Share of customers it is offered to</source>
        <translation>Deel van de klanten aan wie het wordt aangeboden</translation>
    </message>
    <message>
        <source>Contacts that begin in an hour</source>
        <translation>Contacten die in een uur beginnen</translation>
    </message>
    <message>
        <source>Contacts that are open at once</source>
        <translation>Contacten die tegelijk open zijn</translation>
    </message>
    <message>
        <source>Offered instead</source>
        <translation>Verwijs door naar</translation>
    </message>
    <message>
        <source>No other way</source>
        <translation>Geen ander kanaal</translation>
    </message>
    <message>
        <source>What they are told in Dutch</source>
        <translation>Wat klanten in het Nederlands lezen</translation>
    </message>
    <message>
        <source>What they are told in English</source>
        <translation>Wat klanten in het Engels lezen</translation>
    </message>
    <message>
        <source>Turn the dial</source>
        <translation>Instellen</translation>
    </message>
    <message>
        <source>closed</source>
        <translation>gesloten</translation>
    </message>
    <message>
        <source>always open</source>
        <translation>altijd open</translation>
    </message>
    <message>
        <source>{share} % of customers</source>
        <translation>{share} % van de klanten</translation>
    </message>
    <message>
        <source>Write hours as 08:00-12:00, 13:00-17:30, or leave them out.</source>
        <translation>Schrijf tijden als 08:00-12:00, 13:00-17:30, of laat ze weg.</translation>
    </message>
    <message>
        <source>Offered to</source>
        <translation>Aangeboden aan</translation>
    </message>
    <message>
        <source>At most in an hour</source>
        <translation>Maximaal per uur</translation>
    </message>
    <message>
        <source>At most at once</source>
        <translation>Maximaal tegelijk</translation>
    </message>
    <message>
        <source>Told in Dutch</source>
        <translation>Tekst in het Nederlands</translation>
    </message>
    <message>
        <source>Told in English</source>
        <translation>Tekst in het Engels</translation>
    </message>
    <message>
        <source>Opening hours</source>
        <translation>Openingstijden</translation>
    </message>
    <message>
        <source>as 08:00-12:00, 13:00-17:30</source>
        <translation>zoals 08:00-12:00, 13:00-17:30</translation>
    </message>
    <message>
        <source>no ceiling</source>
        <translation>geen maximum</translation>
    </message>
    <message>
        <source>our own kind words</source>
        <translation>leeg is onze vaste vriendelijke tekst</translation>
    </message>
    <message>
        <source>begun in the last hour</source>
        <translation>begonnen in het laatste uur</translation>
    </message>
    <message>
        <source>open now</source>
        <translation>nu open</translation>
    </message>
    <message>
        <source>told that it is busy</source>
        <translation>kregen te horen dat het druk is</translation>
    </message>
    <message>
        <source>offered, and kept back</source>
        <translation>wel en niet aangeboden</translation>
    </message>
    <message>
        <source>Monday</source>
        <translation>Maandag</translation>
    </message>
    <message>
        <source>Tuesday</source>
        <translation>Dinsdag</translation>
    </message>
    <message>
        <source>Wednesday</source>
        <translation>Woensdag</translation>
    </message>
    <message>
        <source>Thursday</source>
        <translation>Donderdag</translation>
    </message>
    <message>
        <source>Friday</source>
        <translation>Vrijdag</translation>
    </message>
    <message>
        <source>Saturday</source>
        <translation>Zaterdag</translation>
    </message>
    <message>
        <source>Sunday</source>
        <translation>Zondag</translation>
    </message>
    <message>
        <source>Checked</source>
        <translation>Nagekeken</translation>
    </message>
    <message>
        <source>Could not be read</source>
        <translation>Niet te lezen</translation>
    </message>
    <message>
        <source>Broken</source>
        <translation>Kapot</translation>
    </message>
    <message>
        <source>Look at this</source>
        <translation>Kijk hiernaar</translation>
    </message>
    <message>
        <source>Good</source>
        <translation>Goed</translation>
    </message>
    <message>
        <source>Read again</source>
        <translation>Opnieuw lezen</translation>
    </message>
    <message>
        <source>First answer within</source>
        <translation>Eerste antwoord binnen</translation>
    </message>
    <message>
        <source>Each next answer within</source>
        <translation>Elk volgend antwoord binnen</translation>
    </message>
    <message>
        <source>nothing promised</source>
        <translation>niets beloofd</translation>
    </message>
    <message>
        <source>Promise this</source>
        <translation>Dit beloven</translation>
    </message>
    <message>
        <source>Promises</source>
        <translation>Beloften</translation>
    </message>
    <message>
        <source>in minutes</source>
        <translation>in minuten</translation>
    </message>
    <message>
        <source>Suggest to call</source>
        <translation>Bellen voorstellen</translation>
    </message>
    <message>
        <source>in all chats, at the first of these</source>
        <translation>in alle chats, bij het eerste hiervan</translation>
    </message>
    <message>
        <source>Customer wrote, times</source>
        <translation>Keer dat de klant schreef</translation>
    </message>
    <message>
        <source>To and fro, minutes</source>
        <translation>Minuten heen en weer</translation>
    </message>
    <message>
        <source>Kinds of question</source>
        <translation>Soorten vragen</translation>
    </message>
    <message>
        <source>never</source>
        <translation>nooit</translation>
    </message>
    <message>
        <source>Suggest it then</source>
        <translation>Dan voorstellen</translation>
    </message>
</context>
<context>
    <name>commands</name>
    <message>
        <source>Take this contact</source>
        <translation>Dit contact oppakken</translation>
    </message>
    <message>
        <source>Give back to the team</source>
        <translation>Teruggeven aan het team</translation>
    </message>
    <message>
        <source>Assign to a colleague</source>
        <translation>Toewijzen aan een collega</translation>
    </message>
    <message>
        <source>Transfer to a team</source>
        <translation>Overdragen aan een team</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Uitstellen</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>Als gelezen markeren</translation>
    </message>
    <message>
        <source>Say who the customer is</source>
        <translation>Aangeven wie de klant is</translation>
    </message>
    <message>
        <source>Wrap up</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Write a reply</source>
        <translation>Een antwoord schrijven</translation>
    </message>
    <message>
        <source>Write a note</source>
        <translation>Een notitie schrijven</translation>
    </message>
    <message>
        <source>Send</source>
        <translation>Versturen</translation>
    </message>
    <message>
        <source>Send and snooze</source>
        <translation>Versturen en uitstellen</translation>
    </message>
    <message>
        <source>Send and wrap up</source>
        <translation>Versturen en afronden</translation>
    </message>
    <message>
        <source>Use what a colleague had begun to write</source>
        <translation>Verdergaan met wat een collega begonnen was</translation>
    </message>
    <message>
        <source>Look at what a colleague answered meanwhile</source>
        <translation>Kijken wat een collega intussen antwoordde</translation>
    </message>
    <message>
        <source>Correct the next word that is spelt wrong</source>
        <translation>Volgende spelfout verbeteren</translation>
    </message>
    <message>
        <source>Undo what I just did</source>
        <translation>Ongedaan maken wat ik net deed</translation>
    </message>
    <message>
        <source>Insert a snippet</source>
        <translation>Standaardtekst invoegen</translation>
    </message>
    <message>
        <source>Insert an emoji</source>
        <translation>Emoji invoegen</translation>
    </message>
    <message>
        <source>Answer with a template</source>
        <translation>Antwoorden met een sjabloon</translation>
    </message>
    <message>
        <source>Attach a file</source>
        <translation>Een bestand toevoegen</translation>
    </message>
    <message>
        <source>Send with Enter, or with Ctrl+Enter</source>
        <translation>Versturen met Enter, of met Ctrl+Enter</translation>
    </message>
    <message>
        <source>Write and change snippets</source>
        <translation>Standaardteksten schrijven en aanpassen</translation>
    </message>
    <message>
        <source>Where colleagues ask for me</source>
        <translation>Waar collega&apos;s om mij vragen</translation>
    </message>
    <message>
        <source>Answer the call that rings</source>
        <translation>Het gesprek dat overgaat opnemen</translation>
    </message>
    <message>
        <source>Look at who is on the line, without answering</source>
        <translation>Kijken wie er belt, zonder op te nemen</translation>
    </message>
    <message>
        <source>Hold or resume the call</source>
        <translation>Gesprek in de wacht zetten of terughalen</translation>
    </message>
    <message>
        <source>Pass the call on</source>
        <translation>Gesprek doorverbinden</translation>
    </message>
    <message>
        <source>Hang up</source>
        <translation>Ophangen</translation>
    </message>
    <message>
        <source>Call the customer</source>
        <translation>De klant bellen</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>Next contact</source>
        <translation>Volgend contact</translation>
    </message>
    <message>
        <source>Previous contact</source>
        <translation>Vorig contact</translation>
    </message>
    <message>
        <source>Go to the list</source>
        <translation>Naar de lijst</translation>
    </message>
    <message>
        <source>Play or pause a recording</source>
        <translation>Opname afspelen of pauzeren</translation>
    </message>
    <message>
        <source>Five seconds back in the recording</source>
        <translation>Vijf seconden terug in de opname</translation>
    </message>
    <message>
        <source>Five seconds on in the recording</source>
        <translation>Vijf seconden verder in de opname</translation>
    </message>
    <message>
        <source>Play faster or slower</source>
        <translation>Sneller of langzamer afspelen</translation>
    </message>
    <message>
        <source>Show the customer</source>
        <translation>De klant tonen</translation>
    </message>
    <message>
        <source>Show the product</source>
        <translation>Het product tonen</translation>
    </message>
    <message>
        <source>Show what waits to be sent</source>
        <translation>Tonen wat nog verstuurd moet worden</translation>
    </message>
    <message>
        <source>Try to connect now</source>
        <translation>Nu verbinding proberen</translation>
    </message>
    <message>
        <source>Look after the channels</source>
        <translation>De kanalen beheren</translation>
    </message>
    <message>
        <source>Show all keys</source>
        <translation>Alle toetsen tonen</translation>
    </message>
    <message>
        <source>Say whether you are there</source>
        <translation>Zeggen of je er bent</translation>
    </message>
    <message>
        <source>I am back</source>
        <translation>Ik ben er weer</translation>
    </message>
    <message>
        <source>Do not disturb, on or off</source>
        <translation>Niet storen aan of uit</translation>
    </message>
    <message>
        <source>Stop what takes long</source>
        <translation>Stoppen wat lang duurt</translation>
    </message>
    <message>
        <source>What works now, and what waits</source>
        <translation>Wat nu werkt en wat wacht</translation>
    </message>
    <message>
        <source>Explain this part of the window</source>
        <translation>Dit deel van het venster uitleggen</translation>
    </message>
    <message>
        <source>Take the tour of two minutes</source>
        <translation>De rondleiding van twee minuten volgen</translation>
    </message>
    <message>
        <source>What changed since I was last here</source>
        <translation>Wat er veranderd is sinds ik er was</translation>
    </message>
    <message>
        <source>Larger text</source>
        <translation>Grotere tekst</translation>
    </message>
    <message>
        <source>Smaller text</source>
        <translation>Kleinere tekst</translation>
    </message>
    <message>
        <source>Text of the usual size</source>
        <translation>Tekst op normale grootte</translation>
    </message>
    <message>
        <source>Look at a report of what went wrong</source>
        <translation>Een verslag bekijken van wat misging</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Answer this message</source>
        <translation>Op dit bericht antwoorden</translation>
    </message>
    <message>
        <source>Put its text into the answer</source>
        <translation>De tekst in het antwoord zetten</translation>
    </message>
    <message>
        <source>Pass it on to a colleague</source>
        <translation>Doorgeven aan een collega</translation>
    </message>
    <message>
        <source>Copy with who and when</source>
        <translation>Kopiëren met wie en wanneer</translation>
    </message>
    <message>
        <source>Look at the pictures</source>
        <translation>De afbeeldingen bekijken</translation>
    </message>
    <message>
        <source>Go to the message it answers</source>
        <translation>Naar het bericht waarop dit antwoordt</translation>
    </message>
    <message>
        <source>Go to what is new since you looked</source>
        <translation>Naar wat nieuw is sinds je laatst keek</translation>
    </message>
    <message>
        <source>From message to message</source>
        <translation>Van bericht naar bericht</translation>
    </message>
    <message>
        <source>Choose several messages</source>
        <translation>Meerdere berichten kiezen</translation>
    </message>
    <message>
        <source>Choose all messages</source>
        <translation>Alle berichten kiezen</translation>
    </message>
    <message>
        <source>Copy what is chosen</source>
        <translation>Kopiëren wat gekozen is</translation>
    </message>
    <message>
        <source>To what can be used in a message</source>
        <translation>Naar wat je in een bericht kunt gebruiken</translation>
    </message>
    <message>
        <source>Use it: open, play, unfold, show</source>
        <translation>Gebruiken: openen, afspelen, uitklappen, tonen</translation>
    </message>
    <message>
        <source>Back or on in its recording</source>
        <translation>Terug of verder in de opname</translation>
    </message>
    <message>
        <source>Next picture</source>
        <translation>Volgende afbeelding</translation>
    </message>
    <message>
        <source>Previous picture</source>
        <translation>Vorige afbeelding</translation>
    </message>
    <message>
        <source>First picture</source>
        <translation>Eerste afbeelding</translation>
    </message>
    <message>
        <source>Last picture</source>
        <translation>Laatste afbeelding</translation>
    </message>
    <message>
        <source>Zoom in</source>
        <translation>Inzoomen</translation>
    </message>
    <message>
        <source>Zoom out</source>
        <translation>Uitzoomen</translation>
    </message>
    <message>
        <source>As large as fits</source>
        <translation>Passend maken</translation>
    </message>
    <message>
        <source>As large as it is</source>
        <translation>Op ware grootte</translation>
    </message>
    <message>
        <source>Turn to the left</source>
        <translation>Linksom draaien</translation>
    </message>
    <message>
        <source>Turn to the right</source>
        <translation>Rechtsom draaien</translation>
    </message>
    <message>
        <source>Copy the picture</source>
        <translation>De afbeelding kopiëren</translation>
    </message>
    <message>
        <source>Save the picture as…</source>
        <translation>De afbeelding opslaan als…</translation>
    </message>
    <message>
        <source>Tag</source>
        <translation>Label geven</translation>
    </message>
    <message>
        <source>Mark as unread</source>
        <translation>Als ongelezen markeren</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>De lijst filteren</translation>
    </message>
    <message>
        <source>Take every filter off the list</source>
        <translation>Alle filters van de lijst halen</translation>
    </message>
    <message>
        <source>Keep this list as a view</source>
        <translation>Deze lijst als weergave bewaren</translation>
    </message>
    <message>
        <source>Rename or share this view</source>
        <translation>Deze weergave hernoemen of delen</translation>
    </message>
    <message>
        <source>Remove this view</source>
        <translation>Deze weergave verwijderen</translation>
    </message>
    <message>
        <source>Select this contact, or no longer</source>
        <translation>Dit contact kiezen, of niet meer</translation>
    </message>
    <message>
        <source>Select every contact of the list</source>
        <translation>Elk contact van de lijst kiezen</translation>
    </message>
    <message>
        <source>Select nothing any more</source>
        <translation>Niets meer kiezen</translation>
    </message>
    <message>
        <source>Back to where I was</source>
        <translation>Terug naar waar ik was</translation>
    </message>
    <message>
        <source>Forward again</source>
        <translation>Weer vooruit</translation>
    </message>
    <message>
        <source>Show all that was found as a list</source>
        <translation>Alles wat gevonden is als lijst tonen</translation>
    </message>
    <message>
        <source>Copy a link to this contact</source>
        <translation>Link naar dit contact kopiëren</translation>
    </message>
    <message>
        <source>Find an answer</source>
        <translation>Een antwoord zoeken</translation>
    </message>
    <message>
        <source>Look up a product</source>
        <translation>Een product opzoeken</translation>
    </message>
    <message>
        <source>Compare two variants</source>
        <translation>Twee varianten vergelijken</translation>
    </message>
    <message>
        <source>Write an answer for colleagues</source>
        <translation>Een antwoord voor collega&apos;s schrijven</translation>
    </message>
    <message>
        <source>Write down something about the customer</source>
        <translation>Iets over de klant opschrijven</translation>
    </message>
    <message>
        <source>Show or hide the customer&apos;s addresses</source>
        <translation>De adressen van de klant tonen of verbergen</translation>
    </message>
    <message>
        <source>Choose the product it was about</source>
        <translation>Kiezen over welk product het ging</translation>
    </message>
    <message>
        <source>Choose the reason</source>
        <translation>De reden kiezen</translation>
    </message>
    <message>
        <source>Choose what was offered</source>
        <translation>Kiezen wat er is aangeboden</translation>
    </message>
    <message>
        <source>Do not call now</source>
        <translation>Nu niet bellen</translation>
    </message>
    <message>
        <source>Calling helped</source>
        <translation>Bellen hielp</translation>
    </message>
    <message>
        <source>Calling did not help</source>
        <translation>Bellen hielp niet</translation>
    </message>
</context>
<context>
    <name>composer</name>
    <message>
        <source>{name} was not added: a message takes {most} files.</source>
        <translation>{name} is niet toegevoegd: een bericht kan {most} bestanden bevatten.</translation>
    </message>
    <message>
        <source>{name} is empty.</source>
        <translation>{name} is leeg.</translation>
    </message>
    <message>
        <source>{name} is {size}; at most {limit} can be sent.</source>
        <translation>{name} is {size}; je kunt maximaal {limit} versturen.</translation>
    </message>
    <message>
        <source>{name} is a kind of file that customers cannot open safely.</source>
        <translation>{name} is een soort bestand dat klanten niet veilig kunnen openen.</translation>
    </message>
    <message>
        <source>{name} is a folder: add the files that are in it.</source>
        <translation>{name} is een map: voeg de bestanden toe die erin zitten.</translation>
    </message>
    <message>
        <source>{name} is not a file.</source>
        <translation>{name} is geen bestand.</translation>
    </message>
    <message>
        <source>{name} could not be read: {why}</source>
        <translation>{name} kon niet worden gelezen: {why}</translation>
    </message>
    <message>
        <source>This was not sent. {why}</source>
        <translation>Dit is niet verstuurd. {why}</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>afbeelding</translation>
    </message>
    <message>
        <source>pasted text</source>
        <translation>geplakte tekst</translation>
    </message>
    <message>
        <source>{channel} does not take files like {name}.</source>
        <translation>{channel} neemt bestanden als {name} niet aan.</translation>
    </message>
    <message>
        <source>{name} is {size}; {channel} takes at most {limit}.</source>
        <translation>{name} is {size}; {channel} neemt maximaal {limit} aan.</translation>
    </message>
    <message>
        <source>Another template</source>
        <translation>Ander sjabloon</translation>
    </message>
    <message>
        <source>No template</source>
        <translation>Geen sjabloon</translation>
    </message>
    <message>
        <source>Place {number}</source>
        <translation>Plaats {number}</translation>
    </message>
    <message>
        <source>Free replies closed</source>
        <translation>Vrij antwoorden is voorbij</translation>
    </message>
    <message>
        <source>Free reply for {time}</source>
        <translation>Vrij antwoorden: nog {time}</translation>
    </message>
    <message>
        <source>{channel} lets us write freely until {moment}; their next message starts it anew.</source>
        <translation>{channel} laat ons vrij schrijven tot {moment}; bij hun volgende bericht begint het opnieuw.</translation>
    </message>
    <message>
        <source>The customer wrote too long ago for a free reply on {channel}. Send an approved template: when they answer, you can write freely again.</source>
        <translation>De klant schreef te lang geleden voor een vrij antwoord op {channel}. Stuur een goedgekeurd sjabloon: zodra de klant antwoordt, kun je weer vrij schrijven.</translation>
    </message>
    <message>
        <source>The customer wrote too long ago for a reply on {channel}. Call them, or write by mail.</source>
        <translation>De klant schreef te lang geleden voor een antwoord op {channel}. Bel, of schrijf een mail.</translation>
    </message>
    <message>
        <source>Mention a colleague</source>
        <translation>Een collega noemen</translation>
    </message>
    <message>
        <source>Orders of this customer</source>
        <translation>Bestellingen van deze klant</translation>
    </message>
    <message>
        <source>Snippets</source>
        <translation>Standaardteksten</translation>
    </message>
    <message>
        <source>does more</source>
        <translation>doet meer</translation>
    </message>
    <message>
        <source>tag {tags}</source>
        <translation>label {tags}</translation>
    </message>
    <message>
        <source>transfer to {team}</source>
        <translation>overdragen aan {team}</translation>
    </message>
    <message>
        <source>snooze for {time}</source>
        <translation>{time} uitstellen</translation>
    </message>
    <message>
        <source>propose “{reason}”</source>
        <translation>reden “{reason}” voorstellen</translation>
    </message>
    <message>
        <source>offered: {what}</source>
        <translation>aangeboden: {what}</translation>
    </message>
    <message>
        <source>After sending: {what}</source>
        <translation>Na het versturen: {what}</translation>
    </message>
    <message numerus="yes">
        <source>%n place(s) to fill in</source>
        <translation>
            <numerusform>Nog %n plek in te vullen</numerusform>
            <numerusform>Nog %n plekken in te vullen</numerusform>
        </translation>
    </message>
    <message>
        <source>Tab goes to the next place in braces</source>
        <translation>Tab gaat naar de volgende plek tussen accolades</translation>
    </message>
    <message>
        <source>Fill in {place} first, or take it out.</source>
        <translation>Vul {place} eerst in, of haal het weg.</translation>
    </message>
    <message>
        <source>This reads like a message to the customer, but only colleagues would see it.</source>
        <translation>Dit leest als een bericht aan de klant, maar alleen collega&apos;s zouden het zien.</translation>
    </message>
    <message>
        <source>Make it a reply</source>
        <translation>Maak er een antwoord van</translation>
    </message>
    <message>
        <source>Add as a note</source>
        <translation>Als notitie toevoegen</translation>
    </message>
    <message>
        <source>This reads like a word to colleagues, but the customer would get it.</source>
        <translation>Dit leest als iets voor collega&apos;s, maar de klant zou het krijgen.</translation>
    </message>
    <message>
        <source>Make it a note</source>
        <translation>Maak er een notitie van</translation>
    </message>
    <message>
        <source>Send to the customer</source>
        <translation>Aan de klant versturen</translation>
    </message>
    <message>
        <source>More ways to send</source>
        <translation>Meer manieren om te versturen</translation>
    </message>
    <message>
        <source>Add note</source>
        <translation>Notitie toevoegen</translation>
    </message>
    <message>
        <source>Enter sends, Shift+Enter is a new line</source>
        <translation>Enter verstuurt, Shift+Enter is een nieuwe regel</translation>
    </message>
    <message>
        <source>Time to take a reply back</source>
        <translation>Tijd om een antwoord terug te nemen</translation>
    </message>
    <message>
        <source>None: it leaves at once</source>
        <translation>Geen: het gaat meteen weg</translation>
    </message>
    <message numerus="yes">
        <source>%n second(s)</source>
        <translation>
            <numerusform>%n seconde</numerusform>
            <numerusform>%n seconden</numerusform>
        </translation>
    </message>
    <message>
        <source>As it is written</source>
        <translation>Zoals er geschreven staat</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>Spelling is not available on this computer.</source>
        <translation>Op deze computer kan spelling niet worden gecontroleerd.</translation>
    </message>
    <message>
        <source>Looking for words…</source>
        <translation>Woorden zoeken…</translation>
    </message>
    <message>
        <source>Add “{word}” to my words</source>
        <translation>‘{word}’ bij mijn woorden zetten</translation>
    </message>
    <message>
        <source>No word is like it</source>
        <translation>Geen woord lijkt erop</translation>
    </message>
    <message>
        <source>Language of this text</source>
        <translation>Taal van deze tekst</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Spelling controleren</translation>
    </message>
    <message>
        <source>Emoji</source>
        <translation>Emoji</translation>
    </message>
    <message>
        <source>Spelling is not checked. The menu of the field turns it on.</source>
        <translation>Spelling wordt niet gecontroleerd. Via het menu van het veld zet je dat aan.</translation>
    </message>
    <message>
        <source>No word here is spelt wrong.</source>
        <translation>Hier staat geen verkeerd gespeld woord.</translation>
    </message>
</context>
<context>
    <name>connection</name>
    <message>
        <source>Online</source>
        <translation>Online</translation>
    </message>
    <message>
        <source>Metered connection</source>
        <translation>Verbinding met datalimiet</translation>
    </message>
    <message>
        <source>Slow connection</source>
        <translation>Trage verbinding</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>Offline</translation>
    </message>
    <message>
        <source>Signed out</source>
        <translation>Afgemeld</translation>
    </message>
    <message>
        <source>Loading</source>
        <translation>Laden</translation>
    </message>
    <message>
        <source>Large pictures are fetched when you click them.</source>
        <translation>Grote afbeeldingen worden opgehaald als je erop klikt.</translation>
    </message>
    <message>
        <source>Loading was stopped. What is here works.</source>
        <translation>Het laden is gestopt. Wat er is, werkt.</translation>
    </message>
    <message numerus="yes">
        <source>%n not sent</source>
        <translation>
            <numerusform>%n niet verstuurd</numerusform>
            <numerusform>%n niet verstuurd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to send</source>
        <translation>
            <numerusform>%n te versturen</numerusform>
            <numerusform>%n te versturen</numerusform>
        </translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Alles verstuurd</translation>
    </message>
    <message>
        <source>Tries again at {time}.</source>
        <translation>Nieuwe poging om {time}.</translation>
    </message>
    <message>
        <source>Not all loaded</source>
        <translation>Niet alles geladen</translation>
    </message>
    <message>
        <source>Connection: {state}</source>
        <translation>Verbinding: {state}</translation>
    </message>
    <message>
        <source>Reading your contacts, customers, orders and products</source>
        <translation>Je contacten, klanten, bestellingen en producten lezen</translation>
    </message>
    <message>
        <source>Searching what is on this computer</source>
        <translation>Zoeken in wat op deze computer staat</translation>
    </message>
    <message>
        <source>Replies, notes and wrap-ups: they leave as soon as they can</source>
        <translation>Antwoorden, notities en afrondingen: ze gaan weg zodra het kan</translation>
    </message>
    <message>
        <source>Taking and handing over contacts, as far as nobody else did</source>
        <translation>Contacten oppakken en overdragen, als niemand anders dat al deed</translation>
    </message>
    <message>
        <source>New messages of customers</source>
        <translation>Nieuwe berichten van klanten</translation>
    </message>
    <message>
        <source>The telephone</source>
        <translation>De telefoon</translation>
    </message>
    <message>
        <source>Older contacts and files that were never opened here</source>
        <translation>Oudere contacten en bestanden die hier nog nooit open waren</translation>
    </message>
    <message>
        <source>The rest of your contacts</source>
        <translation>De rest van je contacten</translation>
    </message>
    <message>
        <source>Large pictures: they come when you click</source>
        <translation>Grote foto&apos;s: die komen als je erop klikt</translation>
    </message>
    <message>
        <source>Everything works</source>
        <translation>Alles werkt</translation>
    </message>
    <message>
        <source>Everything works, some of it slowly</source>
        <translation>Alles werkt, soms wat traag</translation>
    </message>
    <message>
        <source>Your contacts are on their way</source>
        <translation>Je contacten zijn onderweg</translation>
    </message>
    <message>
        <source>Lists are not complete yet</source>
        <translation>Lijsten zijn nog niet compleet</translation>
    </message>
    <message>
        <source>Loading was stopped: work with what is here</source>
        <translation>Het laden is gestopt: werk met wat er is</translation>
    </message>
    <message>
        <source>Sign in to go on; nothing is lost</source>
        <translation>Meld je aan om verder te gaan; er is niets kwijt</translation>
    </message>
    <message>
        <source>No connection: work on</source>
        <translation>Geen verbinding: werk gerust door</translation>
    </message>
    <message numerus="yes">
        <source>%n things were refused: look at them</source>
        <translation>
            <numerusform>%n ding is geweigerd: kijk ernaar</numerusform>
            <numerusform>%n dingen zijn geweigerd: kijk ernaar</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n things wait to be sent</source>
        <translation>
            <numerusform>%n ding wacht op verzending</numerusform>
            <numerusform>%n dingen wachten op verzending</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>Er wacht niets op verzending</translation>
    </message>
    <message>
        <source>Trying now…</source>
        <translation>Nu aan het proberen…</translation>
    </message>
    <message numerus="yes">
        <source>Tries again in %n seconds</source>
        <translation>
            <numerusform>Probeert het over %n seconde opnieuw</numerusform>
            <numerusform>Probeert het over %n seconden opnieuw</numerusform>
        </translation>
    </message>
    <message>
        <source>This works</source>
        <translation>Dit werkt</translation>
    </message>
    <message>
        <source>This waits</source>
        <translation>Dit wacht</translation>
    </message>
    <message>
        <source>To be sent</source>
        <translation>Te versturen</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Try now</source>
        <translation>Nu proberen</translation>
    </message>
    <message>
        <source>What waits to be sent</source>
        <translation>Wat nog verstuurd moet worden</translation>
    </message>
    <message>
        <source>Loading was stopped. What is here works; new messages come once you go on.</source>
        <translation>Het laden is gestopt. Wat er is, werkt; nieuwe berichten komen als je verdergaat.</translation>
    </message>
    <message>
        <source>Your contacts are on their way. You can begin already.</source>
        <translation>Je contacten komen eraan. Je kunt alvast beginnen.</translation>
    </message>
    <message numerus="yes">
        <source>{here} of {all} contact(s)</source>
        <translation>
            <numerusform>{here} van {all} contact</numerusform>
            <numerusform>{here} van {all} contacten</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>contact</name>
    <message>
        <source>Transfer to a team</source>
        <translation>Overdragen aan een team</translation>
    </message>
    <message>
        <source>There is no other team</source>
        <translation>Er is geen ander team</translation>
    </message>
    <message>
        <source>Assign to a colleague</source>
        <translation>Toewijzen aan een collega</translation>
    </message>
    <message>
        <source>available</source>
        <translation>beschikbaar</translation>
    </message>
    <message>
        <source>busy</source>
        <translation>bezet</translation>
    </message>
    <message>
        <source>away</source>
        <translation>afwezig</translation>
    </message>
    <message>
        <source>offline</source>
        <translation>offline</translation>
    </message>
    <message>
        <source>Snooze until</source>
        <translation>Uitstellen tot</translation>
    </message>
    <message>
        <source>Another moment…</source>
        <translation>Een ander moment…</translation>
    </message>
    <message>
        <source>&amp;When should this contact come back?</source>
        <translation>&amp;Wanneer moet dit contact terugkomen?</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Uitstellen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>In an hour</source>
        <translation>Over een uur</translation>
    </message>
    <message>
        <source>This afternoon</source>
        <translation>Vanmiddag</translation>
    </message>
    <message>
        <source>Tomorrow morning</source>
        <translation>Morgenochtend</translation>
    </message>
    <message>
        <source>Next week</source>
        <translation>Volgende week</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>bestelling {number}</translation>
    </message>
    <message>
        <source>History</source>
        <translation>Geschiedenis</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>Snoozed until {moment}</source>
        <translation>Uitgesteld tot {moment}</translation>
    </message>
    <message>
        <source>Reply {time} late</source>
        <translation>Antwoord {time} te laat</translation>
    </message>
    <message>
        <source>Reply within {time}</source>
        <translation>Antwoord binnen {time}</translation>
    </message>
    <message>
        <source>Waiting for the customer</source>
        <translation>Wacht op de klant</translation>
    </message>
    <message>
        <source>From the customer&apos;s history: to read only</source>
        <translation>Uit de geschiedenis van de klant: alleen om te lezen</translation>
    </message>
    <message>
        <source>This contact is history.</source>
        <translation>Dit contact is geschiedenis.</translation>
    </message>
    <message>
        <source>Write a note; only colleagues see it</source>
        <translation>Schrijf een notitie; alleen collega&apos;s zien die</translation>
    </message>
    <message>
        <source>{name} has this contact</source>
        <translation>{name} heeft dit contact</translation>
    </message>
    <message>
        <source>Wrapped up: reopen it to reply</source>
        <translation>Afgerond: heropen het om te antwoorden</translation>
    </message>
    <message>
        <source>This channel is not set up: answer another way</source>
        <translation>Dit kanaal is niet ingesteld: antwoord op een andere manier</translation>
    </message>
    <message>
        <source>The telephone takes no text: call, or write a note</source>
        <translation>De telefoon neemt geen tekst aan: bel, of schrijf een notitie</translation>
    </message>
    <message>
        <source>Replying takes this contact</source>
        <translation>Als je antwoordt, pak je dit contact op</translation>
    </message>
    <message>
        <source>Reply to {name}</source>
        <translation>Antwoord aan {name}</translation>
    </message>
    <message>
        <source>Take</source>
        <translation>Oppakken</translation>
    </message>
    <message>
        <source>Reopen</source>
        <translation>Heropenen</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>Overdragen</translation>
    </message>
    <message>
        <source>Call</source>
        <translation>Bellen</translation>
    </message>
    <message>
        <source>Give back</source>
        <translation>Teruggeven</translation>
    </message>
    <message>
        <source>Assign</source>
        <translation>Toewijzen</translation>
    </message>
    <message>
        <source>Save all in</source>
        <translation>Alles opslaan in</translation>
    </message>
    <message>
        <source>Save as</source>
        <translation>Opslaan als</translation>
    </message>
    <message>
        <source>recording</source>
        <translation>opname</translation>
    </message>
    <message>
        <source>Fetching {name}</source>
        <translation>{name} wordt opgehaald</translation>
    </message>
    <message>
        <source>Saved as {name}.</source>
        <translation>Opgeslagen als {name}.</translation>
    </message>
    <message>
        <source>It could not be saved: {why}</source>
        <translation>Het kon niet worden opgeslagen: {why}</translation>
    </message>
    <message>
        <source>The file cannot be fetched now. Try again when you are online.</source>
        <translation>Het bestand kan nu niet worden opgehaald. Probeer het opnieuw als je online bent.</translation>
    </message>
    <message>
        <source>file</source>
        <translation>bestand</translation>
    </message>
    <message>
        <source>Mail</source>
        <translation>E-mailbericht</translation>
    </message>
    <message>
        <source>Show remote pictures</source>
        <translation>Externe afbeeldingen tonen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Remote picture</source>
        <translation>Externe afbeelding</translation>
    </message>
    <message numerus="yes">
        <source>%n picture(s) of this mail are elsewhere. Fetching them tells the sender that, when and where the mail is read.</source>
        <translation>
            <numerusform>%n afbeelding van deze mail staat elders. Wie die ophaalt, verraadt de afzender dat, wanneer en waar de mail wordt gelezen.</numerusform>
            <numerusform>%n afbeeldingen van deze mail staan elders. Wie ze ophaalt, verraadt de afzender dat, wanneer en waar de mail wordt gelezen.</numerusform>
        </translation>
    </message>
    <message>
        <source>This mail cannot be shown as designed now. Its text is in the conversation.</source>
        <translation>Deze mail kan nu niet worden getoond zoals hij is opgemaakt. De tekst staat in het gesprek.</translation>
    </message>
    <message>
        <source>Whole message</source>
        <translation>Hele bericht</translation>
    </message>
    <message>
        <source>Copy all</source>
        <translation>Alles kopiëren</translation>
    </message>
    <message>
        <source>Question</source>
        <translation>Vraag</translation>
    </message>
    <message>
        <source>Complaint</source>
        <translation>Klacht</translation>
    </message>
    <message>
        <source>{name} is typing…</source>
        <translation>{name} typt…</translation>
    </message>
    <message>
        <source>{names} are typing…</source>
        <translation>{names} typen…</translation>
    </message>
    <message>
        <source>{name} is typing a reply here</source>
        <translation>{name} typt hier een antwoord</translation>
    </message>
    <message>
        <source>{name} has this open too</source>
        <translation>{name} heeft dit ook open</translation>
    </message>
    <message>
        <source>{name} had begun to write a note:</source>
        <translation>{name} was begonnen met een notitie:</translation>
    </message>
    <message>
        <source>{name} had begun to write:</source>
        <translation>{name} was begonnen met schrijven:</translation>
    </message>
    <message>
        <source>Use this text</source>
        <translation>Deze tekst gebruiken</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>Verbergen</translation>
    </message>
    <message>
        <source>{name} was just before you and has this contact.</source>
        <translation>{name} was je net voor en heeft dit contact.</translation>
    </message>
    <message>
        <source>{name} was just before you and has {customer}.</source>
        <translation>{name} was je net voor en heeft {customer}.</translation>
    </message>
    <message>
        <source>Look first</source>
        <translation>Eerst kijken</translation>
    </message>
    <message>
        <source>{name} has answered already. Send yours too?</source>
        <translation>{name} heeft al geantwoord. Die van jou ook versturen?</translation>
    </message>
    <message>
        <source>Send anyway</source>
        <translation>Toch versturen</translation>
    </message>
    <message>
        <source>{name} answered while you were writing, and has this contact now</source>
        <translation>{name} antwoordde terwijl je schreef en heeft dit contact nu</translation>
    </message>
    <message>
        <source>Fine</source>
        <translation>Prima</translation>
    </message>
    <message>
        <source>{name} answered while you were writing</source>
        <translation>{name} antwoordde terwijl je schreef</translation>
    </message>
    <message>
        <source>(a file)</source>
        <translation>(een bestand)</translation>
    </message>
    <message>
        <source>Pass on to {name}</source>
        <translation>Doorgeven aan {name}</translation>
    </message>
    <message>
        <source>The contact goes to this team; your note stays with it.</source>
        <translation>Het contact gaat naar dit team; je notitie blijft erbij.</translation>
    </message>
    <message>
        <source>They get a note that leads to this message. The contact stays where it is.</source>
        <translation>Je collega krijgt een notitie die naar dit bericht leidt. Het contact blijft waar het is.</translation>
    </message>
    <message>
        <source>What should they know, or do?</source>
        <translation>Wat moet je collega weten of doen?</translation>
    </message>
    <message>
        <source>Pass on</source>
        <translation>Doorgeven</translation>
    </message>
    <message>
        <source>Pass on to whom? A colleague or a team</source>
        <translation>Aan wie doorgeven? Een collega of een team</translation>
    </message>
    <message>
        <source>Nobody here is called that.</source>
        <translation>Zo heet hier niemand.</translation>
    </message>
    <message>
        <source>In a note to a colleague</source>
        <translation>In een notitie aan een collega</translation>
    </message>
    <message>
        <source>With the contact, to another team</source>
        <translation>Met het contact, aan een ander team</translation>
    </message>
    <message>
        <source>Passed on to {name}.</source>
        <translation>Doorgegeven aan {name}.</translation>
    </message>
    <message numerus="yes">
        <source>The customer has written %n time(s).</source>
        <translation>
            <numerusform>De klant heeft al %n keer geschreven.</numerusform>
            <numerusform>De klant heeft al %n keer geschreven.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This has been going on for %n minute(s).</source>
        <translation>
            <numerusform>Dit duurt al %n minuut.</numerusform>
            <numerusform>Dit duurt al %n minuten.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>This is about %n different thing(s).</source>
        <translation>
            <numerusform>Dit gaat over %n ding.</numerusform>
            <numerusform>Dit gaat over %n verschillende dingen.</numerusform>
        </translation>
    </message>
    <message>
        <source>Calling is quicker.</source>
        <translation>Bellen gaat sneller.</translation>
    </message>
    <message>
        <source>Who asks for you?</source>
        <translation>Wie vraagt om jou?</translation>
    </message>
    <message>
        <source>Nobody has asked for you in a note this month.</source>
        <translation>Deze maand heeft niemand je in een notitie genoemd.</translation>
    </message>
    <message numerus="yes">
        <source>Saving %n file(s)</source>
        <translation>
            <numerusform>%n bestand wordt bewaard</numerusform>
            <numerusform>%n bestanden worden bewaard</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) saved in {folder}.</source>
        <translation>
            <numerusform>%n bestand opgeslagen in {folder}.</numerusform>
            <numerusform>%n bestanden opgeslagen in {folder}.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n file(s) cannot be fetched now.</source>
        <translation>
            <numerusform>%n bestand kan nu niet worden opgehaald.</numerusform>
            <numerusform>%n bestanden kunnen nu niet worden opgehaald.</numerusform>
        </translation>
    </message>
    <message>
        <source>The others were not.</source>
        <translation>De andere niet.</translation>
    </message>
</context>
<context>
    <name>crash</name>
    <message>
        <source>Something went wrong the last time. What you typed was kept.</source>
        <translation>De vorige keer ging er iets mis. Wat je typte is bewaard.</translation>
    </message>
    <message>
        <source>Look at the report</source>
        <translation>Verslag bekijken</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Nee, bedankt</translation>
    </message>
    <message>
        <source>What went wrong</source>
        <translation>Wat er misging</translation>
    </message>
    <message>
        <source>Which report</source>
        <translation>Welk verslag</translation>
    </message>
    <message>
        <source>The report</source>
        <translation>Het verslag</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Nothing has gone wrong here.</source>
        <translation>Er is hier niets misgegaan.</translation>
    </message>
    <message>
        <source>The report was copied.</source>
        <translation>Het verslag is gekopieerd.</translation>
    </message>
    <message>
        <source>It could not be saved there.</source>
        <translation>Het kon daar niet worden opgeslagen.</translation>
    </message>
    <message>
        <source>The report was saved.</source>
        <translation>Het verslag is opgeslagen.</translation>
    </message>
    <message>
        <source>This is on your computer only, and is sent to nobody. It says where in the program it went wrong; what customers wrote, addresses, numbers and passwords are left out. It helps whoever looks after the program.</source>
        <translation>Dit staat alleen op jouw computer en wordt naar niemand gestuurd. Het zegt waar in het programma het misging; wat klanten schreven, adressen, nummers en wachtwoorden zijn weggelaten. Wie het programma beheert, kan er iets mee.</translation>
    </message>
</context>
<context>
    <name>desk</name>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>Workstation is already open, but does not answer.</source>
        <translation>Workstation is al open, maar reageert niet.</translation>
    </message>
    <message>
        <source>This folder cannot be written: {folder}</source>
        <translation>In deze map kan niet worden geschreven: {folder}</translation>
    </message>
    <message>
        <source>Something went wrong here. It is in the log: {file}</source>
        <translation>Er ging hier iets mis. Het staat in het logboek: {file}</translation>
    </message>
</context>
<context>
    <name>filters</name>
    <message>
        <source>Filters of this list</source>
        <translation>Filters van deze lijst</translation>
    </message>
    <message>
        <source>Take off the filter {name}</source>
        <translation>Het filter {name} weghalen</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Open</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Uitgesteld</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>Van mij</translation>
    </message>
    <message>
        <source>Nobody&apos;s yet</source>
        <translation>Nog van niemand</translation>
    </message>
    <message>
        <source>Colleagues&apos;</source>
        <translation>Van collega&apos;s</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>Ongelezen</translation>
    </message>
    <message>
        <source>Waits {time} or longer</source>
        <translation>Wacht {time} of langer</translation>
    </message>
    <message>
        <source>Filter the list</source>
        <translation>De lijst filteren</translation>
    </message>
    <message>
        <source>A name, or words that were said</source>
        <translation>Een naam, of wat er is gezegd</translation>
    </message>
    <message>
        <source>Promise</source>
        <translation>Belofte</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
    </message>
    <message>
        <source>Waits at least</source>
        <translation>Wacht minstens</translation>
    </message>
    <message>
        <source>Channel</source>
        <translation>Kanaal</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>Van wie</translation>
    </message>
    <message>
        <source>Kind of product</source>
        <translation>Soort product</translation>
    </message>
    <message>
        <source>Team</source>
        <translation>Team</translation>
    </message>
    <message>
        <source>State</source>
        <translation>Toestand</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Clear</source>
        <translation>Wissen</translation>
    </message>
    <message>
        <source>Keep as a view…</source>
        <translation>Bewaren als weergave…</translation>
    </message>
</context>
<context>
    <name>found by</name>
    <message>
        <source>find</source>
        <translation>vinden opzoeken</translation>
    </message>
    <message>
        <source>shortcuts cheat sheet help</source>
        <translation>sneltoetsen spiekbriefje hulp</translation>
    </message>
    <message>
        <source>close done finish</source>
        <translation>sluiten klaar afronden</translation>
    </message>
    <message>
        <source>claim mine pick up</source>
        <translation>oppakken van mij claimen</translation>
    </message>
    <message>
        <source>release unassign</source>
        <translation>loslaten vrijgeven</translation>
    </message>
    <message>
        <source>refresh online network</source>
        <translation>verversen online netwerk</translation>
    </message>
    <message>
        <source>internal comment</source>
        <translation>intern opmerking aantekening</translation>
    </message>
    <message>
        <source>share url</source>
        <translation>delen url</translation>
    </message>
</context>
<context>
    <name>going</name>
    <message>
        <source>Open a contact first: the answer goes into its reply.</source>
        <translation>Open eerst een contact: het antwoord komt in je reactie.</translation>
    </message>
    <message>
        <source>This link leads nowhere. A good one looks like {example}.</source>
        <translation>Deze link leidt nergens heen. Een goede ziet er zo uit: {example}.</translation>
    </message>
    <message>
        <source>This desk does not show that contact. It may be of another team, or gone.</source>
        <translation>Dat contact is op deze werkplek niet te zien. Misschien is het van een ander team, of is het er niet meer.</translation>
    </message>
    <message>
        <source>This desk does not know that customer: no contact of theirs is here.</source>
        <translation>Deze werkplek kent die klant niet: er is hier geen contact van die klant.</translation>
    </message>
    <message>
        <source>This desk does not know that order: no contact of its customer is here.</source>
        <translation>Deze werkplek kent die bestelling niet: er is hier geen contact van die klant.</translation>
    </message>
    <message>
        <source>The shop has no such product, or not any more.</source>
        <translation>De winkel heeft dat product niet, of niet meer.</translation>
    </message>
    <message>
        <source>The link was copied. Colleagues open it with a click.</source>
        <translation>De link is gekopieerd. Collega&apos;s openen hem met een klik.</translation>
    </message>
</context>
<context>
    <name>help</name>
    <message>
        <source>The lists</source>
        <translation>De lijsten</translation>
    </message>
    <message>
        <source>“My work” are the contacts that are yours.</source>
        <translation>‘Mijn werk’ zijn de contacten die van jou zijn.</translation>
    </message>
    <message>
        <source>A team&apos;s list is what waits for any of you.</source>
        <translation>De lijst van een team is wat op een van jullie wacht.</translation>
    </message>
    <message>
        <source>A red number: so many customers waited too long.</source>
        <translation>Een rood getal: zoveel klanten wachten te lang.</translation>
    </message>
    <message>
        <source>The list of contacts</source>
        <translation>De lijst met contacten</translation>
    </message>
    <message>
        <source>On top is who should hear from us first.</source>
        <translation>Bovenaan staat wie het eerst van ons moet horen.</translation>
    </message>
    <message>
        <source>The coloured time is what is left of the time we promised.</source>
        <translation>De gekleurde tijd is wat over is van de tijd die we beloofden.</translation>
    </message>
    <message>
        <source>Bold means: something you have not read yet.</source>
        <translation>Vet betekent: iets wat je nog niet gelezen hebt.</translation>
    </message>
    <message>
        <source>A face at the right is the colleague who helps them.</source>
        <translation>Een gezicht rechts is de collega die helpt.</translation>
    </message>
    <message>
        <source>The contact</source>
        <translation>Het contact</translation>
    </message>
    <message>
        <source>The customer is at the left, we are at the right.</source>
        <translation>De klant staat links, wij staan rechts.</translation>
    </message>
    <message>
        <source>Under our messages stands how far they got, up to read.</source>
        <translation>Onder onze berichten staat hoe ver ze kwamen, tot en met gelezen.</translation>
    </message>
    <message>
        <source>Yellow notes are for colleagues; no customer sees them.</source>
        <translation>Gele notities zijn voor collega&apos;s; geen klant ziet ze.</translation>
    </message>
    <message>
        <source>Take it, and colleagues know that you are helping.</source>
        <translation>Pak het op, dan weten collega&apos;s dat jij helpt.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schrijven</translation>
    </message>
    <message>
        <source>What you type is kept at once, for this contact.</source>
        <translation>Wat je typt wordt meteen bewaard, bij dit contact.</translation>
    </message>
    <message>
        <source>Files and pictures can be dropped or pasted.</source>
        <translation>Bestanden en foto&apos;s kun je slepen of plakken.</translation>
    </message>
    <message>
        <source>Without a connection a reply waits, and leaves by itself.</source>
        <translation>Zonder verbinding wacht een antwoord en gaat het vanzelf weg.</translation>
    </message>
    <message>
        <source>A note is on yellow paper, so that it is never sent.</source>
        <translation>Een notitie staat op geel papier, zodat je die nooit verstuurt.</translation>
    </message>
    <message>
        <source>The customer</source>
        <translation>De klant</translation>
    </message>
    <message>
        <source>One line of time over all channels, with the orders.</source>
        <translation>Eén tijdlijn over alle kanalen, met de bestellingen.</translation>
    </message>
    <message>
        <source>Unknown? Say who it is, and their orders show here.</source>
        <translation>Onbekend? Zeg wie het is, dan verschijnen hier de bestellingen.</translation>
    </message>
    <message>
        <source>Click an earlier contact to read it.</source>
        <translation>Klik op een eerder contact om het te lezen.</translation>
    </message>
    <message>
        <source>The product</source>
        <translation>Het product</translation>
    </message>
    <message>
        <source>What it is, its variants with price and stock.</source>
        <translation>Wat het is, de varianten met prijs en voorraad.</translation>
    </message>
    <message>
        <source>Answers that belong to it: a click puts one in your reply.</source>
        <translation>Antwoorden die erbij horen: met een klik staat er een in je bericht.</translation>
    </message>
    <message>
        <source>Wrapping up</source>
        <translation>Afronden</translation>
    </message>
    <message>
        <source>Two choices: which product, and why the customer wrote.</source>
        <translation>Twee keuzes: welk product, en waarom de klant schreef.</translation>
    </message>
    <message>
        <source>What we offered says how it was solved.</source>
        <translation>Wat we aanboden zegt hoe het is opgelost.</translation>
    </message>
    <message>
        <source>If the customer writes again, the contact comes back.</source>
        <translation>Schrijft de klant opnieuw, dan komt het contact terug.</translation>
    </message>
    <message>
        <source>The bar at the top</source>
        <translation>De balk bovenaan</translation>
    </message>
    <message>
        <source>Search finds customers, orders, products and commands.</source>
        <translation>Zoeken vindt klanten, bestellingen, producten en opdrachten.</translation>
    </message>
    <message>
        <source>The dot is the connection: click it to see what works.</source>
        <translation>De stip is de verbinding: klik erop om te zien wat werkt.</translation>
    </message>
    <message>
        <source>Behind your face: lunch, quiet, settings, help.</source>
        <translation>Achter je gezicht: lunch, niet storen, instellingen, uitleg.</translation>
    </message>
    <message>
        <source>What is this?</source>
        <translation>Wat is dit?</translation>
    </message>
</context>
<context>
    <name>inbox</name>
    <message>
        <source>Promise first</source>
        <translation>Belofte eerst</translation>
    </message>
    <message>
        <source>Newest first</source>
        <translation>Nieuwste eerst</translation>
    </message>
    <message>
        <source>Waiting longest</source>
        <translation>Langst wachtend</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>Er wacht niets op je</translation>
    </message>
    <message>
        <source>Take a contact from one of your teams when you are ready.</source>
        <translation>Pak een contact van een van je teams op als je eraan toe bent.</translation>
    </message>
    <message>
        <source>This team is up to date</source>
        <translation>Dit team is bij</translation>
    </message>
    <message>
        <source>New contacts appear here by themselves.</source>
        <translation>Nieuwe contacten verschijnen hier vanzelf.</translation>
    </message>
    <message>
        <source>Nothing is put away</source>
        <translation>Er is niets uitgesteld</translation>
    </message>
    <message>
        <source>A snoozed contact waits here until its moment comes.</source>
        <translation>Een uitgesteld contact wacht hier tot zijn moment er is.</translation>
    </message>
    <message>
        <source>Nothing wrapped up yet</source>
        <translation>Nog niets afgerond</translation>
    </message>
    <message>
        <source>What you wrap up can be found again here.</source>
        <translation>Wat je afrondt, vind je hier terug.</translation>
    </message>
    <message>
        <source>No contacts here</source>
        <translation>Hier zijn geen contacten</translation>
    </message>
    <message>
        <source>As soon as a customer writes, it shows here.</source>
        <translation>Zodra een klant schrijft, zie je het hier.</translation>
    </message>
    <message>
        <source>Nothing in this view</source>
        <translation>Niets in deze weergave</translation>
    </message>
    <message>
        <source>As soon as a contact fits, it shows here.</source>
        <translation>Zodra er een contact bij past, zie je het hier.</translation>
    </message>
    <message>
        <source>Nothing fits these filters</source>
        <translation>Niets past bij deze filters</translation>
    </message>
    <message>
        <source>Take one off above to see more of this list.</source>
        <translation>Haal er hierboven een weg om meer van deze lijst te zien.</translation>
    </message>
    <message>
        <source>Your contacts are on their way</source>
        <translation>Je contacten komen eraan</translation>
    </message>
    <message>
        <source>The first time this takes a moment.</source>
        <translation>De eerste keer duurt dat even.</translation>
    </message>
    <message>
        <source>Order: {order}</source>
        <translation>Volgorde: {order}</translation>
    </message>
    <message>
        <source>now</source>
        <translation>nu</translation>
    </message>
    <message>
        <source>{count} m</source>
        <translation>{count} m</translation>
    </message>
    <message>
        <source>{count} h</source>
        <translation>{count} u</translation>
    </message>
    <message>
        <source>{count} d</source>
        <translation>{count} d</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message>
        <source>{hours} h {minutes}</source>
        <translation>{hours} u {minutes}</translation>
    </message>
    <message>
        <source>done</source>
        <translation>afgerond</translation>
    </message>
    <message>
        <source>{time} late</source>
        <translation>{time} te laat</translation>
    </message>
    <message>
        <source>{time} left</source>
        <translation>nog {time}</translation>
    </message>
    <message>
        <source>on customer</source>
        <translation>bij de klant</translation>
    </message>
    <message>
        <source>until {time}</source>
        <translation>tot {time}</translation>
    </message>
    <message>
        <source>typing…</source>
        <translation>typt…</translation>
    </message>
    <message>
        <source>You: {text}</source>
        <translation>Jij: {text}</translation>
    </message>
    <message>
        <source>{name} is typing</source>
        <translation>{name} typt</translation>
    </message>
    <message>
        <source>{name} is looking</source>
        <translation>{name} kijkt</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>gekozen</translation>
    </message>
    <message>
        <source>unread</source>
        <translation>ongelezen</translation>
    </message>
    <message>
        <source>waiting to be sent</source>
        <translation>nog te versturen</translation>
    </message>
    <message>
        <source>Late</source>
        <translation>Te laat</translation>
    </message>
    <message>
        <source>Due within 5 minutes</source>
        <translation>Binnen 5 minuten</translation>
    </message>
    <message>
        <source>In time</source>
        <translation>Op tijd</translation>
    </message>
    <message>
        <source>Nothing promised</source>
        <translation>Niets beloofd</translation>
    </message>
    <message>
        <source>On the customer</source>
        <translation>Bij de klant</translation>
    </message>
    <message>
        <source>Me</source>
        <translation>Ik</translation>
    </message>
    <message>
        <source>Nobody yet</source>
        <translation>Nog niemand</translation>
    </message>
    <message>
        <source>A former colleague</source>
        <translation>Een oud-collega</translation>
    </message>
    <message>
        <source>No product yet</source>
        <translation>Nog geen product</translation>
    </message>
    <message>
        <source>No headings</source>
        <translation>Zonder kopjes</translation>
    </message>
    <message>
        <source>By promise</source>
        <translation>Per belofte</translation>
    </message>
    <message>
        <source>By channel</source>
        <translation>Per kanaal</translation>
    </message>
    <message>
        <source>By kind of product</source>
        <translation>Per soort product</translation>
    </message>
    <message>
        <source>By owner</source>
        <translation>Per eigenaar</translation>
    </message>
</context>
<context>
    <name>keys</name>
    <message>
        <source>This contact</source>
        <translation>Dit contact</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schrijven</translation>
    </message>
    <message>
        <source>A message</source>
        <translation>Een bericht</translation>
    </message>
    <message>
        <source>Looking at a picture</source>
        <translation>Een afbeelding bekijken</translation>
    </message>
    <message>
        <source>No command is called so.</source>
        <translation>Geen opdracht heet zo.</translation>
    </message>
    <message>
        <source>Going somewhere</source>
        <translation>Ergens heen</translation>
    </message>
    <message>
        <source>The desk</source>
        <translation>De werkplek</translation>
    </message>
    <message>
        <source>Keys</source>
        <translation>Toetsen</translation>
    </message>
    <message>
        <source>Find a command, or type a key: Ctrl+K</source>
        <translation>Zoek een opdracht, of typ een toets: Ctrl+K</translation>
    </message>
    <message>
        <source>Find a command</source>
        <translation>Zoek een opdracht</translation>
    </message>
    <message>
        <source>Commands and their keys</source>
        <translation>Opdrachten en hun toetsen</translation>
    </message>
    <message>
        <source>Open a list of the sidebar</source>
        <translation>Een lijst van de zijbalk openen</translation>
    </message>
    <message>
        <source>{file} cannot be read: the usual keys are used.</source>
        <translation>{file} is niet te lezen: de gewone toetsen gelden.</translation>
    </message>
    <message>
        <source>The keys are changed, but could not be kept: {reason}</source>
        <translation>De toetsen zijn veranderd, maar konden niet worden bewaard: {reason}</translation>
    </message>
    <message>
        <source>In {file}, “{command}” is no command. It was left out.</source>
        <translation>In {file} is “{command}” geen opdracht. Die is overgeslagen.</translation>
    </message>
    <message>
        <source>In {file}, {key} is given twice: “{other}” keeps it.</source>
        <translation>In {file} staat {key} twee keer: “{other}” houdt hem.</translation>
    </message>
    <message>
        <source>In {file}, {key} is needed for typing. It was left out.</source>
        <translation>In {file} staat {key}, maar die is nodig om te typen. Die is overgeslagen.</translation>
    </message>
    <message>
        <source>In {file}, a key of “{command}” is none. It was left out.</source>
        <translation>In {file} staat bij “{command}” iets dat geen toets is. Dat is overgeslagen.</translation>
    </message>
    <message>
        <source>Press another key…</source>
        <translation>Andere toets…</translation>
    </message>
    <message>
        <source>Swap the two</source>
        <translation>Omwisselen</translation>
    </message>
    <message>
        <source>Take it over</source>
        <translation>Overnemen</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message>
        <source>No key</source>
        <translation>Geen toets</translation>
    </message>
    <message>
        <source>As it was</source>
        <translation>Zoals het was</translation>
    </message>
    <message>
        <source>All as they were</source>
        <translation>Alles zoals het was</translation>
    </message>
    <message>
        <source>{key} is needed for typing and moving. Press another one.</source>
        <translation>{key} is nodig om te typen en te bewegen. Druk op een andere.</translation>
    </message>
    <message>
        <source>Press the new key for “{command}”. Esc leaves it as it is.</source>
        <translation>Druk op de nieuwe toets voor “{command}”. Met Esc blijft het zoals het is.</translation>
    </message>
    <message>
        <source>{key} is already “{other}”.</source>
        <translation>{key} is al “{other}”.</translation>
    </message>
    <message>
        <source>Choose a command to give it another key.</source>
        <translation>Kies een opdracht om die een andere toets te geven.</translation>
    </message>
    <message>
        <source>no key</source>
        <translation>geen toets</translation>
    </message>
</context>
<context>
    <name>long work</name>
    <message>
        <source>{done} of {total}</source>
        <translation>{done} van {total}</translation>
    </message>
    <message>
        <source>It was not sent: it is a draft again.</source>
        <translation>Het is niet verstuurd: het is weer een concept.</translation>
    </message>
    <message>
        <source>Sending files</source>
        <translation>Bestanden worden verstuurd</translation>
    </message>
    <message>
        <source>Sending {name}</source>
        <translation>{name} wordt verstuurd</translation>
    </message>
    <message>
        <source>Stopping…</source>
        <translation>Bezig met stoppen…</translation>
    </message>
    <message>
        <source>Go on</source>
        <translation>Verdergaan</translation>
    </message>
    <message>
        <source>Stop</source>
        <translation>Stoppen</translation>
    </message>
</context>
<context>
    <name>main</name>
    <message>
        <source>Choose a contact</source>
        <translation>Kies een contact</translation>
    </message>
    <message>
        <source>What the customer wrote, and all you need to answer, shows here.</source>
        <translation>Hier zie je dan wat de klant schreef, en alles wat je nodig hebt om te antwoorden.</translation>
    </message>
    <message>
        <source>Contact and what belongs to it</source>
        <translation>Contact en wat erbij hoort</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>Contact</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>This customer has no contacts on this desk.</source>
        <translation>Deze klant heeft op deze werkplek geen contacten.</translation>
    </message>
</context>
<context>
    <name>me</name>
    <message>
        <source>Available</source>
        <translation>Beschikbaar</translation>
    </message>
    <message>
        <source>Busy</source>
        <translation>Bezet</translation>
    </message>
    <message>
        <source>Away</source>
        <translation>Afwezig</translation>
    </message>
    <message>
        <source>Not there</source>
        <translation>Niet aanwezig</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Look</source>
        <translation>Uiterlijk</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Sign out</source>
        <translation>Afmelden</translation>
    </message>
</context>
<context>
    <name>moments</name>
    <message>
        <source>Today</source>
        <translation>Vandaag</translation>
    </message>
    <message>
        <source>Yesterday</source>
        <translation>Gisteren</translation>
    </message>
    <message>
        <source>tomorrow {time}</source>
        <translation>morgen {time}</translation>
    </message>
</context>
<context>
    <name>notify</name>
    <message>
        <source>Drop</source>
        <translation>Druppel</translation>
    </message>
    <message>
        <source>Chime</source>
        <translation>Belletje</translation>
    </message>
    <message>
        <source>Knock</source>
        <translation>Klopje</translation>
    </message>
    <message>
        <source>Rising</source>
        <translation>Oplopend</translation>
    </message>
    <message>
        <source>Bell</source>
        <translation>Bel</translation>
    </message>
    <message>
        <source>No sound</source>
        <translation>Geen geluid</translation>
    </message>
    <message>
        <source>A customer writes</source>
        <translation>Een klant schrijft</translation>
    </message>
    <message>
        <source>On a contact of yours that is not on your screen.</source>
        <translation>In een contact van jou dat niet op je scherm staat.</translation>
    </message>
    <message>
        <source>You are given a contact</source>
        <translation>Je krijgt een contact</translation>
    </message>
    <message>
        <source>By a colleague, a team lead or the office.</source>
        <translation>Van een collega, een teamleider of het systeem.</translation>
    </message>
    <message>
        <source>A colleague mentions you</source>
        <translation>Een collega noemt je</translation>
    </message>
    <message>
        <source>In a note, with @ and your name.</source>
        <translation>In een notitie, met @ en je naam.</translation>
    </message>
    <message>
        <source>A promise is about to run out</source>
        <translation>Een belofte loopt bijna af</translation>
    </message>
    <message>
        <source>A customer of yours should hear from you within minutes.</source>
        <translation>Een klant van jou moet binnen enkele minuten van je horen.</translation>
    </message>
    <message>
        <source>The telephone rings</source>
        <translation>De telefoon gaat</translation>
    </message>
    <message>
        <source>The desk itself rings too, until somebody answers.</source>
        <translation>Het venster zelf rinkelt ook, tot iemand opneemt.</translation>
    </message>
    <message>
        <source>You meant to be back</source>
        <translation>Je zou terug zijn</translation>
    </message>
    <message>
        <source>When the time you gave has come, also while you are away.</source>
        <translation>Als de tijd die je opgaf er is, ook als je weg bent.</translation>
    </message>
    <message>
        <source>Nothing disturbs you until you turn this off.</source>
        <translation>Niets stoort je tot je dit uitzet.</translation>
    </message>
    <message>
        <source>You are told again of what happens.</source>
        <translation>Je krijgt weer een seintje als er iets gebeurt.</translation>
    </message>
    <message>
        <source>Show the desk</source>
        <translation>Het venster tonen</translation>
    </message>
    <message numerus="yes">
        <source>%n things for you</source>
        <translation>
            <numerusform>%n ding voor jou</numerusform>
            <numerusform>%n dingen voor jou</numerusform>
        </translation>
    </message>
    <message>
        <source>{who} writes</source>
        <translation>{who} schrijft</translation>
    </message>
    <message>
        <source>{by} gives you a contact of {who}</source>
        <translation>{by} geeft je een contact van {who}</translation>
    </message>
    <message>
        <source>You are given a contact of {who}</source>
        <translation>Je krijgt een contact van {who}</translation>
    </message>
    <message>
        <source>{by} mentions you with {who}</source>
        <translation>{by} noemt je bij {who}</translation>
    </message>
    <message>
        <source>{who} should hear from you now</source>
        <translation>{who} moet nu van je horen</translation>
    </message>
    <message>
        <source>{who} rings</source>
        <translation>{who} belt</translation>
    </message>
    <message>
        <source>You meant to be back by now</source>
        <translation>Je zou nu terug zijn</translation>
    </message>
    <message numerus="yes">
        <source>%n customers write</source>
        <translation>
            <numerusform>%n klant schrijft</numerusform>
            <numerusform>%n klanten schrijven</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are given %n contacts</source>
        <translation>
            <numerusform>Je krijgt %n contact</numerusform>
            <numerusform>Je krijgt %n contacten</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>You are mentioned %n times</source>
        <translation>
            <numerusform>Je bent %n keer genoemd</numerusform>
            <numerusform>Je bent %n keer genoemd</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n customers should hear from you now</source>
        <translation>
            <numerusform>%n klant moet nu van je horen</numerusform>
            <numerusform>%n klanten moeten nu van je horen</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n calls ring</source>
        <translation>
            <numerusform>%n telefoontje gaat over</numerusform>
            <numerusform>%n telefoontjes gaan over</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>en nog %n</numerusform>
            <numerusform>en nog %n</numerusform>
        </translation>
    </message>
    <message>
        <source>Somebody</source>
        <translation>Iemand</translation>
    </message>
</context>
<context>
    <name>outbox</name>
    <message>
        <source>Waiting to send</source>
        <translation>Te versturen</translation>
    </message>
    <message>
        <source>All sent</source>
        <translation>Alles is verstuurd</translation>
    </message>
    <message>
        <source>What you do while offline waits here until there is a connection.</source>
        <translation>Wat je offline doet, wacht hier tot er verbinding is.</translation>
    </message>
    <message>
        <source>Try again now</source>
        <translation>Nu opnieuw proberen</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Opnieuw versturen</translation>
    </message>
    <message>
        <source>Throw away…</source>
        <translation>Weggooien…</translation>
    </message>
    <message>
        <source>Take back as a draft</source>
        <translation>Terughalen als concept</translation>
    </message>
    <message>
        <source>Show contact</source>
        <translation>Contact tonen</translation>
    </message>
    <message>
        <source>It had already been sent.</source>
        <translation>Het was al verstuurd.</translation>
    </message>
    <message>
        <source>Throw away?</source>
        <translation>Weggooien?</translation>
    </message>
    <message>
        <source>Throw this away? The customer will not get it.</source>
        <translation>Dit weggooien? De klant krijgt het dan niet.</translation>
    </message>
    <message>
        <source>Throw this away? It will not be done.</source>
        <translation>Dit weggooien? Het gebeurt dan niet.</translation>
    </message>
    <message>
        <source>Throw away</source>
        <translation>Weggooien</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Reply</source>
        <translation>Antwoord</translation>
    </message>
    <message>
        <source>Note</source>
        <translation>Notitie</translation>
    </message>
    <message>
        <source>Taken</source>
        <translation>Opgepakt</translation>
    </message>
    <message>
        <source>Given back</source>
        <translation>Teruggegeven</translation>
    </message>
    <message>
        <source>Assigned</source>
        <translation>Toegewezen</translation>
    </message>
    <message>
        <source>Transferred</source>
        <translation>Overgedragen</translation>
    </message>
    <message>
        <source>Put away</source>
        <translation>Uitgesteld</translation>
    </message>
    <message>
        <source>Reopened</source>
        <translation>Heropend</translation>
    </message>
    <message>
        <source>Read</source>
        <translation>Gelezen</translation>
    </message>
    <message>
        <source>Customer linked</source>
        <translation>Klant gekoppeld</translation>
    </message>
    <message>
        <source>Customer named</source>
        <translation>Klant benoemd</translation>
    </message>
    <message>
        <source>Customers joined</source>
        <translation>Klanten samengevoegd</translation>
    </message>
    <message>
        <source>Customers taken apart</source>
        <translation>Klanten gesplitst</translation>
    </message>
    <message>
        <source>Likeness put aside</source>
        <translation>Gelijkenis weggelegd</translation>
    </message>
    <message>
        <source>Wrapped up</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>Presence</source>
        <translation>Aanwezigheid</translation>
    </message>
    <message>
        <source>Dial turned</source>
        <translation>Knop verdraaid</translation>
    </message>
    <message>
        <source>Sent again</source>
        <translation>Opnieuw verstuurd</translation>
    </message>
    <message>
        <source>Call answered</source>
        <translation>Gesprek aangenomen</translation>
    </message>
    <message>
        <source>Call on hold</source>
        <translation>Gesprek in de wacht</translation>
    </message>
    <message>
        <source>Call taken up again</source>
        <translation>Gesprek hervat</translation>
    </message>
    <message>
        <source>Call ended</source>
        <translation>Gesprek beëindigd</translation>
    </message>
    <message>
        <source>Call passed on</source>
        <translation>Gesprek doorverbonden</translation>
    </message>
    <message>
        <source>Called back</source>
        <translation>Teruggebeld</translation>
    </message>
    <message>
        <source>Text begun</source>
        <translation>Begonnen tekst</translation>
    </message>
    <message>
        <source>Unread again</source>
        <translation>Weer ongelezen</translation>
    </message>
    <message>
        <source>Tagged</source>
        <translation>Gelabeld</translation>
    </message>
    <message>
        <source>View kept</source>
        <translation>Weergave bewaard</translation>
    </message>
    <message>
        <source>View removed</source>
        <translation>Weergave verwijderd</translation>
    </message>
    <message>
        <source>Promise set</source>
        <translation>Belofte ingesteld</translation>
    </message>
    <message>
        <source>When calling is suggested</source>
        <translation>Wanneer bellen wordt voorgesteld</translation>
    </message>
    <message>
        <source>Snippet kept</source>
        <translation>Standaardtekst bewaard</translation>
    </message>
    <message>
        <source>Snippet removed</source>
        <translation>Standaardtekst verwijderd</translation>
    </message>
    <message>
        <source>Answer written</source>
        <translation>Antwoord geschreven</translation>
    </message>
    <message>
        <source>Answer removed</source>
        <translation>Antwoord verwijderd</translation>
    </message>
    <message>
        <source>Note about a customer</source>
        <translation>Notitie over een klant</translation>
    </message>
    <message>
        <source>Note about a customer removed</source>
        <translation>Notitie over een klant verwijderd</translation>
    </message>
    <message>
        <source>What a customer likes</source>
        <translation>Wat een klant graag heeft</translation>
    </message>
    <message>
        <source>Hint to call</source>
        <translation>Tip om te bellen</translation>
    </message>
    <message>
        <source>Whether calling helped</source>
        <translation>Of bellen hielp</translation>
    </message>
    <message>
        <source>sending {percent} %</source>
        <translation>wordt verstuurd, {percent} %</translation>
    </message>
    <message>
        <source>waiting</source>
        <translation>wacht</translation>
    </message>
    <message>
        <source>sending</source>
        <translation>wordt verstuurd</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>refused</source>
        <translation>geweigerd</translation>
    </message>
    <message numerus="yes">
        <source>Tried %n time(s) so far.</source>
        <translation>
            <numerusform>Tot nu toe %n keer geprobeerd.</numerusform>
            <numerusform>Tot nu toe %n keer geprobeerd.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>panels</name>
    <message>
        <source>verified</source>
        <translation>bevestigd</translation>
    </message>
    <message>
        <source>Press to hide</source>
        <translation>Druk om te verbergen</translation>
    </message>
    <message>
        <source>Press to show</source>
        <translation>Druk om te tonen</translation>
    </message>
    <message>
        <source>Copy address</source>
        <translation>Adres kopiëren</translation>
    </message>
    <message>
        <source>Order number</source>
        <translation>Bestelnummer</translation>
    </message>
    <message>
        <source>Return on its way</source>
        <translation>Retour onderweg</translation>
    </message>
    <message>
        <source>Delivered {day}</source>
        <translation>Bezorgd {day}</translation>
    </message>
    <message>
        <source>Placed</source>
        <translation>Geplaatst</translation>
    </message>
    <message>
        <source>Paid</source>
        <translation>Betaald</translation>
    </message>
    <message>
        <source>Being packed</source>
        <translation>Wordt ingepakt</translation>
    </message>
    <message>
        <source>On its way</source>
        <translation>Onderweg</translation>
    </message>
    <message>
        <source>Delivered</source>
        <translation>Bezorgd</translation>
    </message>
    <message>
        <source>Cancelled</source>
        <translation>Geannuleerd</translation>
    </message>
    <message>
        <source>Returned</source>
        <translation>Geretourneerd</translation>
    </message>
    <message>
        <source>Return announced</source>
        <translation>Retour aangemeld</translation>
    </message>
    <message>
        <source>Return received</source>
        <translation>Retour ontvangen</translation>
    </message>
    <message>
        <source>Refunded</source>
        <translation>Terugbetaald</translation>
    </message>
    <message>
        <source>Return refused</source>
        <translation>Retour geweigerd</translation>
    </message>
    <message>
        <source>Return cancelled</source>
        <translation>Retour geannuleerd</translation>
    </message>
    <message>
        <source>Return closed</source>
        <translation>Retour afgesloten</translation>
    </message>
    <message>
        <source>Ordered {day}</source>
        <translation>Besteld {day}</translation>
    </message>
    <message>
        <source>{count} more</source>
        <translation>nog {count}</translation>
    </message>
    <message>
        <source>refund {amount}</source>
        <translation>terug {amount}</translation>
    </message>
    <message>
        <source>{channel}, {count} min</source>
        <translation>{channel}, {count} min.</translation>
    </message>
    <message>
        <source>{channel} · this contact</source>
        <translation>{channel} · dit contact</translation>
    </message>
    <message>
        <source>{channel} · open</source>
        <translation>{channel} · open</translation>
    </message>
    <message>
        <source>{channel} · snoozed</source>
        <translation>{channel} · uitgesteld</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>uitverkocht</translation>
    </message>
    <message>
        <source>in stock {count}</source>
        <translation>voorraad {count}</translation>
    </message>
    <message>
        <source>Probably the same person</source>
        <translation>Waarschijnlijk dezelfde persoon</translation>
    </message>
    <message>
        <source>Same person</source>
        <translation>Zelfde persoon</translation>
    </message>
    <message>
        <source>Show them as one. It can be undone.</source>
        <translation>Toon ze als één. Het kan ongedaan worden gemaakt.</translation>
    </message>
    <message>
        <source>Someone else</source>
        <translation>Iemand anders</translation>
    </message>
    <message>
        <source>The same telephone number: {number}</source>
        <translation>Hetzelfde telefoonnummer: {number}</translation>
    </message>
    <message>
        <source>The same mail address: {address}</source>
        <translation>Hetzelfde mailadres: {address}</translation>
    </message>
    <message>
        <source>They named order {number}</source>
        <translation>Noemde bestelling {number}</translation>
    </message>
    <message>
        <source>The same name in the same city</source>
        <translation>Dezelfde naam in dezelfde stad</translation>
    </message>
    <message>
        <source>They were signed in at the shop as this customer</source>
        <translation>Was in de winkel ingelogd als deze klant</translation>
    </message>
    <message>
        <source>Separate</source>
        <translation>Losmaken</translation>
    </message>
    <message>
        <source>They are two people after all</source>
        <translation>Het zijn toch twee personen</translation>
    </message>
    <message>
        <source>merged {day} by {name}</source>
        <translation>samengevoegd {day} door {name}</translation>
    </message>
    <message>
        <source>recognised {day}</source>
        <translation>herkend {day}</translation>
    </message>
    <message>
        <source>only in English</source>
        <translation>alleen Engels</translation>
    </message>
    <message>
        <source>only in Dutch</source>
        <translation>alleen Nederlands</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>{names}, the differences: {differences}</source>
        <translation>{names}, de verschillen: {differences}</translation>
    </message>
    <message>
        <source>Price</source>
        <translation>Prijs</translation>
    </message>
    <message>
        <source>Stock</source>
        <translation>Voorraad</translation>
    </message>
    <message>
        <source>Article number</source>
        <translation>Artikelnummer</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Picture of the product</source>
        <translation>Foto van het product</translation>
    </message>
    <message>
        <source>Search a product</source>
        <translation>Zoek een product</translation>
    </message>
    <message>
        <source>No product has these words.</source>
        <translation>Geen product heeft deze woorden.</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>German</source>
        <translation>Duits</translation>
    </message>
    <message>
        <source>French</source>
        <translation>Frans</translation>
    </message>
    <message>
        <source>Gave a {score}</source>
        <translation>Gaf een {score}</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Probably about this: {why}</source>
        <translation>Waarschijnlijk hierover: {why}</translation>
    </message>
    <message>
        <source>Fetching older contacts of this customer</source>
        <translation>Oudere contacten van deze klant ophalen</translation>
    </message>
    <message>
        <source>Not all older contacts are here: you stopped that.</source>
        <translation>Niet alle oudere contacten zijn er: je hebt dat gestopt.</translation>
    </message>
    <message>
        <source>Older contacts show as soon as there is a connection.</source>
        <translation>Oudere contacten verschijnen zodra er verbinding is.</translation>
    </message>
    <message>
        <source>Open the product</source>
        <translation>Product openen</translation>
    </message>
</context>
<context>
    <name>passphrase</name>
    <message>
        <source>Passphrase</source>
        <translation>Wachtzin</translation>
    </message>
    <message>
        <source>The same again</source>
        <translation>Nog een keer dezelfde</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>Openen</translation>
    </message>
    <message>
        <source>This computer has no keyring</source>
        <translation>Deze computer heeft geen sleutelbos</translation>
    </message>
    <message>
        <source>Workstation keeps its memory encrypted. Choose a passphrase for it: you type it each time you start. It is written down nowhere; if you forget it, what was waiting to be sent is lost.</source>
        <translation>Workstation bewaart zijn geheugen versleuteld. Kies er een wachtzin voor; die typ je telkens als je begint. De wachtzin wordt nergens opgeschreven: vergeet je hem, dan ben je kwijt wat nog verstuurd moest worden.</translation>
    </message>
    <message>
        <source>Type the passphrase with which Workstation&apos;s memory is encrypted.</source>
        <translation>Typ de wachtzin waarmee het geheugen van Workstation is versleuteld.</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
    <message numerus="yes">
        <source>Use at least %n character(s).</source>
        <translation>
            <numerusform>Gebruik minstens %n teken.</numerusform>
            <numerusform>Gebruik minstens %n tekens.</numerusform>
        </translation>
    </message>
    <message>
        <source>The two are not the same.</source>
        <translation>De twee zijn niet gelijk.</translation>
    </message>
</context>
<context>
    <name>places</name>
    <message>
        <source>First name of the customer</source>
        <translation>Voornaam van de klant</translation>
    </message>
    <message>
        <source>Name of the customer</source>
        <translation>Naam van de klant</translation>
    </message>
    <message>
        <source>Number of the order</source>
        <translation>Nummer van de bestelling</translation>
    </message>
    <message>
        <source>State of the order</source>
        <translation>Stand van de bestelling</translation>
    </message>
    <message>
        <source>Name of the product</source>
        <translation>Naam van het product</translation>
    </message>
    <message>
        <source>Your own first name</source>
        <translation>Je eigen voornaam</translation>
    </message>
    <message>
        <source>Date of today</source>
        <translation>Datum van vandaag</translation>
    </message>
</context>
<context>
    <name>presence</name>
    <message numerus="yes">
        <source>%n minutes more</source>
        <translation>
            <numerusform>Nog %n minuut</numerusform>
            <numerusform>Nog %n minuten</numerusform>
        </translation>
    </message>
    <message>
        <source>{why}: you meant to be back at {time}.</source>
        <translation>{why}: je zou om {time} terug zijn.</translation>
    </message>
    <message>
        <source>{why}, back at {time}</source>
        <translation>{why}, terug om {time}</translation>
    </message>
    <message>
        <source>Back at {time}</source>
        <translation>Terug om {time}</translation>
    </message>
    <message>
        <source>I do not know yet</source>
        <translation>Weet ik nog niet</translation>
    </message>
    <message>
        <source>{count} min</source>
        <translation>{count} min</translation>
    </message>
    <message numerus="yes">
        <source>%n hours</source>
        <translation>
            <numerusform>%n uur</numerusform>
            <numerusform>%n uur</numerusform>
        </translation>
    </message>
    <message>
        <source>back at {time}</source>
        <translation>terug om {time}</translation>
    </message>
    <message>
        <source>was to be back at {time}</source>
        <translation>zou om {time} terug zijn</translation>
    </message>
    <message>
        <source>Back office</source>
        <translation>Backoffice</translation>
    </message>
    <message>
        <source>On the telephone</source>
        <translation>Aan de telefoon</translation>
    </message>
    <message>
        <source>Break</source>
        <translation>Pauze</translation>
    </message>
    <message>
        <source>Lunch</source>
        <translation>Lunchpauze</translation>
    </message>
    <message>
        <source>Meeting</source>
        <translation>Overleg</translation>
    </message>
    <message>
        <source>Training</source>
        <translation>Opleiding</translation>
    </message>
    <message>
        <source>Done for today</source>
        <translation>Klaar voor vandaag</translation>
    </message>
</context>
<context>
    <name>search</name>
    <message>
        <source>Found</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Search contacts, customers, orders, products — or type a command</source>
        <translation>Zoek contacten, klanten, bestellingen, producten — of typ een opdracht</translation>
    </message>
    <message>
        <source>Search</source>
        <translation>Zoeken</translation>
    </message>
    <message>
        <source>More contacts…</source>
        <translation>Meer contacten…</translation>
    </message>
    <message>
        <source>Orders</source>
        <translation>Bestellingen</translation>
    </message>
    <message>
        <source>Customers</source>
        <translation>Klanten</translation>
    </message>
    <message>
        <source>Contacts</source>
        <translation>Contacten</translation>
    </message>
    <message>
        <source>Products</source>
        <translation>Producten</translation>
    </message>
    <message>
        <source>Answers</source>
        <translation>Antwoorden</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
    <message>
        <source>Looking further back…</source>
        <translation>Verder terug zoeken…</translation>
    </message>
    <message>
        <source>Recent</source>
        <translation>Onlangs</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>Acties</translation>
    </message>
    <message>
        <source>Nothing found for “{text}”</source>
        <translation>Niets gevonden voor ‘{text}’</translation>
    </message>
    <message>
        <source>There is no “{said}:”. Did you mean “{instead}:”?</source>
        <translation>“{said}:” bestaat niet. Bedoelde je “{instead}:”?</translation>
    </message>
    <message>
        <source>Write what you look for right behind “{said}:”.</source>
        <translation>Schrijf wat je zoekt meteen achter “{said}:”.</translation>
    </message>
    <message>
        <source>“{said}” is no channel. There are: {names}.</source>
        <translation>“{said}” is geen kanaal. Er zijn: {names}.</translation>
    </message>
    <message>
        <source>A contact cannot be “{said}”. It can be: {names}.</source>
        <translation>Een contact kan niet “{said}” zijn. Wel: {names}.</translation>
    </message>
    <message>
        <source>“{said}” is no day. Write 2026-11-01, 1-11, yesterday or 7d.</source>
        <translation>“{said}” is geen dag. Schrijf 2026-11-01, 1-11, gisteren of 7d.</translation>
    </message>
    <message>
        <source>No team is called “{said}”.</source>
        <translation>Geen team heet “{said}”.</translation>
    </message>
    <message>
        <source>No colleague is called “{said}”.</source>
        <translation>Geen collega heet “{said}”.</translation>
    </message>
    <message>
        <source>me</source>
        <translation>ik</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>niemand</translation>
    </message>
    <message>
        <source>today</source>
        <translation>vandaag</translation>
    </message>
    <message>
        <source>yesterday</source>
        <translation>gisteren</translation>
    </message>
    <message>
        <source>on this channel</source>
        <translation>op dit kanaal</translation>
    </message>
    <message>
        <source>of this customer</source>
        <translation>van deze klant</translation>
    </message>
    <message>
        <source>about this product</source>
        <translation>over dit product</translation>
    </message>
    <message>
        <source>before this day</source>
        <translation>voor deze dag</translation>
    </message>
    <message>
        <source>from this day on</source>
        <translation>vanaf deze dag</translation>
    </message>
    <message>
        <source>of this team</source>
        <translation>van dit team</translation>
    </message>
    <message>
        <source>of this colleague</source>
        <translation>van deze collega</translation>
    </message>
    <message>
        <source>with this tag</source>
        <translation>met dit label</translation>
    </message>
    <message>
        <source>that are</source>
        <translation>in deze toestand</translation>
    </message>
    <message>
        <source>about this order</source>
        <translation>over deze bestelling</translation>
    </message>
    <message>
        <source>a week ago</source>
        <translation>een week geleden</translation>
    </message>
    <message>
        <source>a month ago</source>
        <translation>een maand geleden</translation>
    </message>
    <message>
        <source>in stock {count}</source>
        <translation>{count} op voorraad</translation>
    </message>
    <message>
        <source>sold out</source>
        <translation>uitverkocht</translation>
    </message>
    <message>
        <source>fill in</source>
        <translation>invullen</translation>
    </message>
    <message>
        <source>insert</source>
        <translation>invoegen</translation>
    </message>
    <message>
        <source>choose</source>
        <translation>kiezen</translation>
    </message>
    <message>
        <source>open</source>
        <translation>openen</translation>
    </message>
    <message>
        <source>actions only</source>
        <translation>alleen acties</translation>
    </message>
    <message>
        <source>Tab fills in</source>
        <translation>Tab vult in</translation>
    </message>
    <message>
        <source>Esc closes</source>
        <translation>Esc sluit</translation>
    </message>
    <message>
        <source>Search with {operator}</source>
        <translation>Zoeken met {operator}</translation>
    </message>
    <message>
        <source>Show all as a list</source>
        <translation>Alles als lijst tonen</translation>
    </message>
    <message>
        <source>Show all {count} as a list</source>
        <translation>Alle {count} als lijst tonen</translation>
    </message>
    <message>
        <source>Search results</source>
        <translation>Gevonden</translation>
    </message>
    <message>
        <source>Looking through all contacts of before</source>
        <translation>In alle eerdere contacten wordt gezocht</translation>
    </message>
</context>
<context>
    <name>setting</name>
    <message>
        <source>Colours: light</source>
        <translation>Kleuren: licht</translation>
    </message>
    <message>
        <source>Colours: dark</source>
        <translation>Kleuren: donker</translation>
    </message>
    <message>
        <source>Colours: as the system</source>
        <translation>Kleuren: zoals het systeem</translation>
    </message>
    <message>
        <source>Language: English</source>
        <translation>Taal: Engels</translation>
    </message>
    <message>
        <source>Language: Dutch</source>
        <translation>Taal: Nederlands</translation>
    </message>
    <message>
        <source>Size of text: usual</source>
        <translation>Grootte van tekst: gewoon</translation>
    </message>
    <message>
        <source>Size of text: large</source>
        <translation>Grootte van tekst: groot</translation>
    </message>
    <message>
        <source>Send with Ctrl and Enter</source>
        <translation>Versturen met Ctrl en Enter</translation>
    </message>
    <message>
        <source>Send with Enter</source>
        <translation>Versturen met Enter</translation>
    </message>
    <message>
        <source>Undo sending: off</source>
        <translation>Versturen ongedaan maken: uit</translation>
    </message>
    <message>
        <source>Undo sending: 5 seconds</source>
        <translation>Versturen ongedaan maken: 5 seconden</translation>
    </message>
    <message>
        <source>Undo sending: 20 seconds</source>
        <translation>Versturen ongedaan maken: 20 seconden</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Spelling controleren</translation>
    </message>
    <message>
        <source>Leave spelling unchecked</source>
        <translation>Spelling niet controleren</translation>
    </message>
</context>
<context>
    <name>settings</name>
    <message>
        <source>Notices and sounds</source>
        <translation>Meldingen en geluid</translation>
    </message>
    <message>
        <source>Do not disturb</source>
        <translation>Niet storen</translation>
    </message>
    <message>
        <source>Nothing shows and nothing sounds until you turn it off; what happened is told then. It is the same while you are away.</source>
        <translation>Er verschijnt en klinkt niets tot je het uitzet; dan hoor je wat er gebeurde. Zo gaat het ook als je weg bent.</translation>
    </message>
    <message>
        <source>Ring tone</source>
        <translation>Beltoon</translation>
    </message>
    <message>
        <source>Until somebody answers. Who calls is shown in any case.</source>
        <translation>Tot iemand opneemt. Wie er belt, zie je altijd.</translation>
    </message>
    <message>
        <source>As other sounds</source>
        <translation>Als andere geluiden</translation>
    </message>
    <message>
        <source>Always</source>
        <translation>Altijd</translation>
    </message>
    <message>
        <source>Never</source>
        <translation>Nooit</translation>
    </message>
    <message>
        <source>Loudness</source>
        <translation>Volume</translation>
    </message>
    <message>
        <source>Of the sounds above.</source>
        <translation>Van de geluiden hierboven.</translation>
    </message>
    <message>
        <source>Show: {what}</source>
        <translation>Tonen: {what}</translation>
    </message>
    <message>
        <source>Sound: {what}</source>
        <translation>Geluid: {what}</translation>
    </message>
    <message>
        <source>Try</source>
        <translation>Proberen</translation>
    </message>
    <message>
        <source>Hear: {what}</source>
        <translation>Beluisteren: {what}</translation>
    </message>
    <message>
        <source>Look and language</source>
        <translation>Uiterlijk en taal</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>Taal</translation>
    </message>
    <message>
        <source>Of the desk. Customers are answered in theirs.</source>
        <translation>Van dit venster. Klanten antwoord je in hun eigen taal.</translation>
    </message>
    <message>
        <source>As the system</source>
        <translation>Zoals het systeem</translation>
    </message>
    <message>
        <source>Colours</source>
        <translation>Kleuren</translation>
    </message>
    <message>
        <source>As the system: light by day and dark at night, if it does so.</source>
        <translation>Zoals het systeem: overdag licht en &apos;s avonds donker, als dat zo staat.</translation>
    </message>
    <message>
        <source>Light</source>
        <translation>Licht</translation>
    </message>
    <message>
        <source>Dark</source>
        <translation>Donker</translation>
    </message>
    <message>
        <source>Size of text</source>
        <translation>Tekstgrootte</translation>
    </message>
    <message>
        <source>All of the desk grows with it. Quicker: {larger} and {smaller}.</source>
        <translation>Het hele venster groeit mee. Sneller: {larger} en {smaller}.</translation>
    </message>
    <message>
        <source>Writing</source>
        <translation>Schrijven</translation>
    </message>
    <message>
        <source>Send with</source>
        <translation>Versturen met</translation>
    </message>
    <message>
        <source>With Enter, Shift and Enter begin a new line.</source>
        <translation>Met Enter begint Shift en Enter een nieuwe regel.</translation>
    </message>
    <message>
        <source>Ctrl and Enter</source>
        <translation>Ctrl en Enter</translation>
    </message>
    <message>
        <source>Enter</source>
        <translation>Enter</translation>
    </message>
    <message>
        <source>Undo sending</source>
        <translation>Versturen ongedaan maken</translation>
    </message>
    <message>
        <source>Off</source>
        <translation>Uit</translation>
    </message>
    <message>
        <source>{count} s</source>
        <translation>{count} s</translation>
    </message>
    <message>
        <source>So long a reply waits here, and can be taken back.</source>
        <translation>Zo lang wacht een antwoord hier en kun je het terugnemen.</translation>
    </message>
    <message>
        <source>Spelling</source>
        <translation>Spelling</translation>
    </message>
    <message>
        <source>There is no dictionary for this kind of computer: nothing is underlined.</source>
        <translation>Voor dit soort computer is er geen woordenboek: er wordt niets onderstreept.</translation>
    </message>
    <message>
        <source>Not available</source>
        <translation>Niet beschikbaar</translation>
    </message>
    <message>
        <source>Underline wrong words in replies and notes: in Dutch or English, as you write or as the customer speaks. {key} goes to the next.</source>
        <translation>Onderstreept foute woorden in antwoorden en notities, Nederlands of Engels: zoals je schrijft, of de taal van de klant. Met {key} ga je naar het volgende.</translation>
    </message>
    <message>
        <source>Check spelling</source>
        <translation>Spelling controleren</translation>
    </message>
    <message>
        <source>Keys and help</source>
        <translation>Toetsen en uitleg</translation>
    </message>
    <message>
        <source>Every command with its key.</source>
        <translation>Elke opdracht met zijn toets.</translation>
    </message>
    <message>
        <source>What the part you are in is for, in a few sentences.</source>
        <translation>Waar het deel waarin je bent voor is, in een paar zinnen.</translation>
    </message>
    <message>
        <source>What stands where, in the window itself.</source>
        <translation>Wat waar staat, in het venster zelf.</translation>
    </message>
    <message>
        <source>For who was away for a while.</source>
        <translation>Voor wie een tijd weg was.</translation>
    </message>
    <message>
        <source>What was kept here when something broke.</source>
        <translation>Wat hier bewaard is toen er iets misging.</translation>
    </message>
    <message>
        <source>Show</source>
        <translation>Tonen</translation>
    </message>
    <message>
        <source>Settings</source>
        <translation>Instellingen</translation>
    </message>
</context>
<context>
    <name>sidebar</name>
    <message numerus="yes">
        <source>%n open</source>
        <translation>
            <numerusform>%n open</numerusform>
            <numerusform>%n open</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n late</source>
        <translation>
            <numerusform>%n te laat</numerusform>
            <numerusform>%n te laat</numerusform>
        </translation>
    </message>
    <message>
        <source>My work</source>
        <translation>Mijn werk</translation>
    </message>
    <message>
        <source>Snoozed</source>
        <translation>Uitgesteld</translation>
    </message>
    <message>
        <source>Done</source>
        <translation>Afgerond</translation>
    </message>
    <message>
        <source>Teams</source>
        <translation>Teams</translation>
    </message>
    <message>
        <source>Other teams</source>
        <translation>Andere teams</translation>
    </message>
    <message>
        <source>Views</source>
        <translation>Weergaven</translation>
    </message>
    <message>
        <source>New view</source>
        <translation>Nieuwe weergave</translation>
    </message>
    <message>
        <source>Change its filters…</source>
        <translation>Filters aanpassen…</translation>
    </message>
    <message>
        <source>Rename or share…</source>
        <translation>Hernoemen of delen…</translation>
    </message>
    <message>
        <source>Move up</source>
        <translation>Omhoog</translation>
    </message>
    <message>
        <source>Move down</source>
        <translation>Omlaag</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>Verwijderen</translation>
    </message>
</context>
<context>
    <name>sign in</name>
    <message>
        <source>Type the server&apos;s address, such as desk.example.com.</source>
        <translation>Typ het adres van de server, zoals desk.example.com.</translation>
    </message>
    <message>
        <source>Type your name as your shop gave it to you.</source>
        <translation>Typ je naam zoals je winkel die je gaf.</translation>
    </message>
    <message>
        <source>Type your password.</source>
        <translation>Typ je wachtwoord.</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>Server</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>Naam</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>Wachtwoord</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Signing in</source>
        <translation>Aanmelden</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>Aanmelden…</translation>
    </message>
    <message>
        <source>Sign in to your shop&apos;s desk</source>
        <translation>Meld je aan bij je winkel</translation>
    </message>
</context>
<context>
    <name>snippets</name>
    <message>
        <source>Tags, with commas between</source>
        <translation>Labels, met komma&apos;s ertussen</translation>
    </message>
    <message>
        <source>Tags</source>
        <translation>Labels</translation>
    </message>
    <message>
        <source>Snooze</source>
        <translation>Uitstellen</translation>
    </message>
    <message>
        <source>Transfer to</source>
        <translation>Overdragen aan</translation>
    </message>
    <message>
        <source>Propose as reason</source>
        <translation>Als reden voorstellen</translation>
    </message>
    <message>
        <source>Propose as offered</source>
        <translation>Als aanbod voorstellen</translation>
    </message>
    <message>
        <source>Not</source>
        <translation>Niet</translation>
    </message>
    <message>
        <source>None</source>
        <translation>Geen</translation>
    </message>
    <message>
        <source>What is offered?</source>
        <translation>Wat wordt aangeboden?</translation>
    </message>
    <message>
        <source>Nothing to offer has these words.</source>
        <translation>Geen aanbod heeft deze woorden.</translation>
    </message>
    <message>
        <source>Short name, typed after /</source>
        <translation>Korte naam, getypt na /</translation>
    </message>
    <message>
        <source>For whom</source>
        <translation>Voor wie</translation>
    </message>
    <message>
        <source>Insert a place</source>
        <translation>Invulveld invoegen</translation>
    </message>
    <message>
        <source>Dutch</source>
        <translation>Nederlands</translation>
    </message>
    <message>
        <source>English</source>
        <translation>Engels</translation>
    </message>
    <message>
        <source>After sending</source>
        <translation>Na het versturen</translation>
    </message>
    <message>
        <source>What it is called in the list</source>
        <translation>Hoe het in de lijst heet</translation>
    </message>
    <message>
        <source>Name in {language}</source>
        <translation>Naam in het {language}</translation>
    </message>
    <message>
        <source>The text, ready to send</source>
        <translation>De tekst, klaar om te versturen</translation>
    </message>
    <message>
        <source>Text in {language}</source>
        <translation>Tekst in het {language}</translation>
    </message>
    <message>
        <source>Only for me</source>
        <translation>Alleen voor mij</translation>
    </message>
    <message>
        <source>For everybody</source>
        <translation>Voor iedereen</translation>
    </message>
    <message>
        <source>On which channels? None is all</source>
        <translation>Op welke kanalen? Geen is alle</translation>
    </message>
    <message>
        <source>No channel is called that</source>
        <translation>Zo heet geen kanaal</translation>
    </message>
    <message>
        <source>Every channel</source>
        <translation>Elk kanaal</translation>
    </message>
</context>
<context>
    <name>tags</name>
    <message>
        <source>Choose a tag, or type a new one</source>
        <translation>Kies een label, of typ een nieuw</translation>
    </message>
    <message>
        <source>Type the first tag of the shop.</source>
        <translation>Typ het eerste label van de winkel.</translation>
    </message>
    <message>
        <source>New tag “{name}”</source>
        <translation>Nieuw label “{name}”</translation>
    </message>
</context>
<context>
    <name>tour</name>
    <message>
        <source>Good to have you back. Some things work differently now.</source>
        <translation>Fijn dat je er weer bent. Sommige dingen werken nu anders.</translation>
    </message>
    <message>
        <source>New here? In two minutes you know your way.</source>
        <translation>Nieuw hier? In twee minuten weet je de weg.</translation>
    </message>
    <message>
        <source>Show me around</source>
        <translation>Leid me rond</translation>
    </message>
    <message>
        <source>What changed</source>
        <translation>Wat er veranderd is</translation>
    </message>
    <message>
        <source>No, thanks</source>
        <translation>Nee, bedankt</translation>
    </message>
    <message>
        <source>Leave the tour</source>
        <translation>Rondleiding stoppen</translation>
    </message>
    <message>
        <source>Back</source>
        <translation>Terug</translation>
    </message>
    <message>
        <source>{number} of {count}</source>
        <translation>{number} van {count}</translation>
    </message>
    <message>
        <source>Begin</source>
        <translation>Beginnen</translation>
    </message>
    <message>
        <source>Next</source>
        <translation>Volgende</translation>
    </message>
    <message>
        <source>Here is the work</source>
        <translation>Hier staat het werk</translation>
    </message>
    <message>
        <source>“My work” are the customers that are yours. Below it is what waits for your teams: choose a team with the mouse, or with Ctrl and its number.</source>
        <translation>‘Mijn werk’ zijn de klanten die jij helpt. Daaronder staat wat op je teams wacht: kies een team met de muis, of met Ctrl en het nummer.</translation>
    </message>
    <message>
        <source>Each line is a customer</source>
        <translation>Elke regel is een klant</translation>
    </message>
    <message>
        <source>Who has to hear from us first stands on top; the coloured time says how long is left. Open a customer with a click, or walk along them with the keys.</source>
        <translation>Wie het eerst van ons moet horen staat bovenaan; de gekleurde tijd zegt hoe lang je nog hebt. Open een klant met een klik, of loop erlangs met de toetsen.</translation>
    </message>
    <message>
        <source>This is what was said</source>
        <translation>Dit is wat er gezegd is</translation>
    </message>
    <message>
        <source>Everything between this customer and us, whatever the channel. Take the customer, and colleagues see that you are helping; who simply answers takes them too.</source>
        <translation>Alles tussen deze klant en ons, via welk kanaal dan ook. Pak de klant op en collega&apos;s zien dat jij helpt; wie gewoon antwoordt, pakt de klant ook op.</translation>
    </message>
    <message>
        <source>Answer here</source>
        <translation>Antwoord hier</translation>
    </message>
    <message>
        <source>Type what you want to say and send it. What you typed is never lost, also without a connection. A yellow note is for colleagues only: the customer does not see it.</source>
        <translation>Typ wat je wilt zeggen en verstuur het. Wat je typte raakt nooit kwijt, ook zonder verbinding niet. Een gele notitie is alleen voor collega&apos;s: de klant ziet die niet.</translation>
    </message>
    <message>
        <source>Who it is, and what it is about</source>
        <translation>Wie het is en waar het over gaat</translation>
    </message>
    <message>
        <source>Orders, earlier contacts and returns of this customer; and all the shop knows of the product, with answers you can put into your reply.</source>
        <translation>Bestellingen, eerdere contacten en retouren van deze klant; en alles wat de winkel van het product weet, met antwoorden die je in je bericht kunt zetten.</translation>
    </message>
    <message>
        <source>Done? Wrap up</source>
        <translation>Klaar? Rond af</translation>
    </message>
    <message>
        <source>Say which product it was about and why the customer wrote, and the contact leaves your list. If they write again, it comes back by itself. Not done yet? Snooze it.</source>
        <translation>Zeg over welk product het ging en waarom de klant schreef, en het contact gaat van je lijst. Schrijft de klant opnieuw, dan komt het vanzelf terug. Nog niet klaar? Leg het even weg.</translation>
    </message>
    <message>
        <source>Find anything</source>
        <translation>Vind alles</translation>
    </message>
    <message>
        <source>A customer, an order number, a product, or something you want to do: type it here. Everything that can be done can be found here, with its key.</source>
        <translation>Een klant, een bestelnummer, een product of iets wat je wilt doen: typ het hier. Alles wat kan, vind je hier, met de toets erbij.</translation>
    </message>
    <message>
        <source>Lunch, quiet, help</source>
        <translation>Lunch, rust, uitleg</translation>
    </message>
    <message>
        <source>Here you say that you are away and when you are back, and find settings. Wherever you are, the help key explains that part. You are ready: the first customer waits.</source>
        <translation>Hier zeg je dat je weg bent en wanneer je terug bent, en vind je de instellingen. Waar je ook bent, de uitlegtoets vertelt wat dat deel doet. Je bent er klaar voor: de eerste klant wacht.</translation>
    </message>
</context>
<context>
    <name>transcript</name>
    <message>
        <source>Click to copy</source>
        <translation>Klik om te kopiëren</translation>
    </message>
    <message>
        <source>Go to this message</source>
        <translation>Ga naar dit bericht</translation>
    </message>
    <message>
        <source>Press to unfold or fold</source>
        <translation>Klik om uit of in te klappen</translation>
    </message>
    <message>
        <source>Speed</source>
        <translation>Snelheid</translation>
    </message>
    <message>
        <source>Copy selection</source>
        <translation>Selectie kopiëren</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>bestelling {number}</translation>
    </message>
    <message>
        <source>Press to show the number</source>
        <translation>Klik om het nummer te tonen</translation>
    </message>
    <message>
        <source>Open {target}</source>
        <translation>{target} openen</translation>
    </message>
    <message>
        <source>Copy link</source>
        <translation>Link kopiëren</translation>
    </message>
    <message>
        <source>Save all {count} files…</source>
        <translation>Alle {count} bestanden opslaan…</translation>
    </message>
    <message>
        <source>Save {name}…</source>
        <translation>{name} opslaan…</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>Opnieuw versturen</translation>
    </message>
    <message>
        <source>Read in a window</source>
        <translation>In een venster lezen</translation>
    </message>
    <message>
        <source>Copy {text}</source>
        <translation>{text} kopiëren</translation>
    </message>
    <message>
        <source>Show the number</source>
        <translation>Het nummer tonen</translation>
    </message>
    <message>
        <source>Copy the number</source>
        <translation>Het nummer kopiëren</translation>
    </message>
    <message>
        <source>Go to the answered message</source>
        <translation>Ga naar het beantwoorde bericht</translation>
    </message>
    <message>
        <source>Play or pause</source>
        <translation>Afspelen of pauzeren</translation>
    </message>
    <message>
        <source>Other speed</source>
        <translation>Andere snelheid</translation>
    </message>
    <message>
        <source>{who} took this contact</source>
        <translation>{who} heeft dit contact opgepakt</translation>
    </message>
    <message>
        <source>{who} gave this contact back to the team</source>
        <translation>{who} heeft dit contact teruggegeven aan het team</translation>
    </message>
    <message>
        <source>{who} gave this contact to {name}</source>
        <translation>{who} heeft dit contact aan {name} gegeven</translation>
    </message>
    <message>
        <source>{who} moved this contact to {team}</source>
        <translation>{who} heeft dit contact overgedragen aan {team}</translation>
    </message>
    <message>
        <source>{who} snoozed this contact until {moment}</source>
        <translation>{who} heeft dit contact uitgesteld tot {moment}</translation>
    </message>
    <message>
        <source>{who} reopened this contact</source>
        <translation>{who} heeft dit contact heropend</translation>
    </message>
    <message>
        <source>{who} linked this contact to a customer</source>
        <translation>{who} heeft dit contact aan een klant gekoppeld</translation>
    </message>
    <message>
        <source>{who} noted who this customer is</source>
        <translation>{who} heeft vastgelegd wie deze klant is</translation>
    </message>
    <message>
        <source>{who} wrapped up: {reason}</source>
        <translation>{who} heeft afgerond: {reason}</translation>
    </message>
    <message>
        <source>This contact came back</source>
        <translation>Dit contact is terug</translation>
    </message>
    <message>
        <source>{who} joined {one} and {other}: one customer</source>
        <translation>{who} heeft {one} en {other} samengevoegd: één klant</translation>
    </message>
    <message>
        <source>{who} took {one} and {other} apart again</source>
        <translation>{who} heeft {one} en {other} weer uit elkaar gehaald</translation>
    </message>
    <message>
        <source>Recognised as {customer}, {proof}</source>
        <translation>Herkend als {customer}, {proof}</translation>
    </message>
    <message>
        <source>The customer&apos;s address changed from {before} to {after}</source>
        <translation>Het adres van de klant veranderde van {before} in {after}</translation>
    </message>
    <message>
        <source>Answering freely ends at {moment}, and the customer waits</source>
        <translation>Vrij antwoorden kan tot {moment}, en de klant wacht</translation>
    </message>
    <message>
        <source>It is busy: the customer was told kindly, and offered another way</source>
        <translation>Het is druk: dat is de klant vriendelijk gezegd, met een andere weg erbij</translation>
    </message>
    <message>
        <source>Telephone call, {length}</source>
        <translation>Telefoongesprek, {length}</translation>
    </message>
    <message>
        <source>Missed call</source>
        <translation>Gemiste oproep</translation>
    </message>
    <message>
        <source>{who} changed something</source>
        <translation>{who} heeft iets veranderd</translation>
    </message>
    <message>
        <source>This contact was taken up again</source>
        <translation>Dit contact is weer opgepakt</translation>
    </message>
    <message>
        <source>The customer&apos;s address changed from {before} to {after}, which somebody else has already</source>
        <translation>Het adres van de klant veranderde van {before} in {after}, dat iemand anders al heeft</translation>
    </message>
    <message>
        <source>signed in at the shop</source>
        <translation>ingelogd bij de winkel</translation>
    </message>
    <message>
        <source>by their verified mail address</source>
        <translation>aan het bevestigde mailadres</translation>
    </message>
    <message>
        <source>by their order number</source>
        <translation>aan het bestelnummer</translation>
    </message>
    <message>
        <source>as the provider says</source>
        <translation>volgens de provider</translation>
    </message>
    <message>
        <source>by what we know of them</source>
        <translation>aan wat we van de klant weten</translation>
    </message>
    <message>
        <source>Note · {name}</source>
        <translation>Notitie · {name}</translation>
    </message>
    <message>
        <source>Show all ({size})</source>
        <translation>Alles tonen ({size})</translation>
    </message>
    <message>
        <source>edited</source>
        <translation>bewerkt</translation>
    </message>
    <message>
        <source>only colleagues see this</source>
        <translation>alleen collega&apos;s zien dit</translation>
    </message>
    <message>
        <source>waiting to send</source>
        <translation>nog te versturen</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>Opnieuw proberen</translation>
    </message>
    <message>
        <source>not known whether it arrived</source>
        <translation>onbekend of het is aangekomen</translation>
    </message>
    <message>
        <source>goes out in {time}</source>
        <translation>gaat weg over {time}</translation>
    </message>
    <message>
        <source>Hide earlier mail</source>
        <translation>Eerdere mail verbergen</translation>
    </message>
    <message>
        <source>Show earlier mail</source>
        <translation>Eerdere mail tonen</translation>
    </message>
    <message>
        <source>Show as designed</source>
        <translation>Tonen zoals opgemaakt</translation>
    </message>
    <message>
        <source>Reaction: {emoji}</source>
        <translation>Reactie: {emoji}</translation>
    </message>
    <message>
        <source>This picture cannot be shown now. {name}</source>
        <translation>Deze afbeelding kan nu niet worden getoond. {name}</translation>
    </message>
    <message>
        <source>Click to fetch</source>
        <translation>Klik om op te halen</translation>
    </message>
    <message>
        <source>On its way…</source>
        <translation>Onderweg…</translation>
    </message>
    <message>
        <source>Being fetched…</source>
        <translation>Wordt opgehaald…</translation>
    </message>
    <message>
        <source>This file could not be fetched</source>
        <translation>Dit bestand kon niet worden opgehaald</translation>
    </message>
    <message>
        <source>Voice message</source>
        <translation>Spraakbericht</translation>
    </message>
    <message>
        <source>Recording</source>
        <translation>Opname</translation>
    </message>
    <message>
        <source>Voicemail</source>
        <translation>Ingesproken bericht</translation>
    </message>
    <message>
        <source>Sticker</source>
        <translation>Sticker</translation>
    </message>
    <message>
        <source>The mail as it came</source>
        <translation>De mail zoals hij kwam</translation>
    </message>
    <message>
        <source>The mail as designed</source>
        <translation>De mail zoals opgemaakt</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <source>Sound</source>
        <translation>Geluid</translation>
    </message>
    <message>
        <source>Film</source>
        <translation>Filmpje</translation>
    </message>
    <message>
        <source>File</source>
        <translation>Bestand</translation>
    </message>
    <message>
        <source>answers {name}: {text}</source>
        <translation>antwoordt {name}: {text}</translation>
    </message>
    <message>
        <source>Customer</source>
        <translation>Klant</translation>
    </message>
    <message>
        <source>Workstation</source>
        <translation>Workstation</translation>
    </message>
    <message>
        <source>not delivered</source>
        <translation>niet bezorgd</translation>
    </message>
    <message>
        <source>New since you looked</source>
        <translation>Nieuw sinds je laatst keek</translation>
    </message>
    <message>
        <source>{count} events, show fewer</source>
        <translation>{count} gebeurtenissen, minder tonen</translation>
    </message>
    <message>
        <source>{count} events</source>
        <translation>{count} gebeurtenissen</translation>
    </message>
    <message>
        <source>sending {percent} %</source>
        <translation>wordt verstuurd, {percent} %</translation>
    </message>
    <message>
        <source>{name}, customer</source>
        <translation>{name}, klant</translation>
    </message>
    <message>
        <source>{name}, you</source>
        <translation>{name}, jij</translation>
    </message>
    <message>
        <source>{name}, colleague</source>
        <translation>{name}, collega</translation>
    </message>
    <message>
        <source>on its way</source>
        <translation>onderweg</translation>
    </message>
    <message>
        <source>sent</source>
        <translation>verstuurd</translation>
    </message>
    <message>
        <source>delivered</source>
        <translation>bezorgd</translation>
    </message>
    <message>
        <source>read</source>
        <translation>gelezen</translation>
    </message>
    <message>
        <source>Telephone call</source>
        <translation>Telefoongesprek</translation>
    </message>
    <message>
        <source>The number was withheld</source>
        <translation>Het nummer was afgeschermd</translation>
    </message>
    <message>
        <source>Rang, and went on to another telephone</source>
        <translation>Ging over, en ging door naar een ander toestel</translation>
    </message>
    <message>
        <source>It rings</source>
        <translation>Er wordt gebeld</translation>
    </message>
    <message>
        <source>Calling…</source>
        <translation>Bellen…</translation>
    </message>
    <message>
        <source>Call on hold</source>
        <translation>Gesprek in de wacht</translation>
    </message>
    <message>
        <source>On the line since {time}</source>
        <translation>Aan de lijn sinds {time}</translation>
    </message>
    <message>
        <source>They called, {length}</source>
        <translation>De klant belde, {length}</translation>
    </message>
    <message>
        <source>We called, {length}</source>
        <translation>Wij belden, {length}</translation>
    </message>
    <message>
        <source>They left a voicemail</source>
        <translation>De klant sprak een bericht in</translation>
    </message>
    <message>
        <source>They called while we were busy</source>
        <translation>De klant belde toen wij bezet waren</translation>
    </message>
    <message>
        <source>They hung up before we answered</source>
        <translation>De klant hing op voor we opnamen</translation>
    </message>
    <message>
        <source>Their call did not come through</source>
        <translation>Het telefoontje kwam niet door</translation>
    </message>
    <message>
        <source>We reached their voicemail</source>
        <translation>We kregen de voicemail</translation>
    </message>
    <message>
        <source>We called, they were busy</source>
        <translation>Wij belden, in gesprek</translation>
    </message>
    <message>
        <source>We hung up before they answered</source>
        <translation>Wij hingen op voor er werd opgenomen</translation>
    </message>
    <message>
        <source>Our call did not come through</source>
        <translation>Ons telefoontje kwam niet door</translation>
    </message>
    <message>
        <source>We called, nobody answered</source>
        <translation>Wij belden, niemand nam op</translation>
    </message>
    <message>
        <source>with {name}</source>
        <translation>met {name}</translation>
    </message>
    <message>
        <source>at {name}</source>
        <translation>bij {name}</translation>
    </message>
    <message>
        <source>{length} on hold</source>
        <translation>{length} in de wacht</translation>
    </message>
    <message>
        <source>Show on a map</source>
        <translation>Op een kaart tonen</translation>
    </message>
    <message>
        <source>Location</source>
        <translation>Locatie</translation>
    </message>
    <message>
        <source>Without a name</source>
        <translation>Zonder naam</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>Contactgegevens</translation>
    </message>
    <message>
        <source>Together</source>
        <translation>Samen</translation>
    </message>
    <message>
        <source>Order from the catalogue</source>
        <translation>Bestelling uit de catalogus</translation>
    </message>
    <message>
        <source>Chose from the list</source>
        <translation>Koos uit de lijst</translation>
    </message>
    <message>
        <source>Pressed a button of our template</source>
        <translation>Koos een knop van ons sjabloon</translation>
    </message>
    <message>
        <source>Answered whether we may call</source>
        <translation>Antwoordde of we mogen bellen</translation>
    </message>
    <message>
        <source>Pressed a button</source>
        <translation>Koos een knop</translation>
    </message>
    <message>
        <source>Yes, we may</source>
        <translation>Ja, dat mag</translation>
    </message>
    <message>
        <source>No, we may not</source>
        <translation>Nee, dat mag niet</translation>
    </message>
    <message>
        <source>Filled in a form</source>
        <translation>Vulde een formulier in</translation>
    </message>
    <message>
        <source>Mentioned us in their story</source>
        <translation>Noemde ons in een verhaal</translation>
    </message>
    <message>
        <source>Answers our story</source>
        <translation>Antwoordt op ons verhaal</translation>
    </message>
    <message>
        <source>Show the story</source>
        <translation>Verhaal tonen</translation>
    </message>
    <message>
        <source>A story can be seen for a day.</source>
        <translation>Een verhaal is een dag te zien.</translation>
    </message>
    <message>
        <source>Asks about this product</source>
        <translation>Vraagt naar dit product</translation>
    </message>
    <message>
        <source>This mail cannot be taken apart</source>
        <translation>Deze mail kan niet worden ontleed</translation>
    </message>
    <message>
        <source>It is kept as it came: save it and read it in a mail program.</source>
        <translation>Hij is bewaard zoals hij kwam: sla hem op en lees hem in een mailprogramma.</translation>
    </message>
    <message>
        <source>This mail is encrypted</source>
        <translation>Deze mail is versleuteld</translation>
    </message>
    <message>
        <source>Kindly ask for the same without encryption.</source>
        <translation>Vraag vriendelijk om hetzelfde zonder versleuteling.</translation>
    </message>
    <message>
        <source>This cannot be shown here</source>
        <translation>Dit kan hier niet worden getoond</translation>
    </message>
    <message>
        <source>The customer sent something that only their app can show. Kindly ask for it as text or as a photo.</source>
        <translation>De klant stuurde iets dat alleen hun app kan tonen. Vraag er vriendelijk om als tekst of als foto.</translation>
    </message>
    <message>
        <source>It was sent with another app, and only that can show it.</source>
        <translation>Het is met een andere app verstuurd, en alleen die kan het tonen.</translation>
    </message>
    <message>
        <source>The channel calls it “{name}”.</source>
        <translation>Het kanaal noemt het ‘{name}’.</translation>
    </message>
    <message>
        <source>Came from an advertisement</source>
        <translation>Kwam via een advertentie</translation>
    </message>
    <message>
        <source>Came by a link</source>
        <translation>Kwam via een link</translation>
    </message>
    <message>
        <source>Wrote from this page</source>
        <translation>Schreef vanaf deze pagina</translation>
    </message>
    <message>
        <source>This message was taken back</source>
        <translation>Dit bericht is teruggenomen</translation>
    </message>
    <message>
        <source>Forwarded many times</source>
        <translation>Vaak doorgestuurd</translation>
    </message>
    <message>
        <source>Forwarded</source>
        <translation>Doorgestuurd</translation>
    </message>
    <message>
        <source>Template {name}</source>
        <translation>Sjabloon {name}</translation>
    </message>
    <message>
        <source>Not taken in, for its kind or size: {names}</source>
        <translation>Niet aangenomen, om soort of grootte: {names}</translation>
    </message>
    <message>
        <source>Gave an address to answer to: {names}</source>
        <translation>Gaf een adres om op te antwoorden: {names}</translation>
    </message>
    <message>
        <source>Subject: {subject}</source>
        <translation>Onderwerp: {subject}</translation>
    </message>
    <message>
        <source>Nothing is written in this mail</source>
        <translation>In deze mail staat niets</translation>
    </message>
    <message>
        <source>To: {names}</source>
        <translation>Aan: {names}</translation>
    </message>
    <message>
        <source>Copy to: {names}</source>
        <translation>Kopie aan: {names}</translation>
    </message>
    <message>
        <source>Sent by itself, because it is busy</source>
        <translation>Vanzelf verstuurd, omdat het druk is</translation>
    </message>
    <message>
        <source>Sent by itself</source>
        <translation>Vanzelf verstuurd</translation>
    </message>
    <message>
        <source>Automatic answer: nobody waits</source>
        <translation>Automatisch antwoord: niemand wacht</translation>
    </message>
    <message>
        <source>Written outside of Workstation</source>
        <translation>Buiten Workstation geschreven</translation>
    </message>
    <message>
        <source>a mail program</source>
        <translation>een mailprogramma</translation>
    </message>
    <message>
        <source>Written outside of Workstation, in {where}</source>
        <translation>Buiten Workstation geschreven, in {where}</translation>
    </message>
    <message>
        <source>No sound on this computer: open it elsewhere</source>
        <translation>Geen geluid op deze computer: open het elders</translation>
    </message>
    <message>
        <source>Cannot be played here: open it elsewhere</source>
        <translation>Speelt hier niet af: open het elders</translation>
    </message>
    <message>
        <source>Cannot be fetched now: try again later</source>
        <translation>Nu niet op te halen: probeer het later</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
    <message>
        <source>Space plays it</source>
        <translation>Spatie speelt het af</translation>
    </message>
    <message>
        <source>Copied.</source>
        <translation>Gekopieerd.</translation>
    </message>
    <message>
        <source>There is no recording in this contact.</source>
        <translation>Er is geen opname bij dit contact.</translation>
    </message>
    <message>
        <source>Nothing is new since you looked.</source>
        <translation>Er is niets nieuws sinds je laatst keek.</translation>
    </message>
    <message>
        <source>{count} new since you looked</source>
        <translation>{count} nieuw sinds je laatst keek</translation>
    </message>
    <message>
        <source>There is no picture in this contact.</source>
        <translation>Er is geen afbeelding bij dit contact.</translation>
    </message>
    <message>
        <source>This message answers none in particular.</source>
        <translation>Dit bericht antwoordt op geen ander bericht.</translation>
    </message>
    <message>
        <source>[Files: {names}]</source>
        <translation>[Bestanden: {names}]</translation>
    </message>
    <message>
        <source>{count} messages copied.</source>
        <translation>{count} berichten gekopieerd.</translation>
    </message>
</context>
<context>
    <name>viewer</name>
    <message>
        <source>Copy</source>
        <translation>Kopiëren</translation>
    </message>
    <message>
        <source>Save as…</source>
        <translation>Opslaan als…</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>Sluiten</translation>
    </message>
    <message>
        <source>{place} of {count}</source>
        <translation>{place} van {count}</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>Afbeelding</translation>
    </message>
    <message>
        <source>The picture was copied.</source>
        <translation>De afbeelding is gekopieerd.</translation>
    </message>
    <message>
        <source>This picture cannot be fetched now. It is with the server.</source>
        <translation>Deze afbeelding kan nu niet worden opgehaald. De server heeft hem nog.</translation>
    </message>
    <message>
        <source>This picture cannot be shown. Save it to look at it.</source>
        <translation>Deze afbeelding kan niet worden getoond. Sla hem op om hem te bekijken.</translation>
    </message>
    <message>
        <source>Opening…</source>
        <translation>Openen…</translation>
    </message>
</context>
<context>
    <name>views</name>
    <message>
        <source>“{name}” was changed</source>
        <translation>“{name}” is aangepast</translation>
    </message>
    <message>
        <source>“{name}” was removed</source>
        <translation>“{name}” is verwijderd</translation>
    </message>
    <message>
        <source>Keep as a view…</source>
        <translation>Bewaren als weergave…</translation>
    </message>
    <message>
        <source>Keep in this view</source>
        <translation>In deze weergave bewaren</translation>
    </message>
    <message>
        <source>Keep as a view of mine…</source>
        <translation>Als eigen weergave bewaren…</translation>
    </message>
    <message>
        <source>Keep this list as a view</source>
        <translation>Deze lijst als weergave bewaren</translation>
    </message>
    <message>
        <source>Rename or share a view</source>
        <translation>Weergave hernoemen of delen</translation>
    </message>
    <message>
        <source>Every open contact</source>
        <translation>Elk open contact</translation>
    </message>
    <message>
        <source>Such as: Late televisions</source>
        <translation>Bijvoorbeeld: Televisies te laat</translation>
    </message>
    <message>
        <source>Only me</source>
        <translation>Alleen ik</translation>
    </message>
    <message>
        <source>Everybody in {team}</source>
        <translation>Iedereen in {team}</translation>
    </message>
    <message>
        <source>&amp;Name</source>
        <translation>&amp;Naam</translation>
    </message>
    <message>
        <source>&amp;Who sees it</source>
        <translation>&amp;Wie ziet de weergave</translation>
    </message>
    <message>
        <source>Keep</source>
        <translation>Bewaren</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>Annuleren</translation>
    </message>
</context>
<context>
    <name>wrapup</name>
    <message>
        <source>Yes, calling helped</source>
        <translation>Ja, bellen hielp</translation>
    </message>
    <message>
        <source>No, it did not</source>
        <translation>Nee, het hielp niet</translation>
    </message>
    <message>
        <source>No product</source>
        <translation>Geen product</translation>
    </message>
    <message>
        <source>Product</source>
        <translation>Product</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>Reden</translation>
    </message>
    <message>
        <source>Offered</source>
        <translation>Aangeboden</translation>
    </message>
    <message>
        <source>Offered: {what}</source>
        <translation>Aangeboden: {what}</translation>
    </message>
    <message>
        <source>Not about a product</source>
        <translation>Niet over een product</translation>
    </message>
    <message>
        <source>of this contact</source>
        <translation>van dit contact</translation>
    </message>
    <message>
        <source>wrote from its page</source>
        <translation>schreef vanaf de pagina</translation>
    </message>
    <message>
        <source>order {number}</source>
        <translation>bestelling {number}</translation>
    </message>
    <message>
        <source>named it</source>
        <translation>noemde het</translation>
    </message>
    <message>
        <source>came back</source>
        <translation>kwam terug</translation>
    </message>
    <message>
        <source>bought, {number}</source>
        <translation>gekocht, {number}</translation>
    </message>
    <message>
        <source>{times} of {of} here</source>
        <translation>{times} van de {of} hier</translation>
    </message>
    <message>
        <source>All reasons</source>
        <translation>Alle redenen</translation>
    </message>
    <message>
        <source>usual here</source>
        <translation>hier gebruikelijk</translation>
    </message>
</context>
</TS>
