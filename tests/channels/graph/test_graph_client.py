"""The client of the Graph API: certain of what it can be certain of, and open about the rest."""

import socket
from collections.abc import Callable, Iterator
from typing import Any

import pytest
from pytest_httpserver import HTTPServer
from werkzeug import Request, Response

from workstation.channels.graph.client import Graph
from workstation.channels.graph.faults import TooFast
from workstation.channels.outgoing import (
    Rejected,
    Unavailable,
    Uncertain,
)

TOKEN = "a token"


def graph(server: HTTPServer, **given: Any) -> Graph:
    base = server.url_for("/").rstrip("/")
    return Graph(channel="whatsapp", token=TOKEN, base=base, version="v9.0", **given)


def fault(code: int, status: int = 400, headers: dict[str, str] | None = None, **more: Any) -> Any:
    error = {"message": "(#1) No.", "type": "OAuthException", "code": code} | more

    def answer(_: Request) -> Response:
        import json

        return Response(json.dumps({"error": error}), status, headers)

    return answer


def test_it_asks_with_token_and_version(httpserver: HTTPServer) -> None:
    httpserver.expect_request(
        "/v9.0/1234",
        query_string={"fields": "id"},
        headers={"Authorization": f"Bearer {TOKEN}"},
    ).respond_with_json({"id": "1234"})
    assert graph(httpserver).get("1234", fields="id") == {"id": "1234"}


def test_a_list_is_read_page_after_page(httpserver: HTTPServer) -> None:
    pages = {
        "": {"data": [{"n": 1}, {"n": 2}], "paging": {"cursors": {"after": "x"}, "next": "..."}},
        "x": {"data": [{"n": 3}, 5], "paging": {"cursors": {"after": "y"}}},
    }

    def answer(request: Request) -> Response:
        import json

        assert request.args["limit"] == "2"
        return Response(json.dumps(pages[request.args.get("after", "")]))

    httpserver.expect_request("/v9.0/1/things").respond_with_handler(answer)
    assert [one["n"] for one in graph(httpserver).pages("1/things", limit="2")] == [1, 2, 3]


def test_a_file_is_uploaded_as_a_form(httpserver: HTTPServer) -> None:
    def take(request: Request) -> Response:
        given = request.files["file"]
        assert (given.filename, given.mimetype, given.read()) == ("a.png", "image/png", b"PNG")
        assert request.form["messaging_product"] == "whatsapp"
        return Response('{"id": "9"}')

    httpserver.expect_request("/v9.0/1/media", method="POST").respond_with_handler(take)
    fields = {"messaging_product": "whatsapp"}
    assert graph(httpserver).upload("1/media", b"PNG", "image/png", "a.png", fields) == {"id": "9"}


Ask = Callable[[Graph], object]
HAND_OVER: Ask = lambda found: found.post("1/messages", {"text": "Hello"})  # noqa: E731
ASK: Ask = lambda found: found.get("1/messages")  # noqa: E731

# What the API answers, and what that means when a message was on its way, and when not.
MEANINGS: list[tuple[Any, type[Exception], type[Exception]]] = [
    (fault(131026), Rejected, Rejected),
    (fault(190, 401), Rejected, Rejected),
    (fault(100), Rejected, Rejected),
    (fault(368, 403), Rejected, Rejected),
    (fault(999999), Rejected, Rejected),
    (fault(131000, 500), Unavailable, Unavailable),
    (fault(131016, 503), Unavailable, Unavailable),
    (fault(1), Rejected, Rejected),
    (fault(1, 500), Unavailable, Unavailable),
    (fault(3, 500), Rejected, Rejected),
    (fault(2), Unavailable, Unavailable),
    (fault(4), Unavailable, Unavailable),
    (fault(80007, 429), Unavailable, Unavailable),
    (fault(131048, 429), Unavailable, Unavailable),
    (fault(130429, 429), TooFast, TooFast),
    (fault(131056), TooFast, TooFast),
    (fault(12345, 400, is_transient=True), Unavailable, Unavailable),
    (fault(12345, 500), Unavailable, Unavailable),
    (lambda _: Response("too many", 429), Unavailable, Unavailable),
    (lambda _: Response("not now", 503), Unavailable, Unavailable),
    (lambda _: Response("bad gateway", 502), Uncertain, Unavailable),
    (lambda _: Response("gateway timeout", 504), Uncertain, Unavailable),
    (lambda _: Response("<html>", 500), Uncertain, Unavailable),
    (lambda _: Response("<html>", 404), Rejected, Rejected),
    (lambda _: Response("moved", 302, {"Location": "https://example.com/"}), Rejected, Rejected),
    (lambda _: Response("not JSON", 200), Uncertain, Unavailable),
    (lambda _: Response("[]", 200), Uncertain, Unavailable),
]


