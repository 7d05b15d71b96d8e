"""Amounts: from the decimals people write to whole numbers of a currency's smallest unit."""

from decimal import Decimal

_WITHOUT = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX UYI VND VUV XAF XOF XPF"
_THREE = "BHD IQD JOD KWD LYD OMR TND"

DIGITS: dict[str, int] = dict.fromkeys(_WITHOUT.split(), 0) | dict.fromkeys(_THREE.split(), 3)
"""Digits after the point by ISO 4217, where there are not two."""


def digits(currency: str) -> int:
    return DIGITS.get(currency, 2)


def smallest_units(amount: Decimal, currency: str) -> int | None:
    """15.00 EUR is 1500; None when the amount has more digits than the currency."""
    scaled = amount.scaleb(digits(currency))
    whole = int(scaled)
    return whole if whole == scaled else None
