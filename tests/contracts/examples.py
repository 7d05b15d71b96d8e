"""One of each: for every action what it looks like when it is accepted, and each way in which it is
refused. An action without an example here fails the contract tests."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tests.small_shop import MINUTE, NOW, PICTURE, SmallShop, picture_hash
from workstation import actions
from workstation.actions import Action, File
from workstation.actions.calls import CallAction
from workstation.actions.save_view import ViewFilters
from workstation.models import new_id
from workstation.rules.call_hints import hint_id

Build = Callable[[SmallShop], Action]


@dataclass(frozen=True)
class Example:
    """`by` is the name of an agent of the small shop; `refused` the code, empty when accepted.
    `changes` is false for what is accepted and leaves everything as it is."""

    title: str
    action: Build
    by: str = "agent"
    refused: str = ""
    changes: bool = True


def _picture() -> File:
    return File(
        sha256=picture_hash(),
        size=len(PICTURE),
        media_type="image/png",
        name="flicker.png",
        width=640,
        height=480,
    )


def _reply(contact: str, text: str = "We will look into it.", *files: File) -> Build:
    return lambda shop: actions.Reply(
        contact_id=getattr(shop, contact),
        text=text,
        files=files,
        reply_to_id=getattr(shop, f"{contact}_question"),
        written_at=NOW - 2 * MINUTE,
    )


def _draft(contact: str, text: str = "Good evening, have you", *, ago: int = MINUTE) -> Build:
    return lambda shop: actions.SaveDraft(
        contact_id=getattr(shop, contact), text=text, written_at=NOW - ago
    )


def _template(contact: str, *parameters: str, name: str = "update") -> Build:
    return lambda shop: actions.Reply(
        contact_id=getattr(shop, contact),
        template=actions.TemplateChoice(
            name=f"{name}-{shop.mark}", language="nl", parameters=parameters
        ),
        written_at=NOW - 2 * MINUTE,
    )


def _note(contact: str, text: str = "Serial number asked.", *files: File) -> Build:
    return lambda shop: actions.Note(
        contact_id=getattr(shop, contact), text=text, files=files, written_at=NOW - MINUTE
    )


def _passed_on(contact: str, agent: str) -> Build:
    return lambda shop: actions.Note(
        contact_id=getattr(shop, contact),
        text="Do you know this one?",
        mentions=(getattr(shop, agent),),
        reply_to_id=new_id(),
        written_at=NOW - MINUTE,
    )


def _linking(build: type[actions.Reply] | type[actions.Note], contact: str, order: str) -> Build:
    return lambda shop: build(
        contact_id=getattr(shop, contact),
        text="It is in #80352219.",
        orders=(getattr(shop, order),),
        written_at=NOW - MINUTE,
    )


def _snippet(name: str = "", **given: Any) -> Build:
    """A new one, or one of the shop's that is written anew."""

    def build(shop: SmallShop) -> Action:
        chosen = {"snippet_id": getattr(shop, name)} if name else {}
        return actions.SaveSnippet(
            **{
                "shortcut": "sorry",
                "name_en": "Apologies",
                "text_en": "Hello {customer.first_name}, our apologies.",
                "text_nl": "Hallo {customer.first_name}, onze excuses.",
                **chosen,
                **{key: value(shop) if callable(value) else value for key, value in given.items()},
            }
        )

    return build


def _no_snippet(name: str) -> Build:
    return lambda shop: actions.RemoveSnippet(snippet_id=getattr(shop, name))


def _claim(contact: str) -> Build:
    return lambda shop: actions.Claim(contact_id=getattr(shop, contact))


def _release(contact: str) -> Build:
    return lambda shop: actions.Release(contact_id=getattr(shop, contact))


def _assign(contact: str, agent: str) -> Build:
    return lambda shop: actions.Assign(
        contact_id=getattr(shop, contact), agent_id=getattr(shop, agent)
    )


def _transfer(contact: str, team: str) -> Build:
    return lambda shop: actions.Transfer(
        contact_id=getattr(shop, contact), team_id=getattr(shop, team)
    )


def _snooze(contact: str, until: int = NOW + 90 * MINUTE) -> Build:
    return lambda shop: actions.Snooze(contact_id=getattr(shop, contact), until=until)


