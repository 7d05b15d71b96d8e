"""A mail provider of our own: IMAP and SMTP servers in this process, and the customers behind them.

    with MailSimulator("help@example.nl", password="...") as mail:
        mail.customer_writes("a.bakker@example.nl", "My television flickers.")
        ...                       # the office fetches it over mail.imap_port
        mail.sent                 # and what it sent over mail.smtp_port

It can be slow, break off, forget its uids, turn the office away, and bounce: `knobs.py`.
"""

from workstation.simulator.mail.door import MailDoor
from workstation.simulator.mail.knobs import Knobs
from workstation.simulator.mail.pair import MailSimulator
from workstation.simulator.mail.smtp import SentMail

__all__ = ["Knobs", "MailDoor", "MailSimulator", "SentMail"]
