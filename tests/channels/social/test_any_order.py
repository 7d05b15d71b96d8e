"""Whatever order a conversation's webhooks come in, split or joined or repeated: the same is said
in all; and nothing of any make costs its neighbours anything."""

from collections import Counter
from collections.abc import Sequence
from typing import Any

import pytest
from hypothesis import given, settings, strategies as st

from tests.channels.social.captures import ANNA, AT, CDN, PAGE, body, event, messenger
from workstation.channels.incoming import (
    NotUnderstood,
    Parsed,
)

_TEXTS = st.text(max_size=20)
_MIDS = st.sampled_from(["m_1", "m_2", "m_3"])
_MESSAGES = st.one_of(
    st.builds(lambda words: {"text": words}, _TEXTS),
    st.just({"attachments": [{"type": "image", "payload": {"url": CDN + "a.png"}}]}),
    st.just({"is_deleted": True}),
    st.just({"is_unsupported": True}),
    st.builds(lambda words: {"text": words, "quick_reply": {"payload": "X"}}, _TEXTS),
    st.builds(lambda mid: {"text": "That one", "reply_to": {"mid": mid}}, _MIDS),
)
_EVENTS = st.one_of(
    st.builds(lambda mid, told: {"message": {"mid": mid} | told}, _MIDS, _MESSAGES),
    st.builds(lambda words: {"postback": {"title": words, "payload": "X"}}, _TEXTS),
    st.builds(
        lambda mid, action: {"reaction": {"mid": mid, "action": action, "emoji": "❤"}},
        _MIDS,
        st.sampled_from(["react", "unreact"]),
    ),
    st.builds(lambda mid, words: {"message_edit": {"mid": mid, "text": words}}, _MIDS, _TEXTS),
    st.builds(lambda mid: {"delivery": {"mids": [mid], "watermark": AT}}, _MIDS),
    st.builds(lambda at: {"read": {"watermark": AT + at}}, st.integers(0, 100)),
    st.just({"referral": {"ref": "spring", "source": "SHORTLINK"}}),
    st.just({"something_new": {}}),
)


@st.composite
def conversations(draw: st.DrawFn) -> list[dict[str, Any]]:
    told = draw(st.lists(_EVENTS, max_size=8))
    ours = draw(st.lists(_MESSAGES, max_size=3))
    events = [event(at=AT + number, **one) for number, one in enumerate(told)]
    return events + [
        event(from_=PAGE, to=ANNA, message={"mid": f"m_e{number}", "is_echo": True} | one)
        for number, one in enumerate(ours)
    ]


def everything(*found: Parsed) -> Counter[str]:
    """All that was said, without its order."""
    return Counter(
        repr((name, one))
        for parsed in found
        for name in Parsed.__slots__
        if name != "unread"
        for one in getattr(parsed, name)
    )


def read(events: Sequence[dict[str, Any]]) -> Parsed:
    return messenger().parse(body(*events))


@settings(max_examples=60, deadline=None)
@given(conversation=conversations(), data=st.data())
def test_split_and_shuffled_says_the_same_as_in_order(
    conversation: list[dict[str, Any]], data: st.DataObject
) -> None:
    whole = everything(read(conversation))
    shuffled = data.draw(st.permutations(conversation))
    cut = data.draw(st.integers(0, len(shuffled)))
    assert everything(read(shuffled[:cut]), read(shuffled[cut:])) == whole


@settings(max_examples=30, deadline=None)
@given(conversation=conversations())
def test_the_same_body_says_the_same_each_time(conversation: list[dict[str, Any]]) -> None:
    assert read(conversation) == read(conversation)


_KEYS = "mid text attachments type payload url reply_to story referral reaction emoji action"
_MORE = "message postback read delivery mids watermark message_edit sender recipient timestamp"
_NAMES = st.sampled_from([*_KEYS.split(), *_MORE.split(), "is_echo", "title", "product"])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=200, deadline=None)
@given(odd=st.dictionaries(_NAMES, _JSON, max_size=5), inside=st.booleans())
def test_an_event_of_any_make_costs_its_neighbour_nothing(
    odd: dict[str, Any], inside: bool
) -> None:
    good = event(message={"mid": "m_good", "text": "Hello"})
    found = read([event(message={"mid": "m_odd"} | odd) if inside else odd, good])
    kept = [one for one in found.messages if one.provider_id == "m_good"]
    assert [(one.text, one.address) for one in kept] == [("Hello", ANNA)]


@settings(max_examples=100, deadline=None)
@given(odd=_JSON)
def test_an_entry_of_any_make_is_read_or_not_understood(odd: Any) -> None:
    import json

    given = json.dumps({"object": "page", "entry": odd}).encode()
    try:
        messenger().parse(given)
    except NotUnderstood:
        return


@pytest.mark.parametrize("timestamp", [1e400, -1, True, "9" * 400, [1], float("nan")])
def test_a_moment_of_any_make_is_survived(timestamp: Any) -> None:
    parsed = read([event(at=timestamp, message={"mid": "m_1", "text": "Hi"})])
    assert parsed.messages[0].at == AT + 500
