"""What is the matter with one of the shop's own lines, said to who looks after it."""

SENTENCES = {
    "not_configured": (
        "This channel is not set up: nothing comes in by it, and nothing can be sent.",
        "Dit kanaal is niet ingesteld: er komt niets binnen en er kan niets worden verstuurd.",
    ),
    "broke_off": (
        "Listening broke off. It is tried again.",
        "Het luisteren brak af. Het wordt opnieuw geprobeerd.",
    ),
    "asterisk_away": (
        "Asterisk cannot be reached. Calls are not seen until it can.",
        "Asterisk is niet bereikbaar. Tot dan zijn er geen oproepen te zien.",
    ),
    "imap_full": (
        "The mail server {host} lets nobody in at the moment. It is tried again.",
        "De mailserver {host} laat nu niemand toe. Het wordt opnieuw geprobeerd.",
    ),
    "imap_login": (
        "The mail server {host} does not accept the user name and password in [email.imap]. "
        "Correct them in the configuration and start again.",
        "De mailserver {host} accepteert de gebruikersnaam en het wachtwoord in [email.imap] niet. "
        "Verbeter ze in de configuratie en start opnieuw.",
    ),
    "imap_certificate": (
        "The mail server {host} shows a certificate that is not valid: {what}.",
        "De mailserver {host} toont een certificaat dat niet geldig is: {what}.",
    ),
    "imap_tls": (
        "The mail server {host} does not speak TLS on port {port}. Look at security and port.",
        "De mailserver {host} spreekt geen TLS op poort {port}. Kijk naar security en port.",
    ),
    "imap_unknown": (
        "The mail server {host} is not known by that name. Look at host in [email.imap].",
        "Onder de naam {host} is geen mailserver bekend. Kijk naar host in [email.imap].",
    ),
    "imap_refuses": (
        "The mail server {host} refuses connections on port {port}.",
        "De mailserver {host} weigert verbindingen op poort {port}.",
    ),
    "imap_away": (
        "The mail server {host} cannot be reached. Mail waits there, and is fetched once it can.",
        "De mailserver {host} is niet bereikbaar. Mail wacht daar, en wordt opgehaald zodra het "
        "kan.",
    ),
    "imap_no_folder": (
        "The mailbox has no folder {names}. Mail in it is not fetched.",
        "De postbus heeft geen map {names}. Mail daarin wordt niet opgehaald.",
    ),
    "imap_aside": (
        "Of the mails in {names}, {count} cannot be given by the mail server. Look at them in the "
        "mailbox.",
        "Van de mails in {names} kan de mailserver er {count} niet geven. Bekijk ze in de postbus.",
    ),
    "not_kept": (
        "This office cannot keep new mail at the moment. It stays with the mail server.",
        "Dit kantoor kan nieuwe mail nu niet bewaren. Hij blijft bij de mailserver.",
    ),
    "token_not_run": (
        "The token_command {command} could not be run ({what}).",
        "Het token_command {command} kon niet worden uitgevoerd ({what}).",
    ),
    "token_none": (
        "The token_command {command} printed no token (it ended with {code}).",
        "Het token_command {command} gaf geen token (het eindigde met {code}).",
    ),
    "smtp_none": (
        "No server for outgoing mail is configured. Answers wait.",
        "Er is geen server voor uitgaande mail ingesteld. Antwoorden wachten.",
    ),
    "smtp_turned_away": (
        "The mail server turned us away: {said}.",
        "De mailserver wees ons af: {said}.",
    ),
    "smtp_no_login": (
        "The mail server does not let us in: {said}.",
        "De mailserver laat ons niet binnen: {said}.",
    ),
    "smtp_waits": (
        "The mail server asks us to wait: {said}.",
        "De mailserver vraagt ons te wachten: {said}.",
    ),
    "smtp_ended": (
        "The mail server ended the connection.",
        "De mailserver verbrak de verbinding.",
    ),
    "smtp_strange": (
        "The mail server said something strange: {said}.",
        "De mailserver zei iets vreemds: {said}.",
    ),
    "smtp_not_from": (
        "It does not take mail from {sender}: {said}.",
        "Mail van {sender} neemt die niet aan: {said}.",
    ),
    "smtp_certificate": (
        "The mail server's certificate is not valid: {what}.",
        "Het certificaat van de mailserver is niet geldig: {what}.",
    ),
    "smtp_late": (
        "The mail server did not answer in time.",
        "De mailserver antwoordde niet op tijd.",
    ),
    "smtp_refuses": (
        "The mail server refuses connections.",
        "De mailserver weigert verbindingen.",
    ),
    "smtp_unknown": (
        "The name of the mail server is not known.",
        "De naam van de mailserver is niet bekend.",
    ),
    "smtp_lacks": (
        "The mail server does not offer what the configuration asks for (STARTTLS or login).",
        "De mailserver biedt niet wat de configuratie vraagt (STARTTLS of inloggen).",
    ),
    "smtp_broke": (
        "The connection to the mail server broke ({what}).",
        "De verbinding met de mailserver brak ({what}).",
    ),
    "meta_away": (
        "Meta cannot be reached ({what}).",
        "Meta is niet bereikbaar ({what}).",
    ),
    "meta_odd": (
        "Meta's answer was not understood.",
        "Het antwoord van Meta was niet te begrijpen.",
    ),
    "meta_fault": (
        "Meta answered with an error of its own ({status}): {said}.",
        "Meta antwoordde met een eigen fout ({status}): {said}.",
    ),
    "account_deleted": (
        "The shop's WhatsApp account was deleted.",
        "Het WhatsApp-account van de winkel is verwijderd.",
    ),
    "account_offboarded": (
        "The shop's WhatsApp account was disconnected.",
        "Het WhatsApp-account van de winkel is losgekoppeld.",
    ),
    "account_restriction": (
        "Meta has restricted the shop's WhatsApp account{why}. Look in WhatsApp Manager.",
        "Meta heeft het WhatsApp-account van de winkel beperkt{why}. Kijk in WhatsApp Manager.",
    ),
    "account_violation": (
        "Meta says that the shop broke a rule of WhatsApp{why}. Look in WhatsApp Manager.",
        "Volgens Meta overtrad de winkel een regel van WhatsApp{why}. Kijk in WhatsApp Manager.",
    ),
    "disabled_update": (
        "Meta changed whether the shop's WhatsApp account is banned{why}. Look in WhatsApp "
        "Manager.",
        "Meta veranderde of het WhatsApp-account van de winkel verbannen is{why}. Kijk in WhatsApp "
        "Manager.",
    ),
    "partner_removed": (
        "The shop's WhatsApp account is no longer shared with an app{why}. Look in WhatsApp "
        "Manager.",
        "Het WhatsApp-account van de winkel wordt niet meer met een app gedeeld{why}. Kijk in "
        "WhatsApp Manager.",
    ),
    "account_reconnected": (
        "The shop's WhatsApp account is connected again.",
        "Het WhatsApp-account van de winkel is weer gekoppeld.",
    ),
    "account_alert": (
        "WhatsApp says: {said}.",
        "WhatsApp zegt: {said}.",
    ),
    "account_review": (
        "Meta's review of the shop's WhatsApp account ended in {decision}. Look in WhatsApp "
        "Manager.",
        "Meta's beoordeling van het WhatsApp-account van de winkel eindigde in {decision}. Kijk in "
        "WhatsApp Manager.",
    ),
    "template_low": (
        "Customers block or report the WhatsApp template {name}: its quality is low. Send it less, "
        "or reword it, before WhatsApp pauses it.",
        "Klanten blokkeren of melden het WhatsApp-sjabloon {name}: de kwaliteit is laag. Verstuur "
        "het minder, of verwoord het anders, voordat WhatsApp het stopzet.",
    ),
    "template_medium": (
        "Some customers block or report the WhatsApp template {name}: its quality is medium. Look "
        "to whom it is sent.",
        "Sommige klanten blokkeren of melden het WhatsApp-sjabloon {name}: de kwaliteit is matig. "
        "Kijk aan wie het wordt verstuurd.",
    ),
    "number_name": (
        "Meta rejected the name that customers see of the shop's WhatsApp number{why}. Edit it in "
        "WhatsApp Manager.",
        "Meta keurde de naam af die klanten bij het WhatsApp-nummer van de winkel zien{why}. "
        "Verander hem in WhatsApp Manager.",
    ),
    "number_lowered": (
        "Customers block or report the shop's WhatsApp number: Meta lowered its limit{to}.",
        "Klanten blokkeren of melden het WhatsApp-nummer van de winkel: Meta verlaagde de "
        "limiet{to}.",
    ),
    "number_flagged": (
        "Customers block or report the shop's WhatsApp number: Meta has flagged it.",
        "Klanten blokkeren of melden het WhatsApp-nummer van de winkel: Meta heeft het gemarkeerd.",
    ),
    "number_pin": (
        "The two-step PIN of the shop's WhatsApp number was changed ({event}). If nobody of the "
        "shop did that, look in WhatsApp Manager at once.",
        "De pincode voor tweestapsverificatie van het WhatsApp-nummer van de winkel is veranderd "
        "({event}). Deed niemand van de winkel dat, kijk dan meteen in WhatsApp Manager.",
    ),
    "other_number": (
        "WhatsApp posts what happens on another number of the account here too (phone number id "
        "{number}). Nobody takes it in: give that number a callback of its own in Meta's console.",
        "WhatsApp stuurt hierheen ook wat er op een ander nummer van het account gebeurt (phone "
        "number id {number}). Niemand neemt dat in: geef dat nummer een eigen callback in de "
        "console van Meta.",
    ),
    "not_handed_over": (
        "WhatsApp could not hand over something of a customer: {said}.",
        "WhatsApp kon iets van een klant niet overhandigen: {said}.",
    ),
    "call_step": (
        "A step of a call could not be read: {what}.",
        "Een stap van een gesprek was niet te lezen: {what}.",
    ),
    "account_policy": (
        "Meta took a step about the {product} account ({action}): {said}.",
        "Meta nam een stap over het {product}-account ({action}): {said}.",
    ),
}
"""Code: English, Dutch. What a provider said itself stays in its own words."""
