"""Errors as RFC 9457 problem documents, and the codes both sides know."""

from typing import NotRequired, TypedDict

MEDIA_TYPE = "application/problem+json"


class Problem(TypedDict):
    """`type` is a URN ending in the code; `detail` says what to do about it."""

    type: str
    title: str
    status: int
    detail: str
    code: str
    errors: NotRequired[list[dict[str, str]]]


TITLES: dict[str, tuple[int, str]] = {
    "invalid": (422, "The request does not have the right form"),
    "sign_in_needed": (401, "Sign in first"),
    "sign_in_failed": (401, "This name and password do not go together"),
    "too_many_attempts": (429, "Too many attempts"),
    "not_allowed": (403, "Not allowed"),
    "not_found": (404, "Not here"),
    "too_large": (413, "Too large"),
    "type_refused": (415, "This kind of file is not accepted"),
    "conflict": (409, "This does not fit what is already here"),
    "range": (416, "This does not continue what has arrived"),
    "method": (405, "Not this way"),
    "busy": (503, "The server is busy"),
    "unexpected": (500, "Something went wrong here"),
}


def problem(code: str, detail: str = "", status: int | None = None) -> Problem:
    default_status, title = TITLES[code]
    return Problem(
        type=f"urn:workstation:problem:{code}",
        title=title,
        status=status or default_status,
        detail=detail or f"{title}.",
        code=code,
    )
