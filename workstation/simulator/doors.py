"""Several ways into an office as one: each simulated customer takes that of their channel."""

from collections.abc import Iterable, Mapping

from workstation.sample.letters import Answer, Door, Letter


class Doors:
    """A `sample.letters.Door` made of others. `otherwise` is for channels without one of their
    own."""

    def __init__(self, by_channel: Mapping[str, Door], otherwise: Door) -> None:
        self._by_channel = dict(by_channel)
        self._otherwise = otherwise

    def deliver(self, letter: Letter) -> None:
        self._by_channel.get(letter.channel, self._otherwise).deliver(letter)

    def answers(self) -> Iterable[Answer]:
        # One that is stuck must not keep what another has heard already: that is asked only once.
        found = list(self._otherwise.answers())
        for door in dict.fromkeys(self._by_channel.values()):
            found += door.answers()
        return found