@pytest.mark.parametrize(("answer", "handing_over", "asking"), MEANINGS)
def test_what_an_error_means(
    httpserver: HTTPServer,
    answer: Callable[[Request], Response],
    handing_over: type[Exception],
    asking: type[Exception],
) -> None:
    httpserver.expect_request("/v9.0/1/messages").respond_with_handler(answer)
    with pytest.raises(Exception) as caught:
        HAND_OVER(graph(httpserver))
    assert type(caught.value) is handing_over
    with pytest.raises(Exception) as caught:
        ASK(graph(httpserver))
    assert type(caught.value) is asking


def test_an_error_has_its_name_and_sentence(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/v9.0/1/messages").respond_with_handler(fault(131047))
    with pytest.raises(Rejected, match="24 hours") as caught:
        HAND_OVER(graph(httpserver))
    assert caught.value.code == "whatsapp.131047"


def test_an_error_without_a_sentence_says_what_meta_says(httpserver: HTTPServer) -> None:
    answer = fault(999999, error_data={"details": "The moon is full."})
    httpserver.expect_request("/v9.0/1/messages").respond_with_handler(answer)
    with pytest.raises(Rejected, match="The moon is full") as caught:
        HAND_OVER(graph(httpserver))
    assert caught.value.code == ""


@pytest.mark.parametrize(
    ("headers", "seconds"),
    [
        ({"Retry-After": "12"}, 12),
        ({"X-Business-Use-Case-Usage": '{"1": [{"estimated_time_to_regain_access": 3}]}'}, 180),
        ({"X-Business-Use-Case-Usage": "odd"}, None),
        ({"Retry-After": "Wed, 21 Oct 2026 07:28:00 GMT"}, None),
        ({}, None),
    ],
)
def test_it_waits_as_told(
    httpserver: HTTPServer, headers: dict[str, str], seconds: float | None
) -> None:
    answer = fault(80007, 429, headers)
    httpserver.expect_request("/v9.0/1/messages").respond_with_handler(answer)
    with pytest.raises(Unavailable) as caught:
        HAND_OVER(graph(httpserver))
    assert (caught.value.retry_after, caught.value.pacing) == (seconds, False)


# ---------------------------------------------------------------- lost answers


@pytest.fixture
def listening() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as found:
        found.settimeout(10)
        yield found


def at(address: tuple[str, int], **given: Any) -> Graph:
    return Graph(channel="whatsapp", token=TOKEN, base=f"http://{address[0]}:{address[1]}", **given)


def test_where_nobody_listens_nothing_was_handed_over(listening: socket.socket) -> None:
    address = listening.getsockname()
    listening.close()
    with pytest.raises(Unavailable):
        HAND_OVER(at(address))


def test_a_name_that_leads_nowhere_is_no_hand_over(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("no_proxy", "*")
    with pytest.raises(Unavailable):
        HAND_OVER(Graph(channel="whatsapp", token=TOKEN, base="http://nowhere.invalid"))


def test_an_answer_that_takes_too_long_leaves_it_open(listening: socket.socket) -> None:
    with pytest.raises(Uncertain):
        HAND_OVER(at(listening.getsockname(), timeout=(5, 0.05)))
    with pytest.raises(Unavailable):
        ASK(at(listening.getsockname(), timeout=(5, 0.05)))


def test_a_connection_that_breaks_leaves_it_open(listening: socket.socket) -> None:
    import threading

    def hang_up() -> None:
        taken, _ = listening.accept()
        taken.recv(65536)
        taken.close()

    thread = threading.Thread(target=hang_up)
    thread.start()
    with pytest.raises(Uncertain):
        HAND_OVER(at(listening.getsockname()))
    thread.join(10)


# ---------------------------------------------------------------- files


def test_a_file_is_fetched_with_the_token_from_where_the_api_is(httpserver: HTTPServer) -> None:
    httpserver.expect_request(
        "/files/1", headers={"Authorization": f"Bearer {TOKEN}"}
    ).respond_with_data(b"PNG", content_type="image/png")
    found = graph(httpserver).download(httpserver.url_for("/files/1"), most=10)
    assert found == (b"PNG", "image/png")


@pytest.mark.parametrize(
    "address",
    [
        "https://example.com/file",
        "http://lookaside.fbsbx.com/file",
        "https://lookaside.fbsbx.com:8443/file",
        "https://lookaside.fbsbx.com.example.com/file",
        "https://evilfbcdn.net/file",
        "https://me@lookaside.fbsbx.com/file",
        "file:///etc/passwd",
        "https://[::1/file",
        "",
    ],
)
def test_a_file_elsewhere_is_not_fetched(httpserver: HTTPServer, address: str) -> None:
    with pytest.raises(Rejected):
        graph(httpserver).download(address, most=10)


def test_no_redirect_leads_elsewhere(httpserver: HTTPServer) -> None:
    elsewhere = {"Location": "https://example.com/file"}
    httpserver.expect_request("/files/1").respond_with_data(b"", 302, elsewhere)
    with pytest.raises(Rejected, match="not with Meta"):
        graph(httpserver).download(httpserver.url_for("/files/1"), most=10)


def test_a_redirect_within_the_house_is_followed_but_not_for_ever(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/files/1").respond_with_data(b"", 302, {"Location": "/files/2"})
    httpserver.expect_request("/files/2").respond_with_data(b"two")
    httpserver.expect_request("/round").respond_with_data(b"", 302, {"Location": "/round"})
    assert graph(httpserver).download(httpserver.url_for("/files/1"), most=10)[0] == b"two"
    with pytest.raises(Rejected):
        graph(httpserver).download(httpserver.url_for("/round"), most=10)


def test_a_file_is_not_larger_than_asked_for(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/files/1").respond_with_data(b"x" * 11)

    def stream(_: Request) -> Response:
        return Response(iter([b"x" * 6, b"x" * 6]))

    httpserver.expect_request("/files/2").respond_with_handler(stream)
    for path in ("/files/1", "/files/2"):
        with pytest.raises(Rejected, match="larger"):
            graph(httpserver).download(httpserver.url_for(path), most=10)


def test_a_file_that_is_gone_or_not_there_now(httpserver: HTTPServer) -> None:
    httpserver.expect_request("/gone").respond_with_data(b"", 404)
    httpserver.expect_request("/later").respond_with_data(b"", 503)
    shut = {"error": {"code": 190, "message": "Error validating access token"}}
    httpserver.expect_request("/shut").respond_with_json(shut, 401)
    with pytest.raises(Rejected) as caught:
        graph(httpserver).download(httpserver.url_for("/gone"), most=10)
    assert caught.value.code == "office.no_file", "what an agent reads is about the file"
    for path in ("/later", "/shut"):
        with pytest.raises(Unavailable):
            graph(httpserver).download(httpserver.url_for(path), most=10)


def test_nothing_secret_is_written_down(
    httpserver: HTTPServer, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level("INFO")
    httpserver.expect_request("/v9.0/1/messages").respond_with_handler(fault(131026))
    with pytest.raises(Rejected):
        graph(httpserver).post("1/messages", {"to": "31651234567", "text": "my secret"})
    assert "131026" in caplog.text
    assert not any(one in caplog.text for one in (TOKEN, "31651234567", "my secret"))
