"""The guard of the tests: a screen that asks the replica itself, and so stops painting, fails."""

import pytest

from tests.ui.pretend.replica import PretendReplica
from workstation.replica.lists import View


def test_asking_from_the_thread_that_paints_fails(replica: PretendReplica) -> None:
    with pytest.raises(AssertionError, match="thread that paints"):
        replica.inbox(View("mine"))
