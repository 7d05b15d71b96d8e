"""Around the chat's routes: pages of the shop's own addresses may ask, and no others (CORS).

A browser says which page asks, and keeps the answer from a page that is not named in it. Anything
else than a browser says what it likes; what protects a conversation is the visitor's token.
"""

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from workstation.channels.chat.channel import Chat
from workstation.server.office import Office
from workstation.server.problems import answer

PREFIX = "/v1/chat/"
_PREFLIGHT = (
    (b"access-control-allow-methods", b"GET, POST"),
    (b"access-control-allow-headers", b"Authorization, Content-Type"),
    (b"access-control-max-age", b"7200"),
    (b"content-length", b"0"),
)


class ChatDoor:
    def __init__(self, app: ASGIApp, *, office: Office) -> None:
        self._app = app
        self._office = office

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http" or not scope["path"].startswith(PREFIX):
            await self._app(scope, receive, send)
            return
        headers = dict(scope["headers"])
        origin = headers.get(b"origin", b"").decode("latin-1")
        if not origin:
            await self._app(scope, receive, send)
            return
        if not self._admits(origin, headers.get(b"host", b"").decode("latin-1")):
            refused = answer("not_allowed", "The chat is not on this page.")
            await refused(scope, receive, send)
            return
        shared = [(b"access-control-allow-origin", origin.encode("latin-1")), (b"vary", b"Origin")]
        if scope["method"] == "OPTIONS":
            start = {"type": "http.response.start", "status": 204}
            await send(start | {"headers": [*shared, *_PREFLIGHT]})
            await send({"type": "http.response.body", "body": b""})
            return

        async def with_origin(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message.get("headers", ()),
                    *shared,
                    (b"access-control-expose-headers", b"Retry-After"),
                ]
            await send(message)

        await self._app(scope, receive, with_origin)

    def _admits(self, origin: str, host: str) -> bool:
        chat = self._office.channels.get("chat")
        return isinstance(chat, Chat) and (
            chat.settings.admits(origin) or origin.partition("://")[2] == host
        )
