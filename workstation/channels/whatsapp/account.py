"""News about the shop's own account at WhatsApp: its templates, its standing, its number."""

from collections.abc import Mapping
from typing import Any

from workstation.channels.graph.fields import part, parts, text
from workstation.channels.incoming import (
    Notice,
    Severity,
    TemplateNews,
)
from workstation.rules.failures import coded

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
    code = {"RED": "line.template_low", "YELLOW": "line.template_medium"}.get(score)
    return Notice(text=coded(code, name=name[:512])) if code else None


_EVENTS: Mapping[str, Severity] = {
    "ACCOUNT_DELETED": "broken",
    "ACCOUNT_OFFBOARDED": "broken",
    "ACCOUNT_RESTRICTION": "broken",
    "ACCOUNT_VIOLATION": "warning",
    "DISABLED_UPDATE": "broken",
    "PARTNER_REMOVED": "warning",
    "ACCOUNT_RECONNECTED": "fine",
}


def account_update(value: Mapping[str, Any]) -> Notice | None:
    """What an admin must know. Partners, advertising and price tiers are no concern of a desk."""
    event = text(value, "event").upper()
    severity = _EVENTS.get(event)
    if severity is None:
        return None
    details = [text(one, "restriction_type") for one in parts(value, "restriction_info")]
    details.append(text(part(value, "violation_info"), "violation_type"))
    ban = text(part(value, "ban_info"), "waba_ban_state").upper()
    details += [ban, text(part(value, "disconnection_info"), "reason")]
    if ban == "REINSTATE":
        severity = "fine"
    why = ", ".join(one for one in details if one)[:300]
    told = coded(f"line.{event.lower()}", why=f" ({why})" if why else "")
    return Notice(text=told, severity=severity)


def account_alert(value: Mapping[str, Any]) -> Notice | None:
    alert = part(value, "alert_info") or value
    severity = text(alert, "alert_severity").upper()
    told = text(alert, "alert_description") or text(alert, "alert_type")
    if severity == "INFORMATIONAL" or not told:
        return None
    return Notice(
        text=coded("line.account_alert", said=told[:1000].rstrip(".")),
        severity="broken" if severity == "CRITICAL" else "warning",
    )


def account_review(value: Mapping[str, Any]) -> Notice | None:
    decision = text(value, "decision").upper()
    if decision in ("", "APPROVED", "PENDING"):
        return None
    return Notice(
        text=coded("line.account_review", decision=decision[:100]),
        severity="broken" if decision == "REJECTED" else "warning",
    )


def number_name(value: Mapping[str, Any]) -> Notice | None:
    if text(value, "decision").upper() != "REJECTED":
        return None
    why = text(value, "rejection_reason")[:300]
    return Notice(text=coded("line.number_name", why=f" ({why})" if why else ""))


def number_quality(value: Mapping[str, Any]) -> Notice | None:
    event = text(value, "event").upper()
    if event not in ("DOWNGRADE", "FLAGGED"):
        return None
    if event == "FLAGGED":
        return Notice(text="line.number_flagged")
    limit = text(value, "max_daily_conversations_per_business") or text(value, "current_limit")
    return Notice(text=coded("line.number_lowered", to=f" ({limit[:100]})" if limit else ""))


def security(value: Mapping[str, Any]) -> Notice | None:
    event = text(value, "event").upper()
    if not event:
        return None
    return Notice(text=coded("line.number_pin", event=event[:100]))
