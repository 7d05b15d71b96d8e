"""Whatever is thrown at the API, by its own description of itself, it never breaks."""

from typing import TYPE_CHECKING, Any

import httpx2
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import one_of
from schemathesis import APIOperation, Case
from schemathesis.checks import not_a_server_error
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests.effort import Did
from tests.running import OpenOffice, hire, signed, written

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_schema_conformance,
]
ENDLESS = "/v1/stream"
schemathesis.serializer.alias("application/offset+octet-stream", "application/octet-stream")


if TYPE_CHECKING:
    Operation = APIOperation[Any, Any, Any, Any]
    AnyCase = Case[Any]


def _send(office: OpenOffice, headers: dict[str, str], case: "AnyCase") -> httpx2.Response:
    """The case as a request of a signed-in desk, or of a provider who knows the secret."""
    asked: dict[str, Any] = case.as_transport_kwargs(base_url="http://testserver")
    given_headers = {str(name): str(value) for name, value in asked.pop("headers").items()}
    asked.pop("cookies", None)
    data = asked.pop("data", None)
    if data is not None:
        asked["content"] = data
    request = office.client.build_request(**asked, headers={**given_headers, **headers})
    if "/channels/" in case.path:
        body = request.read()
        request.headers.update(signed(body or request.url.raw_path))
    return office.client.send(request)


def _fuzz(office: OpenOffice, operation: "Operation", examples: int, did: Did) -> None:
    """Sensible and senseless requests to one operation."""
    headers = office.sign_in("ada")
    cases = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

    @given(case=one_of(*cases))
    @settings(
        max_examples=examples,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def throw(case: "AnyCase") -> None:
        try:
            answer = _send(office, headers, case)
        except (UnicodeError, ValueError, httpx2.InvalidURL, httpx2.ProtocolError):
            return  # nothing that could be sent
        did("requests", 1)
        if case.path == "/v1/sign-out" and answer.status_code == 204:
            headers.update(office.sign_in("ada"))
        case.validate_response(answer, checks=CHECKS)

    throw()


def test_the_api_never_breaks(open_office: OpenOffice, effort: int, did: Did) -> None:
    hire(open_office.database, "ada", role="admin")
    open_office.post(written("m-1", "Hello"))
    document = open_office.client.get("/v1/openapi.json").json()
    for found in schemathesis.openapi.from_dict(document).get_all_operations():
        assert isinstance(found, Ok)
        operation = found.ok()
        if operation.path != ENDLESS:
            _fuzz(open_office, operation, 12 * effort, did)
    assert open_office.client.get("/v1/health").status_code == 200
