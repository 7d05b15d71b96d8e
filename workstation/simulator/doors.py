"""Several ways into an office as one: each simulated customer takes that of their channel."""

from collections.abc import Iterable, Mapping

from workstation.sample.letters import Answer, Door, Letter


class Doors:
    """A `sample.letters.Door` made of others, by channel."""

    def __init__(self, by_channel: Mapping[str, Door]) -> None:
        self._by_channel = dict(by_channel)

    def deliver(self, letter: Letter) -> None:
        self._by_channel[letter.channel].deliver(letter)

    def answers(self) -> Iterable[Answer]:
        # One that is stuck must not keep what another has heard already: that is asked only once.
        found: list[Answer] = []
        for door in dict.fromkeys(self._by_channel.values()):
            found += door.answers()
        return found
