"""Each simulated customer takes the door of their channel."""

from collections.abc import Iterable

from workstation.sample.letters import Answer, Letter
from workstation.simulator.doors import Doors


class Door:
    def __init__(self, name: str) -> None:
        self.name = name
        self.took: list[str] = []

    def deliver(self, letter: Letter) -> None:
        self.took.append(letter.channel)

    def answers(self) -> Iterable[Answer]:
        return [Answer(channel=self.name, thread="t", text="Hello")]


def letter(channel: str) -> Letter:
    return Letter("1", 0, channel, "t", "a", "Anna", "Hi", "en")


def test_each_takes_their_own() -> None:
    meta, mail = Door("meta"), Door("mail")
    doors = Doors({"whatsapp": meta, "messenger": meta, "email": mail})
    for channel in ("whatsapp", "messenger", "email"):
        doors.deliver(letter(channel))
    assert (meta.took, mail.took) == (["whatsapp", "messenger"], ["email"])
    assert sorted(answer.channel for answer in doors.answers()) == ["mail", "meta"]
