"""Signing in with an access token (XOAUTH2): here the token is the password."""


def token_in(said: str) -> tuple[str, str]:
    """The user and the token; empty where there are none."""
    fields = dict(one.partition("=")[::2] for one in said.split("\x01") if one)
    return fields.get("user", ""), fields.get("auth", "").removeprefix("Bearer ")
