"""Whatever stands in a webhook in place of what should: it is read, or not understood, and what is
read of it can be kept."""

import copy
import json
from collections.abc import Iterator
from typing import Any

import pytest

from tests.channels.whatsapp.test_reading_messages import FILES, SHAPES
from tests.channels.whatsapp.webhooks import (
    OURS,
    WRITER,
    body,
    change,
    message,
    status,
)
from workstation.channels.incoming import (
    NotUnderstood,
    Parsed,
)
from workstation.channels.whatsapp.reading import read

ODD: list[Any] = [
    None,
    True,
    -1,
    10**30,
    "",
    "nul \x00 and half \ud800",
    "9" * 400,
    [],
    [None],
    {},
    {"id": {}},
]

_CALL = {"id": "wacid.1", "event": "terminate", "duration": 5, "start_time": "1", "from": "31"}
_EDIT = {"original_message_id": "wamid.1", "message": {"type": "text", "text": {"body": "x"}}}
_TEMPLATE = {"message_template_name": "a", "message_template_language": "nl"}

_KINDS: list[tuple[str, Any]] = [(kind, content) for kind, content, *_ in FILES]
_KINDS += [(kind, content) for kind, content, _ in SHAPES]

CHANGES: list[dict[str, Any]] = [
    *(
        change("messages", contacts=[WRITER], messages=[message(kind, content)])
        for kind, content in _KINDS
    ),
    change("messages", messages=[message("text", {"body": "x"}, referral={"body": "x"})]),
    change("messages", messages=[message("system", {"type": "user_changed_number", "wa_id": "3"})]),
    change(
        "messages", statuses=[status("failed", errors=[{"code": 131047}])], errors=[{"code": 1}]
    ),
    change("smb_message_echoes", message_echoes=[message("edit", _EDIT)]),
    change("calls", calls=[_CALL], statuses=[status("RINGING", type="call")]),
    change("user_id_update", user_id_update=[{"user_id": {"previous": "1", "current": "2"}}]),
    {
        "field": "message_template_status_update",
        "value": _TEMPLATE | {"event": "REJECTED", "rejection_info": {"reason": "x"}},
    },
    {
        "field": "message_template_components_update",
        "value": _TEMPLATE | {"message_template_buttons": [{"message_template_button_text": "x"}]},
    },
    {
        "field": "account_update",
        "value": {"event": "ACCOUNT_RESTRICTION", "restriction_info": [{"restriction_type": "x"}]},
    },
]


def places(given: Any, before: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Where something stands in it."""
    inside: list[tuple[Any, Any]] = []
    if isinstance(given, dict):
        inside = list(given.items())
    elif isinstance(given, list):
        inside = list(enumerate(given))
    for name, one in inside:
        yield (*before, name)
        yield from places(one, (*before, name))


def test_every_place_in_every_webhook(caplog: pytest.LogCaptureFixture) -> None:
    caplog.set_level("ERROR")
    for one in CHANGES:
        posted = json.loads(body(one))
        for place in places(posted):
            for odd in ODD:
                changed = copy.deepcopy(posted)
                inside = changed
                for name in place[:-1]:
                    inside = inside[name]
                inside[place[-1]] = odd
                try:
                    found = read(json.dumps(changed).encode(), OURS)
                except NotUnderstood:
                    continue
                _can_be_kept(found, (place, odd))


def _can_be_kept(found: Parsed, why: object) -> None:
    for one in found.messages:
        texts = [one.text, one.address, one.thread, one.name, one.provider_id, one.reply_to]
        texts += [json.dumps(one.facts, ensure_ascii=False, allow_nan=False), one.product_code]
        for text in texts:
            assert "\x00" not in text, why
            text.encode()
        assert one.address, why
