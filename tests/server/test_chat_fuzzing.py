"""Whatever a browser, or somebody who plays one, sends to the chat's doors: they never break."""

from typing import TYPE_CHECKING, Any

import httpx2
import pytest
import schemathesis
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis.strategies import one_of
from schemathesis.core.result import Ok
from schemathesis.generation import GenerationMode

from tests.effort import Did
from tests.running import OpenOffice
from tests.server.chatting import Visitor, chat_office, visitor
from tests.server.test_api_fuzzing import CHECKS
from workstation.models import Message

if TYPE_CHECKING:
    from schemathesis import Case

__all__ = ["chat_office", "visitor"]

for media_type in ("image/jpeg", "image/png", "image/gif", "image/webp", "application/pdf"):
    schemathesis.serializer.alias(media_type, "application/octet-stream")


@pytest.mark.counted
def test_the_chats_doors_never_break(
    chat_office: OpenOffice, visitor: Visitor, effort: int, did: Did
) -> None:
    visitor.begin()
    visitor.write("Hallo")
    document = chat_office.client.get("/v1/openapi.json").json()
    operations = [
        found.ok()
        for found in schemathesis.openapi.from_dict(document).get_all_operations()
        if isinstance(found, Ok)
    ]
    doors = [one for one in operations if one.path.startswith("/v1/chat/")]
    assert len(doors) == 10
    doors.sort(key=lambda one: one.path.endswith("/end"))  # after which it is nobody's token
    for operation in doors:
        if operation.path == "/v1/chat/stream":
            continue
        cases = [operation.as_strategy(generation_mode=mode) for mode in GenerationMode]

        @given(case=one_of(*cases))
        @settings(
            max_examples=25 * effort,
            phases=[Phase.generate],
            suppress_health_check=list(HealthCheck),
        )
        def throw(case: "Case[Any]") -> None:
            chat_office.clock.ahead(seconds=3)  # so that none is asked to wait
            asked: dict[str, Any] = case.as_transport_kwargs(base_url="http://testserver")
            headers = {str(name): str(value) for name, value in asked.pop("headers").items()}
            asked.pop("cookies", None)
            data = asked.pop("data", None)
            if data is not None:
                asked["content"] = data
            try:
                answer = chat_office.client.request(**asked, headers=headers | visitor.headers)
            except (UnicodeError, ValueError, httpx2.InvalidURL, httpx2.ProtocolError):
                return  # nothing that could be sent
            did("requests", 1)
            case.validate_response(answer, checks=CHECKS)

        throw()
    chat_office.work()
    assert "Hallo" in {one.text for one in chat_office.rows(Message)}
