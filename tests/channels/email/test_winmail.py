"""The files that a Microsoft server packed into winmail.dat are the mail's files."""

import struct
from base64 import b64encode

from hypothesis import given, strategies as st

from tests.channels.email.mails import mail, message
from workstation.channels.email.winmail import unwrapped
from workstation.channels.incoming import (
    Inbound,
)

PDF = b"%PDF-1.4 bon"


def attribute(number: int, data: bytes, level: int = 2) -> bytes:
    checksum = sum(data) & 0xFFFF
    return struct.pack("<BII", level, number, len(data)) + data + struct.pack("<H", checksum)


def variable(kind: int, number: int, value: bytes) -> bytes:
    padded = value + b"\0" * (-len(value) % 4)
    return struct.pack("<HHII", kind, number, 1, len(value)) + padded


def properties(*given: bytes) -> bytes:
    return struct.pack("<I", len(given)) + b"".join(given)


def named(value: bytes) -> bytes:
    """A property of somebody's own, in front of those that count."""
    name = "own".encode("utf-16-le") + b"\0\0"
    head = struct.pack("<HH", 0x1E, 0x8001) + b"\1" * 16 + struct.pack("<II", 1, len(name))
    value_padded = value + b"\0" * (-len(value) % 4)
    return head + name + struct.pack("<II", 1, len(value)) + value_padded


WINMAIL = (
    struct.pack("<IH", 0x223E9F78, 1)
    + attribute(0x00069007, struct.pack("<II", 1252, 0), level=1)
    + attribute(
        0x00069003,
        properties(
            struct.pack("<HHI", 0x03, 0x0017, 1),
            variable(0x102, 0x1013, "<p>Zie de <b>bon</b> één.</p>".encode("cp1252")),
        ),
        level=1,
    )
    + attribute(0x00069002, b"\0" * 14)
    + attribute(0x00018010, b"BON~1.PDF\0")
    + attribute(0x0006800F, PDF)
    + attribute(
        0x00069005,
        properties(
            named(b"x"),
            struct.pack("<HHQ", 0x40, 0x3007, 5),
            variable(0x1F, 0x3707, "bon één.pdf\0".encode("utf-16-le")),
        ),
    )
)


def _mail(content: bytes) -> Inbound:
    return message(
        mail(
            b64encode(content).decode(),
            Content_Type="application/ms-tnef; name=winmail.dat",
            Content_Transfer_Encoding="base64",
            Content_Disposition="attachment; filename=winmail.dat",
        )
    )


def test_what_is_in_it_is_what_the_mail_has() -> None:
    found = _mail(WINMAIL)
    assert found.text == "Zie de bon één."
    page, bill = found.files
    assert page.role == "html"
    assert (bill.name, bill.media_type, bill.content) == ("bon één.pdf", "application/pdf", PDF)


def test_what_cannot_be_read_stays_a_file() -> None:
    (file,) = _mail(b"not what it says").files
    assert (file.name, file.content) == ("winmail.dat", b"not what it says")


def test_what_was_cut_off_gives_what_there_is() -> None:
    for end in range(len(WINMAIL)):
        unwrapped(WINMAIL[:end])
    files, _ = unwrapped(WINMAIL[:-40])
    assert [file.content for file in files] == [PDF]


@given(st.integers(0, len(WINMAIL) - 1), st.binary(min_size=1, max_size=8))
def test_anything_in_it_does_no_harm(place: int, put: bytes) -> None:
    unwrapped(WINMAIL[:place] + put + WINMAIL[place + len(put) :])
