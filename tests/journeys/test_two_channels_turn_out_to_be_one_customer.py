"""The same person over WhatsApp and on the telephone: suggested beside the contact, confirmed by an
agent, shown in one line of time, and taken apart again without a trace."""

from tests.desk import Everything, server_rows
from tests.journeys.seat import Seat
from tests.journeys.shop import Shop
from workstation.models import Customer, Identity, Match, new_id
from workstation.models.ids import now_ms
from workstation.ui.panels.timeline_model import VisitRole

NUMBER = "31651234567"
WHO = ("customer", "identity", "contact")
"""Tables that say who is who."""


def _people(shop: Shop) -> Everything:
    rows = server_rows(shop.database)
    return {table: rows[table] for table in WHO}


def _read(shop: Shop) -> bool:
    """Whether the server knows that the contact over WhatsApp was looked at: nothing else is on
    its way."""
    contacts = _people(shop)["contact"].values()
    return all(one["read_at"] for one in contacts if one["channel"] == "whatsapp")


def _channels(sanne: Seat) -> list[str]:
    """The channels of the customer's line of time."""
    timeline = sanne.panel.customer.timeline
    found = [timeline.index(row).data(VisitRole) for row in range(timeline.rowCount())]
    return sorted(visit.channel for visit in found)


def test_a_suggestion_is_confirmed_and_taken_back(shop_on_each: Shop) -> None:
    shop = shop_on_each
    anouk = Customer(id=new_id(), name="Anouk Bakker", city="Utrecht", since=now_ms())
    shop.add(
        anouk,
        Identity(id=new_id(), customer_id=anouk.id, channel="phone", address=f"+{NUMBER}"),
    )
    telephone, graph = shop.telephone(), shop.graph("whatsapp")
    shop.open()
    sanne = shop.seat("sanne")

    # She calls and nobody has time; then she writes, under a name of her own choosing.
    missed = telephone.exchange.ring(f"+{NUMBER}")
    sanne.sees_call("answer")
    telephone.exchange.give_up(missed.call)
    sanne.sees(lambda: not sanne.calls)
    graph.whatsapp.names[NUMBER] = "Noukie"
    graph.whatsapp.write(NUMBER, "I just tried to call you.")
    sanne.turns_to_team()
    sanne.opens_whose("Noukie")

    # A number is only a hint: it is asked, with the reason.
    sanne.sees(lambda: sanne.matches)
    assert "Anouk Bakker" in sanne.words(sanne.matches[0])
    assert [one.merged_into_id for one in shop.rows(Customer)] == [None, None]
    assert _channels(sanne) == ["whatsapp"]
    sanne.picture("probably the same person")
    sanne.sees(lambda: _read(shop))
    before = _people(shop)

    # Confirmed: one person, one line of time.
    sanne.clicks(sanne.matches[0].same)
    sanne.sees(lambda: _channels(sanne) == ["phone", "whatsapp"])
    sanne.sees(lambda: "Utrecht" in sanne.words(sanne.panel))
    assert not sanne.matches
    sanne.picture("one line of time")
    sanne.sees(
        lambda: (
            {one.name: one.merged_into_id for one in shop.rows(Customer)}
            == {"Anouk Bakker": None, "Noukie": anouk.id}
        )
    )

    # And apart again: every row is as it was.
    sanne.clicks(sanne.merged[0].back)
    sanne.sees(lambda: _channels(sanne) == ["whatsapp"])
    sanne.picture("two people after all")
    sanne.sees(lambda: _people(shop) == before)
    assert shop.only(Match).customer_id == anouk.id
