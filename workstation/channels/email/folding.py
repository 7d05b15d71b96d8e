"""Where the new text of a mail ends and earlier mail is repeated, in the ways that mail programs do
it, English and Dutch first.

What is answered below or between quoted lines is new too: a quote is only folded where nothing new
follows, and an answer that stands below all it quotes is put before it.
"""

import re
from collections.abc import Sequence

from workstation.channels.email.page_text import FOLD

_LONGEST_LINE = 500
"""Characters of a line that may say that earlier mail begins. A longer one is text: looking into it
takes the square of its length."""
_MOST_BEGINNINGS = 100
"""Whoever answers between more quotes than this has the whole mail shown."""
_ATTRIBUTION_LINES = 5
_MOST_LINES = 5_000
"""Lines in which earlier mail may begin."""

_WROTE = re.compile(
    r"""^[\s*_>-]{0,4}(
      (On|At)\b.{4,300}\b(wrote|writes|said)\s*:
    | Op\b(?>.{4,300}?\b(schreef|schrijft)\b).{0,200}:
    | Op\b(?=.*\bheeft\b)(?>.{4,500}?\bgeschreven\b).{0,200}:
    | (?>.{2,200}?\bschreef\ (op|het\ volgende)\b).{0,120}:
    | .{2,200}\b(het\ volgende\ geschreven|schreef)\s*:
    | .{2,120}[<(\[][^\s@<>()\[\]]+@[^\s@<>()\[\]]+[>)\]].{0,60}\bwrote\s*:
    | (Am|Den)\b(?>.{4,300}?\b(schrieb|skrev)\b).{0,200}:
    | Le\b.{4,300}\ba\ écrit\s*:
    | (El|Em|Il)\b.{4,300}\b(escribió|escreveu|ha\ scritto)\s*:
    )\s*[*_]{0,2}\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
"""Nothing in it is looked for twice from the same place: the cost grows with the line."""
_STARTS = re.compile(
    r"^[\s*_-]{0,4}(On|At|Op|Am|Den|Le|El|Em|Il)\b(?=.*(\d|@))|<[^\s@<>]+@[^\s@<>]+>?"
    r"|^\s*\d{1,4}[-./]\d{1,2}[-./]\d{1,4}\b"
    r"|^\s*\S.{0,80}\bschreef\b",
    re.IGNORECASE,
)
"""How a line begins that may say, over several lines, who wrote what follows."""
_WHOSE = re.compile(
    r"^(?=.*(@|\d{1,2}[:.]\d\d|\d{4}[-/.]\d{1,2}|\d{1,2}[-/.]\d{1,2}[-/.]\d{2})).{6,300}:\s*$"
)
"""Any line with an address or a date before quoted lines: "2026/11/21 A. Bakker <a@b>:"."""

_SEPARATOR = re.compile(
    r"""^[\s>*]{0,4}(
      [-_*=]{2,}\s*(original\ (message|appointment)|oorspronkelijk(e)?\ bericht|origineel\ bericht
        |reply\ message|ursprüngliche\ nachricht|message\ d'origine|mensaje\ original)\s*[-_*=]{2,}
    | -{3,}\s*(reply\ above|antwoord\ boven|please\ type\ your\ reply|typ\ uw\ antwoord)\b.*
    | \#\#-.{3,80}-\#\#
    )\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_FORWARDED = re.compile(
    r"^[\s>*-]*((begin\s+)?(forwarded|doorgestuurd|doorgezonden)( message| bericht)?|fwd)\b.*",
    re.IGNORECASE,
)
_PASSED_ON = re.compile(r"\s*(fwd?|doorst|doorgestuurd)\s*:", re.IGNORECASE)
_RULE = re.compile(r"^\s*([_-]{10,}|[_*=]{20,})\s*$")
_FIELD = re.compile(
    r"""^[\s>]*[*_]{0,2}(
      (?P<from>From|Van|Von|De|От)
    | (?P<sent>Sent|Date|Verzonden|Datum|Verstuurd|Gesendet|Envoyé|Отправлено)
    | (?P<to>To|Aan|An|À|Cc|Bcc|Reply-To|Antwoord\ aan|Кому)
    | (?P<subject>Subject|Onderwerp|Betreff|Objet|Тема)
    )\s*[*_]{0,2}\s*:[*_]{0,2}\s*(?P<value>.*)$""",
    re.VERBOSE | re.IGNORECASE,
)
_MOBILE = re.compile(
    r"""^\s*[-_*<(\[]{0,3}\s*(
      (sent|envoyé|gesendet)\ (from|with|via|using|de|von)\b[^,:;?!]{0,80}
    | (verstuurd|verzonden|gestuurd)\ (vanaf|van|via|met|vanuit|door)\b[^,:;?!]{0,80}
    | get\ outlook\ for\ .{2,40} | outlook\ voor\ (ios|android)\b.{0,60}
    | (download|haal)\ outlook\ voor\ .{2,40} | mobiel\ verzonden.{0,30}
    )(\s?[<(\[]https?://[^\s<>()\[\]]{1,200}[>)\]])?\s*[>)\]]{0,2}\s*$""",
    re.VERBOSE | re.IGNORECASE,
)
_DASHES = re.compile(r"^--\s?$")
_LONGEST_SIGNATURE = 12


def is_passed_on(subject: str) -> bool:
    """Whether the subject says that all below is somebody else's mail: new to us."""
    return _PASSED_ON.match(subject) is not None


def fold(text: str, *, passed_on: bool = False) -> tuple[str, int | None]:
    """The text with what is new at its beginning, and the character from which only earlier mail
    (and the signature before it) follows; None when there is nothing to fold."""
    lines = text.replace("\r\n", "\n").replace("\r", "\n").strip("\n").split("\n")
    while lines and not lines[-1].strip():
        lines.pop()
    marked = next((n for n, line in enumerate(lines) if line == FOLD), None)
    lines = [line.replace(FOLD, "") for line in lines]
    if marked is not None:
        del lines[marked]
    if passed_on:
        return "\n".join(lines), None
    lines, start = _placed(lines, marked)
    start = _with_signature(lines, start)
    new = "\n".join(lines[:start]).rstrip()
    if start >= len(lines):
        return new, None
    if not new.strip():
        return "\n".join(lines).strip(), None
    rest = "\n".join(lines[start:]).strip("\n")
    return f"{new}\n\n{rest}", len(new) + 2


def _placed(lines: list[str], marked: int | None) -> tuple[list[str], int]:
    """The lines, the new ones first, and the first of those that are not."""
    first, end, last = _next_said(lines, 0), 0, len(lines)
    for start, follows in _beginnings(lines, marked):
        quoted = _next_said(lines, follows)
        if quoted is None:
            continue
        if not lines[quoted].startswith(">"):
            return lines, start  # no marks: nobody writes between what has none
        if quoted < end:
            continue  # within a quote after which something new follows
        end = _end_of_quote(lines, quoted)
        rest = lines[end:]
        if _says_nothing_new(rest):
            return lines, start
        is_first = first is None or first >= start
        if is_first and not any(line.startswith(">") for line in rest):
            after = rest[_next_said(rest, 0) or 0 :]
            return [*after, "", *lines[start:end]], len(after) + 1
    if any(_is_forward(line) for line in lines[:_MOST_LINES]):
        return lines, last
    # Answers between quotes: only a quote at the very end says nothing new.
    while last and (not lines[last - 1].strip() or lines[last - 1].startswith(">")):
        last -= 1
    return lines, last


def _beginnings(lines: Sequence[str], marked: int | None) -> list[tuple[int, int]]:
    """Where earlier mail may begin: the line that says so, and the first line after it."""
    found: list[tuple[int, int]] = []
    for number, line in enumerate(lines[:_MOST_LINES]):
        if number == marked:
            if _is_forward(lines[_next_said(lines, number) or number]):
                break
            end = _attribution(lines, _next_said(lines, number) or number)
            found.append((number, end or number))
        if len(found) >= _MOST_BEGINNINGS:
            break
        if not line.strip() or len(line) > _LONGEST_LINE:
            continue
        if line.startswith(">"):
            if not number or not lines[number - 1].startswith(">"):
                found.append((number, number))
            continue
        if _is_forward(line):
            break  # from here on it is somebody else's mail, and new to us
        if _SEPARATOR.match(line):
            found.append((number, number + 1))
        elif _is_head(lines, number):
            found.append((number, number + 2))
        else:
            end = _attribution(lines, number)
            if end is not None:
                found.append((number, end))
    return found


def _is_forward(line: str) -> bool:
    return (
        len(line) <= _LONGEST_LINE
        and _FORWARDED.match(line) is not None
        and _WROTE.match(line) is None
    )


def _attribution(lines: Sequence[str], number: int) -> int | None:
    """The line after "On ... wrote:", which may be broken over several lines."""
    if number >= len(lines):
        return None
    whole = ""
    for count, line in enumerate(lines[number : number + _ATTRIBUTION_LINES]):
        if not line.strip() or (line.startswith(">") and count):
            break
        whole = f"{whole} {line.strip()}" if whole else line.strip()
        if len(whole) > _LONGEST_LINE:
            break
        if count == 0 and not whole.endswith(":") and not _STARTS.search(whole):
            return None
        end = number + count + 1
        if whole.endswith((":", ":*", ":_")) and _WROTE.match(whole):
            return end
        below = next((one for one in lines[end : end + 2] if one.strip()), "")
        if below.startswith(">") and _WHOSE.match(whole):
            return end
    return None


def _is_head(lines: Sequence[str], number: int) -> bool:
    """Whether the fields of a mail are repeated here: From, Sent, To, Subject."""
    first = _match(_FIELD, lines[number])
    if first is None or first["from"] is None:
        return False
    kinds = {"from"}
    for line in lines[number + 1 : number + 9]:
        field = _match(_FIELD, line)
        if field is not None:
            kinds |= {kind for kind in ("sent", "to", "subject") if field[kind]}
    return len(kinds) >= 3


def _end_of_quote(lines: Sequence[str], start: int) -> int:
    """The first line after `start` that is neither quoted nor blank, nor the end of a quoted line
    that some program broke in two."""
    number = start
    while number < len(lines):
        line = lines[number]
        if line.strip() and not line.startswith(">") and not _goes_on(lines, number):
            if _attribution(lines, number) is None:
                break
            number = _attribution(lines, number) or number
            continue
        number += 1
    while number > start and not lines[number - 1].strip():
        number -= 1
    return number


def _goes_on(lines: Sequence[str], number: int) -> bool:
    return (
        lines[number - 1].startswith(">")
        and len(lines[number - 1]) >= 60
        and number + 1 < len(lines)
        and lines[number + 1].startswith(">")
        and len(lines[number]) < 40
    )


def _says_nothing_new(lines: Sequence[str]) -> bool:
    """Whether these are blank, a signature, or what a mailing list puts below."""
    first = _next_said(lines, 0)
    if first is None:
        return True
    is_short = len(lines) - first <= _LONGEST_SIGNATURE
    if _match(_DASHES, lines[first]) or _match(_RULE, lines[first]):
        return is_short
    return all(not line.strip() or _match(_MOBILE, line) for line in lines[first:])


def _with_signature(lines: Sequence[str], start: int) -> int:
    """Take along, upwards, what stands between the new text and what is repeated."""
    folds = start < len(lines)
    while start:
        line = lines[start - 1]
        if not line.strip() or _match(_MOBILE, line) or (folds and _match(_RULE, line)):
            start -= 1
        else:
            break
    if folds:
        for number in range(start - 1, max(start - _LONGEST_SIGNATURE, 0), -1):
            if _match(_DASHES, lines[number]):
                return number if _says(lines[:number]) else start
    return start


def _match(form: re.Pattern[str], line: str) -> re.Match[str] | None:
    return form.match(line) if len(line) <= _LONGEST_LINE else None


def _next_said(lines: Sequence[str], start: int) -> int | None:
    return next((n for n in range(start, len(lines)) if lines[n].strip()), None)


def _says(lines: Sequence[str]) -> bool:
    return _next_said(lines, 0) is not None
