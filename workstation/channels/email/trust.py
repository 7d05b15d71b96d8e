"""Whether our own mail server vouches that a mail comes from who it says (RFC 8601)."""

import re
from email.message import Message

from workstation.channels.email.words import flat, raw_text

_RESULTS = "authentication-results"
_QUOTED = re.compile(r'"((?:[^"\\]|\\.)*)"')
_COMMENT = re.compile(r"\([^()]*\)")
_PLAIN = re.compile(r"[A-Za-z0-9.@_+\-]*")
_PROPERTY = re.compile(r"([a-z0-9.\-]+)=(\S+)")
_LONGEST = 8_000
_DEEPEST = 8


def is_vouched_for(mail: "Message[str, str]", authserv_id: str, address: str) -> bool:
    """`address` is the only one in From. Anybody can write such a header: only what our own server
    wrote counts, and that stands above the Received header of the way to us."""
    if not authserv_id or not address:
        return False
    domain = address.rpartition("@")[2].lower()
    return any(_passes(result, domain) for result in _ours(mail, authserv_id.lower()))


def _ours(mail: "Message[str, str]", authserv_id: str) -> list[str]:
    """The results of our server: the topmost, and those that stand together with it."""
    found: list[str] = []
    for name, value in mail.raw_items():
        if name.lower() == "received" and found:
            break
        if name.lower() != _RESULTS:
            continue
        server, _, results = _bare(flat(raw_text(value))).lower().partition(";")
        if server.split()[:1] == [authserv_id]:
            found.append(results)
    return found


def _bare(value: str) -> str:
    """Without comments, and with nothing in quotes that could be read as a result: the sender's
    own words stand in both (`smtp.mailfrom="a; dmarc=pass"@...`). Empty when that is in doubt."""
    if len(value) > _LONGEST:
        return ""
    text = _QUOTED.sub(lambda said: said[1] if _PLAIN.fullmatch(said[1]) else "?", value)
    for _ in range(_DEEPEST):
        text = _COMMENT.sub(" ", text)
    return "" if any(mark in text for mark in '()"') else text


def _passes(results: str, domain: str) -> bool:
    for result in results.split(";"):
        method, *said = re.sub(r"\s*=\s*", "=", result).split()[:50] or [""]
        properties = {found[1]: found[2] for one in said if (found := _PROPERTY.fullmatch(one))}
        if method == "dmarc=pass":
            return _aligned(domain, properties.get("header.from", domain))
        if method == "dkim=pass":
            signer = properties.get("header.d") or properties.get("header.i", "").rpartition("@")[2]
            if signer and _aligned(domain, signer):
                return True
    return False


def _aligned(domain: str, signer: str) -> bool:
    return domain == signer or domain.endswith("." + signer)
