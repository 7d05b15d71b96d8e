"""A customer in a train: the line comes and goes, the page is loaded anew, two tabs are open. What
either side writes arrives once, and the words of each stay in the order in which they were written.
"""

import random
from functools import partial
from typing import TYPE_CHECKING

import pytest

from tests.browsing import LiveChat, answer, bubbles, contact_of, opened, say, transcript, within
from tests.effort import Did
from tests.running import wait_until

if TYPE_CHECKING:
    from playwright.sync_api import Page


def _shows(page: "Page", texts: list[str]) -> bool:
    return sorted(bubbles(page)) == texts


@pytest.mark.counted
def test_everything_arrives_once_and_in_order(chat: LiveChat, effort: int, did: Did) -> None:
    chance = random.Random(7)
    desk = chat.desk()
    context = chat.visit()
    pages = [chat.browse(context), chat.browse(context, "/")]
    say(pages[0], "vraag 0")
    contact_id = contact_of(desk)
    asked, answered = ["vraag 0"], []
    for number in range(1, 12 * effort + 1):
        event = chance.choice(["offline", "online", "online", "reload", "nothing"])
        if event in ("offline", "online"):
            context.set_offline(event == "offline")
        elif event == "reload":
            context.set_offline(False)  # a page cannot be loaded without a line
            chat.reload(chance.choice(pages))
        page = chance.choice(pages)
        opened(page)
        if chance.random() < 0.6:
            asked.append(f"vraag {number}")
            say(page, asked[-1])
        else:
            answered.append(f"antwoord {number}")
            answer(desk, contact_id, answered[-1])
        page.wait_for_timeout(chance.choice([0, 20, 200]))
        did("words over a line that comes and goes", 1)
    context.set_offline(False)
    everything = sorted(asked + answered)
    for page in pages:
        opened(page)
        within(page, partial(_shows, page, everything), 60)
    wait_until(lambda: len(transcript(desk, contact_id)) == len(everything), 60)
    said = transcript(desk, contact_id)
    assert sorted(text for _, text in said) == everything
    assert [text for side, text in said if side == "outbound"] == answered
    for page in pages:
        assert bubbles(page) == [text for _, text in said]
    # In one tab the order is that of writing; between tabs it is that of their clocks.
    assert [text for side, text in said if side == "inbound"] == asked
