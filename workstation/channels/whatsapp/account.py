"""News about the shop's own account at WhatsApp: its templates, its standing, its number."""

from collections.abc import Mapping
from typing import Any

from workstation.channels.graph.fields import part, parts, text
from workstation.channels.incoming import (
    Notice,
    Severity,
    TemplateNews,
)

STATUSES: Mapping[str, str] = {
    "APPROVED": "approved",
    "REINSTATED": "approved",
    "UNARCHIVED": "approved",
    "FLAGGED": "approved",  # customers complained: it may still be sent
    "PENDING": "pending",
    "IN_APPEAL": "pending",
    "APPEAL_REQUESTED": "pending",
    "REJECTED": "rejected",
    "LIMIT_EXCEEDED": "rejected",
    "PAUSED": "paused",
    "DISABLED": "disabled",
    "DELETED": "disabled",
    "PENDING_DELETION": "disabled",
    "ARCHIVED": "disabled",
}
"""What we call the states of a template. What is not here (it was locked) changes nothing."""


def template_status(value: Mapping[str, Any]) -> TemplateNews | None:
    status = STATUSES.get(text(value, "event").upper())
    if status is None:
        return None
    info = part(value, "rejection_info")
    told = " ".join(one for one in (text(info, "reason"), text(info, "recommendation")) if one)
    reason = text(value, "reason")
    return _template(
        value,
        status=status,
        category=text(value, "message_template_category").lower(),
        reason=told or ("" if reason == "NONE" else reason),
    )


def template_category(value: Mapping[str, Any]) -> TemplateNews | None:
    category = text(value, "new_category").lower()
    return _template(value, status="", category=category) if category else None


def template_components(value: Mapping[str, Any]) -> TemplateNews | None:
    """The template's texts after a change. What it does not mention, the template does not have."""
    return _template(
        value,
        status="",
        header=text(value, "message_template_title"),
        body=text(value, "message_template_element"),
        footer=text(value, "message_template_footer"),
        buttons=tuple(
            text(button, "message_template_button_text")
            for button in parts(value, "message_template_buttons")
        ),
    )


def _template(value: Mapping[str, Any], **given: Any) -> TemplateNews | None:
    name, language = (text(value, f"message_template_{of}") for of in ("name", "language"))
    language = language.replace("-", "_")  # the list of templates says "en_US", webhooks do either
    if not name or not language:
        return None
    return TemplateNews(channel="whatsapp", name=name, language=language, **given)


def template_quality(value: Mapping[str, Any]) -> Notice | None:
    score = text(value, "new_quality_score").upper()
    name = text(value, "message_template_name")
    if score == "RED":
        return Notice(
            text=f"Customers block or report the WhatsApp template {name}: its quality is low. "
            "Send it less, or reword it, before WhatsApp pauses it."
        )
    if score == "YELLOW":
        return Notice(
            text=f"Some customers block or report the WhatsApp template {name}: its quality is "
            "medium. Look to whom it is sent."
        )
    return None


_EVENTS: Mapping[str, tuple[Severity, str]] = {
    "ACCOUNT_DELETED": ("broken", "The shop's WhatsApp account was deleted."),
    "ACCOUNT_OFFBOARDED": ("broken", "The shop's WhatsApp account was disconnected."),
    "ACCOUNT_RESTRICTION": ("broken", "Meta has restricted the shop's WhatsApp account"),
    "ACCOUNT_VIOLATION": ("warning", "Meta says that the shop broke a rule of WhatsApp"),
    "DISABLED_UPDATE": ("broken", "Meta changed whether the shop's WhatsApp account is banned"),
    "PARTNER_REMOVED": ("warning", "The shop's WhatsApp account is no longer shared with an app"),
    "ACCOUNT_RECONNECTED": ("fine", "The shop's WhatsApp account is connected again."),
}


def account_update(value: Mapping[str, Any]) -> Notice | None:
    """What an admin must know. Partners, advertising and price tiers are no concern of a desk."""
    found = _EVENTS.get(text(value, "event").upper())
    if found is None:
        return None
    severity, told = found
    if told.endswith("."):
        return Notice(text=told, severity=severity)
    details = [text(one, "restriction_type") for one in parts(value, "restriction_info")]
    details.append(text(part(value, "violation_info"), "violation_type"))
    ban = text(part(value, "ban_info"), "waba_ban_state").upper()
    details += [ban, text(part(value, "disconnection_info"), "reason")]
    if ban == "REINSTATE":
        severity = "fine"
    why = ", ".join(one for one in details if one)
    return Notice(
        text=f"{told}{f' ({why})' if why else ''}. Look in WhatsApp Manager.", severity=severity
    )


def account_alert(value: Mapping[str, Any]) -> Notice | None:
    alert = part(value, "alert_info") or value
    severity = text(alert, "alert_severity").upper()
    told = text(alert, "alert_description") or text(alert, "alert_type")
    if severity == "INFORMATIONAL" or not told:
        return None
    return Notice(
        text=f"WhatsApp says: {told}", severity="broken" if severity == "CRITICAL" else "warning"
    )


def account_review(value: Mapping[str, Any]) -> Notice | None:
    decision = text(value, "decision").upper()
    if decision in ("", "APPROVED", "PENDING"):
        return None
    return Notice(
        text=f"Meta's review of the shop's WhatsApp account ended in {decision}. Look in WhatsApp "
        "Manager.",
        severity="broken" if decision == "REJECTED" else "warning",
    )


def number_name(value: Mapping[str, Any]) -> Notice | None:
    if text(value, "decision").upper() != "REJECTED":
        return None
    return Notice(
        text="Meta rejected the name that customers see of the shop's WhatsApp number "
        f"({text(value, 'rejection_reason')}). Edit it in WhatsApp Manager."
    )


def number_quality(value: Mapping[str, Any]) -> Notice | None:
    event = text(value, "event").upper()
    if event not in ("DOWNGRADE", "FLAGGED"):
        return None
    limit = text(value, "max_daily_conversations_per_business") or text(value, "current_limit")
    return Notice(
        text="Customers block or report the shop's WhatsApp number: Meta "
        + (f"lowered its limit to {limit}." if event == "DOWNGRADE" else "has flagged it.")
    )


def security(value: Mapping[str, Any]) -> Notice | None:
    event = text(value, "event").upper()
    if not event:
        return None
    return Notice(
        text=f"The two-step PIN of the shop's WhatsApp number was changed ({event}). If nobody of "
        "the shop did that, look in WhatsApp Manager at once."
    )
