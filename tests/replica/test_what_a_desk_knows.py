"""What the desk's memory proposes and finds, on the sample shop: how often a proposal is right, the
answers of a product, a customer's ratings and notes, and when a chat takes too long."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from bench.feed import pages
from workstation.models import new_id
from workstation.replica.queries.reasons import telling
from workstation.replica.replica import Replica
from workstation.rules.call_hints import SETTING, Limits, hint_id
from workstation.sample.shape import Shape
from workstation.sample.shop import SampleShop
from workstation.sample.staff import agent_id

NOW = 1_795_000_000_000
KEY = bytes(range(32))


@pytest.fixture(scope="module")
def replica(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Replica]:
    """A desk with six hundred contacts; of the last third nobody said what they were about."""
    folder: Path = tmp_path_factory.mktemp("desk")
    made = Replica.open(folder, KEY, clock=lambda: NOW)
    made.store.remember(
        server="http://127.0.0.1:9", login="sanne", agent_id=agent_id("sanne"),
        access="none", refresh="none",
    )  # fmt: skip
    shape = Shape.exact(contacts=600, messages=3_600, customers=500)
    for packet in pages(SampleShop(seed=3, shape=shape, now=NOW).batches()):
        made.receiving.store_page(packet)
    yield made
    made.close()


def _take_away(replica: Replica) -> list[tuple[str, str, str]]:
    """Of the newest that were wrapped up: the contact, its product and its reason. The desk then
    knows neither, nor the wrap-ups."""
    with replica.store.writing() as connection:
        newest: list[tuple[str, str, str]] = connection.execute(
            "SELECT contact_id, product_id, reason_id FROM wrap_up WHERE product_id IS NOT NULL "
            "ORDER BY id DESC LIMIT 120"
        ).fetchall()
        for contact_id, _, _ in newest:
            connection.execute("DELETE FROM wrap_up WHERE contact_id = ?", (contact_id,))
            connection.execute(
                "UPDATE contact SET product_id = NULL, variant_id = NULL, product_type_id = NULL "
                "WHERE id = ?",
                (contact_id,),
            )
    return newest


def test_most_proposals_are_right(replica: Replica) -> None:
    right = {"product": 0, "products": 0, "reason": 0, "reasons": 0, "certain": 0, "sure": 0}
    wanted = _take_away(replica)
    for contact_id, product_id, reason_id in wanted:
        found = replica.proposals(contact_id)
        assert found is not None
        quoted = [word for one in found.reasons for word in one.words]
        assert not any(word.isdigit() for word in quoted), "a number does not say why"
        products = [one.product_id for one in found.products]
        reasons = [one.reason_id for one in found.reasons]
        right["product"] += products[:1] == [product_id]
        right["products"] += product_id in products[:3]
        right["reason"] += reasons[:1] == [reason_id]
        right["reasons"] += reason_id in reasons[:3]
        if found.products and found.products[0].certain:
            right["certain"] += 1
            right["sure"] += products[0] == product_id
    shares = {name: count / len(wanted) for name, count in right.items()}
    assert shares["product"] > 0.5
    assert shares["products"] > 0.7
    assert shares["reason"] > 0.6
    assert shares["reasons"] > 0.7
    assert right["sure"] >= 0.85 * right["certain"] > 0


def test_the_answers_of_a_product_fit_the_question(replica: Replica) -> None:
    with replica.store.reading() as connection:
        tv = connection.execute("SELECT id FROM product WHERE name LIKE 'Lumea 55%'").fetchone()[0]
        asked = connection.execute(
            "SELECT contact_id FROM message WHERE direction = 'inbound' "
            "AND text LIKE '%flikkert%' LIMIT 1"
        ).fetchone()[0]
    card = replica.product(tv)
    assert card is not None
    assert card.answers
    assert card.product_type_id is not None
    first, *_ = replica.fitting_answers(tv, asked)
    assert "flikkert" in first.question_nl
    found = replica.find_answers("hdmi flikkert", tv)
    assert first.answer_id in {one.answer_id for one in found}
    assert replica.find_answers("50%_") == ()


def test_a_customer_has_ratings_and_notes(replica: Replica) -> None:
    with replica.store.reading() as connection:
        anouk = connection.execute(
            "SELECT customer_id FROM customer_note WHERE text LIKE 'Werkt in ploegen%'"
        ).fetchone()[0]
    card = replica.customer(anouk)
    assert card is not None
    assert [one.score for one in card.ratings] == [9, 7]
    assert [one.agent_name for one in card.notes] == ["Daan Visser"]


def test_a_line_of_an_order_knows_its_product_and_a_return_what_comes_back(
    replica: Replica,
) -> None:
    with replica.store.reading() as connection:
        customer, product = connection.execute(
            "SELECT l.customer_id, v.product_id FROM customer_order o "
            "JOIN order_line l ON l.order_id = o.id JOIN variant v ON v.id = l.variant_id "
            "WHERE o.number = '70301974'"
        ).fetchone()
    card = replica.customer(customer)
    assert card is not None
    order = next(one for one in card.orders if one.number == "70301974")
    (line,), (back,) = order.lines, order.returns
    assert line.product_id == product
    found = replica.product(line.product_id, line.variant_id)
    assert found is not None
    assert line.variant_id in {one.variant_id for one in found.variants}
    assert (back.state, back.reason, back.name) == ("received", "Too tight", line.name)
    assert order.placed_at < back.at


def test_a_guess_is_not_explained_by_words_that_say_nothing() -> None:
    assert telling(["and", "activation", "can", "activation"]) == ("activation",)
    assert telling(["niet", "lekt", "een"]) == ("lekt",)


SAID = {
    "Leaks": ("There is a puddle under it each time we use it", "Onze keukenvloer staat blank"),
    "Does not drain": (
        "Hij pompt niet meer leeg",
        "After the spin there is still water in the drum",
    ),
    "Makes noise": ("It rattles so loud the neighbours complain", "Hij piept en bromt de hele dag"),
    "Flicker": ("The screen flashes every few seconds", "Mijn scherm knippert als ik het aanzet"),
    "Battery runs down": ("De batterij is voor de middag leeg", "The battery hardly lasts a day"),
    "Does not charge": ("It will not charge with any cable", "Opladen lukt niet meer"),
    "Gets hot": ("Hij wordt veel te heet om vast te houden", "There is a burning smell"),
    "Damaged on arrival": ("There is a dent in the lid", "Er zit een diepe kras op"),
    "Wrong article": ("I received a different one", "Ik kreeg de verkeerde kleur"),
    "Invoice": ("Mag ik de bon met btw voor de boekhouding?", "Could you send me the bill again"),
    "Cancel or change": ("Please cancel it", "Ik wil graag annuleren"),
    "Payment": ("My card was charged twice", "Ik kan niet betalen met iDEAL"),
    "Exchange": ("Can I swap it", "Ik wil hem ruilen"),
    "Guarantee": ("Does the warranty cover that", "Valt dat nog onder de garantie?"),
    "Installing": ("How do I hang it on the wall", "Kunnen jullie hem ook aansluiten?"),
}


def test_what_hardly_anybody_wrote_about_is_known_by_what_customers_say(replica: Replica) -> None:
    connection = replica.store.connection()
    named = dict(connection.execute("SELECT id, name_en FROM reason").fetchall())
    first = among_three = told = 0
    for reason, texts in SAID.items():
        for text in texts:
            contact_id = _only_said(replica, text)
            found = replica.proposals(contact_id)
            assert found is not None
            names = [named[one.reason_id] for one in found.reasons]
            told += 1
            first += names[0] == reason
            among_three += reason in names[:3]
    assert first >= 0.7 * told
    assert among_three >= 0.9 * told


def _only_said(replica: Replica, text: str) -> str:
    """A contact, about nothing that is known, in which the customer wrote this alone."""
    with replica.store.writing() as connection:
        (contact_id,) = connection.execute(
            "SELECT id FROM contact WHERE channel = 'whatsapp' AND state = 'open' "
            "ORDER BY id DESC LIMIT 1"
        ).fetchone()
        connection.execute("DELETE FROM message WHERE contact_id = ?", (contact_id,))
        connection.execute(
            "INSERT INTO message (id, rev, contact_id, direction, kind, text, facts, at, "
            "delivery, failure) VALUES (?, 0, ?, 'inbound', 'text', ?, '{}', ?, '', '')",
            (new_id(), contact_id, text, NOW),
        )
    return str(contact_id)


def _chat(replica: Replica, turns: int) -> str:
    """A chat that goes on, of so many turns of the customer's."""
    with replica.store.writing() as connection:
        contact_id, opened = connection.execute(
            "SELECT id, opened_at FROM contact WHERE channel = 'whatsapp' AND state = 'open' "
            "ORDER BY id LIMIT 1"
        ).fetchone()
        connection.execute("DELETE FROM message WHERE contact_id = ?", (contact_id,))
        for number in range(2 * turns):
            connection.execute(
                "INSERT INTO message (id, rev, contact_id, direction, kind, text, facts, at, "
                "delivery, failure) VALUES (?, 0, ?, ?, 'text', 'En nu?', '{}', ?, '', '')",
                (
                    new_id(),
                    contact_id,
                    "inbound" if number % 2 == 0 else "outbound",
                    opened + number * 1_000,
                ),
            )
    return str(contact_id)


