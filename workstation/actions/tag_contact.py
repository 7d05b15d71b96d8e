"""Put words on a contact by which it is found again, and take them off."""

from typing import Annotated, Any, Final

from pydantic import BeforeValidator, Field, StringConstraints

from workstation.actions.base import ContactAction, Moment, Refused
from workstation.models.text import storable

MOST: Final = 20
"""Tags on one contact."""
LONGEST: Final = 40


def _one_line(given: Any) -> Any:
    return " ".join(storable(given).split()) if isinstance(given, str) else given


Tag = Annotated[
    str, BeforeValidator(_one_line), StringConstraints(min_length=1, max_length=LONGEST)
]
Tags = Annotated[tuple[Tag, ...], Field(max_length=MOST)]


class TagContact(ContactAction):
    """Tags that differ in capitals only are one; how it was written first stays."""

    kind = "tag_contact"
    permission = "organise"

    add: Tags = ()
    remove: Tags = ()

    def apply(self, moment: Moment) -> None:
        contact = moment.contact(self.contact_id)
        gone = {tag.casefold() for tag in self.remove}
        tags = [tag for tag in contact.tags if tag.casefold() not in gone]
        known = {tag.casefold() for tag in tags}
        for tag in self.add:
            if tag.casefold() not in known:
                known.add(tag.casefold())
                tags.append(tag)
        if len(tags) > MOST:
            raise Refused("too_many_tags", limit=str(MOST))
        if tags != contact.tags:
            contact.tags = tags
