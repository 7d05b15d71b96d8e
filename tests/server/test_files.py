"""Attachments: brought in pieces, checked, and read by who may."""

import hashlib
import http.client
import json
import socket
from io import BytesIO
from typing import Any

import pytest
from PIL import Image

from tests.running import OpenOffice, RunningServer, hire, wait_until, written
from workstation.models import Attachment, Contact, Message, new_id
from workstation.models.office import Blob


def picture(kind: str = "PNG", size: tuple[int, int] = (40, 30)) -> bytes:
    content = BytesIO()
    Image.effect_noise(size, 50).save(content, kind)
    return content.getvalue()


def sha256(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def announce(
    office: OpenOffice, headers: dict[str, str], content: bytes, **given: Any
) -> dict[str, Any]:
    announced = {
        "sha256": sha256(content),
        "size": len(content),
        "media_type": "image/png",
        "name": "a.png",
    }
    answer = office.client.post("/v1/uploads", json=announced | given, headers=headers)
    place: dict[str, Any] = answer.json() | {"status": answer.status_code}
    return place


def send(
    office: OpenOffice, headers: dict[str, str], upload_id: str, offset: int, piece: bytes
) -> dict[str, Any]:
    answer = office.client.patch(
        f"/v1/uploads/{upload_id}",
        content=piece,
        headers={**headers, "Upload-Offset": str(offset)},
    )
    place: dict[str, Any] = answer.json() | {"status": answer.status_code}
    return place


def bring(office: OpenOffice, headers: dict[str, str], content: bytes, **given: Any) -> Any:
    place = announce(office, headers, content, **given)
    assert place["status"] == 200, place
    return send(office, headers, place["id"], 0, content)


def test_a_file_is_brought_in_pieces_and_read_in_parts(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    content = picture()
    place = announce(open_office, headers, content)
    assert (place["offset"], place["done"]) == (0, False)
    place = send(open_office, headers, place["id"], 0, content[:500])
    assert (place["offset"], place["done"]) == (500, False)
    head = open_office.client.head(f"/v1/uploads/{place['id']}", headers=headers)
    assert head.headers["Upload-Offset"] == "500"
    again = announce(open_office, headers, content)  # a desk that was started anew
    assert (again["id"], again["offset"]) == (place["id"], 500)
    place = send(open_office, headers, place["id"], 500, content[500:])
    assert (place["offset"], place["done"]) == (len(content), True)
    path = f"/v1/files/{sha256(content)}"
    whole = open_office.client.get(path, params={"name": 'a "ü".png'}, headers=headers)
    assert whole.content == content
    assert whole.headers["Content-Type"] == "image/png"
    assert whole.headers["X-Content-Type-Options"] == "nosniff"
    assert "sandbox" in whole.headers["Content-Security-Policy"]
    assert whole.headers["Content-Disposition"] == (
        "inline; filename=\"a ___.png\"; filename*=UTF-8''a%20%22%C3%BC%22.png"
    )
    part = open_office.client.get(path, headers={**headers, "Range": "bytes=10-19"})
    assert (part.status_code, part.content) == (206, content[10:20])
    known = {**headers, "If-None-Match": whole.headers["ETag"]}
    assert open_office.client.get(path, headers=known).status_code == 304


def test_the_last_piece_may_be_sent_again(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    content = picture()
    place = bring(open_office, headers, content)
    again = send(open_office, headers, place["id"], 0, content)
    assert (again["status"], again["done"]) == (200, True)


def test_a_piece_that_leaves_a_hole_is_told_where_to_go_on(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    place = announce(open_office, headers, picture())
    refused = send(open_office, headers, place["id"], 10, b"x")
    assert (refused["status"], refused["code"]) == (416, "range")


def test_more_than_was_announced_is_refused(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    content = picture()
    place = announce(open_office, headers, content)
    refused = send(open_office, headers, place["id"], 0, content + b"!")
    assert (refused["status"], refused["code"]) == (416, "range")


def test_other_content_than_announced_is_refused_and_may_begin_again(
    open_office: OpenOffice,
) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    content = picture()
    place = announce(open_office, headers, content)
    refused = send(open_office, headers, place["id"], 0, bytes(len(content)))
    assert (refused["status"], refused["code"]) == (409, "conflict")
    assert send(open_office, headers, place["id"], 0, content)["done"]


BOMB = b"\x89PNG\r\n\x1a\n" + bytes.fromhex(
    "0000000d49484452000186a0000186a00802000000"  # 100,000 by 100,000 pixels
    "af4e5a3f"
)


@pytest.mark.parametrize(
    ("content", "media_type", "code"),
    [
        (b"<svg onload='x()'/>", "image/svg+xml", "type_refused"),
        (b"<html></html>", "text/html", "type_refused"),
        (b"MZ\x90", "application/x-msdownload", "type_refused"),
        (b"<html></html>", "image/png", "type_refused"),
        (picture("JPEG"), "image/png", "type_refused"),
        (b"\x00\x01\x02", "text/plain", "type_refused"),
        (b"not a document", "application/pdf", "type_refused"),
        (picture()[:60], "image/png", "type_refused"),
        (BOMB, "image/png", None),
    ],
)
def test_what_we_do_not_take_is_refused_with_a_reason(
    open_office: OpenOffice, content: bytes, media_type: str, code: str | None
) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    place = announce(open_office, headers, content, media_type=media_type)
    if place["status"] == 200:
        place = send(open_office, headers, place["id"], 0, content)
    assert place["code"] in ({code} if code else {"type_refused", "too_large"})
    assert place["detail"]
    assert open_office.rows(Blob) == []


def test_a_picture_too_large_is_refused_before_it_is_sent(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    refused = announce(open_office, headers, b"", size=21 << 20)
    assert (refused["status"], refused["code"]) == (413, "too_large")
    assert "20,971,520" in refused["detail"]


@pytest.mark.parametrize(
    ("content", "media_type"),
    [
        (picture("JPEG"), "image/jpeg"),
        (picture("GIF"), "image/gif"),
        (picture("WEBP"), "image/webp"),
        (b"%PDF-1.7\n", "application/pdf"),
        ("Grüße".encode(), "text/plain"),
        (b"OggS\x00", "audio/ogg"),
        (b"\x00\x00\x00\x18ftypmp42", "video/mp4"),
    ],
)
def test_what_we_take(open_office: OpenOffice, content: bytes, media_type: str) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    assert bring(open_office, headers, content, media_type=media_type)["done"]
    assert open_office.only(Blob).media_type == media_type


def test_others_read_a_file_only_once_a_message_carries_it(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    hire(open_office.database, "joost", team="Washing")
    sanne, joost = open_office.sign_in("sanne"), open_office.sign_in("joost")
    content = picture()
    place = bring(open_office, sanne, content)
    path = f"/v1/files/{sha256(content)}"
    assert open_office.client.get(path, headers=sanne).status_code == 200
    assert open_office.client.get(path, headers=joost).status_code == 404
    upload = f"/v1/uploads/{place['id']}"
    assert open_office.client.get(upload, headers=joost).status_code == 404
    open_office.post(written("m-1", "It flickers."))
    file = {
        "id": new_id(),
        "sha256": sha256(content),
        "size": len(content),
        "media_type": "image/png",
        "name": "a.png",
        "width": 40,
        "height": 30,
    }
    decision = open_office.act(
        sanne,
        "reply",
        contact_id=open_office.only(Contact).id,
        message_id=new_id(),
        text="",
        files=[file],
        written_at=1,
    )
    assert decision["outcome"] == "accepted", decision
    assert open_office.client.get(path, headers=joost).status_code == 200
    assert open_office.client.get(path).status_code == 401
    open_office.work()
    assert [f["name"] for f in open_office.outbox()[0]["files"]] == ["a.png"]
    with open_office.database.write() as session:
        session.query(Contact).one().archived_at = 1
    assert open_office.client.get(path, headers=joost).status_code == 404


@pytest.mark.parametrize(("change", "code"), [("absent", "file_missing"), ("lie", "file_refused")])
def test_a_reply_with_a_file_that_is_not_here_goes_back(
    open_office: OpenOffice, change: str, code: str
) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")
    open_office.post(written("m-1", "It flickers."))
    content = picture()
    if change == "lie":
        bring(open_office, headers, content)
    file = {"sha256": sha256(content), "size": 1, "media_type": "image/png", "name": "a.png"}
    decision = open_office.act(
        headers,
        "reply",
        contact_id=open_office.only(Contact).id,
        text="See this",
        written_at=1,
        files=[file],
    )
    assert (decision["outcome"], decision["refusal"]["code"]) == ("refused", code)
    assert open_office.rows(Attachment) == []
    assert len(open_office.rows(Message)) == 1


def test_what_arrived_of_a_half_sent_piece_is_kept(running_server: RunningServer) -> None:
    hire(running_server.database, "sanne")
    headers = running_server.sign_in("sanne")
    content = picture(size=(800, 800))
    assert len(content) > 400_000
    announced = {"sha256": sha256(content), "size": len(content), "media_type": "image/png"}
    _, place = running_server.request("POST", "/v1/uploads", announced, headers)
    path = f"/v1/uploads/{place['id']}"
    with socket.create_connection(("127.0.0.1", running_server.settings.port)) as line:
        head = [
            f"PATCH {path} HTTP/1.1",
            "Host: x",
            f"Content-Length: {len(content)}",
            "Upload-Offset: 0",
            f"Authorization: {headers['Authorization']}",
            "",
            "",
        ]
        line.sendall("\r\n".join(head).encode() + content[:300_000])
        wait_until(
            lambda: running_server.request("GET", path, headers=headers)[1]["offset"] > 0, 60
        )
    wait_until(
        lambda: running_server.request("GET", path, headers=headers)[1]["offset"] == 300_000,
        5,
        running_server.read_log,
    )
    more = {**headers, "Upload-Offset": "300000", "Content-Type": "application/octet-stream"}
    status, place = running_server.request("PATCH", path, content[300_000:], more)
    assert (status, place["done"]) == (200, True)


def test_a_body_over_the_limit_is_cut_off_with_a_problem(running_server: RunningServer) -> None:
    connection = http.client.HTTPConnection("127.0.0.1", running_server.settings.port, timeout=20)
    connection.putrequest("POST", "/v1/sign-in")
    connection.putheader("Content-Length", str(5 << 20))
    connection.putheader("Content-Type", "application/json")
    connection.endheaders()
    answer = connection.getresponse()
    assert answer.status == 413
    assert json.loads(answer.read())["code"] == "too_large"
