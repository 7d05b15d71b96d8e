"""What the shop signs about the customer who is signed in there: a JSON Web Token (RFC 7519) with
HS256, made by the shop's own server and put on the page."""

from dataclasses import dataclass

import jwt

from workstation.models.text import one_line, storable

LONGEST = 4_000
"""Characters of a token that are looked at."""


@dataclass(frozen=True, slots=True)
class SignedCustomer:
    """`ref` is the customer's id or number at the shop; `mail` an address the shop vouches for."""

    ref: str
    name: str = ""
    mail: str = ""


def read_token(token: str, secret: str, now: int) -> SignedCustomer | None:
    """Who the shop says it is; None when it is not the shop that says so, or not any more."""
    if not secret or not token or len(token) > LONGEST:
        return None
    try:
        told = jwt.decode(
            token,
            secret,
            algorithms=["HS256"],
            # The office's own clock decides, below.
            options={
                "require": ["sub", "exp"],
                "verify_exp": False,
                "verify_iat": False,
                "verify_nbf": False,
                "verify_aud": False,
                "verify_iss": False,
            },
        )
    except (jwt.PyJWTError, ValueError, RecursionError):
        return None
    until, ref = told.get("exp"), told.get("sub")
    if not isinstance(until, int | float) or isinstance(until, bool) or until * 1000 <= now:
        return None
    if not isinstance(ref, str) or not ref.strip():
        return None
    return SignedCustomer(
        ref=_line(ref), name=_line(told.get("name")), mail=_line(told.get("email"))
    )


def _line(given: object) -> str:
    return one_line(storable(given), 200) if isinstance(given, str) else ""
