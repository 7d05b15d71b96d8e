"""How the sample shop's channels are: message templates, and how far each channel is open."""

from dataclasses import dataclass

from workstation.actions.set_dial import dial_id
from workstation.models import Dial, Template, id_for
from workstation.sample.rows import Batch
from workstation.sample.texts import text


@dataclass(frozen=True, slots=True)
class Approved:
    """A message that the provider has approved."""

    name: str
    language: str
    category: str
    body: str
    footer: str
    buttons: tuple[str, ...]


def templates() -> list[Approved]:
    return [
        Approved(
            name=entry["name"],
            language=language,
            category=entry["category"],
            body=entry[language],
            footer=text("staff")["setting"]["shop_name"],
            buttons=(entry["button"][language],) if "button" in entry else (),
        )
        for entry in text("lines")["template"]
        for language in ("nl", "en")
    ]


def batches() -> list[Batch]:
    return [
        (
            Template,
            [
                {
                    "id": id_for("template", f"whatsapp:{one.language}:{one.name}"),
                    "channel": "whatsapp",
                    "name": one.name,
                    "language": one.language,
                    "status": "approved",
                    "category": one.category,
                    "header": "",
                    "body": one.body,
                    "footer": one.footer,
                    "buttons": list(one.buttons),
                    "active": True,
                }
                for one in templates()
            ],
        ),
        (
            Dial,
            [
                {
                    "id": dial_id(entry["channel"]),
                    "channel": entry["channel"],
                    "active": True,
                    "share": entry.get("share", 100),
                    "per_hour": entry.get("per_hour"),
                    "at_once": entry.get("at_once"),
                    "hours": entry.get("hours", {}),
                    "told_en": entry.get("told_en", ""),
                    "told_nl": entry.get("told_nl", ""),
                    "instead": entry.get("instead", ""),
                }
                for entry in text("lines")["dial"]
            ],
        ),
    ]
