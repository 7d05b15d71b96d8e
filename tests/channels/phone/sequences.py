"""Events of an Asterisk as they follow one another, written after its documentation: what a
listener hears of a call, in order, with fields that nobody reads left in."""

import json
from typing import Any

CUSTOMER = "1795000000.7"
LEG = f"ws-leg~{CUSTOMER}~jansen~0a1b2c"
PASSED = f"ws-pass~{CUSTOMER}~smit~3d4e5f"
REFERENCE = "01990000-0000-7000-8000-000000000001"
OUT = f"ws-out-{REFERENCE}"
OUT_LEG = f"ws-leg~{OUT}~jansen~6a7b8c"
RECORDING = f"ws-rec~{CUSTOMER}"


def _event(second: float, kind: str, channel: str = "", state: str = "Up", **more: Any) -> bytes:
    whole, part = divmod(round(second * 1000), 1000)
    event: dict[str, Any] = {
        "type": kind,
        "application": "workstation",
        "asterisk_id": "02:42:ac:11:00:02",
        "timestamp": f"2026-11-18T11:{6 + whole // 60:02d}:{whole % 60:02d}.{part:03d}+0000",
    }
    if channel:
        event["channel"] = {
            "id": channel,
            "name": "PJSIP/trunk-00000007",
            "protocol_id": "0f1e2d3c",
            "state": state,
            "caller": {"name": "A. Bakker", "number": "0031201234567"},
            "connected": {"name": "", "number": ""},
            "accountcode": "",
            "dialplan": {
                "context": "from-trunk",
                "exten": "+31208001000",
                "priority": 2,
                "app_name": "Stasis",
                "app_data": "workstation",
            },
            "creationtime": "2026-11-18T11:06:00.000+0000",
            "language": "en",
        }
    return json.dumps(event | more).encode()


def _variable(second: float) -> bytes:
    return _event(second, "ChannelVarset", CUSTOMER, variable="STASISSTATUS", value="")


def _tape(second: float, duration: int) -> bytes:
    recording = {
        "name": RECORDING,
        "format": "wav",
        "state": "done",
        "target_uri": f"bridge:ws-bridge~{CUSTOMER}",
        "duration": duration,
    }
    return _event(second, "RecordingFinished", recording=recording)


def _own(second: float, name: str, channel: str, **variables: str) -> bytes:
    said = {"eventname": name, **variables}
    return _event(second, "ChannelUserevent", channel, eventname=name, userevent=said)


ANSWERED = (
    _event(0, "StasisStart", CUSTOMER, "Ring", args=[]),
    _event(5.8, "ChannelStateChange", LEG, "Ringing"),
    _event(9.1, "StasisStart", LEG, args=["answer"]),
    _event(9.2, "ChannelStateChange", CUSTOMER),
    _variable(9.3),
    _event(20, "ChannelHold", LEG, musicclass="default"),
    _event(32, "ChannelUnhold", LEG),
    _own(40, "ws.held", CUSTOMER),
    _own(48, "ws.resumed", CUSTOMER),
    _event(60, "StasisEnd", CUSTOMER),
    _event(60.01, "ChannelDestroyed", CUSTOMER, cause=16, cause_txt="Normal Clearing"),
    _event(60.1, "StasisEnd", LEG),
    _event(60.11, "ChannelDestroyed", LEG, cause=16, cause_txt="Normal Clearing"),
    _tape(60.2, 31),
)
"""Answered, held on the telephone and from the desk, and ended by the customer."""

MISSED = (
    _event(0, "StasisStart", CUSTOMER, "Ring", args=[]),
    _event(7, "ChannelStateChange", LEG, "Ringing"),
    _event(30, "ChannelDestroyed", LEG, "Ringing", cause=19, cause_txt="User alerting, no answer"),
    _event(41, "StasisEnd", CUSTOMER, "Ring"),
    _event(41.01, "ChannelDestroyed", CUSTOMER, "Ring", cause=0, cause_txt="Unknown"),
)
"""A colleague wanted to answer and did not pick up; then the caller gave up."""

PASSED_ON = (
    _event(0, "StasisStart", CUSTOMER, "Ring", args=[]),
    _event(9, "StasisStart", LEG, args=["answer"]),
    _event(30, "ChannelStateChange", PASSED, "Ringing"),
    _event(35, "StasisStart", PASSED, args=["answer"]),
    _event(35.1, "StasisEnd", LEG),
    _event(35.11, "ChannelDestroyed", LEG, cause=16, cause_txt="Normal Clearing"),
    _event(70, "StasisEnd", CUSTOMER),
    _event(70.01, "ChannelDestroyed", CUSTOMER, cause=16, cause_txt="Normal Clearing"),
)

DIALLED = (
    _event(0, "ChannelStateChange", OUT_LEG, "Ringing"),
    _event(3, "StasisStart", OUT_LEG, args=["dial", "+31201234567"]),
    _event(4, "ChannelStateChange", OUT, "Ringing"),
    _event(15, "StasisStart", OUT, args=["customer"]),
    _event(50, "StasisEnd", OUT),
    _event(50.01, "ChannelDestroyed", OUT, cause=16, cause_txt="Normal Clearing"),
)

BUSY = (
    _event(0, "ChannelStateChange", OUT_LEG, "Ringing"),
    _event(3, "StasisStart", OUT_LEG, args=["dial", "+31201234567"]),
    _event(6, "ChannelDestroyed", OUT, "Down", cause=17, cause_txt="User busy"),
)

NOT_PICKED_UP = (
    _event(0, "ChannelStateChange", OUT_LEG, "Ringing"),
    _event(25, "ChannelDestroyed", OUT_LEG, "Ringing", cause=19, cause_txt="no answer"),
)
"""My own telephone rang, and I did not take it."""
