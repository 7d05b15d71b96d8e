"""Who may post to a webhook of Meta: whoever knows the verify token may subscribe, and only what
the app's secret signs is taken."""

import hmac

from workstation.channels.port import (
    Request,
    Response,
    is_signed,
)

_SIGNATURE = "x-hub-signature-256"


def greet(request: Request, verify_token: str) -> Response:
    """The answer to Meta's question whether this address is ours. Shut without a verify token."""
    given = request.query.get("hub.verify_token", "").encode("utf-8", "surrogateescape")
    known = bool(verify_token) and hmac.compare_digest(verify_token.encode(), given)
    if not known or request.query.get("hub.mode") != "subscribe":
        return Response(status=403, body=b"The verify token does not fit.")
    challenge = request.query.get("hub.challenge", "")
    return Response(body=challenge.encode("utf-8", "surrogateescape"))


def is_genuine(request: Request, app_secret: str) -> bool:
    """Whether the app's secret signs the raw body. Shut without a secret or a signature."""
    given = request.headers.get(_SIGNATURE, "")
    return given.startswith("sha256=") and is_signed(app_secret, request.body, given)
