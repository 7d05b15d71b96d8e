"""What an entry of the outbox is called and how it stands."""

from workstation.replica.rows.outbox import OutboxRow
from workstation.ui.theme.pill import Tone
from workstation.ui.words import translate
from workstation.wire.refusals import sentence


def deed(kind: str) -> str:
    """The action in a word or two."""
    words = {
        "reply": translate("outbox", "Reply"),
        "note": translate("outbox", "Note"),
        "claim": translate("outbox", "Taken"),
        "release": translate("outbox", "Given back"),
        "assign": translate("outbox", "Assigned"),
        "transfer": translate("outbox", "Transferred"),
        "snooze": translate("outbox", "Put away"),
        "reopen": translate("outbox", "Reopened"),
        "mark_read": translate("outbox", "Read"),
        "link_customer": translate("outbox", "Customer linked"),
        "identify_customer": translate("outbox", "Customer named"),
        "merge_customers": translate("outbox", "Customers joined"),
        "unmerge_customer": translate("outbox", "Customers taken apart"),
        "dismiss_match": translate("outbox", "Likeness put aside"),
        "wrap_up": translate("outbox", "Wrapped up"),
        "set_presence": translate("outbox", "Presence"),
        "set_dial": translate("outbox", "Dial turned"),
        "retry_delivery": translate("outbox", "Sent again"),
        "answer_call": translate("outbox", "Call answered"),
        "hold_call": translate("outbox", "Call on hold"),
        "resume_call": translate("outbox", "Call taken up again"),
        "hang_up_call": translate("outbox", "Call ended"),
        "transfer_call": translate("outbox", "Call passed on"),
        "call_back": translate("outbox", "Called back"),
        "save_draft": translate("outbox", "Text begun"),
        "mark_unread": translate("outbox", "Unread again"),
        "tag_contact": translate("outbox", "Tagged"),
        "save_view": translate("outbox", "View kept"),
        "remove_view": translate("outbox", "View removed"),
        "set_promise": translate("outbox", "Promise set"),
        "set_call_limits": translate("outbox", "When calling is suggested"),
        "save_snippet": translate("outbox", "Snippet kept"),
        "remove_snippet": translate("outbox", "Snippet removed"),
        "save_answer": translate("outbox", "Answer written"),
        "remove_answer": translate("outbox", "Answer removed"),
        "add_customer_note": translate("outbox", "Note about a customer"),
        "remove_customer_note": translate("outbox", "Note about a customer removed"),
        "set_customer_preferences": translate("outbox", "What a customer likes"),
        "settle_call_hint": translate("outbox", "Hint to call"),
        "rate_call_hint": translate("outbox", "Whether calling helped"),
    }
    return words.get(kind, kind)


def standing(entry: OutboxRow, percent: int | None = None) -> tuple[str, Tone]:
    """How far it is; `percent` of its files have left."""
    if percent is not None:
        return translate("outbox", "sending {percent} %").format(percent=percent), "accent"
    match entry.state:
        case "waiting":
            return translate("outbox", "waiting"), "quiet"
        case "sending":
            return translate("outbox", "sending"), "accent"
        case "accepted":
            return translate("outbox", "sent"), "ok"
        case "refused":
            return translate("outbox", "refused"), "bad"


def reason(entry: OutboxRow, language: str) -> str:
    """Why it was refused, or that it was tried in vain."""
    if entry.state == "refused":
        return sentence(entry.refusal_code, entry.refusal_facts, language)
    if entry.attempts > 1:
        return translate("outbox", "Tried %n time(s) so far.", None, entry.attempts)
    return ""
