"""A replica in memory, for tests of widgets: quick, exact, and only to be asked from a worker."""

import threading
from array import array
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING, Any, Literal

from workstation.replica.begun import BegunRow
from workstation.replica.errors import Unreachable
from workstation.replica.found import AnswerHit, Found, OrderHit, ProductHit, Searched
from workstation.replica.lists import Filters, Heading, InboxIds, View
from workstation.replica.many import NotDone, Outcome
from workstation.replica.pieces import Told
from workstation.replica.rows.channels import DialRow, TemplateRow, Upkeep
from workstation.replica.rows.contact import CallRow, ContactHead, MessageRow, Transcript
from workstation.replica.rows.customer import CustomerCard, TimelineRow
from workstation.replica.rows.inbox import Counts, FoundLine, Hit, InboxRow
from workstation.replica.rows.knowledge import AnswerRow, CallAdvice, ProductHint, Proposals
from workstation.replica.rows.news import Changed, Mood
from workstation.replica.rows.outbox import Draft, OutboxRow
from workstation.replica.rows.product import ProductCard
from workstation.replica.rows.reference import (
    AgentRow,
    ReasonRow,
    Reference,
    ResolutionRow,
    TeamRow,
)
from workstation.replica.rows.writing import MentionRow, SnippetRow, WritingFacts
from workstation.replica.signals import Signal
from workstation.replica.uploads import Upload
from workstation.rules.call_hints import Limits
from workstation.rules.finding.operators import Kind
from workstation.rules.finding.reading import Asked
from workstation.wire.signals import SignalKind

if TYPE_CHECKING:
    from workstation.actions import Action

NOW = 1_772_000_000_000
MINUTE = 60_000
HOUR = 60 * MINUTE


def ident(number: int, family: int = 0) -> str:
    """An id such as the desk makes, with a number one can read."""
    return f"00000000-0000-7000-8{family:03d}-{number:012d}"


MINE, DAAN = ident(1, 1), ident(2, 1)
TV, WASH, PHONES = ident(1, 2), ident(2, 2), ident(3, 2)
TVS, WASHERS = ident(1, 3), ident(2, 3)

ME = AgentRow(MINE, "Sanne de Jong", "agent", "available", "")
COLLEAGUE = AgentRow(DAAN, "Daan Visser", "agent", "busy", "")
TEAMS = (
    TeamRow(TV, "Televisions", "Televisies", "tv", True),
    TeamRow(WASH, "Washing machines", "Wasmachines", "washer", True),
    TeamRow(PHONES, "Smartphones", "Smartphones", "smartphone", False),
)
REFERENCE = Reference(
    me=ME,
    teams=TEAMS,
    agents=(ME, COLLEAGUE),
    reasons=(
        ReasonRow(ident(1, 6), None, "complaint", "Complaint", "Klacht"),
        ReasonRow(ident(2, 6), ident(1, 6), "complaint", "Picture flickers", "Beeld flikkert"),
    ),
    resolutions=(ResolutionRow(ident(1, 7), "Call back", "Terugbellen"),),
    product_types={
        TVS: ("Televisions", "Televisies"),
        WASHERS: ("Washing machines", "Wasmachines"),
    },
)


def row(number: int, **given: Any) -> InboxRow:
    """A contact of the inbox; what is not given is believable."""
    base = InboxRow(
        number=number,
        contact_id=ident(number),
        name=f"Customer {number}",
        channel=("whatsapp", "email", "instagram", "chat", "messenger", "phone")[number % 6],
        team_id=TV,
        product_type_id=TVS,
        subject="",
        last_text=f"Message {number} about a television",
        last_side="customer",
        last_at=NOW - number * MINUTE,
        waiting_since=NOW - number * MINUTE,
        due_at=NOW + (number % 90) * MINUTE,
        unread=number % 3 == 0,
        owner_id=MINE,
        state="open",
        snoozed_until=None,
        language="nl",
        pending=False,
    )
    return replace(base, **given)


