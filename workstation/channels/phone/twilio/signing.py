"""Whether a post is Twilio's: HMAC-SHA1 over the address and the sorted fields of the form."""

import base64
import hashlib
import hmac
from urllib.parse import urlsplit

from workstation.channels.phone.stamped import form_of
from workstation.channels.port import (
    Request,
)

HEADER = "x-twilio-signature"


def signature(token: str, url: str, fields: tuple[tuple[str, str], ...]) -> str:
    """What Twilio writes in its header for a form posted to `url`."""
    said = url + "".join(key + value for key, value in sorted(set(fields)))
    made = hmac.new(token.encode(), said.encode("utf-8", "replace"), hashlib.sha1)
    return base64.b64encode(made.digest()).decode()


def is_signed(token: str, request: Request) -> bool:
    """Shut without a token, and for a form that is not its own account's."""
    given = request.headers.get(HEADER, "").encode("utf-8", "surrogateescape")
    fields = form_of(request)
    if not token or not given or not fields:
        return False
    return any(
        hmac.compare_digest(signature(token, url, fields).encode(), given)
        for url in _written(request.url)
    )


def _written(url: str) -> tuple[str, ...]:
    """The address with and without its usual port: they write it now so, now so."""
    parts = urlsplit(url)
    usual = {"https": 443, "http": 80}.get(parts.scheme)
    if parts.port is None and usual is not None and parts.hostname:
        return url, parts._replace(netloc=f"{parts.netloc}:{usual}").geturl()
    if parts.port == usual and parts.hostname:
        return url, parts._replace(netloc=parts.netloc.rpartition(":")[0]).geturl()
    return (url,)
