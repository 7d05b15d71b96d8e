"""Mails as IMAP tells of them, and finding those that somebody searches for."""

from collections.abc import Sequence
from datetime import UTC, datetime

from workstation.simulator.mail.imap_words import numbers
from workstation.simulator.mail.store import Kept

Numbered = tuple[int, Kept]


def matching(words: Sequence[str], mails: list[Numbered]) -> list[Numbered]:
    """Raises ValueError for what it cannot search for."""
    rest = iter(words)
    for word in rest:
        key = word.upper()
        if key == "UID":
            wanted = numbers(next(rest), [kept.uid for _, kept in mails])
            mails = [(number, kept) for number, kept in mails if kept.uid in wanted]
        elif key == "UNSEEN":
            mails = [(number, kept) for number, kept in mails if "\\Seen" not in kept.flags]
        elif key == "SEEN":
            mails = [(number, kept) for number, kept in mails if "\\Seen" in kept.flags]
        elif key == "SINCE":
            day = datetime.strptime(next(rest), "%d-%b-%Y").replace(tzinfo=UTC).date()
            mails = [(number, kept) for number, kept in mails if kept.at.date() >= day]
        elif key == "CHARSET":
            next(rest)
        elif key != "ALL":
            raise ValueError(key)
    return mails


def as_told(number: int, kept: Kept, items: Sequence[str], *, readonly: bool) -> bytes:
    """The line, and the literals, that FETCH answers for one mail."""
    told = b" ".join(_item(kept, item.upper(), readonly=readonly) for item in items)
    return f"* {number} FETCH (".encode() + told + b")\r\n"


def _item(kept: Kept, key: str, *, readonly: bool) -> bytes:
    if key == "UID":
        return f"UID {kept.uid}".encode()
    if key == "FLAGS":
        return f"FLAGS ({' '.join(sorted(kept.flags))})".encode()
    if key == "RFC822.SIZE":
        return f"RFC822.SIZE {len(kept.raw)}".encode()
    if key == "INTERNALDATE":
        return f'INTERNALDATE "{kept.at:%d-%b-%Y %H:%M:%S +0000}"'.encode()
    return _content(kept, key, readonly=readonly)


def _content(kept: Kept, key: str, *, readonly: bool) -> bytes:
    name, _, span = key.replace(".PEEK", "").partition("<")
    content = kept.raw
    if "[HEADER]" in name:
        content = content.partition(b"\r\n\r\n")[0] + b"\r\n\r\n"
    if span:
        start, _, length = span.rstrip(">").partition(".")
        content = content[int(start) : int(start) + int(length)]
        name += f"<{start}>"
    if ".PEEK" not in key and not readonly:
        kept.flags.add("\\Seen")
    return f"{name} {{{len(content)}}}\r\n".encode() + content