class PretendReplica:
    """Fits `ReplicaDoor`. Asked from the main thread it fails, as the desk must never do."""

    def __init__(self, rows: Sequence[InboxRow] = (), *, guard: bool = True) -> None:
        self.rows = {each.number: each for each in rows}
        self.entries: list[OutboxRow] = []
        self.drafts: dict[str, Draft] = {}
        self.after_now: dict[str, dict[str, Any]] = {}
        """What is to be done after sending, by contact or action."""
        self.shared: list[tuple[str, str]] = []
        """What the office was given of drafts: contact and text."""
        self.names_now = frozenset({"daan"})
        """In lower case."""
        self.kept_now: dict[str, int] = {}
        """When a draft was kept."""
        self.begun_now: dict[str, tuple[BegunRow, ...]] = {}
        self.actions: list[Action] = []
        self.snippets_now: list[SnippetRow] = []
        self.writing_now: dict[str, WritingFacts] = {}
        self.mentions_now: list[MentionRow] = []
        self.held: dict[str, Action] = {}
        """What may still be taken back, by its id."""
        self.retried: list[str] = []
        self.discarded: list[str] = []
        self.files: dict[str, bytes] = {}
        self.looked: dict[str, int] = {}
        self.answering: dict[str, str] = {}
        self.messages: dict[str, list[MessageRow]] = {}
        self.customers: dict[str, CustomerCard] = {}
        self.calls_now: tuple[CallRow, ...] = ()
        self.dials_now: dict[str, DialRow] = {}
        self.call_limits_now = Limits()
        self.templates_now: dict[str, tuple[TemplateRow, ...]] = {}
        self.products: dict[str, ProductCard] = {}
        self.proposed: dict[str, Proposals] = {}
        self.advice: dict[str, CallAdvice] = {}
        self.hits: list[Hit] = []
        self.order_hits: list[OrderHit] = []
        self.answer_hits: list[AnswerHit] = []
        self.meant: dict[str, Found] = {}
        self.older: dict[int, Searched] = {}
        self.further: int | None = None
        self.reference_now = REFERENCE
        self.asked_rows: list[int] = []
        self.error: Exception | None = None
        self._guard = guard
        self._listeners: list[Callable[[Changed], None]] = []

    # reading

    def inbox(self, view: View) -> InboxIds:
        self._elsewhere()
        found = [each for each in self.rows.values() if self._in(view, each)]
        if view.order == "newest":
            found.sort(key=lambda each: -each.last_at)
        elif view.order == "waiting":
            found.sort(key=lambda each: each.waiting_since or 1 << 60)
        else:
            found.sort(key=lambda each: (each.due_at or 1 << 60, each.number))
        found = [each for each in found if self._fits(view.filters, each)]
        if view.grouped != "channel":
            return InboxIds(view, array("q", [each.number for each in found]))
        numbers: array[int] = array("q")
        headings: dict[int, Heading] = {}
        for place, channel in enumerate(sorted({each.channel for each in found})):
            under = [each.number for each in found if each.channel == channel]
            headings[-1 - place] = Heading(channel, len(under))
            numbers.extend([-1 - place, *under])
        return InboxIds(view, numbers, headings)

    def inbox_rows(self, numbers: Sequence[int], found_by: str = "") -> dict[int, InboxRow]:
        self._elsewhere()
        self.asked_rows.extend(numbers)
        rows = {number: self.rows[number] for number in numbers if number in self.rows}
        if not found_by:
            return rows
        return {number: self._found(each, found_by) for number, each in rows.items()}

    @staticmethod
    def _found(each: InboxRow, words: str) -> InboxRow:
        start = each.last_text.lower().find(words.lower())
        if start < 0:
            return each
        spans = ((start, start + len(words)),)
        return replace(each, found=FoundLine(each.last_text, spans, ident(each.number, 5)))

    def count(self, view: View, most: int) -> int:
        return min(most, len(self.inbox(view).numbers))

    def contact(self, contact_id: str) -> ContactHead | None:
        self._elsewhere()
        return self.contact_now(contact_id)

    def contact_now(self, contact_id: str) -> ContactHead | None:
        """The same, for a test that stands outside."""
        found = self._row(contact_id)
        if found is None:
            return None
        owner = next((a for a in REFERENCE.agents if a.agent_id == found.owner_id), None)
        return ContactHead(
            contact_id=contact_id,
            name=found.name,
            channel=found.channel,
            address="",
            state=found.state,
            subject=found.subject,
            language=found.language,
            team_id=found.team_id,
            owner_id=found.owner_id,
            owner_name=owner.name if owner else "",
            customer_id=ident(found.number, 4),
            product_type_id=found.product_type_id,
            product_id=None,
            variant_id=None,
            order_number="80352219",
            opened_at=found.last_at - HOUR,
            last_at=found.last_at,
            waiting_since=found.waiting_since,
            due_at=found.due_at,
            snoozed_until=found.snoozed_until,
            read_at=None if found.unread else found.last_at,
            guest=False,
        )

    def transcript(
        self, contact_id: str, *, limit: int = 60, before: str | None = None
    ) -> Transcript:
        self._elsewhere()
        messages = self.messages.get(contact_id, [])
        end = len(messages)
        if before is not None:
            end = next(i for i, m in enumerate(messages) if m.message_id == before)
        start = max(0, end - limit)
        stretch = tuple(messages[start:end])
        answering = self.answering.get(contact_id, "")
        answered = tuple(one for one in messages[:start] if one.message_id == answering)
        return Transcript(
            contact_id, stretch, start > 0, self.looked.get(contact_id), answered, answering
        )

    def customer(self, customer_id: str) -> CustomerCard | None:
        self._elsewhere()
        if customer_id in self.customers:
            return self.customers[customer_id]
        number = int(customer_id[-12:])
        found = self.rows.get(number)
        if found is None:
            return None
        at = found.last_at
        visit = TimelineRow(found.contact_id, found.channel, at, "open", "", "", "", "")
        return CustomerCard(
            customer_id, found.name, "Utrecht", "nl", None, False, "", (), (), (visit,)
        )

    def product(self, product_id: str, variant_id: str | None = None) -> ProductCard | None:
        self._elsewhere()
        return self.products.get(product_id)

    def proposals(self, contact_id: str, product_id: str | None = None) -> Proposals | None:
        self._elsewhere()
        return self.proposed.get(contact_id)

    def likely_product(self, contact_id: str) -> ProductHint | None:
        self._elsewhere()
        proposed = self.proposed.get(contact_id)
        return proposed.products[0] if proposed is not None and proposed.products else None

    def find_answers(
        self, text: str, product_id: str | None = None, limit: int = 30
    ) -> tuple[AnswerRow, ...]:
        self._elsewhere()
        known = {
            answer.answer_id: answer for card in self.products.values() for answer in card.answers
        }
        wanted = text.casefold().split()
        return tuple(
            answer
            for answer in known.values()
            if all(word in f"{answer.question_en} {answer.answer_en}".casefold() for word in wanted)
        )[:limit]

    def fitting_answers(self, product_id: str, contact_id: str) -> tuple[AnswerRow, ...]:
        self._elsewhere()
        card = self.products.get(product_id)
        return () if card is None else card.answers

    def call_advice(self, contact_id: str) -> CallAdvice | None:
        self._elsewhere()
        return self.advice.get(contact_id)

    def find_products(self, text: str, limit: int = 20) -> list[tuple[str, str | None, str]]:
        self._elsewhere()
        found: list[tuple[str, str | None, str]] = [
            (product.product_id, None, product.name)
            for product in self.products.values()
            if text.lower() in product.name.lower()
        ]
        return found[:limit]

    def find_customers(self, text: str, limit: int = 20) -> list[tuple[str, str, str]]:
        self._elsewhere()
        return [
            (ident(each.number, 4), each.name, "Utrecht")
            for each in self.rows.values()
            if text.lower() in each.name.lower()
        ][:limit]

    def reference(self) -> Reference:
        self._elsewhere()
        return self.reference_now

    def calls(self) -> tuple[CallRow, ...]:
        self._elsewhere()
        return self.calls_now

    def dials(self) -> dict[str, DialRow]:
        self._elsewhere()
        return self.dials_now

    def call_limits(self) -> Limits:
        self._elsewhere()
        return self.call_limits_now

    def templates(self, channel: str) -> tuple[TemplateRow, ...]:
        self._elsewhere()
        return self.templates_now.get(channel, ())

    def snippets(self) -> tuple[SnippetRow, ...]:
        self._elsewhere()
        return tuple(self.snippets_now)

    def writing_facts(self, contact_id: str) -> WritingFacts | None:
        self._elsewhere()
        head = self.contact_now(contact_id)
        if head is None:
            return None
        return self.writing_now.get(contact_id) or WritingFacts(
            contact_id=contact_id,
            channel=head.channel,
            language=head.language,
            customer_name=head.name,
            product_name="",
            order=None,
            orders=(),
            readers=(MINE, DAAN),
        )

    def mentions(self, since: int, limit: int = 50) -> tuple[MentionRow, ...]:
        self._elsewhere()
        return tuple(one for one in self.mentions_now if one.at > since)[:limit]

    def counts(self, now: int) -> Counts:
        self._elsewhere()
        mine = [r for r in self.rows.values() if r.owner_id == MINE and r.state == "open"]
        teams: dict[str, int] = {}
        late: dict[str, int] = {}
        for each in self.rows.values():
            if each.state == "open":
                teams[each.team_id] = teams.get(each.team_id, 0) + 1
                if each.due_at is not None and each.due_at < now:
                    late[each.team_id] = late.get(each.team_id, 0) + 1
        return Counts(
            mine=len(mine),
            snoozed=sum(1 for r in self.rows.values() if r.state == "snoozed"),
            teams=teams,
            late=late,
            mine_late=sum(1 for r in mine if r.due_at is not None and r.due_at < now),
        )

    def search(self, text: str, limit: int = 50) -> list[Hit]:
        self._elsewhere()
        found = []
        for each in self.rows.values():
            start = each.last_text.lower().find(text.lower())
            if start >= 0:
                found.append(
                    Hit(
                        contact_id=each.contact_id,
                        message_id=ident(each.number, 5),
                        name=each.name,
                        channel=each.channel,
                        at=each.last_at,
                        snippet=each.last_text,
                        spans=((start, start + len(text)),),
                    )
                )
        return found[:limit]

    def find(self, asked: Asked, *, limit: int = 10) -> Found:
        self._elsewhere()
        words = asked.words.strip()
        if asked.narrowed or not words:
            return Found(searched=self._searched(asked, limit))
        return Found(
            customers=tuple(self.find_customers(words, 5)),
            products=tuple(
                ProductHit(product_id, variant_id, label, 12)
                for product_id, variant_id, label in self.find_products(words, 4)
            ),
            answers=tuple(
                one for one in self.answer_hits if words.lower() in one.question_en.lower()
            ),
            orders=tuple(one for one in self.order_hits if one.number.startswith(words)),
            searched=self._searched(asked, limit),
        )

    def look_further(
        self,
        asked: Asked,
        *,
        limit: int = 10,
        below: int | None = None,
        patience: float | None = None,
    ) -> Searched:
        self._elsewhere()
        return self.older.get(below or 0, Searched())

    def find_meant(self, asked: Asked) -> Found:
        self._elsewhere()
        return self.meant.get(asked.words.strip(), Found())

    def find_values(self, kind: Kind, typed: str, limit: int = 6) -> tuple[str, ...]:
        self._elsewhere()
        if kind == "from":
            return tuple(name for _, name, _ in self.find_customers(typed, limit))
        return ()

    def order_of(self, order_id: str) -> tuple[str, str]:
        self._elsewhere()
        known = [one for one in self.order_hits if one.order_id == order_id]
        return (known[0].customer_id, known[0].number) if known else ("", "")

    def _searched(self, asked: Asked, limit: int) -> Searched:
        hits = self.search(asked.words.strip(), limit) if asked.words or asked.narrowed else []
        if asked.channels:
            hits = [hit for hit in hits if hit.channel in asked.channels]
        return Searched(tuple(hits), self.further, asked.troubles)

    def outbox(self) -> list[OutboxRow]:
        self._elsewhere()
        return list(self.entries)

    def draft(self, contact_id: str) -> Draft | None:
        self._elsewhere()
        return self.drafts.get(contact_id)

    def names_among(self, contact_id: str, words: Iterable[str]) -> frozenset[str]:
        self._elsewhere()
        return frozenset(word.casefold() for word in words) & self.names_now

    def kept_at(self, contact_id: str) -> int:
        self._elsewhere()
        return self.kept_now.get(contact_id, 0)

    def begun(self, contact_id: str) -> tuple[BegunRow, ...]:
        self._elsewhere()
        return self.begun_now.get(contact_id, ())

    # writing

    def tags(self) -> tuple[tuple[str, int], ...]:
        self._elsewhere()
        counted = Counter(tag for each in self.rows.values() for tag in each.tags)
        return tuple(counted.most_common())

    def act_many(self, parts: "Sequence[Sequence[Action]]") -> Outcome:
        outcome = Outcome()
        for part in parts:
            contact_id = str(getattr(part[0], "contact_id", ""))
            found = self._row(contact_id)
            taken = found is not None and found.owner_id not in (None, MINE)
            if taken and self.reference_now.me.role == "agent":
                outcome.refused.append(NotDone(contact_id, "owned_by_other", {"name": "Daan"}))
                continue
            for action in part:
                self.act(action)
            outcome.done.append(contact_id)
        return outcome

    def act(self, action: "Action", *, hold: int = 0) -> str:
        self._elsewhere()
        if self.error is not None:
            raise self.error
        self.actions.append(action)
        action_id = ident(len(self.actions), 8)
        if hold:
            self.held[action_id] = action
        contact_id = getattr(action, "contact_id", None)
        found = self._row(contact_id) if contact_id else None
        if found is not None:
            self.change(found.number, **self._effect(action, found))
        return action_id

    def take_back(self, action_id: str) -> bool:
        self._elsewhere()
        action = self.held.pop(action_id, None)
        if action is None:
            return False
        self.actions.remove(action)
        contact_id, text = getattr(action, "contact_id", ""), getattr(action, "text", "")
        files = tuple(file.model_dump() for file in getattr(action, "files", ()))
        if text or files:
            had = self.drafts.get(contact_id)
            if had is not None and had.text:
                text, files = f"{text}\n\n{had.text}", (*files, *had.files)
            mode: Literal["reply", "note"] = "note" if action.kind == "note" else "reply"
            self.drafts[contact_id] = Draft(contact_id, text, mode, files)
            self.keep_after(contact_id, self.after_now.pop(action_id, {}))
        self.tell(Changed(contacts=frozenset({contact_id}), tables=frozenset({"outbox"})))
        return True

    def share_draft(self, contact_id: str) -> None:
        self._elsewhere()
        draft = self.drafts.get(contact_id)
        self.shared.append((contact_id, draft.text if draft else ""))

    def save_draft(self, draft: Draft) -> None:
        self._elsewhere()
        if draft.text or draft.files:
            self.drafts[draft.contact_id] = draft
        else:
            self.drafts.pop(draft.contact_id, None)
            self.after_now.pop(draft.contact_id, None)

    def after(self, contact_id: str) -> dict[str, Any]:
        self._elsewhere()
        return self.after_now.get(contact_id, {})

    def keep_after(self, key: str, deeds: Mapping[str, Any]) -> None:
        self._elsewhere()
        self.after_now.pop(key, None)
        if deeds:
            self.after_now[key] = dict(deeds)

    def look(self, contact_id: str, at: int) -> None:
        self._elsewhere()
        self.looked[contact_id] = max(at, self.looked.get(contact_id, 0))

    def answer(self, contact_id: str, message_id: str) -> None:
        self._elsewhere()
        self.answering[contact_id] = message_id

    def retry(self, action_id: str) -> None:
        self._elsewhere()
        self.retried.append(action_id)
        self._change_entry(action_id, "waiting")

    def discard(self, action_id: str) -> None:
        self._elsewhere()
        self.discarded.append(action_id)
        self.entries = [each for each in self.entries if each.action_id != action_id]
        self.tell(Changed(tables=frozenset({"outbox"})))

    def add_file(
        self,
        content: bytes,
        *,
        name: str,
        media_type: str,
        width: int | None,
        height: int | None,
    ) -> dict[str, Any]:
        import hashlib

        self._elsewhere()
        sha256 = hashlib.sha256(content).hexdigest()
        self.files[sha256] = content
        return {
            "id": "00000000-0000-7000-8000-" + sha256[:12],
            "sha256": sha256,
            "size": len(content),
            "media_type": media_type,
            "name": name,
            "width": width,
            "height": height,
        }

    def file(self, sha256: str) -> bytes | None:
        self._elsewhere()
        return self.files.get(sha256)

    # what a test does

    def subscribe(self, heard: Callable[[Changed], None]) -> Callable[[], None]:
        self._listeners.append(heard)
        return lambda: self._listeners.remove(heard)

    def close(self) -> None:
        self._listeners.clear()

    def tell(self, changed: Changed) -> None:
        for heard in list(self._listeners):
            heard(changed)

    def change(self, number: int, **fields: Any) -> None:
        """A row becomes different, and who listens hears of it."""
        self.rows[number] = replace(self.rows[number], **fields)
        contact = self.rows[number].contact_id
        self.tell(Changed(contacts=frozenset({contact}), tables=frozenset({"contact"})))

    def add(self, new: InboxRow) -> None:
        self.rows[new.number] = new
        self.tell(Changed(contacts=frozenset({new.contact_id}), tables=frozenset({"contact"})))

    def remove(self, number: int) -> None:
        gone = self.rows.pop(number)
        self.tell(Changed(contacts=frozenset({gone.contact_id}), tables=frozenset({"contact"})))

    def _change_entry(self, action_id: str, state: Any) -> None:
        self.entries = [
            replace(each, state=state) if each.action_id == action_id else each
            for each in self.entries
        ]
        self.tell(Changed(tables=frozenset({"outbox"})))

    @staticmethod
    def _effect(action: "Action", found: InboxRow) -> dict[str, Any]:
        match action.kind:
            case "claim":
                return {"owner_id": MINE, "pending": True}
            case "assign":
                return {"owner_id": getattr(action, "agent_id", None), "pending": True}
            case "tag_contact":
                gone, more = getattr(action, "remove", ()), getattr(action, "add", ())
                left = tuple(tag for tag in found.tags if tag not in gone)
                return {"tags": left + tuple(tag for tag in more if tag not in left)}
            case "mark_unread":
                return {"unread": True}
            case "release":
                return {"owner_id": None, "pending": True}
            case "reply":
                return {"waiting_since": None, "due_at": None, "last_side": "agent",
                        "last_text": getattr(action, "text", ""), "pending": True}  # fmt: skip
            case "snooze":
                return {"state": "snoozed", "snoozed_until": getattr(action, "until", 0)}
            case "wrap_up":
                return {"state": "done", "due_at": None, "waiting_since": None}
            case "reopen":
                return {"state": "open", "snoozed_until": None}
            case "mark_read":
                return {"unread": False}
            case "transfer":
                return {"team_id": getattr(action, "team_id", found.team_id), "owner_id": None}
            case _:
                return {"pending": True}

    @staticmethod
    def _in(view: View, each: InboxRow) -> bool:
        match view.kind:
            case "mine":
                return each.owner_id == MINE and each.state == "open"
            case "team":
                return each.team_id == view.team_id and each.state == "open"
            case "snoozed":
                return each.state == "snoozed"
            case "done":
                return each.state == "done"
            case "all" | "saved":
                return True

    @staticmethod
    def _fits(filters: Filters, each: InboxRow) -> bool:
        return (
            (not filters.channels or each.channel in filters.channels)
            and (not filters.unread or each.unread)
            and (not filters.tags or bool(set(filters.tags) & set(each.tags)))
            and filters.text.lower() in f"{each.name} {each.last_text}".lower()
        )

    def _row(self, contact_id: str) -> InboxRow | None:
        return next((r for r in self.rows.values() if r.contact_id == contact_id), None)

    def _elsewhere(self) -> None:
        if self._guard and threading.current_thread() is threading.main_thread():
            raise AssertionError("the replica was asked from the thread that paints")


