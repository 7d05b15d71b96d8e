"""The mails that simulated customers and mail servers write."""

import email.utils
from datetime import UTC, datetime
from email.message import EmailMessage
from email.policy import SMTP

from workstation.simulator.mail.smtp import SentMail


def letter(
    *,
    sender: str,
    to: str,
    text: str,
    name: str = "",
    subject: str = "",
    answers: SentMail | None = None,
    files: tuple[tuple[str, str, bytes], ...] = (),
    html: str = "",
    message_id: str = "",
    at: datetime | None = None,
) -> bytes:
    """A customer's mail. With `answers` it is an answer as mail programs write them: to the
    Reply-To, in the thread, quoting what it answers. `files`: name, media type, content."""
    at = at or datetime.now(UTC)
    mail = EmailMessage(policy=SMTP)
    mail["From"] = email.utils.formataddr((name, sender))
    mail["Date"] = email.utils.format_datetime(at)
    mail["Message-ID"] = message_id or email.utils.make_msgid(domain="mail.example.org")
    if answers is None:
        mail["To"] = to
        mail["Subject"] = subject
    else:
        sent = answers.mail
        mail["To"] = str(sent["Reply-To"] or sent["From"])
        said = str(sent["Subject"])
        mail["Subject"] = said if said.lower().startswith("re:") else f"Re: {said}"
        mail["In-Reply-To"] = str(sent["Message-ID"])
        mail["References"] = f"{sent['References'] or ''} {sent['Message-ID']}".strip()
        quoted = "\n".join(f"> {line}".rstrip() for line in answers.text.splitlines())
        text = f"{text}\n\nOp {at:%d-%m-%Y} om {at:%H:%M} schreef {sent['From']}:\n\n{quoted}"
    mail.set_content(text + "\n")
    if html:
        mail.add_alternative(html, subtype="html")
    for file_name, media_type, content in files:
        kind, _, subtype = media_type.partition("/")
        mail.add_attachment(content, maintype=kind, subtype=subtype, filename=file_name)
    return mail.as_bytes()


def bounce(sent: SentMail, *, action: str = "failed", status: str = "5.1.1") -> bytes:
    """What a mail server reports about a mail (RFC 3464)."""
    reason = f"550 5.1.1 <{sent.recipient}>: Recipient address rejected: User unknown"
    headers = sent.raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("utf-8", "replace")
    boundary = "=_report_1"
    lines = [
        "From: MAILER-DAEMON@mx.example.org (Mail Delivery System)",
        f"To: {sent.sender}",
        "Subject: Undelivered Mail Returned to Sender",
        f"Date: {email.utils.format_datetime(datetime.now(UTC))}",
        f"Message-ID: {email.utils.make_msgid(domain='mx.example.org')}",
        "Auto-Submitted: auto-replied",
        "MIME-Version: 1.0",
        "Content-Type: multipart/report; report-type=delivery-status;",
        f'\tboundary="{boundary}"',
        "",
        f"--{boundary}",
        "Content-Type: text/plain; charset=us-ascii",
        "",
        "I'm sorry to have to inform you that your message could not be delivered.",
        "",
        f"--{boundary}",
        "Content-Type: message/delivery-status",
        "",
        "Reporting-MTA: dns; mx.example.org",
        "",
        f"Final-Recipient: rfc822; {sent.recipient}",
        f"Action: {action}",
        f"Status: {status}",
        f"Diagnostic-Code: smtp; {reason if action == 'failed' else 'waiting'}",
        "",
        f"--{boundary}",
        "Content-Type: text/rfc822-headers",
        "",
        headers,
        "",
        f"--{boundary}--",
        "",
    ]
    return "\r\n".join("\r\n".join(lines).splitlines()).encode() + b"\r\n"
