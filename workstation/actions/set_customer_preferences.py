"""Keep in which language and over which channel a customer likes to hear from us."""

from typing import Annotated, Literal

from pydantic import StringConstraints

from workstation.actions.base import Action, Moment, Ref
from workstation.models import Channel, Customer

Tongue = Annotated[str, StringConstraints(pattern=r"^([a-z]{2})?$")]
"""A language as two letters, such as "nl"; "" is not known."""


class SetCustomerPreferences(Action):
    """What is not given stays as it was; "" takes it away."""

    kind = "set_customer_preferences"
    permission = "organise"

    customer_id: Ref
    language: Tongue | None = None
    preferred_channel: Channel | Literal[""] | None = None

    def apply(self, moment: Moment) -> None:
        customer = moment.need(Customer, self.customer_id)
        if self.language is not None:
            customer.language = self.language
        if self.preferred_channel is not None:
            customer.preferred_channel = self.preferred_channel
