"""A file that is still with its provider: fetched at once, tried for a day, shown as what it is."""

import base64
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.running import OpenOffice, hire, written
from tests.scripted import Scripted, office_with
from tests.server.test_arrivals import picture
from workstation.channels.incoming import (
    InboundFile,
    RemoteFile,
)
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
)
from workstation.models import Attachment, Message, new_id
from workstation.models.office import Job
from workstation.server.files.kinds import recognised
from workstation.server.store.database import Database

OGG = b"OggS\x00\x02" + bytes(40)


class Keeps(Scripted):
    """A provider that keeps files; `troubles` come first."""

    def __init__(self) -> None:
        super().__init__()
        self.files: dict[str, InboundFile] = {}
        self.troubles: list[BaseException] = []
        self.asked: list[RemoteFile] = []

    def fetch(self, file: RemoteFile) -> InboundFile:
        self.asked.append(file)
        if self.troubles:
            raise self.troubles.pop(0)
        return self.files[file.reference]


@pytest.fixture
def channel() -> Keeps:
    return Keeps()


@pytest.fixture
def office(database: Database, tmp_path: Path, channel: Keeps) -> Iterator[OpenOffice]:
    with office_with(channel, database, tmp_path) as opened:
        opened.post(written("m-1", "See this."))
        opened.work()
        yield opened


def wanted(office: OpenOffice, **given: str) -> None:
    """A message's file that is to be fetched, as the intake writes it."""
    message = office.only(Message)
    attachment_id = new_id()
    with office.database.write() as session:
        session.add(
            Attachment(
                id=attachment_id,
                contact_id=message.contact_id,
                message_id=message.id,
                sha256="",
                size=0,
                media_type=given.get("media_type", ""),
                name=given.get("name", ""),
                state="fetching",
            )
        )
        data = {"reference": "f-1", "media_type": "", "name": "", "role": ""} | given
        office.office.jobs.enqueue(
            session, "fetch_file", {"attachment_id": attachment_id, "channel": "email", **data}
        )
        session.flush()


def jobs(office: OpenOffice) -> list[Job]:
    return [job for job in office.rows(Job) if job.kind == "fetch_file"]


def test_a_picture_is_fetched_and_known(office: OpenOffice, channel: Keeps) -> None:
    content = picture(40, 30)
    channel.files["f-1"] = InboundFile(content=content, media_type="image/png", name="tv.png")
    wanted(office, media_type="image/png", role="sticker")
    office.work()
    found = office.only(Attachment)
    assert (found.state, found.media_type, found.size) == ("ready", "image/png", len(content))
    assert (found.width, found.height, found.name) == (40, 30, "tv.png")
    assert office.office.files.read(found.sha256) == content
    assert channel.asked == [RemoteFile(reference="f-1", media_type="image/png", role="sticker")]
    assert jobs(office) == []


@pytest.mark.parametrize(
    ("content", "said", "kind"),
    [
        (OGG, "application/octet-stream", "audio/ogg"),
        (picture(kind="JPEG"), "image/png", "image/jpeg"),
        (b"%PDF-1.7 and so on", "", "application/pdf"),
    ],
)
def test_what_it_is_counts_and_not_what_was_said(
    office: OpenOffice, channel: Keeps, content: bytes, said: str, kind: str
) -> None:
    channel.files["f-1"] = InboundFile(content=content, media_type=said)
    wanted(office, name="mine")
    office.work()
    assert (office.only(Attachment).media_type, office.only(Attachment).name) == (kind, "mine")


@pytest.mark.parametrize(
    ("trouble", "failure"),
    [
        (Rejected("It has expired."), "It has expired."),
        (Rejected("A sentence.", "office.no_file"), "office.no_file"),
        (Rejected(""), "office.no_file"),
    ],
)
def test_what_will_never_come_is_said(
    office: OpenOffice, channel: Keeps, trouble: Rejected, failure: str
) -> None:
    channel.troubles = [trouble]
    wanted(office)
    office.work()
    assert (office.only(Attachment).state, office.only(Attachment).failure) == ("failed", failure)
    assert jobs(office) == []


@pytest.mark.parametrize(
    ("content", "failure"),
    [
        (b"MZ\x90\x00 a program", "office.type_refused"),
        (b"\x89PNG\r\n\x1a\n", "office.type_refused"),
    ],
)
def test_what_we_do_not_take_is_said(
    office: OpenOffice, channel: Keeps, content: bytes, failure: str
) -> None:
    channel.files["f-1"] = InboundFile(content=content, media_type="image/png")
    wanted(office)
    office.work()
    found = office.only(Attachment)
    assert (found.state, found.failure) == ("failed", "office.type_refused")


