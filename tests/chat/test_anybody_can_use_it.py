"""The chat with a keyboard only, for a screen reader, in two languages, in light and dark: names,
roles, contrast, focus, and what moves."""

import re
from typing import TYPE_CHECKING, Any

import pytest

from tests.browsing import LiveChat, answer, contact_of, opened, say, sees, within

if TYPE_CHECKING:
    from playwright.sync_api import Page

AA = 4.5

# Every text that is shown, with its colour and what is behind it, both as [r, g, b].
_COLOURS = """
() => {
  const root = document.querySelector('workstation-chat').shadowRoot, found = [];
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  for (const one of root.querySelectorAll('*')) {
    const own = [...one.childNodes].some(node => node.nodeType === 3 && node.data.trim());
    if (!own && one.tagName !== 'TEXTAREA') continue;
    if (!one.checkVisibility() || one.closest('.sr')) continue;
    let behind = one, colour;
    do { colour = parse(getComputedStyle(behind).backgroundColor); behind = behind.parentElement; }
    while (colour.length === 4 && colour[3] === 0 && behind);
    const style = getComputedStyle(one, one.tagName === 'TEXTAREA' ? '::placeholder' : null);
    found.push([one.className || one.tagName, parse(style.color).slice(0, 3), colour.slice(0, 3)]);
  }
  return found;
}
"""

# Whatever can be used, and what it is called.
_NAMES = """
() => [...document.querySelector('workstation-chat').shadowRoot
    .querySelectorAll('button, input, textarea, a, [role], progress')]
  .filter(one => one.checkVisibility())
  .map(one => [one.tagName, one.getAttribute('role') || '', (one.getAttribute('aria-label')
    || one.getAttribute('aria-labelledby') || one.labels?.[0]?.textContent
    || one.textContent || '').trim()])
"""


def _luminance(colour: list[float]) -> float:
    parts = [part / 255 for part in colour]
    r, g, b = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * r + 0.7152 * g + 0.0722 * b


def _contrast(one: list[float], other: list[float]) -> float:
    """WCAG 2.2, 1.4.3."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def _in_conversation(chat: LiveChat, path: str, **given: Any) -> "Page":
    desk = chat.desk()
    page = chat.browse(path=path, **given)
    say(page, "Hallo https://www.example.nl/lumea")
    answer(desk, contact_of(desk), "Dag!")
    sees(page, "Hallo https://www.example.nl/lumea", "Dag!")
    page.wait_for_timeout(300)  # the panel has come up
    return page


@pytest.mark.parametrize("theme", ["light", "dark"])
def test_every_text_can_be_read(chat: LiveChat, theme: str) -> None:
    page = _in_conversation(chat, f"/?theme={theme}")
    found = page.evaluate(_COLOURS)
    assert len(found) > 6
    for name, colour, behind in found:
        assert _contrast(colour, behind) >= AA, (name, colour, behind)


@pytest.mark.parametrize("colour", ["#ffdd00", "#0f6b5c", "#777777", "#000000", "#ffffff"])
def test_what_is_written_on_the_shops_colour_can_be_read(chat: LiveChat, colour: str) -> None:
    page = chat.browse()
    page.evaluate(
        "colour => document.documentElement.style.setProperty('--chat-colour', colour)", colour
    )
    page.emulate_media(color_scheme="dark")  # dresses again
    opened(page)
    title = next(one for one in page.evaluate(_COLOURS) if one[0] == "H2")
    assert _contrast(title[1], title[2]) >= AA


def test_everything_has_a_name(chat: LiveChat) -> None:
    page = _in_conversation(chat, "/")
    for tag, role, name in page.evaluate(_NAMES):
        assert name or role in ("alert", "status"), (tag, role)
    panel = page.get_by_role("dialog", name="Stel je vraag")
    assert panel.is_visible()
    assert panel.get_by_role("log", name="Gesprek").is_visible()
    assert panel.get_attribute("aria-modal") == "true"


def test_a_new_answer_is_spoken_and_old_ones_are_not(chat: LiveChat) -> None:
    desk = chat.desk()
    context = chat.visit()
    page = chat.browse(context)
    say(page, "Hallo")
    contact_id = contact_of(desk)
    sees(page, "Hallo")
    answer(desk, contact_id, "Dag!")
    live = page.locator("workstation-chat [aria-live=polite]")
    within(page, lambda: live.inner_text() == "Sanne: Dag!")
    chat.reload(page)
    sees(page, "Hallo", "Dag!")
    assert live.inner_text() == ""


def _focused(page: "Page") -> str:
    return str(
        page.evaluate(
            "() => { const one = document.querySelector('workstation-chat').shadowRoot"
            ".activeElement; return one ? one.getAttribute('aria-label') || one.tagName : ''; }"
        )
    )


def test_a_keyboard_is_enough(chat: LiveChat) -> None:
    page = chat.browse(path="/")
    for _ in range(40):
        page.keyboard.press("Tab")
        if _focused(page) == "Chat openen":
            break
    page.keyboard.press("Enter")
    assert _focused(page) == "Schrijf een bericht"
    page.keyboard.type("Met het toetsenbord")
    page.keyboard.press("Enter")
    sees(page, "Met het toetsenbord")
    # Round and round within the panel, both ways.
    for key in ("Tab", "Shift+Tab"):
        stops = []
        for _ in range(12):
            page.keyboard.press(key)
            stops.append(_focused(page))
        assert {"Chat sluiten", "Schrijf een bericht", "Versturen"} <= set(stops)
        assert "" not in stops
    page.keyboard.press("Escape")
    assert not page.get_by_role("dialog").is_visible()
    assert _focused(page) == "Chat openen"


def test_it_speaks_the_language_of_the_page(chat: LiveChat) -> None:
    page = chat.browse(path="/?language=en", locale="nl-NL")
    panel = opened(page)
    assert panel.get_by_role("heading").inner_text() == "Ask us"
    assert page.locator("workstation-chat").get_attribute("lang") == "en"


def test_on_a_telephone_it_fills_the_screen(chat: LiveChat) -> None:
    page = chat.browse(viewport={"width": 390, "height": 780}, has_touch=True, is_mobile=True)
    box = opened(page).bounding_box()
    assert box is not None
    assert (round(box["x"]), round(box["width"]), round(box["height"])) == (0, 390, 780)


def test_who_wants_no_movement_gets_none(chat: LiveChat) -> None:
    page = chat.browse(reduced_motion="reduce")
    panel = opened(page)
    assert panel.evaluate("one => getComputedStyle(one).animationName") == "none"


def test_it_follows_the_system_into_the_dark(chat: LiveChat) -> None:
    page = chat.browse(color_scheme="dark")
    host = page.locator("workstation-chat")
    assert host.get_attribute("theme") == "dark"
    page.emulate_media(color_scheme="light")
    within(page, lambda: host.get_attribute("theme") == "light")


def test_the_pages_own_style_stays_out(chat: LiveChat) -> None:
    page = chat.browse()
    page.evaluate("document.body.style.cssText = 'font: 40px serif; color: red'")
    panel = opened(page)
    assert panel.evaluate("one => getComputedStyle(one).fontSize") == "15px"
    assert re.match(r"rgb\(26, 30, 38\)", panel.evaluate("one => getComputedStyle(one).color"))
