"""Every error is a problem document, and none says more than it should."""

import io
import logging
from typing import Any

import pytest
from sqlalchemy.exc import IntegrityError

from tests.running import OpenOffice, hire
from workstation.server import logs
from workstation.server.logs import mask, masked
from workstation.wire.problems import MEDIA_TYPE


@pytest.mark.parametrize(
    ("method", "path", "body", "status", "code"),
    [
        ("GET", "/nowhere", None, 404, "not_found"),
        ("DELETE", "/v1/me", None, 405, "method"),
        ("GET", "/v1/me", None, 401, "sign_in_needed"),
        ("POST", "/v1/sign-in", b"{", 422, "invalid"),
        ("POST", "/v1/sign-in", b'{"login": 5, "password": "x"}', 422, "invalid"),
        ("POST", "/v1/sign-in", b"[" * 5000, 422, "invalid"),
        ("POST", "/v1/sign-in", b'{"login": "\\ud800", "password": "x"}', 422, "invalid"),
        ("POST", "/v1/sign-in", b"x" * (5 << 20), 413, "too_large"),
        ("POST", "/v1/sign-in", None, 422, "invalid"),
    ],
)
def test_errors_are_problem_documents(
    open_office: OpenOffice, method: str, path: str, body: bytes | None, status: int, code: str
) -> None:
    answer = open_office.client.request(
        method, path, content=body, headers={"Content-Type": "application/json"}
    )
    assert answer.status_code == status
    assert answer.headers["Content-Type"] == MEDIA_TYPE
    document = answer.json()
    assert document["status"] == status
    assert document["code"] == code
    assert document["type"].endswith(code)
    assert document["detail"]


def test_what_was_sent_is_not_repeated(open_office: OpenOffice) -> None:
    secret = {"login": "sanne", "password": ["hunter2"]}
    answer = open_office.client.post("/v1/sign-in", json=secret)
    assert answer.json()["errors"] == [
        {"where": "body.password", "what": "Input should be a valid string"}
    ]
    assert "hunter2" not in answer.text


def test_a_bug_is_logged_with_its_trace_and_answered_with_a_reference(
    open_office: OpenOffice, monkeypatch: pytest.MonkeyPatch, caplog: pytest.LogCaptureFixture
) -> None:
    hire(open_office.database, "sanne")
    headers = open_office.sign_in("sanne")

    def broken(*_: Any, **__: Any) -> None:
        raise KeyError("a.bakker@example.nl")

    monkeypatch.setattr("workstation.server.routes.customers.find_customers", broken)
    with caplog.at_level(logging.ERROR):
        answer = open_office.client.get("/v1/customers?query=anna", headers=headers)
    document = answer.json()
    assert (answer.status_code, document["code"]) == (500, "unexpected")
    assert "bakker" not in answer.text
    reference = document["detail"].split(" as ")[1].split(".")[0]
    (record,) = [one for one in caplog.records if reference in one.getMessage()]
    assert record.exc_info is not None


def _written(log_format: str, error: Exception | None = None, message: str = "it broke") -> str:
    log = logging.getLogger("a.test")
    before = logging.getLogger().handlers[:]
    try:
        logs.install(log_format)
        (handler,) = logging.getLogger().handlers
        assert isinstance(handler, logging.StreamHandler)
        written = handler.stream = io.StringIO()
        log.error(message, exc_info=error, extra={"facts": {"agent": "x"}})
        return written.getvalue()
    finally:
        logging.getLogger().handlers[:] = before


@pytest.mark.parametrize("log_format", ["text", "json"])
def test_personal_data_and_secrets_do_not_reach_the_log(log_format: str) -> None:
    try:
        raise IntegrityError(
            "INSERT INTO identity",
            {"address": "a.bakker@example.nl"},
            Exception("Key (channel, address)=(whatsapp, +31 6 12345678) already exists."),
        )
    except IntegrityError as error:
        text = _written(log_format, error, "Bearer abc.def said\nGET /?token=s3cret")
    for hidden in ("bakker", "12345678", "abc.def", "s3cret"):
        assert hidden not in text
    assert "IntegrityError" in text
    assert "agent" in text
    if log_format == "json":
        assert text.count("\n") == 1


@pytest.mark.parametrize(
    "text",
    [
        "POST /v1/sign-in status=200 ms=41.8",
        "01a1fff1-b784-7001-b5e9-61f8cc6c75ab",
        "2026-11-21T21:09:53.561Z",
        'File "/a/b.py", line 1977, in run',
    ],
)
def test_what_an_engineer_needs_is_left_alone(text: str) -> None:
    assert mask(text) == text


def test_the_same_id_is_masked_the_same() -> None:
    assert masked("a") == masked("a") != masked("b")
    assert len(masked("a")) == 10


def test_health_and_metrics_say_how_it_goes(open_office: OpenOffice) -> None:
    assert open_office.client.get("/v1/health").json()["status"] == "ok"
    assert open_office.client.get("/v1/metrics").status_code == 403  # not from this machine
