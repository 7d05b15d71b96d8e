"""Every colour and size of the desk, by what it means: once for light, once for dark.

Each text colour reads at 4.5 : 1 or better (WCAG 2.2 AA) on every surface it is used on; a test
holds that.
"""

from dataclasses import dataclass
from typing import Final


@dataclass(frozen=True, slots=True)
class Tokens:
    """One palette. `*_soft` is the ground under a text of that colour, `*_line` its edge."""

    dark: bool
    window: str
    surface: str
    sunken: str
    raised: str
    line: str
    line2: str
    hover: str
    text: str
    muted: str
    faint: str
    accent: str
    accent_soft: str
    accent_hover: str
    on_accent: str
    out: str
    out_line: str
    ok: str
    ok_soft: str
    warn: str
    warn_soft: str
    bad: str
    bad_soft: str
    note: str
    note_line: str
    whatsapp: str
    instagram: str
    messenger: str
    email: str
    phone: str
    chat: str
    console: str


LIGHT: Final = Tokens(
    dark=False,
    window="#F3F4F7",
    surface="#FFFFFF",
    sunken="#ECEEF2",
    raised="#FFFFFF",
    line="#E2E5EA",
    line2="#EEF0F3",
    hover="#F6F7F9",
    text="#1A1E26",
    muted="#5A6371",
    faint="#626A77",
    accent="#2458D6",
    accent_soft="#E8EFFD",
    accent_hover="#1D4BBC",
    on_accent="#FFFFFF",
    out="#E3EDFF",
    out_line="#D3E1FB",
    ok="#0F7153",
    ok_soft="#E2F4EC",
    warn="#9A4E00",
    warn_soft="#FFF1DE",
    bad="#B9242F",
    bad_soft="#FDEBED",
    note="#FFF8DF",
    note_line="#EEE0AE",
    whatsapp="#1C9753",
    instagram="#B93A86",
    messenger="#2D6BE0",
    email="#5A6371",
    phone="#7A4BD0",
    chat="#0B8793",
    console="#7F8794",
)

DARK: Final = Tokens(
    dark=True,
    window="#12151A",
    surface="#1A1E25",
    sunken="#0F1216",
    raised="#20252D",
    line="#2A303A",
    line2="#232831",
    hover="#1F242C",
    text="#E8EBF0",
    muted="#A0A9B6",
    faint="#929BA8",
    accent="#7AA5FF",
    accent_soft="#1D2A47",
    accent_hover="#94B7FF",
    on_accent="#0D1526",
    out="#1F2F52",
    out_line="#2A3E69",
    ok="#5CCB9F",
    ok_soft="#15312A",
    warn="#F0B060",
    warn_soft="#38290F",
    bad="#FF8A92",
    bad_soft="#3B1D22",
    note="#2F2A17",
    note_line="#4A4222",
    whatsapp="#4CC784",
    instagram="#E27ABB",
    messenger="#7AA5FF",
    email="#A0A9B6",
    phone="#B295F5",
    chat="#4CC3CE",
    console="#78818F",
)

GRID: Final = 4
"""Every distance is a multiple of this, in device-independent pixels."""

RADIUS_SMALL: Final = 5
RADIUS: Final = 7
RADIUS_LARGE: Final = 12

TOP_BAR: Final = 48
SIDEBAR: Final = 212
SIDEBAR_FOLDED: Final = 56
INBOX: Final = 348
PANEL: Final = 352
SIDEBAR_WIDE: Final = 256
INBOX_WIDE: Final = 392
PANEL_WIDE: Final = 392
ROW: Final = 76
"""Heights and widths of the window's parts, in device-independent pixels."""

WIDE_FROM: Final = 1600
WIDE_AT: Final = 1900
"""Window widths from which the parts begin to have more, and at which they have all of it."""

FOLD_PANEL_BELOW: Final = 1500
FOLD_SIDEBAR_BELOW: Final = 1400
"""Window widths under which the panel becomes tabs and the sidebar icons."""
