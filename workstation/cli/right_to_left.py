"""Customers of the sample shop who write Arabic and Hebrew, between numbers and Latin names."""

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from workstation.server.store.database import Database

PEOPLE: Final = (
    (
        "سارة الأمين",
        "حيفا",
        (
            'مرحبا! منذ أمس يومض التلفاز Lumea 55" OLED على منفذ HDMI 2 فقط.',
            "رقم الطلب 70352219، وصل يوم 13.11 الساعة 14:05.",
            "هذه صورة الشاشة (IMG_2017.jpg). متى تتصلون بي؟",
        ),
    ),
    (
        "יעל לוי (Yael)",
        "תל אביב",
        (
            "שלום, ההזמנה 70301974 עוד לא הגיעה.",
            "הבטיחו לי אתמול בין 09:00 ל-12:30, ואף אחד לא בא.",
            "אפשר החזר של 89,95 € בבקשה?",
        ),
    ),
    ("Layla حداد", "Utrecht", ("Dank je wel! شكرا جزيلا، كل شيء يعمل الآن.",)),
)
"""A name, a city, and what each of their messages says, the last one again and again."""


def write_in(database: "Database", login: str, first: str) -> None:
    """Let the customers of the open contacts of an agent be these, beginning with one contact."""
    from sqlalchemy import select

    from workstation.models import Agent, Contact, Customer, Message

    statement = (
        select(Contact)
        .join(Agent, Agent.id == Contact.owner_id)
        .where(Agent.login == login, Contact.state == "open")
        .order_by(Contact.id != first, Contact.due_at, Contact.id)
    )
    with database.write() as session:
        named: set[str] = set()
        for place, contact in enumerate(session.scalars(statement)):
            name, city, lines = PEOPLE[place % len(PEOPLE)]
            customer = session.get(Customer, contact.customer_id)
            if customer is not None and customer.id not in named:
                customer.name, customer.city = name, city
                named.add(customer.id)
            said = select(Message).where(
                Message.contact_id == contact.id, Message.direction == "inbound"
            )
            for number, message in enumerate(session.scalars(said.order_by(Message.at))):
                message.text = lines[min(number, len(lines) - 1)]
                if contact.last_side == "customer":
                    contact.last_text = message.text
