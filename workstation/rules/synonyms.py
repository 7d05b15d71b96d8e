"""What customers say for what a reason is called, in Dutch and English.

A shop names its reasons in a word or two ("Leaks"); customers tell what they see ("there is a
puddle under it"). Until enough of them were wrapped up, these words are what a reason is known by.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Synonyms:
    """A reason whose name has all words of one of `names` is also meant by each word of `said`."""

    names: tuple[str, ...]
    said: tuple[str, ...]


def _of(names: str, said: str) -> Synonyms:
    return Synonyms(tuple(names.split(", ")), tuple(said.split()))


SYNONYMS: Final = (
    _of(
        "leaks, leaking, leakage, lekt, lekkage",
        "leak leaking lek lekken lekkage drip drips dripping druppelt druppels puddle plas plasje "
        "floor vloer nat flood flooded overstroming underneath onderuit seal",
    ),
    _of(
        "not drain, niet af, drain, pump, afpompen",
        "drain drains draining pump pumps afvoer pompt afpompen leeg drum trommel standing staan "
        "blijft spin centrifugeert",
    ),
    _of(
        "no water, takes water, intake, geen water",
        "fill fills filling vult vullen tap kraan inlet toevoer aquastop hose slang",
    ),
    _of(
        "damp, vochtig, drying, drogen",
        "damp wet moist klam vochtig nat droog droogt drogen dries dry",
    ),
    _of(
        "makes noise, noise, noisy, lawaai, geluidsoverlast",
        "noise noisy loud grinding rattle rattling squeal squeaks banging buzz buzzing humming "
        "lawaai herrie hard luid rammelt ratelt piept piep bonkt bonken kraakt brom bromt zoemt "
        "tikt knarst",
    ),
    _of(
        "silent, stil, one side, eén kant",
        "left right links rechts linker rechter side kant ear oor oortje oorschelp silent stil "
        "mono",
    ),
    _of(
        "out of step, sync, lag, niet gelijk, vertraging",
        "sync delay lag late behind lips lippen vertraging achter gelijk synchroon asynchroon",
    ),
    _of(
        "flicker, flikkeren, flikkert",
        "flicker flickers flickering flash flashes flashing blink blinking knippert knipperen "
        "flikkert flitst",
    ),
    _of(
        "no picture, geen beeld, black screen, zwart scherm",
        "black blank dark signal zwart blanco donker signaal",
    ),
    _of(
        "stripes, pixels, strepen",
        "stripe stripes line lines vertical horizontal spot spots pixel pixels dead streep "
        "strepen lijn lijnen verticaal verticale horizontaal vlek vlekken vlekjes puntje stipje "
        "banding burn inbranden",
    ),
    _of(
        "crack, cracked, broken screen, barst",
        "crack cracked shattered smashed barst gebarsten kapotgevallen gevallen dropped",
    ),
    _of(
        "not start, niet start, start, starts, turn on, gaat niet aan",
        "boot boots booting start starts starting dead aan aanzetten opstarten opstart button "
        "knop lamp standby power uitgevallen fuse stop",
    ),
    _of(
        "battery, accu, batterij",
        "battery drains drained empty dies lasts accu batterij leeg snel",
    ),
    _of(
        "not charge, niet laadt, charge, charging, opladen",
        "charge charges charging charger plug cable oplader opladen laadt laden lader stekker "
        "snoer",
    ),
    _of(
        "hot, heat, overheats, heet, warm",
        "hot heat heats heating overheat overheats burning warm heet bloedheet oververhit "
        "gloeiend verbrand smell ruikt brandlucht smoke rook",
    ),
    _of(
        "wi-fi, wifi, internet",
        "wifi wi fi internet router network netwerk modem signal verbroken offline",
    ),
    _of(
        "bluetooth",
        "bluetooth pair pairs pairing koppelen koppelt gekoppeld",
    ),
    _of(
        "by themselves, vanzelf, drift",
        "drift drifts drifting itself vanzelf stick stuurt ghost",
    ),
    _of(
        "damaged, beschadigd, damage, schade",
        "damaged damage dent dented broken scratch scratched scratches smashed bent torn cracked "
        "gebarsten barst deuk deukje gedeukt kras krassen beschadigd schade gebroken stuk kapot "
        "verpakking",
    ),
    _of(
        "missing, ontbreekt, incomplete, incompleet",
        "missing lacks incomplete without ontbreekt ontbreken mis mist vergeten compleet zat "
        "onderdeel schroeven screws manual handleiding",
    ),
    _of(
        "wrong article, verkeerd artikel, wrong item, verkeerde",
        "wrong different instead verkeerd verkeerde andere ander kleur colour color gekregen "
        "received ontvangen besteld",
    ),
    _of(
        "courier, driver, bezorger, koerier",
        "courier driver postman bezorger koerier chauffeur rude onbeschoft brutaal threw gooide "
        "gegooid neighbour buren schutting dumped",
    ),
    _of(
        "later, later than agreed, te laat, vertraagd",
        "late later delayed delay promised beloofd beloofden afgesproken laat vertraging weer nog "
        "wachten waited",
    ),
    _of(
        "not call back, teruggebeld, niet gebeld, terugbellen",
        "called phoned teruggebeld terugbellen gebeld bellen promised beloofd niemand nobody",
    ),
    _of(
        "where is it, waar blijft, track, tracking, bezorgstatus",
        "where track tracking trace parcel package pakket pakketje arrived arrive shipped status "
        "waar blijft volgen verzonden onderweg geleverd aangekomen ontvangen eta yet",
    ),
    _of(
        "another moment, ander moment, reschedule, andere dag",
        "home tomorrow evening afternoon morning saturday another reschedule postpone moment "
        "thuis morgen avond ochtend middag zaterdag donderdag vrijdag verzetten verplaatsen later "
        "eerder tijdvak tijdstip",
    ),
    _of(
        "other address, ander adres, address, adres",
        "address moved moving street adres verhuisd straat huisnummer werk werkadres",
    ),
    _of(
        "old appliance, oud apparaat, old device",
        "old take away recycle oude oud meenemen afvoeren inleveren mee",
    ),
    _of(
        "invoice, factuur, receipt, bon",
        "invoice receipt bill vat tax accountant factuur facturen rekening bon bonnetje btw "
        "boekhouding bills",
    ),
    _of(
        "cancel, annuleren, change, wijzigen",
        "cancel cancels cancelled cancelling cancellation change mistake twice annuleer annuleren "
        "geannuleerd wijzig wijzigen aanpassen vergissing dubbel afzien",
    ),
    _of(
        "payment, betaling, pay, betalen",
        "payment paid pay card declined charged debit credit ideal klarna paypal betaling betaald "
        "betalen afgeschreven geweigerd pas creditcard termijnen",
    ),
    _of(
        "discount, discount code, kortingscode, voucher, coupon",
        "discount voucher coupon code promo korting kortingscode actiecode bon cadeaubon",
    ),
    _of(
        "return label, retourlabel, return, retour",
        "return returning send back label terugsturen terug retour retourneren retourlabel "
        "opsturen bedenktijd",
    ),
    _of(
        "money, refund, geld, terugbetaling",
        "refund refunded reimburse reimbursement money geld terugbetaling terugbetaald "
        "terugstorten teruggestort rekening rest",
    ),
    _of(
        "exchange, omruilen, swap, ruilen",
        "exchange swap replace bigger smaller size other omruilen ruilen ruil wisselen groter "
        "grotere kleiner kleinere maat",
    ),
    _of(
        "fit, past het, size, afmetingen",
        "fit fits width height depth size cm measurements inch past passen breedte hoogte diepte "
        "maten afmeting afmetingen nis",
    ),
    _of(
        "which one, welke past, compare, advice, advies, vergelijken",
        "which better best difference advise advice recommend compare doubt welke beter beste "
        "verschil advies raden aanraden vergelijken twijfel kiezen geschikt",
    ),
    _of(
        "stock, voorraad, available, leverbaar",
        "stock available availability again soon voorraad leverbaar verkrijgbaar beschikbaar "
        "uitverkocht sold winkel store",
    ),
    _of(
        "price, prijs, offers, acties, aanbieding",
        "price cheaper cheap offer deal sale match prijs goedkoper korting aanbieding actie "
        "acties duurder prijsgarantie friday",
    ),
    _of(
        "works with, werkt met, compatible, compatibel",
        "compatible compatibility works together support supports combine werkt samen geschikt "
        "compatibel ondersteunt combineren",
    ),
    _of(
        "install, installing, installeren, installatie, mounting",
        "install installing installation mount mounting hang connect wall installeren installatie "
        "aansluiten sluit ophangen muur monteren montage plaatsen kraan",
    ),
    _of(
        "setting, instelling, instellingen, settings",
        "setting settings menu language turn switch enable disable notifications taal instellen "
        "instelling instellingen zet uitzetten aanzetten melding meldingen wachtwoord",
    ),
    _of(
        "connecting, verbinden, koppelen, pairing",
        "connect connecting pair pairing link verbinden verbind verbinding koppelen koppel "
        "aansluiten",
    ),
    _of(
        "cleaning, schoonmaken, descaling, ontkalken, onderhoud",
        "clean cleaning descale descaling filter limescale schoonmaken schoon reinigen ontkalken "
        "ontkalk kalk zeef schimmel",
    ),
    _of(
        "guarantee, garantie, warranty",
        "guarantee warranty garantie years jaar verlopen expired",
    ),
    _of(
        "repair, reparatie, repareren",
        "repair repaired fix technician mechanic reparatie repareren gerepareerd monteur maken",
    ),
    _of(
        "update, software, firmware",
        "update updated upgrade firmware software app version bijwerken versie",
    ),
    _of(
        "account, login, inloggen",
        "account login password profile inloggen wachtwoord profiel aanmelden",
    ),
    _of(
        "smell, geur, stank",
        "smell smells smelly stink stinks ruikt stinkt geur stank muf",
    ),
    _of(
        "door, deur, lid, klep",
        "door deur lid klep handle handvat latch sluit dicht opent locked vergrendeld",
    ),
    _of(
        "ink, inkt, cartridge, toner",
        "ink cartridge toner inkt cartridges leeg strepen",
    ),
    _of(
        "camera",
        "camera lens foto photos blurry wazig focus",
    ),
    _of(
        "keyboard, toetsenbord",
        "keyboard key keys toets toetsen toetsenbord",
    ),
)
