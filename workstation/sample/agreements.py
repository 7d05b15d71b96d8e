"""What the sample shop agreed on: reasons, what can be offered, promises and settings."""

from functools import cache

from workstation.models import CHANNELS, Promise, Reason, Resolution, Setting
from workstation.sample.rows import MINUTE, Batch, Row, ref
from workstation.sample.texts import text


def reason_id(path: str) -> str:
    """`path` is a group, or a group and a topic: "picture.flicker"."""
    return ref(f"reason:{path}")


def resolution_id(key: str) -> str:
    return ref(f"resolution:{key}")


@cache
def promised(channel: str, *, first: bool) -> int:
    """How soon a customer is answered on a channel, in milliseconds."""
    minutes = text("staff")["promise"][channel]["first_reply" if first else "next_reply"]
    return int(minutes) * MINUTE


def _reasons() -> list[Row]:
    rows: list[Row] = []
    for position, group in enumerate(text("staff")["reason"]):
        rows.append(_reason(group["key"], None, group["kind"], group["en"], group["nl"], position))
        rows += [
            _reason(f"{group['key']}.{key}", group["key"], group["kind"], english, dutch, place)
            for place, (key, english, dutch) in enumerate(group["topics"])
        ]
    return rows


def _reason(
    path: str, parent: str | None, kind: str, english: str, dutch: str, position: int
) -> Row:
    return {
        "id": reason_id(path),
        "parent_id": None if parent is None else reason_id(parent),
        "kind": kind,
        "name_en": english,
        "name_nl": dutch,
        "position": position,
        "active": True,
    }


def batches() -> list[Batch]:
    staff = text("staff")
    return [
        (Reason, _reasons()),
        (
            Resolution,
            [
                {
                    "id": resolution_id(key),
                    "name_en": english,
                    "name_nl": dutch,
                    "position": position,
                    "active": True,
                }
                for position, (key, (english, dutch)) in enumerate(staff["resolution"].items())
            ],
        ),
        (
            Promise,
            [
                {
                    "id": ref(f"promise:{channel}:{kind}"),
                    "channel": channel,
                    "kind": kind,
                    "minutes": minutes,
                }
                for channel in CHANNELS
                for kind, minutes in staff["promise"][channel].items()
            ],
        ),
        (
            Setting,
            [
                {"id": ref(f"setting:{name}"), "name": name, "value": value}
                for name, value in staff["setting"].items()
            ],
        ),
    ]
