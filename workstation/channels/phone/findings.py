"""What a look at a telephone provider found, said to an admin."""

from collections.abc import Callable, Sequence
from typing import Any

from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.channels.port import (
    Finding,
)

_SAID = {
    "phone.shut": (
        "The provider does not let us in: check the secret or the account's password.",
        "De aanbieder laat ons niet binnen: controleer het geheim of het wachtwoord.",
    ),
    "phone.gone": (
        "The provider answers, but does not know what we asked for: check its address.",
        "De aanbieder antwoordt, maar kent niet wat we vragen: controleer het adres.",
    ),
}


def looked_at(look: Callable[[], Any]) -> Sequence[Finding]:
    """Whether the provider answers to `look`."""
    try:
        look()
    except Unavailable:
        return (
            Finding(
                severity="broken",
                english="The telephone provider cannot be reached: check its address.",
                dutch="De telefonieaanbieder is niet bereikbaar: controleer het adres.",
            ),
        )
    except Rejected as error:
        english, dutch = _SAID.get(
            error.code,
            (
                "The telephone provider refuses what we ask: check the account.",
                "De telefonieaanbieder weigert wat we vragen: controleer het account.",
            ),
        )
        return (Finding(severity="broken", english=english, dutch=dutch),)
    return (
        Finding(
            severity="fine",
            english="The telephone provider answers.",
            dutch="De telefonieaanbieder antwoordt.",
        ),
    )
