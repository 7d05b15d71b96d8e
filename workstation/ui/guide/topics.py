"""What each part of the window is for, in a few sentences. Data: reads like a leaflet."""

from dataclasses import dataclass
from typing import Final, Literal

from workstation.ui.words import QT_TRANSLATE_NOOP

Topic = Literal["lists", "inbox", "contact", "writing", "customer", "product", "wrap up", "top"]


@dataclass(frozen=True, slots=True)
class Help:
    """`keys` are names of commands that one needs most there."""

    title: str
    lines: tuple[str, ...]
    keys: tuple[str, ...] = ()


TOPICS: Final[dict[Topic, Help]] = {
    "lists": Help(
        QT_TRANSLATE_NOOP("help", "The lists"),
        (
            QT_TRANSLATE_NOOP("help", "“My work” are the contacts that are yours."),
            QT_TRANSLATE_NOOP("help", "A team's list is what waits for any of you."),
            QT_TRANSLATE_NOOP("help", "A red number: so many customers waited too long."),
        ),
        ("inbox", "search"),
    ),
    "inbox": Help(
        QT_TRANSLATE_NOOP("help", "The list of contacts"),
        (
            QT_TRANSLATE_NOOP("help", "On top is who should hear from us first."),
            QT_TRANSLATE_NOOP("help", "The coloured time is what is left of the time we promised."),
            QT_TRANSLATE_NOOP("help", "Bold means: something you have not read yet."),
            QT_TRANSLATE_NOOP("help", "A face at the right is the colleague who helps them."),
        ),
        ("next_contact", "previous_contact", "claim"),
    ),
    "contact": Help(
        QT_TRANSLATE_NOOP("help", "The contact"),
        (
            QT_TRANSLATE_NOOP("help", "The customer is at the left, we are at the right."),
            QT_TRANSLATE_NOOP("help", "Under our messages stands how far they got, up to read."),
            QT_TRANSLATE_NOOP("help", "Yellow notes are for colleagues; no customer sees them."),
            QT_TRANSLATE_NOOP("help", "Take it, and colleagues know that you are helping."),
        ),
        ("claim", "release", "transfer", "snooze"),
    ),
    "writing": Help(
        QT_TRANSLATE_NOOP("help", "Writing"),
        (
            QT_TRANSLATE_NOOP("help", "What you type is kept at once, for this contact."),
            QT_TRANSLATE_NOOP("help", "Files and pictures can be dropped or pasted."),
            QT_TRANSLATE_NOOP("help", "Without a connection a reply waits, and leaves by itself."),
            QT_TRANSLATE_NOOP("help", "A note is on yellow paper, so that it is never sent."),
        ),
        ("send", "send_and_snooze", "note", "attach"),
    ),
    "customer": Help(
        QT_TRANSLATE_NOOP("help", "The customer"),
        (
            QT_TRANSLATE_NOOP("help", "One line of time over all channels, with the orders."),
            QT_TRANSLATE_NOOP("help", "Unknown? Say who it is, and their orders show here."),
            QT_TRANSLATE_NOOP("help", "Click an earlier contact to read it."),
        ),
        ("customer_panel", "link_customer"),
    ),
    "product": Help(
        QT_TRANSLATE_NOOP("help", "The product"),
        (
            QT_TRANSLATE_NOOP("help", "What it is, its variants with price and stock."),
            QT_TRANSLATE_NOOP("help", "Answers that belong to it: a click puts one in your reply."),
        ),
        ("product_panel",),
    ),
    "wrap up": Help(
        QT_TRANSLATE_NOOP("help", "Wrapping up"),
        (
            QT_TRANSLATE_NOOP("help", "Two choices: which product, and why the customer wrote."),
            QT_TRANSLATE_NOOP("help", "What we offered says how it was solved."),
            QT_TRANSLATE_NOOP("help", "If the customer writes again, the contact comes back."),
        ),
        ("wrap_up", "reopen"),
    ),
    "top": Help(
        QT_TRANSLATE_NOOP("help", "The bar at the top"),
        (
            QT_TRANSLATE_NOOP("help", "Search finds customers, orders, products and commands."),
            QT_TRANSLATE_NOOP("help", "The dot is the connection: click it to see what works."),
            QT_TRANSLATE_NOOP("help", "Behind your face: lunch, quiet, settings, help."),
        ),
        ("search", "what_works", "presence", "settings"),
    ),
}