def test_a_provider_that_is_away_is_asked_again(office: OpenOffice, channel: Keeps) -> None:
    channel.files["f-1"] = InboundFile(content=OGG, media_type="audio/ogg")
    channel.troubles = [Unavailable("Busy.", retry_after=30), KeyError("a bug")]
    wanted(office)
    office.work()
    office.clock.ahead(seconds=29)
    office.work()
    assert len(channel.asked) == 1
    office.clock.ahead(seconds=2)
    office.work()
    assert office.only(Attachment).state == "fetching"
    office.clock.ahead(seconds=5)
    office.work()
    assert office.only(Attachment).state == "ready"


def test_after_a_day_it_is_given_up(office: OpenOffice, channel: Keeps) -> None:
    channel.troubles = [Unavailable("Busy.")] * 200
    wanted(office)
    for _ in range(25 * 4):
        office.work()
        office.clock.ahead(seconds=15 * 60)
    assert office.only(Attachment).failure == "office.file_late"
    assert jobs(office) == []
    assert len(channel.asked) > 90


def test_a_process_that_dies_with_it_is_followed_by_another(
    office: OpenOffice, channel: Keeps
) -> None:
    class Killed(BaseException):
        """The end of the process."""

    channel.files["f-1"] = InboundFile(content=OGG, media_type="audio/ogg")
    channel.troubles = [Killed()]
    wanted(office)
    with pytest.raises(Killed):
        office.work()
    office.clock.ahead(seconds=60)
    office.work()
    found = office.only(Attachment)
    assert found.state == "ready"
    wanted_again = {"attachment_id": found.id, "channel": "email", "reference": "f-1"}
    with office.database.write() as session:
        office.office.jobs.enqueue(session, "fetch_file", wanted_again)
    office.work()
    assert len(channel.asked) == 2  # what is here is not fetched again
    assert jobs(office) == []


@pytest.mark.parametrize(
    ("content", "said", "kind"),
    [
        (b"\x00\x00\x00\x18ftypisom", "", "video/mp4"),
        (b"\x00\x00\x00\x18ftypisom", "audio/x-m4a", "audio/mp4"),
        (b"\x00\x00\x00\x18ftypM4A ", "", "audio/mp4"),
        (b"\x00\x00\x00\x18ftypqt  ", "", "video/quicktime"),
        (b"\x1a\x45\xdf\xa3", "audio/webm", "audio/webm"),
        (b"\x1a\x45\xdf\xa3", "", "video/webm"),
        (b"RIFF\x00\x00\x00\x00WEBP", "", "image/webp"),
        (b"RIFF\x00\x00\x00\x00WAVE", "audio/x-wav", "audio/wav"),
        (b"PK\x03\x04", "", "application/zip"),
        (b"#!AMR\n", "", "audio/amr"),
        (b"just words", "text/x-log", "text/plain"),
        (b"just words", "", ""),
        (b"\xff\xfb\x90", "audio/mp3", "audio/mpeg"),
        (b"\x00\x01\x02", "", ""),
    ],
)
def test_types_by_content(content: bytes, said: str, kind: str) -> None:
    assert recognised(content, said) == kind


@pytest.mark.parametrize(
    ("content", "said", "role", "kind"),
    [
        (b"<p>Hello</p>", "text/html; charset=utf-8", "html", "text/html"),
        (b"<script>", "text/html", "", "text/plain"),
        (b"From: a@example.nl\r\n\r\n\xff\x00", "message/rfc822", "original", "message/rfc822"),
        (b"BEGIN:VCALENDAR", "text/calendar", "", "text/calendar"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "application/msword", "", "application/msword"),
        (b"\x00\x00\x00\x18ftypheic", "image/heif", "", "image/heic"),
        (b"{\\rtf1", "text/rtf", "", "application/rtf"),
    ],
)
def test_what_mails_bring(
    office: OpenOffice, channel: Keeps, content: bytes, said: str, role: str, kind: str
) -> None:
    channel.files["f-1"] = InboundFile(content=content, media_type=said)
    wanted(office, role=role)
    office.work()
    assert (office.only(Attachment).state, office.only(Attachment).media_type) == ("ready", kind)


def test_a_file_that_the_console_keeps_comes_with_its_message(open_office: OpenOffice) -> None:
    """From the provider's body to the desk, by the office as it is."""
    hire(open_office.database, "sanne")
    encoded = base64.b64encode(OGG).decode()
    files = [
        {"reference": f"data:audio/ogg;base64,{encoded}", "name": "a.ogg", "role": "voice"},
        {"reference": "gone", "name": "b.ogg"},
    ]
    open_office.post(written("m-1", "", remote=files))
    open_office.work()
    first, second = open_office.rows(Attachment)
    assert (first.state, first.media_type, first.role) == ("ready", "audio/ogg", "voice")
    assert (second.state, second.failure) == ("failed", "This file is no longer there.")
