"""Every mail of a large collection of strange ones is taken in, or kept with a reason."""

import json
from email.utils import getaddresses
from pathlib import Path
from typing import Any

import pytest

from tests.channels.email.mails import ABSENT, CORPUS, message, parsed, settings
from workstation.channels.email.parts import take
from workstation.channels.email.tree import opened
from workstation.channels.incoming import (
    Inbound,
    NotUnderstood,
)

pytestmark = pytest.mark.skipif(not CORPUS.exists(), reason=ABSENT)

FILES = sorted(path for path in CORPUS.rglob("*") if path.is_file()) if CORPUS.exists() else []


def _is_sound(found: Inbound) -> None:
    assert found.address
    assert found.provider_id
    assert found.thread
    for text in (found.text, found.subject, found.name, found.address, found.provider_id):
        text.encode()
        assert "\x00" not in text
    json.dumps(found.facts).encode()
    folded = found.facts.get("folded")
    assert folded is None or 0 < folded <= len(found.text)
    for file in found.files:
        file.name.encode()
        if file.role == "html":
            _is_harmless(file.content.decode())


def _is_harmless(page: str) -> None:
    low = page.lower()
    assert "<script" not in low
    assert "<form" not in low
    assert ' src="http' not in low
    assert "javascript:" not in low.replace("&", "")


def test_each_is_taken_in_or_kept_with_a_reason() -> None:
    taken = 0
    for path in FILES:
        try:
            found = parsed(path.read_bytes())
        except NotUnderstood:
            continue
        for one in found.messages:
            _is_sound(one)
        taken += 1
    # The others are no mails: pictures, parts of mails, texts without a sender.
    assert taken > len(FILES) * 0.6


def test_what_names_a_sender_is_always_taken_in() -> None:
    for path in FILES:
        raw = path.read_bytes()
        head = raw.replace(b"\r\n", b"\n").partition(b"\n\n")[0].decode("utf-8", "replace")
        from_lines = [line[5:] for line in head.split("\n") if line.lower().startswith("from:")]
        named = [address for _, address in getaddresses(from_lines) if "@" in address.strip("@")]
        if named and " " not in named[0]:
            assert parsed(raw).messages, path.name


def test_reading_twice_is_reading_once() -> None:
    for path in FILES[::7]:
        raw = path.read_bytes()
        try:
            assert parsed(raw) == parsed(raw)
        except NotUnderstood:
            continue


# ---------------------------------------------------------------- with what others read

EXPECTED = sorted((CORPUS / "stalwart_legacy").glob("*.eml"))


def _expected(path: Path) -> dict[str, Any]:
    found: dict[str, Any] = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    return found


def _said(headers: list[dict[str, Any]], name: str) -> Any:
    return next(one["value"] for one in headers if one["name"] == name)


def _file_name(part: dict[str, Any]) -> str:
    for header in ("content_disposition", "content_type"):
        for one in part["headers"]:
            if one["name"] == header:
                for given in one["value"]["ContentType"]["attributes"] or []:
                    if given["name"] in ("filename", "name"):
                        return str(given["value"])
    return ""


def _alike(ours: str, theirs: str) -> bool:
    """Theirs has a mark where a character set was not named; we find the character."""
    if len(ours) != len(theirs):
        return False
    return all(b in (a, "\ufffd") for a, b in zip(ours, theirs, strict=True))


@pytest.mark.parametrize("path", EXPECTED, ids=lambda path: path.stem)
def test_headers_text_and_files_are_those_that_others_found(path: Path) -> None:
    expected = _expected(path)
    parts = expected["parts"]
    found = message(path.read_bytes())
    writer = _said(parts[0]["headers"], "from")["Address"]["List"][0]
    assert found.address == writer["address"].lower()
    assert found.name == (writer["name"] or "")
    assert found.provider_id == _said(parts[0]["headers"], "message_id")["Text"]
    assert _alike(found.subject, _said(parts[0]["headers"], "subject")["Text"])
    date = _said(parts[0]["headers"], "date")["DateTime"]
    assert found.at is not None
    assert (found.at // 60_000) % 60 == date["minute"]
    taken = take(opened(path.read_bytes()))
    texts = [parts[n]["body"]["Text"] for n in expected["text_body"] if "Text" in parts[n]["body"]]
    if texts:
        assert _alike(taken.texts[0].strip(), texts[0].replace("\r\n", "\n").strip()) or (
            taken.texts[0].split() == texts[0].split()
        )
    names = [_file_name(parts[number]) for number in expected["attachments"]]
    assert len(names) == len(taken.pieces)
    for ours, theirs in zip(taken.pieces, names, strict=True):
        assert _alike(ours.name, theirs)


def test_the_collection_was_read_in_full() -> None:
    assert len(EXPECTED) == 30
    assert settings().is_ours("help+x@example.nl")
