"""The approved messages that the pretended provider keeps for the shop's WhatsApp number."""

from collections.abc import Mapping
from typing import Any


class Templates:
    def __init__(self) -> None:
        self._kept: dict[tuple[str, str], dict[str, Any]] = {}
        self.add("order_update", "nl", "Hallo {{1}}, uw bestelling {{2}} is onderweg.")
        self.add("order_update", "en", "Hello {{1}}, your order {{2}} is on its way.")
        self.add(
            "go_on",
            "nl",
            "Hallo {{1}}, we hebben een antwoord op uw vraag. Mogen we het u sturen?",
            buttons=("Ja, graag",),
            footer="Example Electronics",
        )
        self.add(
            "go_on",
            "en",
            "Hello {{1}}, we have an answer to your question. May we send it?",
            buttons=("Yes, please",),
            footer="Example Electronics",
        )

    def add(
        self,
        name: str,
        language: str,
        body: str,
        *,
        status: str = "APPROVED",
        category: str = "UTILITY",
        header: str = "",
        footer: str = "",
        buttons: tuple[str, ...] = (),
    ) -> None:
        components: list[dict[str, Any]] = [{"type": "BODY", "text": body}]
        if header:
            components.insert(0, {"type": "HEADER", "format": "TEXT", "text": header})
        if footer:
            components.append({"type": "FOOTER", "text": footer})
        if buttons:
            pressed = [{"type": "QUICK_REPLY", "text": button} for button in buttons]
            components.append({"type": "BUTTONS", "buttons": pressed})
        self._kept[name, language] = {
            "name": name,
            "parameter_format": "POSITIONAL",
            "components": components,
            "language": language,
            "status": status,
            "category": category,
            "id": str(594425479261596 + len(self._kept)),
        }

    def body(self, name: str, language: str) -> str | None:
        """The text of an approved template."""
        found = self._kept.get((name, language))
        if found is None or found["status"] != "APPROVED":
            return None
        texts = [part["text"] for part in found["components"] if part["type"] == "BODY"]
        return str(texts[0])

    def page(self, address: str, query: Mapping[str, str]) -> dict[str, Any]:
        """A page of the list; `address` is where the list is."""
        limit = max(1, int(query.get("limit") or 25))
        start = int(query.get("after") or 0)
        every = list(self._kept.values())
        end = min(start + limit, len(every))
        paging: dict[str, Any] = {"cursors": {"before": str(start), "after": str(end)}}
        if end < len(every):
            paging["next"] = f"{address}?limit={limit}&after={end}"
        return {"data": every[start:end], "paging": paging}
