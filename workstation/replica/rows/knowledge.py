"""What the replica answers about products and customers, and proposes for a wrap-up: plain rows."""

from dataclasses import dataclass, field
from typing import Literal

ProductWhy = Literal["known", "page", "order", "named", "said", "bought", "returned"]


@dataclass(frozen=True, slots=True)
class ProductHint:
    """A product that a contact may be about, and why. `certain` when nobody needs to be asked."""

    product_id: str
    variant_id: str | None
    name: str
    why: ProductWhy
    certain: bool
    order_number: str = ""


@dataclass(frozen=True, slots=True)
class ReasonHint:
    """`share` of all likelihood (0 to 1); `words` of the customer speak for it; `times` of `of`
    earlier contacts about this product were about it."""

    reason_id: str
    share: float
    words: tuple[str, ...]
    times: int
    of: int


@dataclass(frozen=True, slots=True)
class Proposals:
    """For one contact, the likeliest first."""

    contact_id: str
    products: tuple[ProductHint, ...] = ()
    reasons: tuple[ReasonHint, ...] = ()
    offers: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """By reason: what is usually offered for it."""


@dataclass(frozen=True, slots=True)
class AnswerRow:
    """A question and its answer, in Dutch and English; one of both may be missing. `about` is the
    name of the variant or product, or empty for a whole type."""

    answer_id: str
    product_type_id: str | None
    product_id: str | None
    variant_id: str | None
    question_en: str
    question_nl: str
    answer_en: str
    answer_nl: str
    published: bool
    about: str = ""
    type_en: str = ""
    type_nl: str = ""

    def question(self, language: str) -> str:
        """In the language if it is there, else in the other."""
        dutch = language.startswith("nl")
        return (
            (self.question_nl or self.question_en)
            if dutch
            else (self.question_en or self.question_nl)
        )

    def answer(self, language: str) -> str:
        dutch = language.startswith("nl")
        return (self.answer_nl or self.answer_en) if dutch else (self.answer_en or self.answer_nl)


@dataclass(frozen=True, slots=True)
class RatingRow:
    """What a customer said of our service: 0 to 10."""

    rating_id: str
    contact_id: str | None
    channel: str
    score: int
    comment: str
    at: int


@dataclass(frozen=True, slots=True)
class NoteRow:
    """What a colleague wrote down about a customer."""

    note_id: str
    agent_id: str
    agent_name: str
    text: str
    at: int


@dataclass(frozen=True, slots=True)
class OpenContactRow:
    """A contact about a product that is not wrapped up."""

    contact_id: str
    name: str
    channel: str
    last_text: str
    last_at: int
    due_at: int | None
    owner_name: str


@dataclass(frozen=True, slots=True)
class CallAdvice:
    """It would be quicker to call: which limit was passed, and what became of the suggestion.
    `number` is whom to call; `state` empty while nobody has decided."""

    hint_id: str
    why: Literal["turns", "minutes", "kinds"]
    amount: int
    state: Literal["", "called", "dismissed"]
    helped: bool | None
    number: str
    talking: bool = False
    """Somebody is on the line with them."""
