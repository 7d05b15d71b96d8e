"""The way in for the sample shop's customers who write mails."""

import queue
from collections.abc import Iterable

from workstation.sample.letters import Answer, Letter
from workstation.simulator.mail.pair import MailSimulator
from workstation.simulator.mail.smtp import SentMail

_SIGNATURE = "\n-- \n"


class MailDoor:
    """A `sample.letters.Door`. What agents answer is heard from now on. A letter's thread is the
    Message-ID of the mail that began it, as mail programs see it, too."""

    def __init__(self, mail: MailSimulator) -> None:
        self._mail = mail
        self._heard: queue.SimpleQueue[SentMail] = queue.SimpleQueue()
        self._answered: dict[str, SentMail] = {}
        """The last mail of ours on each thread: what a customer answers."""
        mail.on_sent(self._heard.put)

    def deliver(self, letter: Letter) -> None:
        answers = self._answered.get(letter.thread)
        first = letter.thread if answers is None else f"{letter.id}@mail.example.org"
        self._mail.customer_writes(
            letter.address,
            letter.text,
            name=letter.name,
            subject=letter.subject,
            answers=answers,
            files=tuple((photo.name, photo.media_type, photo.content) for photo in letter.photos),
            message_id=f"<{first}>",
        )

    def answers(self) -> Iterable[Answer]:
        found: list[Answer] = []
        while True:
            try:
                sent = self._heard.get_nowait()
            except queue.Empty:
                return found
            thread = _began(sent)
            if thread:
                self._answered[thread] = sent
                # Nobody reads below the signature what they wrote themselves.
                text = sent.text.partition(_SIGNATURE)[0]
                found.append(Answer(channel="email", thread=thread, text=text))


def _began(sent: SentMail) -> str:
    """The Message-ID of the mail with which this conversation began; empty for one of our own."""
    before = f"{sent.mail['References'] or ''} {sent.mail['In-Reply-To'] or ''}".split()
    return before[0].strip("<>") if before else ""
