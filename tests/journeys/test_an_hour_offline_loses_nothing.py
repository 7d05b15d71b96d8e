"""The office is away for an hour. Sanne goes on: she reads, answers, notes, snoozes and wraps up,
her desk even stops and starts again. When the office is back it has all of it, once, in order."""

from sqlalchemy import update

from tests.journeys.shop import Shop
from tests.running import wait_until
from workstation.models import Contact, Customer, Message, Reason, Resolution, WrapUp, new_id
from workstation.models.ids import now_ms
from workstation.models.office import SignIn

PEOPLE = {"31651234501": "Anna Bakker", "31651234502": "Bram Visser", "31651234503": "Chris Smit"}
HOUR = 3_600_000


def test_an_hour_offline(shop: Shop) -> None:
    graph = shop.graph("whatsapp")
    shop.add(
        reason := Reason(id=new_id(), kind="question", name_en="Delivery", name_nl="Bezorging"),
        explained := Resolution(id=new_id(), name_en="Explained", name_nl="Uitgelegd"),
    )
    shop.open()
    assert shop.server is not None
    sanne = shop.seat("sanne")
    sanne.turns_to_team()
    for number, name in PEOPLE.items():
        graph.whatsapp.names[number] = name
        graph.whatsapp.write(number, f"Where is my parcel, asks {name}")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == len(PEOPLE))
    sanne.opens_whose("Chris Smit")
    sanne.sees(lambda: any("asks Chris" in said for said in sanne.says))

    shop.server.kill()
    sanne.sends("Let me look, Chris.")
    sanne.sees(lambda: sanne.desk.context.mood.name == "offline")
    sanne.opens_whose("Anna Bakker")
    sanne.sees(lambda: any("asks Anna" in said for said in sanne.says))
    sanne.sends("It comes today.")
    sanne.sends("Between two and four.")
    sanne.opens_whose("Bram Visser")
    sanne.press("Ctrl+Shift+N")
    sanne.sends("Bram rang the depot already.")
    sanne.picture("works without the office")
    sanne.sees(lambda: any("note: Bram rang the depot" in said for said in sanne.says))
    sanne.press("Alt+Z")
    sanne.walks_in_menu("hour")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 2)
    sanne.opens_whose("Chris Smit")
    sanne.wraps_up("deliv", "Explained")
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 1)
    sanne.sees(lambda: sanne.waiting >= 6)  # and that she read what Bram wrote, perhaps

    sanne.stops_and_starts_again()
    sanne.turns_to_team()
    sanne.sees(lambda: sanne.waiting >= 6)
    sanne.sees(lambda: sanne.window.inbox.model.rowCount() == 1)
    sanne.opens_whose("Anna Bakker")
    sanne.sees(lambda: "outbound text: It comes today. [queued]" in sanne.says)
    sanne.picture("opened again without the office")

    with shop.database.write() as session:  # an hour goes by: she must prove again who she is
        session.execute(update(SignIn).values(access_until=now_ms() - HOUR))
    shop.server.start()
    sanne.press("F5")
    sanne.sees(lambda: sanne.waiting == 0)
    sanne.sees(lambda: "outbound text: Between two and four. [read]" in sanne.says)
    sanne.picture("the office is back")

    wait_until(lambda: len(graph.sent) == 3, 60)
    assert [(one.to, one.text) for one in graph.sent if one.to.endswith("01")] == [
        ("31651234501", "It comes today."),
        ("31651234501", "Between two and four."),
    ]
    said = [one for one in shop.rows(Message) if one.direction != "inbound" and one.text]
    assert sorted(one.text for one in said) == [
        "Between two and four.",
        "Bram rang the depot already.",
        "It comes today.",
        "Let me look, Chris.",
    ]
    customers = {one.id: one.name for one in shop.rows(Customer)}
    contacts = {customers[one.customer_id]: one for one in shop.rows(Contact)}
    assert {name: one.state for name, one in contacts.items()} == {
        "Anna Bakker": "open",
        "Bram Visser": "snoozed",
        "Chris Smit": "done",
    }
    me = sanne.desk.context.me.agent_id
    assert {one.owner_id for one in contacts.values()} == {me}
    assert (contacts["Bram Visser"].snoozed_until or 0) > now_ms()
    done = shop.only(WrapUp)
    assert (done.contact_id, done.agent_id) == (contacts["Chris Smit"].id, me)
    assert (done.reason_id, done.resolution_ids) == (reason.id, [explained.id])
