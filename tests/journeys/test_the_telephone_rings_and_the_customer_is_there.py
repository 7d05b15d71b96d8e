"""Somebody calls: the card is there before the first word, and everything after it."""

import pytest

from tests.running import hire
from tests.telephone import NUMBER, Telephone
from workstation.actions import (
    AnswerCall,
    CallBack,
    HangUpCall,
    HoldCall,
    IdentifyCustomer,
    Note,
    Refused,
    Reply,
    ResumeCall,
    TransferCall,
    WrapUpContact,
)
from workstation.models import (
    Attachment,
    Call,
    Contact,
    Customer,
    Identity,
    Order,
    Reason,
    Setting,
    new_id,
)
from workstation.replica.rows.contact import CallRow
from workstation.sample.sound import seconds_of
from workstation.server.store.shares import share_contact


def _ringing(telephone: Telephone) -> CallRow:
    (call,) = telephone.desk.replica.calls()
    return call


def test_from_ringing_to_the_recording(telephone: Telephone) -> None:
    line = telephone.provider.exchange.ring(NUMBER, name="A. Bakker")
    telephone.hear()

    rings = _ringing(telephone)
    assert (rings.state, rings.number, rings.name) == ("ringing", NUMBER, "A. Bakker")
    head = telephone.desk.replica.contact(rings.contact_id)
    assert head is not None
    assert head.waiting_since == rings.started_at
    card = telephone.desk.replica.customer(head.customer_id)
    assert card is not None
    assert card.provisional

    telephone.later(6)
    where = {"contact_id": rings.contact_id, "call_id": rings.call_id}
    assert telephone.act(AnswerCall(**where)).outcome == "accepted"
    talks = _ringing(telephone)
    assert (talks.state, talks.agent_id, talks.wished) == ("talking", telephone.agent, "")
    head = telephone.desk.replica.contact(rings.contact_id)
    assert head is not None
    assert (head.owner_id, head.waiting_since) == (telephone.agent, None)

    telephone.later(20)
    note = Note(contact_id=rings.contact_id, text="Flickers.", written_at=telephone.clock.now)
    telephone.act(note)
    telephone.act(IdentifyCustomer(contact_id=rings.contact_id, name="Anna Bakker", language="nl"))
    telephone.act(HoldCall(**where))
    assert _ringing(telephone).held_since == telephone.clock.now
    telephone.later(40)
    telephone.act(ResumeCall(**where))
    assert _ringing(telephone).held_ms == 40_000
    telephone.later(10)
    telephone.act(HangUpCall(**where))

    call = telephone.only_call()
    over = _ringing(telephone)  # it stays until it is wrapped up, with its clock
    assert (over.state, over.ended_at) == ("ended", call.ended_at)
    assert (call.state, call.outcome) == ("ended", "answered")
    assert call.ended_at == telephone.clock.now
    shown = telephone.desk.replica.transcript(rings.contact_id).messages
    assert [message.kind for message in shown] == ["call", "note", "event"]
    assert shown[0].call is not None
    assert shown[0].call.ended_at == call.ended_at
    (recording,) = shown[0].attachments
    assert (recording.role, recording.state) == ("recording", "ready")
    kept = telephone.here.office.files.read(recording.sha256)
    assert kept is not None
    # Thirty seconds of talk; the forty on hold are on no recording.
    assert seconds_of(kept) == pytest.approx(30, abs=0.01)

    reason = new_id()
    with telephone.here.database.write() as session:
        session.add(Reason(id=reason, kind="question", name_en="Other", name_nl="Anders"))
    telephone.pull()
    telephone.act(WrapUpContact(contact_id=rings.contact_id, reason_id=reason))
    assert telephone.here.only(Contact).state == "done"
    assert telephone.desk.replica.calls() == ()
    assert telephone.provider.exchange.lines[line.call].wishes == [
        "answer",
        "hold",
        "resume",
        "hang_up",
    ]


