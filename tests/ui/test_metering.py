"""A connection that is paid for by the byte is noticed, at once and when it changes."""

import pytest
from PySide6.QtCore import QObject, Signal
from PySide6.QtNetwork import QNetworkInformation

from workstation.ui.metering import Metering


class System(QObject):
    """What an operating system says of its connection."""

    isMeteredChanged = Signal(bool)
    Feature = QNetworkInformation.Feature

    def __init__(self, *, knows: bool = True) -> None:
        super().__init__()
        self.knows = knows
        self.counts = False

    def loadBackendByFeatures(self, features: QNetworkInformation.Feature) -> bool:
        assert features == QNetworkInformation.Feature.Metered
        return self.knows

    def instance(self) -> "System | None":
        return self if self.knows else None

    def isMetered(self) -> bool:
        return self.counts

    def become(self, *, metered: bool) -> None:
        self.counts = metered
        self.isMeteredChanged.emit(metered)


@pytest.fixture
def system(qapp: object, monkeypatch: pytest.MonkeyPatch) -> System:
    made = System()
    monkeypatch.setattr("PySide6.QtNetwork.QNetworkInformation", made)
    return made


def test_it_is_said_at_once_and_whenever_it_changes(system: System) -> None:
    system.counts = True
    heard: list[bool] = []
    metering = Metering()
    metering.tell(heard.append)
    system.become(metered=False)
    system.become(metered=True)
    assert heard == [True, False, True]


def test_only_who_asked_last_is_told(system: System) -> None:
    first: list[bool] = []
    second: list[bool] = []
    metering = Metering()
    metering.tell(first.append)
    metering.tell(second.append)
    system.become(metered=True)
    assert (first, second) == ([False], [False, True])


def test_where_the_system_does_not_say_nothing_is_counted(system: System) -> None:
    system.knows = False
    heard: list[bool] = []
    Metering().tell(heard.append)
    assert heard == [False]


def test_this_very_system_can_be_asked(qapp: object) -> None:
    heard: list[bool] = []
    Metering().tell(heard.append)
    assert len(heard) == 1
