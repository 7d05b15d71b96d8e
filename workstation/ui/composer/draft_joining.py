"""Reading a draft, and putting what was typed meanwhile together with it: nothing wipes out
anything."""

from dataclasses import replace

from workstation.replica.rows.outbox import Draft
from workstation.ui.composer.taking import Taken, take_again
from workstation.ui.doors import ReplicaDoor

Read = tuple[Draft | None, list[Taken]]


def read_draft(replica: ReplicaDoor, contact_id: str) -> Read:
    """What was typed and not sent, with its files ready to be shown."""
    draft = replica.draft(contact_id)
    return draft, [take_again(replica, facts) for facts in draft.files] if draft else []


def put_below(replica: ReplicaDoor, contact_id: str, typed: str) -> None:
    """Keep what was typed into a contact that was left before its draft was read."""
    replica.save_draft(with_typed(replica.draft(contact_id) or Draft(contact_id, ""), typed))


def with_typed(draft: Draft, typed: str) -> Draft:
    """Somebody was quicker than the disk: what they typed follows what was there."""
    if not typed:
        return draft
    return replace(draft, text=f"{draft.text}\n{typed}" if draft.text else typed)


def together(returned: str, *, before: str, now: str) -> str:
    """What came back and what is typed now, one above the other. `returned` may end in what was
    typed `before`, which is now longer."""
    if before and returned.endswith(f"\n\n{before}"):
        returned = returned[: -len(before) - 2]
    if not now.strip() or now.strip() in returned:
        return returned
    return f"{returned}\n\n{now}"


def all_files(files: list[Taken], more: list[Taken]) -> list[Taken]:
    """Both, each file once."""
    known = {str(taken.facts.get("sha256")) for taken in files}
    return files + [taken for taken in more if str(taken.facts.get("sha256")) not in known]