def test_a_missed_call_becomes_a_contact_and_is_called_back(telephone: Telephone) -> None:
    line = telephone.provider.exchange.ring(NUMBER)
    telephone.later(25)
    telephone.provider.exchange.give_up(line.call)
    telephone.hear()

    contact = telephone.here.only(Contact)
    assert telephone.only_call().outcome == "missed"
    assert contact.waiting_since == telephone.only_call().started_at
    assert contact.due_at == (contact.waiting_since or 0) + 15 * 60_000

    telephone.later(60)
    telephone.desk.replica.act(CallBack(contact_id=contact.id))
    (dialling,) = telephone.desk.replica.calls()  # at once, before anybody was asked
    assert (dialling.state, dialling.inbound, dialling.number) == ("dialling", False, NUMBER)
    (decision,) = telephone.desk.send(telephone.here.office.dispatch)
    assert decision.outcome == "accepted"
    telephone.here.work()
    telephone.hear()

    (called,) = [x for x in telephone.provider.exchange.lines.values() if not x.inbound]
    assert called.reference == dialling.call_id
    assert telephone.here.only(Contact).waiting_since is not None
    telephone.later(8)
    telephone.provider.exchange.pick_up(called.call)
    telephone.hear()
    assert _ringing(telephone).state == "talking"
    assert telephone.here.only(Contact).waiting_since is None
    assert len(telephone.here.rows(Call)) == 2


def test_a_message_on_the_machine_waits_to_be_heard(telephone: Telephone) -> None:
    line = telephone.provider.exchange.ring(NUMBER)
    telephone.later(30)
    telephone.provider.exchange.leave_message(line.call, 4)
    telephone.hear()
    assert telephone.only_call().outcome == "voicemail"
    assert telephone.here.only(Contact).waiting_since is not None
    attachment = telephone.here.only(Attachment)
    assert (attachment.role, attachment.state) == ("voicemail", "ready")


def test_a_withheld_number_rings_too(telephone: Telephone) -> None:
    telephone.provider.exchange.ring("")
    telephone.hear()
    rings = _ringing(telephone)
    assert (rings.number, rings.name) == ("", "")
    telephone.act(IdentifyCustomer(contact_id=rings.contact_id, name="J. de Wit"))
    assert _ringing(telephone).name == "J. de Wit"
    with pytest.raises(Refused, match="not_a_number"):
        telephone.desk.replica.act(CallBack(contact_id=rings.contact_id))


def test_two_want_to_answer_and_one_does(telephone: Telephone) -> None:
    telephone.provider.exchange.ring(NUMBER)
    telephone.hear()
    rings = _ringing(telephone)
    other, _ = hire(telephone.here.database, "smit")
    where = {"contact_id": rings.contact_id, "call_id": rings.call_id}
    telephone.desk.replica.act(AnswerCall(**where))
    theirs = telephone.here.sign_in("smit")
    assert telephone.here.act(theirs, "answer_call", **where)["outcome"] == "accepted"
    (decision,) = telephone.desk.send(telephone.here.office.dispatch)
    assert decision.refusal is not None
    assert (decision.refusal.code, decision.refusal.facts) == ("call_taken", {"name": "Smit"})
    telephone.hear()
    assert telephone.only_call().agent_id == other
    assert telephone.desk.replica.calls() == ()


def test_a_call_is_passed_on_to_a_colleague(telephone: Telephone) -> None:
    other, _ = hire(telephone.here.database, "smit")
    with telephone.here.database.write() as session:
        session.add(Setting(id=new_id(), name="phone_extensions", value={"smit": "102"}))
    telephone.provider.exchange.ring(NUMBER)
    telephone.hear()
    rings = _ringing(telephone)
    where = {"contact_id": rings.contact_id, "call_id": rings.call_id}
    telephone.act(AnswerCall(**where))
    telephone.act(TransferCall(**where, agent_id=other))
    call = telephone.only_call()
    assert call.agent_id == other
    assert telephone.here.only(Contact).owner_id == other
    (line,) = telephone.provider.exchange.lines.values()
    assert line.agent == "102"


@pytest.mark.parametrize("status", [409, 503])
def test_a_provider_that_does_not_do_it_says_so(telephone: Telephone, status: int) -> None:
    telephone.provider.exchange.ring(NUMBER)
    telephone.hear()
    rings = _ringing(telephone)
    telephone.provider.trouble.fail_next(status=status)
    telephone.act(AnswerCall(contact_id=rings.contact_id, call_id=rings.call_id))
    again = _ringing(telephone)
    assert (again.state, again.wished, again.agent_id) == ("ringing", "", None)
    assert again.failure
    assert telephone.here.only(Contact).owner_id is None


def test_news_that_comes_twice_and_shuffled_is_the_same_call(telephone: Telephone) -> None:
    telephone.provider.trouble.repeat = 3
    telephone.provider.trouble.shuffle = True
    exchange = telephone.provider.exchange
    line = exchange.ring(NUMBER)
    telephone.later(5)
    exchange.want(line.call, "answer", agent="jansen", target="")
    telephone.later(30)
    exchange.want(line.call, "hold", agent="jansen", target="")
    telephone.later(7)
    exchange.want(line.call, "resume", agent="jansen", target="")
    telephone.later(10)
    exchange.customer_hangs_up(line.call)
    telephone.hear()
    call = telephone.only_call()
    assert (call.state, call.outcome, call.held_ms) == ("ended", "answered", 7_000)
    contact = telephone.here.only(Contact)
    assert (contact.owner_id, contact.waiting_since) == (telephone.agent, None)
    assert len(telephone.here.rows(Attachment)) == 1


