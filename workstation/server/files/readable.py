"""Who may read a file: who brought it, whoever may read a message that carries it, and everybody
when it is the picture of a product."""

from sqlalchemy import select
from sqlalchemy.orm import Session

from workstation.models import Attachment, Contact, Product
from workstation.models.office import Blob, Upload


def readable(session: Session, agent_id: str, sha256: str) -> Blob | None:
    """The file's facts, when this agent may read it. Any agent may read any customer's history,
    so a file on any contact that is not archived will do; else it must be their own."""
    blob = session.get(Blob, sha256)
    if blob is None:
        return None
    attached = (
        select(Attachment.id)
        .join(Contact, Contact.id == Attachment.contact_id)
        .where(Attachment.sha256 == sha256, Contact.archived_at.is_(None))
        .limit(1)
    )
    if session.scalar(attached) is not None:
        return blob
    pictured = select(Product.id).where(Product.image == f"sha256:{sha256}").limit(1)
    if session.scalar(pictured) is not None:
        return blob
    brought = select(Upload.id).where(Upload.agent_id == agent_id, Upload.sha256 == sha256).limit(1)
    return blob if session.scalar(brought) is not None else None
