"""The words of an IMAP command: atoms, quoted strings, literals and lists (RFC 3501)."""

import asyncio
import re
from collections.abc import Awaitable, Callable

Word = str | bytes | list["Word"]
_LITERAL = re.compile(rb"\{(\d{1,9})(\+?)\}$")
_ATOM = re.compile(rb'[^\s()"{]+(?:\[[^\]]*\](?:<[^>]*>)?)?')
_LARGEST = 64 << 20


class BadCommandError(Exception):
    pass


async def read_command(
    reader: asyncio.StreamReader, go_on: Callable[[], Awaitable[None]]
) -> list[Word] | None:
    """One command, its literals asked for; None at the end of the connection."""
    line = await reader.readline()
    if not line.endswith(b"\n"):
        return None
    parts: list[bytes | None] = []
    literals: list[bytes] = []
    while True:
        line = line.rstrip(b"\r\n")
        found = _LITERAL.search(line)
        if found is None:
            parts.append(line)
            break
        size = int(found[1])
        if size > _LARGEST:
            raise BadCommandError("too large")
        parts += [line[: found.start()], None]
        if not found[2]:
            await go_on()
        literals.append(await reader.readexactly(size))
        line = await reader.readline()
    return _parse(parts, literals)


def _parse(parts: list[bytes | None], literals: list[bytes]) -> list[Word]:
    stack: list[list[Word]] = [[]]
    waiting = iter(literals)
    for part in parts:
        if part is None:
            stack[-1].append(next(waiting))
            continue
        place = 0
        while place < len(part):
            char = part[place : place + 1]
            if char.isspace():
                place += 1
            elif char == b"(":
                stack.append([])
                place += 1
            elif char == b")":
                if len(stack) == 1:
                    raise BadCommandError("a bracket too many")
                done = stack.pop()
                stack[-1].append(done)
                place += 1
            elif char == b'"':
                text, place = _quoted(part, place + 1)
                stack[-1].append(text)
            else:
                found = _ATOM.match(part, place)
                if found is None:
                    raise BadCommandError("not a word")
                stack[-1].append(found.group().decode("utf-8", "replace"))
                place = found.end()
    if len(stack) != 1:
        raise BadCommandError("a bracket is missing")
    return stack[0]


def _quoted(part: bytes, place: int) -> tuple[str, int]:
    found = bytearray()
    while place < len(part):
        char = part[place]
        if char == 0x22:
            return found.decode("utf-8", "replace"), place + 1
        if char == 0x5C:
            place += 1
            if place >= len(part):
                break
            char = part[place]
        found.append(char)
        place += 1
    raise BadCommandError("a quote is missing")


def text(word: Word) -> str:
    if isinstance(word, bytes):
        return word.decode("utf-8", "replace")
    return word if isinstance(word, str) else ""


def numbers(said: str, known: list[int]) -> set[int]:
    """Which of the known numbers "1,3:5,8:*" names."""
    largest = max(known, default=0)
    found: set[int] = set()
    for piece in said.split(","):
        first, colon, last = piece.partition(":")
        low = largest if first == "*" else int(first)
        high = (largest if last == "*" else int(last)) if colon else low
        low, high = min(low, high), max(low, high)
        found |= {number for number in known if low <= number <= high}
    return found