def _reopen(contact: str) -> Build:
    return lambda shop: actions.Reopen(contact_id=getattr(shop, contact))


def _read(contact: str, upto: int) -> Build:
    return lambda shop: actions.MarkRead(contact_id=getattr(shop, contact), upto=upto)


def _link(contact: str, customer: str) -> Build:
    return lambda shop: actions.LinkCustomer(
        contact_id=getattr(shop, contact), customer_id=getattr(shop, customer)
    )


def _merge(customer: str, other: str) -> Build:
    return lambda shop: actions.MergeCustomers(
        customer_id=getattr(shop, customer), other_id=getattr(shop, other)
    )


def _unmerge(customer: str) -> Build:
    return lambda shop: actions.UnmergeCustomer(customer_id=getattr(shop, customer))


def _dismiss(match: str) -> Build:
    return lambda shop: actions.DismissMatch(match_id=getattr(shop, match))


def _dial(**given: Any) -> Build:
    return lambda shop: actions.SetDial.model_validate({"channel": "whatsapp"} | given)


def _retry(contact: str, message: str) -> Build:
    return lambda shop: actions.RetryDelivery(
        contact_id=getattr(shop, contact), message_id=getattr(shop, message)
    )


def _wrap_up(
    contact: str, *, product: str = "", variant: str = "", reason: str = "reason", offer: str = ""
) -> Build:
    return lambda shop: actions.WrapUpContact(
        contact_id=getattr(shop, contact),
        product_id=getattr(shop, product) if product else None,
        variant_id=getattr(shop, variant) if variant else None,
        reason_id=getattr(shop, reason),
        resolution_ids=(getattr(shop, offer),) if offer else (),
        note="Sent to the workshop.",
    )


def _presence(state: str, reason: str = "", until: int | None = None) -> Build:
    return lambda shop: actions.SetPresence.model_validate(
        {"state": state, "reason": reason, "until": until}
    )


def _call(action: type[CallAction], call: str, contact: str = "") -> Build:
    return lambda shop: action(
        contact_id=getattr(shop, contact or f"{call}_contact"), call_id=getattr(shop, call)
    )


def _pass_on(call: str, *, agent: str = "", team: str = "", number: str = "") -> Build:
    return lambda shop: actions.TransferCall(
        contact_id=getattr(shop, f"{call}_contact"),
        call_id=getattr(shop, call),
        agent_id=getattr(shop, agent) if agent else None,
        team_id=getattr(shop, team) if team else None,
        number=number,
    )


def _call_back(contact: str, number: str = "") -> Build:
    return lambda shop: actions.CallBack(contact_id=getattr(shop, contact), number=number)


def _identify(contact: str, name: str = "  A.  Bakker ") -> Build:
    return lambda shop: actions.IdentifyCustomer(
        contact_id=getattr(shop, contact), name=name, language="nl", note="Has a shop of their own."
    )


def _note_of(customer: str, text: str = " Rather be called in the evening. ") -> Build:
    return lambda shop: actions.AddCustomerNote(customer_id=getattr(shop, customer), text=text)


def _forget_note(note: str) -> Build:
    return lambda shop: actions.RemoveCustomerNote(note_id=getattr(shop, note))


def _prefer(customer: str, **given: Any) -> Build:
    return lambda shop: actions.SetCustomerPreferences.model_validate(
        {"customer_id": getattr(shop, customer)} | given
    )


def _answer(
    *,
    about: str = "product",
    of: str = "product_id",
    change: str = "",
    nl: str = "Die uit de doos.",
) -> Build:
    return lambda shop: actions.SaveAnswer.model_validate(
        {
            of: getattr(shop, about),
            "question_nl": "Welke kabel?",
            "answer_nl": nl,
            **({"answer_id": getattr(shop, change)} if change else {}),
        }
    )


def _forget_answer(answer: str) -> Build:
    return lambda shop: actions.RemoveAnswer(answer_id=getattr(shop, answer))


def _hint(contact: str, state: str = "called") -> Build:
    return lambda shop: actions.SettleCallHint.model_validate(
        {"contact_id": getattr(shop, contact), "why": "turns", "amount": 12, "state": state}
    )


def _helped(contact: str, hinted: str = "") -> Build:
    return lambda shop: actions.RateCallHint(
        contact_id=getattr(shop, contact),
        hint_id=hint_id(getattr(shop, hinted or contact), NOW - 30 * MINUTE),
        helped=True,
    )