def test_a_chat_of_many_turns_suggests_a_call(replica: Replica) -> None:
    assert replica.call_advice(_chat(replica, 3)) is None
    contact_id = _chat(replica, 12)
    advice = replica.call_advice(contact_id)
    assert advice is not None
    assert (advice.why, advice.amount, advice.state) == ("turns", 12, "")
    with replica.store.reading() as connection:
        opened = connection.execute(
            "SELECT opened_at FROM contact WHERE id = ?", (contact_id,)
        ).fetchone()[0]
    assert advice.hint_id == hint_id(contact_id, opened)


def test_a_shop_says_how_many_turns_are_many(replica: Replica) -> None:
    contact_id = _chat(replica, 3)
    assert replica.call_advice(contact_id) is None
    with replica.store.writing() as connection:
        kept = connection.execute("SELECT * FROM setting WHERE name = ?", (SETTING,)).fetchall()
        connection.execute("DELETE FROM setting WHERE name = ?", (SETTING,))
        connection.execute(
            "INSERT INTO setting (id, rev, name, value) VALUES (?, 0, ?, ?)",
            (new_id(), SETTING, '{"turns": 3, "minutes": 0, "kinds": 0}'),
        )
    try:
        assert replica.call_limits() == Limits(turns=3, minutes=0, kinds=0)
        assert replica.call_advice(contact_id) is not None
    finally:
        with replica.store.writing() as connection:
            connection.execute("DELETE FROM setting WHERE name = ?", (SETTING,))
            for row in kept:
                marks = ", ".join("?" * len(row))
                connection.execute(f"INSERT INTO setting VALUES ({marks})", row)
