"""Write an answer to a question about a product, or improve one."""

from typing import Annotated

from pydantic import BeforeValidator, Field

from workstation.actions.base import Action, Moment, Ref, Refused
from workstation.models import Answer, Product, ProductType, Variant, new_id
from workstation.models.text import storable


def _trimmed(given: object) -> object:
    return storable(given.strip()) if isinstance(given, str) else given


Words = Annotated[str, Field(max_length=10_000), BeforeValidator(_trimmed)]


class SaveAnswer(Action):
    """It is about a variant, a product or a whole product type, and is whole in Dutch or English.
    What stands on the product page is changed by a lead."""

    kind = "save_answer"
    permission = "answers"

    answer_id: Ref = Field(default_factory=new_id)
    product_type_id: Ref | None = None
    product_id: Ref | None = None
    variant_id: Ref | None = None
    question_en: Words = ""
    question_nl: Words = ""
    answer_en: Words = ""
    answer_nl: Words = ""

    def apply(self, moment: Moment) -> None:
        if not ((self.question_en and self.answer_en) or (self.question_nl and self.answer_nl)):
            raise Refused("answer_incomplete")
        type_id, product_id = self._place(moment)
        answer = moment.world.get(Answer, self.answer_id)
        if answer is None:
            answer = Answer(id=self.answer_id)
            moment.world.add(answer)
        else:
            changeable(moment, answer)
        answer.product_type_id, answer.product_id = type_id, product_id
        answer.variant_id = self.variant_id
        answer.question_en, answer.question_nl = self.question_en, self.question_nl
        answer.answer_en, answer.answer_nl = self.answer_en, self.answer_nl
        answer.active = True

    def _place(self, moment: Moment) -> tuple[str | None, str | None]:
        """The type and the product that it is about."""
        product_id = self.product_id
        if self.variant_id is not None:
            variant = moment.need(Variant, self.variant_id)
            if product_id not in (None, variant.product_id):
                raise Refused("variant_of_other_product")
            product_id = variant.product_id
        if product_id is not None:
            return moment.need(Product, product_id).product_type_id, product_id
        if self.product_type_id is None:
            raise Refused("answer_about_nothing")
        return moment.need(ProductType, self.product_type_id).id, None


def changeable(moment: Moment, answer: Answer) -> None:
    """Customers read what is published: an agent leaves that to a lead."""
    if answer.published_at is not None and moment.by.role == "agent":
        raise Refused("answer_published")