def _unread(contact: str, upto: int = 0) -> Build:
    return lambda shop: actions.MarkUnread(contact_id=getattr(shop, contact), upto=upto)


def _tag(contact: str, *add: str, off: tuple[str, ...] = ()) -> Build:
    return lambda shop: actions.TagContact(contact_id=getattr(shop, contact), add=add, remove=off)


def _view(view: str = "", team: str = "", **filters: Any) -> Build:
    return lambda shop: actions.SaveView(
        view_id=getattr(shop, view or "new_view"),
        name="Late  mails",
        team_id=getattr(shop, team) if team else None,
        filters=ViewFilters.model_validate(filters),
        sort="newest",
        grouped="owner",
        position=2,
    )


def _forget_view(view: str) -> Build:
    return lambda shop: actions.RemoveView(view_id=getattr(shop, view))


def _promise(minutes: int = 90) -> Build:
    return lambda shop: actions.SetPromise(
        channel="messenger", promise="first_reply", minutes=minutes
    )


def _calling() -> Build:
    return lambda shop: actions.SetCallLimits(turns=8, minutes=0, kinds=3)


EXAMPLES: dict[str, tuple[Example, ...]] = {
    "reply": (
        Example("to a contact of mine", _reply("mine")),
        Example("takes what nobody has", _reply("free")),
        Example("with a picture", _reply("mine", "", _picture())),
        Example("wakes what was put away", _reply("snoozed")),
        Example("about an order", _linking(actions.Reply, "mine", "order")),
        Example("about no order", _linking(actions.Reply, "mine", "nowhere"), refused="not_found"),
        Example("of a lead to a free contact", _reply("free"), by="lead"),
        Example("just before the window closes", _reply("closing")),
        Example("with a template once it has closed", _template("closed", "Anna", "uw tv")),
        Example("with a template while it is open", _template("closing", "Anna", "uw tv")),
        Example("freely once it has closed", _reply("closed"), refused="window_closed"),
        Example("half filled in", _template("closed", "Anna", " "), refused="template_incomplete"),
        Example("too full", _template("closed", *"abc"), refused="template_incomplete"),
        Example(
            "with a template that is not approved",
            _template("closed", "Anna", "uw tv", name="paused_update"),
            refused="template_gone",
        ),
        Example(
            "with a template that is not there",
            _template("closed", "Anna", "uw tv", name="other"),
            refused="template_gone",
        ),
        Example("a colleague's", _reply("theirs"), refused="owned_by_other"),
        Example("wrapped up", _reply("done"), refused="contact_done"),
        Example("of another team", _reply("elsewhere"), refused="contact_not_found"),
        Example("archived", _reply("archived"), refused="contact_not_found"),
        Example("nowhere", _reply("nowhere"), refused="contact_not_found"),
    ),
    "note": (
        Example("on a contact of mine", _note("mine")),
        Example("on a colleague's", _note("theirs")),
        Example("with a picture", _note("done", "See the picture.", _picture())),
        Example("for a colleague, about a message", _passed_on("mine", "colleague")),
        Example("about an order", _linking(actions.Note, "mine", "order")),
        Example("about no order", _linking(actions.Note, "mine", "nowhere"), refused="not_found"),
        Example("of another team", _note("elsewhere"), refused="contact_not_found"),
    ),
    "save_draft": (
        Example("the first on a contact", _draft("free")),
        Example("further than before", _draft("mine")),
        Example("beside a colleague's", _draft("theirs")),
        Example("with nothing left", _draft("mine", "")),
        Example("that never began", _draft("free", ""), changes=False),
        Example("from before what is there", _draft("mine", ago=9 * MINUTE), changes=False),
        Example("by a clock that is ahead", _draft("mine", ago=-MINUTE)),
        Example("of another team", _draft("elsewhere"), refused="contact_not_found"),
    ),
    "claim": (
        Example("what nobody has", _claim("free")),
        Example("what is mine already", _claim("mine"), changes=False),
        Example("a colleague's", _claim("theirs"), refused="owned_by_other"),
        Example("a colleague's, by a lead", _claim("theirs"), by="lead", refused="owned_by_other"),
        Example("of another team", _claim("elsewhere"), refused="contact_not_found"),
    ),
    "release": (
        Example("what is mine", _release("mine")),
        Example("what nobody has", _release("free"), changes=False),
        Example("a colleague's, by a lead", _release("theirs"), by="lead"),
        Example("a colleague's", _release("theirs"), refused="owned_by_other"),
        Example("of another team", _release("elsewhere"), refused="contact_not_found"),
    ),
    "assign": (
        Example("to a colleague", _assign("free", "agent"), by="lead"),
        Example("from one to another", _assign("theirs", "agent"), by="lead"),
        Example("to who has it", _assign("mine", "agent"), by="lead", changes=False),
        Example("to somebody of another team", _assign("free", "stranger"), by="lead"),
        Example("to who left", _assign("free", "gone"), by="lead", refused="agent_left"),
        Example("to nobody", _assign("free", "nowhere"), by="lead", refused="not_found"),
        Example("by an agent", _assign("free", "agent"), refused="not_allowed"),
    ),
    "transfer": (
        Example("to a team of mine", _transfer("mine", "washing")),
        Example("to a team I am not in", _transfer("mine", "laptops")),
        Example("what nobody has", _transfer("free", "laptops")),
        Example("to where it is", _transfer("mine", "televisions"), changes=False),
        Example("a colleague's, by a lead", _transfer("theirs", "laptops"), by="lead"),
        Example("a colleague's", _transfer("theirs", "washing"), refused="owned_by_other"),
        Example("to a closed team", _transfer("mine", "closed_team"), refused="not_found"),
        Example("to no team", _transfer("mine", "nowhere"), refused="not_found"),
        Example("of another team", _transfer("elsewhere", "washing"), refused="contact_not_found"),
    ),
    "snooze": (
        Example("what is mine", _snooze("mine")),
        Example("what nobody has", _snooze("free")),
        Example("for longer", _snooze("snoozed", NOW + 900 * MINUTE)),
        Example("until before", _snooze("mine", NOW - MINUTE), refused="moment_passed"),
        Example("until now", _snooze("mine", NOW), refused="moment_passed"),
        Example("wrapped up", _snooze("done"), refused="contact_done"),
        Example("a colleague's", _snooze("theirs"), refused="owned_by_other"),
    ),
    "reopen": (
        Example("what was wrapped up", _reopen("done")),
        Example("what was put away", _reopen("snoozed")),
        Example("what is open", _reopen("mine"), changes=False),
        Example("of another team", _reopen("elsewhere"), refused="contact_not_found"),
    ),
    "mark_read": (
        Example("up to the last message", _read("mine", NOW - 30 * MINUTE)),
        Example("further than there is", _read("theirs", NOW + MINUTE)),
        Example("of another team", _read("elsewhere", NOW), refused="contact_not_found"),
    ),
    "mark_unread": (
        Example("altogether", _unread("seen")),
        Example("from a moment on", _unread("seen", NOW - 40 * MINUTE)),
        Example("what nobody read", _unread("mine"), changes=False),
        Example("of another team", _unread("elsewhere"), refused="contact_not_found"),
    ),
    "tag_contact": (
        Example("with two", _tag("mine", "damaged", "  to  check ")),
        Example("a colleague's", _tag("theirs", "damaged")),
        Example("off", _tag("tagged", off=("VIP",))),
        Example("one on, one off", _tag("tagged", "press", off=("courier",))),
        Example("what it has", _tag("tagged", "vip"), changes=False),
        Example(
            "with too many",
            _tag("tagged", *(f"tag {number}" for number in range(19))),
            refused="too_many_tags",
        ),
        Example("of another team", _tag("elsewhere", "damaged"), refused="contact_not_found"),
    ),
    "save_view": (
        Example("a new one", _view(channels=("email",), promise="late", unread=True)),
        Example("for a team", _view(team="televisions", owner="nobody", waiting_minutes=60)),
        Example("mine", _view("my_view", "washing", tags=("vip",))),
        Example("of my team, by a lead", _view("their_view"), by="lead"),
        Example("a colleague's", _view("their_view"), refused="view_of_other"),
        Example("for a team I am not in", _view(team="laptops"), refused="not_your_team"),
        Example("for a closed team", _view(team="closed_team"), refused="not_found"),
        Example("for no team", _view(team="nowhere"), refused="not_found"),
    ),
    "remove_view": (
        Example("mine", _forget_view("my_view")),
        Example("of my team, by a lead", _forget_view("their_view"), by="lead"),
        Example("a colleague's", _forget_view("their_view"), refused="view_of_other"),
        Example("none", _forget_view("nowhere"), refused="not_found"),
    ),
    "set_promise": (
        Example("for the first time", _promise(), by="admin"),
        Example("shorter", _promise(30), by="admin"),
        Example("by an agent", _promise(), refused="not_allowed"),
    ),
    "set_call_limits": (
        Example("for the first time", _calling(), by="admin"),
        Example("by a lead", _calling(), by="lead", refused="not_allowed"),
    ),
    "link_customer": (
        Example("somebody unknown", _link("from_unknown", "customer")),
        Example("one known customer to another", _link("from_other", "customer")),
        Example("to who it is", _link("mine", "customer"), changes=False),
        Example("to somebody merged", _link("from_other", "merged"), refused="customer_merged"),
        Example("to nobody", _link("from_other", "nowhere"), refused="not_found"),
        Example("of another team", _link("elsewhere", "customer"), refused="contact_not_found"),
    ),
    "merge_customers": (
        Example("two who are one", _merge("customer", "other_customer")),
        Example("as was suggested", _merge("customer", "unknown")),
        Example(
            "somebody with themselves", _merge("customer", "customer"), refused="same_customer"
        ),
        Example("what is merged", _merge("other_customer", "merged"), refused="customer_merged"),
        Example("into what is merged", _merge("merged", "unknown"), refused="customer_merged"),
        Example("with nobody", _merge("customer", "nowhere"), refused="not_found"),
    ),
    "unmerge_customer": (
        Example("two after all", _unmerge("merged")),
        Example("somebody on their own", _unmerge("customer"), refused="not_merged"),
        Example("nobody", _unmerge("nowhere"), refused="not_found"),
    ),
    "dismiss_match": (
        Example("not the same person", _dismiss("match")),
        Example("of nobody", _dismiss("nowhere"), refused="not_found"),
    ),
    "set_dial": (
        Example("open to some", _dial(share=25, per_hour=40, at_once=12), by="admin"),
        Example(
            "with hours and words",
            _dial(
                hours={"mon": (("08:00", "24:00"),)},
                told_en="It is busy.",
                told_nl="Het is druk.",
                instead="phone",
            ),
            by="admin",
        ),
        Example("by an agent", _dial(share=25), refused="not_allowed"),
        Example("by a lead", _dial(share=25), by="lead", refused="not_allowed"),
    ),
    "wrap_up": (
        Example("with no product", _wrap_up("mine")),
        Example("with a product", _wrap_up("free", product="product", offer="repair")),
        Example("with a variant", _wrap_up("mine", variant="product_black")),
        Example("what was put away", _wrap_up("snoozed", product="product")),
        Example("a colleague's, by a lead", _wrap_up("theirs"), by="lead"),
        Example("a colleague's", _wrap_up("theirs"), refused="owned_by_other"),
        Example("twice", _wrap_up("done"), refused="contact_done"),
        Example("without a reason", _wrap_up("mine", reason="nowhere"), refused="not_found"),
        Example("offering nothing known", _wrap_up("mine", offer="nowhere"), refused="not_found"),
        Example("no such variant", _wrap_up("mine", variant="nowhere"), refused="not_found"),
        Example(
            "with another product's variant",
            _wrap_up("mine", product="other_product", variant="product_black"),
            refused="variant_of_other_product",
        ),
    ),
    "identify_customer": (
        Example("a stranger", _identify("from_unknown")),
        Example("who called", _identify("talk_contact")),
        Example("somebody we know", _identify("mine"), refused="customer_known"),
        Example("of another team", _identify("elsewhere"), refused="contact_not_found"),
    ),
    "answer_call": (
        Example("that rings for all", _call(actions.AnswerCall, "ringing")),
        Example("that rings at me", _call(actions.AnswerCall, "ringing_me")),
        Example("for a colleague", _call(actions.AnswerCall, "ringing_theirs")),
        Example("that I have", _call(actions.AnswerCall, "talk"), changes=False),
        Example("that is taken", _call(actions.AnswerCall, "being_answered"), refused="call_taken"),
        Example("of a colleague", _call(actions.AnswerCall, "their_talk"), refused="call_taken"),
        Example("that is over", _call(actions.AnswerCall, "over"), refused="call_over"),
        Example(
            "of another contact",
            _call(actions.AnswerCall, "ringing", "mine"),
            refused="not_found",
        ),
        Example("nowhere", _call(actions.AnswerCall, "nowhere", "mine"), refused="not_found"),
    ),
    "hold_call": (
        Example("mine", _call(actions.HoldCall, "talk")),
        Example("on hold already", _call(actions.HoldCall, "on_hold"), changes=False),
        Example("a colleague's", _call(actions.HoldCall, "their_talk"), refused="call_taken"),
        Example("that rings", _call(actions.HoldCall, "ringing"), refused="call_not_answered"),
        Example("that is over", _call(actions.HoldCall, "over"), refused="call_over"),
    ),
    "resume_call": (
        Example("on hold", _call(actions.ResumeCall, "on_hold")),
        Example("going on", _call(actions.ResumeCall, "talk"), changes=False),
        Example("a colleague's", _call(actions.ResumeCall, "their_talk"), refused="call_taken"),
    ),
    "hang_up_call": (
        Example("mine", _call(actions.HangUpCall, "talk")),
        Example("on hold", _call(actions.HangUpCall, "on_hold")),
        Example("that rings at me", _call(actions.HangUpCall, "ringing_me")),
        Example("that rings", _call(actions.HangUpCall, "ringing"), refused="call_not_answered"),
        Example("a colleague's", _call(actions.HangUpCall, "their_talk"), refused="call_taken"),
        Example("that is over", _call(actions.HangUpCall, "over"), refused="call_over"),
    ),
    "transfer_call": (
        Example("to a colleague", _pass_on("talk", agent="colleague")),
        Example("to a team", _pass_on("on_hold", team="laptops")),
        Example("to a number", _pass_on("talk", number="+31 20 765 43 21")),
        Example("to who left", _pass_on("talk", agent="gone"), refused="agent_left"),
        Example("to a closed team", _pass_on("talk", team="closed_team"), refused="not_found"),
        Example("to no number", _pass_on("talk", number="upstairs"), refused="not_a_number"),
        Example("that rings", _pass_on("ringing", agent="lead"), refused="call_not_answered"),
        Example("a colleague's", _pass_on("their_talk", team="washing"), refused="call_taken"),
    ),
    "call_back": (
        Example("who called", _call_back("over_contact")),
        Example("what nobody has", _call_back("ringing_contact")),
        Example("who wrote", _call_back("mine")),
        Example("who is known by WhatsApp alone", _call_back("from_unknown")),
        Example("another number", _call_back("mine", "+31 20 765 43 21")),
        Example("a colleague's", _call_back("their_talk_contact"), refused="owned_by_other"),
        Example("no number", _call_back("from_other"), refused="no_number"),
        Example("nonsense", _call_back("mine", "112 please"), refused="not_a_number"),
        Example("of another team", _call_back("elsewhere"), refused="contact_not_found"),
    ),
    "add_customer_note": (
        Example("about a customer", _note_of("customer")),
        Example("about nobody", _note_of("nowhere"), refused="not_found"),
    ),
    "remove_customer_note": (
        Example("mine", _forget_note("my_note")),
        Example("a colleague's, by a lead", _forget_note("their_note"), by="lead"),
        Example("a colleague's", _forget_note("their_note"), refused="written_by_other"),
        Example("none", _forget_note("nowhere"), refused="not_found"),
    ),
    "set_customer_preferences": (
        Example("a language", _prefer("customer", language="nl")),
        Example("a channel", _prefer("customer", preferred_channel="whatsapp")),
        Example("nothing", _prefer("customer"), changes=False),
        Example("of nobody", _prefer("nowhere", language="nl"), refused="not_found"),
    ),
    "save_answer": (
        Example("about a product", _answer()),
        Example("about a variant", _answer(about="product_black", of="variant_id")),
        Example("about a kind", _answer(about="television", of="product_type_id")),
        Example("another one", _answer(change="cable_answer")),
        Example("a public one, by a lead", _answer(change="public_answer"), by="lead"),
        Example("a public one", _answer(change="public_answer"), refused="answer_published"),
        Example("half", _answer(nl=" "), refused="answer_incomplete"),
        Example("of no product", _answer(about="nowhere"), refused="not_found"),
    ),
    "remove_answer": (
        Example("that is not public", _forget_answer("cable_answer")),
        Example("a public one, by a lead", _forget_answer("public_answer"), by="lead"),
        Example("a public one", _forget_answer("public_answer"), refused="answer_published"),
        Example("none", _forget_answer("nowhere"), refused="not_found"),
    ),
    "settle_call_hint": (
        Example("calls", _hint("mine")),
        Example("not now", _hint("free", "dismissed")),
        Example("calls after all", _hint("doubtful")),
        Example("what was called", _hint("sent", "dismissed"), changes=False),
        Example("a colleague's", _hint("theirs"), refused="owned_by_other"),
        Example("wrapped up", _hint("done"), refused="contact_done"),
        Example("of another team", _hint("elsewhere"), refused="contact_not_found"),
    ),
    "rate_call_hint": (
        Example("it helped", _helped("sent")),
        Example("without a call", _helped("doubtful"), refused="not_found"),
        Example("of another contact", _helped("mine", "sent"), refused="not_found"),
        Example("without a hint", _helped("mine"), refused="not_found"),
    ),
    "set_presence": (
        Example("for the first time", _presence("available")),
        Example("with a reason", _presence("away", "lunch"), by="lead"),
        Example("and when one is back", _presence("away", "lunch", 1_900_000_000_000)),
    ),
    "retry_delivery": (
        Example("what failed", _retry("unsent", "unsent_answer")),
        Example("what nobody knows", _retry("doubtful", "doubtful_answer")),
        Example("what was sent", _retry("sent", "sent_answer"), refused="nothing_to_retry"),
        Example(
            "once the window has closed",
            _retry("unsent_closed", "unsent_closed_answer"),
            refused="window_closed",
        ),
        Example("a customer's own", _retry("sent", "sent_question"), refused="nothing_to_retry"),
        Example("of another contact", _retry("mine", "unsent_answer"), refused="not_found"),
        Example("nothing", _retry("mine", "nowhere"), refused="not_found"),
    ),
    "save_snippet": (
        Example("one's own", _snippet()),
        Example("one's own, written anew", _snippet("my_snippet", channels=("chat",))),
        Example("under a shared name", _snippet(shortcut="shared")),
        Example(
            "that does something too",
            _snippet(
                deeds=lambda shop: actions.SnippetDeeds(
                    tags=("return",),
                    snooze_minutes=90,
                    team_id=shop.washing,
                    reason_id=shop.reason,
                    resolution_ids=(shop.repair,),
                )
            ),
        ),
        Example("everybody's, by a lead", _snippet(whose="everybody"), by="lead"),
        Example(
            "a team's, by its lead",
            _snippet("shared_snippet", whose="team", team_id=lambda shop: shop.televisions),
            by="lead",
        ),
        Example("everybody's", _snippet(whose="everybody"), refused="snippet_shared"),
        Example("a shared one", _snippet("shared_snippet"), refused="snippet_shared"),
        Example("a colleague's", _snippet("their_snippet"), refused="snippet_of_other"),
        Example(
            "of another team",
            _snippet(whose="team", team_id=lambda shop: shop.laptops),
            by="lead",
            refused="snippet_of_other_team",
        ),
        Example("of no team", _snippet(whose="team"), by="lead", refused="not_found"),
        Example("without words", _snippet(text_en=" ", text_nl=""), refused="snippet_empty"),
        Example("a name that is taken", _snippet(shortcut="mine"), refused="shortcut_taken"),
        Example(
            "for a reason that is gone",
            _snippet(deeds=lambda shop: actions.SnippetDeeds(reason_id=shop.nowhere)),
            refused="not_found",
        ),
    ),
    "remove_snippet": (
        Example("one's own", _no_snippet("my_snippet")),
        Example("a shared one, by a lead", _no_snippet("shared_snippet"), by="lead"),
        Example("a shared one", _no_snippet("shared_snippet"), refused="snippet_shared"),
        Example("a colleague's", _no_snippet("their_snippet"), refused="snippet_of_other"),
        Example("none", _no_snippet("nowhere"), refused="not_found"),
    ),
}
"""By action. The first of each is accepted."""
