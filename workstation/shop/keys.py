"""Which id the shop's own key of a thing becomes: the same each time, so that nothing doubles."""

from dataclasses import dataclass

from workstation.models import id_for


@dataclass(frozen=True, slots=True)
class Keys:
    """`source` keeps two shops in one office apart."""

    source: str = "shop"

    def customer(self, key: str) -> str:
        return id_for(self.source, f"customer:{key}")

    def stranger(self, channel: str, address: str) -> str:
        """A customer of whom only an address is known."""
        return id_for(self.source, f"stranger:{channel}:{address}")

    def identity(self, channel: str, address: str) -> str:
        return id_for(self.source, f"identity:{channel}:{address}")

    def product_type(self, path: tuple[str, ...]) -> str:
        return id_for(self.source, f"product type:{' > '.join(path)}")

    def product(self, group: str) -> str:
        return id_for(self.source, f"product:{group}")

    def variant(self, sku: str) -> str:
        return id_for(self.source, f"variant:{sku}")

    def order(self, number: str) -> str:
        return id_for(self.source, f"order:{number}")

    def order_line(self, order: str, line: str) -> str:
        return id_for(self.source, f"order line:{order}\n{line}")

    def returned(self, key: str) -> str:
        return id_for(self.source, f"return:{key}")

    def answer(self, key: str) -> str:
        return id_for(self.source, f"answer:{key}")

    def rating(self, key: str) -> str:
        return id_for(self.source, f"rating:{key}")

    def contact(self, conversation: str) -> str:
        return id_for(self.source, f"contact:{conversation}")

    def message(self, conversation: str, turn: str) -> str:
        return id_for(self.source, f"message:{conversation}\n{turn}")

    def attachment(self, conversation: str, turn: str, number: int) -> str:
        return id_for(self.source, f"attachment:{conversation}\n{turn}\n{number}")

    def wrap_up(self, conversation: str) -> str:
        return id_for(self.source, f"wrap-up:{conversation}")

    def reason(self, kind: str, topic: str) -> str:
        return id_for(self.source, f"reason:{kind}:{topic}")

    def team(self) -> str:
        """The one that takes contacts while nobody has said which team does."""
        return id_for(self.source, "team")

    def agent(self) -> str:
        """Who stands for colleagues of whom only the log entry is left."""
        return id_for(self.source, "agent")
