"""Whatever order a conversation's webhooks come in, split or joined or repeated: the same is said
in all."""

from collections import Counter
from collections.abc import Hashable, Mapping, Sequence
from typing import Any

from hypothesis import given, settings, strategies as st

from tests.channels.whatsapp.webhooks import AT, NUMBER, OURS, WRITER, body, change, message, status
from workstation.channels.incoming import (
    Parsed,
)
from workstation.channels.whatsapp.reading import read

_TEXTS = st.text(max_size=20)
_KINDS = st.one_of(
    st.builds(lambda words: ("text", {"body": words}), _TEXTS),
    st.builds(lambda words: ("image", {"id": "9", "caption": words}), _TEXTS),
    st.builds(lambda words: ("button", {"text": words}), _TEXTS),
    st.just(("location", {"latitude": 1, "longitude": 2})),
    st.builds(lambda emoji: ("reaction", {"message_id": "wamid.O", "emoji": emoji}), _TEXTS),
    st.just(("revoke", {"original_message_id": "wamid.A"})),
    st.builds(
        lambda words: (
            "edit",
            {
                "original_message_id": "wamid.A",
                "message": {"type": "text", "text": {"body": words}},
            },
        ),
        _TEXTS,
    ),
    st.just(("system", {"type": "user_changed_number", "wa_id": "31651234599"})),
    st.just(("something_new", {})),
)
_STATES = st.sampled_from(["sent", "delivered", "read", "failed"])
Item = tuple[str, dict[str, Any]]


@st.composite
def conversations(draw: st.DrawFn) -> list[Item]:
    kinds = draw(st.lists(_KINDS, max_size=6))
    states = draw(st.lists(_STATES, max_size=4))
    items: list[Item] = [
        ("messages", message(kind, content, id=f"wamid.{number}", timestamp=str(AT + number)))
        for number, (kind, content) in enumerate(kinds)
    ]
    items += [("statuses", status(state, id=f"wamid.O{n}")) for n, state in enumerate(states)]
    return items


def webhook(items: Sequence[Item]) -> bytes:
    values: list[dict[str, Any]] = [{"contacts": [WRITER], name: [item]} for name, item in items]
    return body(*(change("messages", **value) for value in values))


def everything(*found: Parsed) -> Counter[str]:
    """All that was said, without its order."""
    return Counter(
        repr((name, _plain(one)))
        for parsed in found
        for name in Parsed.__slots__
        if name != "unread"
        for one in getattr(parsed, name)
    )


def _plain(one: Any) -> Hashable:
    values = ((name, getattr(one, name)) for name in one.__slots__)
    return tuple(
        (name, tuple(sorted(value.items()) if isinstance(value, Mapping) else (value,)))
        for name, value in values
    )


@settings(max_examples=60, deadline=None)
@given(conversation=conversations(), data=st.data())
def test_split_and_shuffled_says_the_same_as_in_order(
    conversation: list[Item], data: st.DataObject
) -> None:
    whole = everything(read(webhook(conversation), OURS))
    shuffled = data.draw(st.permutations(conversation))
    cut = data.draw(st.integers(0, len(shuffled)))
    parts = [read(webhook(part), OURS) for part in (shuffled[:cut], shuffled[cut:])]
    assert everything(*parts) == whole


@settings(max_examples=30, deadline=None)
@given(conversation=conversations())
def test_the_same_body_says_the_same_each_time(conversation: list[Item]) -> None:
    posted = webhook(conversation)
    assert read(posted, OURS) == read(posted, OURS)


_KEYS = "id from timestamp type text body context image interactive contacts phones order system"
_MORE = "product_items location latitude reaction errors"
_NAMES = st.sampled_from([*_KEYS.split(), *_MORE.split()])
_JSON = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=5),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(_NAMES, inner, max_size=4),
    max_leaves=12,
)


@settings(max_examples=150, deadline=None)
@given(inside=st.dictionaries(_NAMES, _JSON, max_size=5))
def test_a_message_of_any_make_costs_its_neighbour_nothing(inside: dict[str, Any]) -> None:
    good = message("text", {"body": "Hello"}, id="wamid.GOOD")
    given = [inside | {"id": "wamid.ODD"}, good]
    found = read(body(change("messages", contacts=[WRITER], messages=given)), OURS)
    kept = [one for one in found.messages if one.provider_id == "wamid.GOOD"]
    assert [(one.text, one.address) for one in kept] == [("Hello", f"+{NUMBER}")]
