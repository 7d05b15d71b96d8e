"""Whether our own mail server vouches that a mail comes from who it says (RFC 8601)."""

import re
from email.message import Message

from workstation.channels.email.words import flat, raw_text

_RESULTS = "authentication-results"
_COMMENT = re.compile(r"\([^()]*\)")


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
        text = _COMMENT.sub("", flat(raw_text(value))).lower()
        server, _, results = text.partition(";")
        if server.split()[:1] == [authserv_id]:
            found.append(results)
    return found


def _passes(results: str, domain: str) -> bool:
    for result in results.split(";"):
        properties = dict(re.findall(r"([a-z0-9.\-]+)\s*=\s*\"?([^\s\";]+)", result))
        if properties.get("dmarc") == "pass":
            return _aligned(domain, properties.get("header.from", domain))
        if properties.get("dkim") == "pass":
            signer = properties.get("header.d") or properties.get("header.i", "").rpartition("@")[2]
            if signer and _aligned(domain, signer):
                return True
    return False


def _aligned(domain: str, signer: str) -> bool:
    return domain == signer or domain.endswith("." + signer)