def test_a_reply_by_telephone_is_refused_at_the_desk_with_the_reason(
    telephone: Telephone,
) -> None:
    telephone.provider.exchange.ring(NUMBER)
    telephone.hear()
    rings = _ringing(telephone)
    now = telephone.clock.now
    with pytest.raises(Refused) as refused:
        telephone.desk.replica.act(Reply(contact_id=rings.contact_id, text="Hello", written_at=now))
    assert refused.value.code == "takes_no_text"


def test_who_is_known_by_their_number_is_there_by_name(telephone: Telephone) -> None:
    customer = new_id()
    with telephone.here.database.write() as session:
        session.add(Customer(id=customer, name="Anna Bakker", language="nl"))
        session.add(Identity(id=new_id(), customer_id=customer, channel="phone", address=NUMBER))
    telephone.provider.exchange.ring(NUMBER, name="BAKKER A")
    telephone.hear()
    rings = _ringing(telephone)
    assert (rings.name, rings.provisional) == ("Anna Bakker", False)
    card = telephone.desk.replica.customer(customer)
    assert card is not None
    assert card.language == "nl"


def test_a_call_whose_end_nobody_told_does_not_ring_for_ever(telephone: Telephone) -> None:
    telephone.provider.exchange.ring(NUMBER)
    telephone.hear()
    telephone.desk.replica.act(CallBack(contact_id=_ringing(telephone).contact_id))
    telephone.desk.send(telephone.here.office.dispatch)
    telephone.later(29 * 60)
    telephone.here.work()
    telephone.pull()
    assert len(telephone.desk.replica.calls()) == 2
    telephone.later(2 * 60)
    telephone.here.work()
    telephone.pull()
    assert telephone.desk.replica.calls() == ()
    ended = {(call.inbound, call.outcome) for call in telephone.here.rows(Call)}
    assert ended == {(True, "missed"), (False, "missed")}
    assert telephone.here.only(Contact).waiting_since is not None


def test_a_long_talk_is_no_forgotten_call(telephone: Telephone) -> None:
    telephone.provider.exchange.ring(NUMBER)
    telephone.hear()
    rings = _ringing(telephone)
    telephone.act(AnswerCall(contact_id=rings.contact_id, call_id=rings.call_id))
    for _ in range(7):
        telephone.later(3_600)
        telephone.here.work()
    assert telephone.only_call().state == "talking"
    for _ in range(2):
        telephone.later(3_600)
        telephone.here.work()
    assert (telephone.only_call().state, telephone.only_call().outcome) == ("ended", "answered")


def test_what_is_known_of_who_rings_is_there_while_it_rings(telephone: Telephone) -> None:
    """Before anybody answers: where they live, what they bought, what else they wait for."""
    telephone.provider.exchange.give_up(telephone.provider.exchange.ring(NUMBER).call)
    telephone.hear()
    missed = telephone.here.only(Contact)
    with telephone.here.database.write() as session:
        customer = session.get_one(Customer, missed.customer_id)
        customer.name, customer.city, customer.provisional = "Anna Bakker", "Utrecht", False
        for number, placed_at in (("10233", 1), ("10234", 2)):
            session.add(
                Order(
                    id=new_id(),
                    customer_id=customer.id,
                    number=number,
                    state="delivered",
                    placed_at=placed_at,
                )
            )
        mail = Contact(
            id=new_id(),
            channel="email",
            thread="t",
            customer_id=customer.id,
            team_id=missed.team_id,
            state="open",
            opened_at=1,
            last_at=1,
            last_side="customer",
        )
        session.add(mail)
        session.flush()
        share_contact(session, mail)
        session.get_one(Contact, missed.id).state = "done"
    telephone.pull()
    telephone.later(60)
    telephone.provider.exchange.ring(NUMBER)
    telephone.hear()
    rings = _ringing(telephone)
    assert (rings.state, rings.name, rings.city) == ("ringing", "Anna Bakker", "Utrecht")
    assert (rings.order_number, rings.others) == ("10234", 1)
    assert telephone.here.rows(Call)[-1].agent_id is None
