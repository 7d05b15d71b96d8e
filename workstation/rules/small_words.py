"""Words that hold a sentence together and say nothing of what it is about, in Dutch and English.

They are not shown as the reason for a guess: "because they said “and, can”" convinces nobody.
"""

from typing import Final

_DUTCH: Final = (
    "aan al alle als altijd ben bent bij dan dat de deze die dit doe doen door dus een eens en er "
    "geen goed had hallo heb hebben hebt heeft heel het hij hoe hoi hun iets ik in is ja jij "
    "jullie kan kun kunnen kunt maar mag me meer mij mijn moet naar nee niet niets nog nu of om "
    "omdat onder ons ook op over te toch toen tot uit uw van veel via vanaf voor waar was wat we "
    "weer wel wie wij wil wilde word worden wordt zal ze zeer zelf zij zijn zo zou"
)
_ENGLISH: Final = (
    "about after again all already also and any are ask back because been but came can come could "
    "did does done for from get good got had has have hello her here him his how into its just "
    "know like make may more much must need new not now off okay one only other our out over "
    "please said say see she should some still take than thank thanks that the their them then "
    "there they thing this too try two until use very want was way were what when where which who "
    "why will with would yes yet you your"
)

SMALL_WORDS: Final = frozenset(f"{_DUTCH} {_ENGLISH}".split())