class PretendSession:
    """Fits `SessionDoor`: a desk whose connection a test decides."""

    def __init__(self, replica: PretendReplica, mood: Mood | None = None) -> None:
        self.replica = replica
        self.mood = mood or Mood(name="online")
        self.asked: list[str] = []
        self.remote_files: dict[str, bytes] = {}
        self.elsewhere: list[tuple[str, str, str]] = []
        """Customers that only the server knows."""
        self.gate: threading.Event | None = None
        """What files from elsewhere wait for."""
        self.is_metered: bool | None = None
        """What it was told last of the connection."""
        self.upkeep_now: Upkeep | None = None
        """None is a server that cannot be asked."""
        self._listeners: list[Callable[[Mood], None]] = []
        self._ears: list[Callable[[Signal], None]] = []
        self._uploading: list[Callable[[Upload], None]] = []

    def start(self) -> None:
        self.asked.append("start")

    def stop(self) -> None:
        self.asked.append("stop")

    def metered(self, metered: bool) -> None:
        self.is_metered = metered

    def on_mood(self, heard: Callable[[Mood], None]) -> Callable[[], None]:
        self._listeners.append(heard)
        heard(self.mood)
        return lambda: self._listeners.remove(heard)

    def on_signal(self, heard: Callable[[Signal], None]) -> Callable[[], None]:
        self._ears.append(heard)
        return lambda: self._ears.remove(heard)

    def on_upload(self, heard: Callable[[Upload], None]) -> Callable[[], None]:
        self._uploading.append(heard)
        return lambda: self._uploading.remove(heard)

    def signal(self, contact_id: str, kind: SignalKind) -> None:
        self.asked.append(f"{kind} {contact_id}")

    def hear(self, signal: Signal) -> None:
        """Somebody else types, or no longer does."""
        for heard in list(self._ears):
            heard(signal)

    def become(self, mood: Mood) -> None:
        self.mood = mood
        for heard in list(self._listeners):
            heard(mood)

    def find_customers(self, words: str, limit: int = 20) -> list[tuple[str, str, str]]:
        found = [one for one in self.elsewhere if words.casefold() in one[1].casefold()]
        return found[:limit]

    def fetch_history(self, customer_id: str, told: Told | None = None) -> None:
        self.asked.append(f"history {customer_id}")

    def fetch_file(self, sha256: str, told: Told | None = None) -> bytes:
        self.asked.append(f"file {sha256}")
        if sha256 not in self.remote_files:
            raise Unreachable("The server does not answer.")
        if self.gate is not None:
            assert self.gate.wait(30)
        if told is not None:
            told(1, len(self.remote_files[sha256]))
        self.replica.files[sha256] = self.remote_files[sha256]
        return self.remote_files[sha256]

    def upkeep(self) -> Upkeep:
        self.asked.append("upkeep")
        if self.upkeep_now is None:
            raise Unreachable("unreachable")
        return self.upkeep_now

    def read_again(self, arrival_id: str) -> None:
        self.asked.append(f"read again {arrival_id}")

    def sync_now(self) -> None:
        self.asked.append("sync")

    def rest(self) -> None:
        self.asked.append("rest")

    def go_on(self) -> None:
        self.asked.append("go on")

    def sign_out(self) -> None:
        self.asked.append("sign_out")
