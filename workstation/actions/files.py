"""A file that goes with a message: named by the SHA-256 of its content, which travels apart."""

from pydantic import BaseModel, ConfigDict, Field

from workstation.actions.base import Line, Ref
from workstation.models import Attachment, new_id


class File(BaseModel):
    """`size` in bytes; `width` and `height` in pixels, for pictures."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True)

    id: Ref = Field(default_factory=new_id)
    sha256: str = Field(pattern=r"^[0-9a-f]{64}$")
    size: int = Field(ge=0, le=1 << 40)
    media_type: Line
    name: Line = ""
    width: int | None = Field(default=None, ge=1, le=100_000)
    height: int | None = Field(default=None, ge=1, le=100_000)

    def attach(self, contact_id: str, message_id: str) -> Attachment:
        return Attachment(
            id=self.id,
            contact_id=contact_id,
            message_id=message_id,
            sha256=self.sha256,
            size=self.size,
            media_type=self.media_type,
            name=self.name,
            width=self.width,
            height=self.height,
        )
