"""One option, `--effort`, for whatever has a count: kills, schedules, events, minutes.

It is 1 in `make test` and large in `make soak`. A test asks for `effort` and multiplies; one that
uses hypothesis gets as many more examples. Such tests are marked `counted`, so the long run is
`pytest -m counted --effort 50`, and what they did is added up and printed at the end:

    def test_killed_desk(effort: int, did: Did) -> None:
        for _ in range(3 * effort):
            ...
            did("kills", 1)
"""

from collections import Counter
from typing import Protocol

import pytest
from hypothesis import HealthCheck, settings

_PROPERTY = "did"
COUNTED_SECONDS = 600
"""What a counted test may take at effort 1, on a busy machine."""


class Did(Protocol):
    def __call__(self, what: str, times: int) -> None: ...


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--effort",
        type=int,
        default=1,
        metavar="N",
        help="do N times as much wherever a count is chosen: kills, schedules, events, minutes",
    )


def pytest_configure(config: pytest.Config) -> None:
    effort = config.getoption("--effort")
    settings.register_profile(
        "effort",
        max_examples=50 * effort,
        deadline=None,  # a busy machine is not a wrong answer
        derandomize=effort == 1,  # the same in every `make test`; the long run explores
        database=None,
        suppress_health_check=[HealthCheck.too_slow],
    )
    settings.load_profile("effort")


def examples(part: int) -> int:
    """One in `part` of a property's usual number of examples, for one whose examples are long."""
    given = settings.default
    assert given is not None
    return max(1, given.max_examples // part)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    effort = config.getoption("--effort")
    for item in items:
        if "effort" in getattr(item, "fixturenames", ()) or _is_property(item):
            item.add_marker(pytest.mark.counted)
            if item.get_closest_marker("timeout") is None:
                # Cut off halfway, a property would be blamed for what the clock did.
                item.add_marker(pytest.mark.timeout(COUNTED_SECONDS * effort))


def _is_property(item: pytest.Item) -> bool:
    function = getattr(item, "obj", None)
    return bool(getattr(function, "is_hypothesis_test", False))


@pytest.fixture
def effort(request: pytest.FixtureRequest) -> int:
    """How many times as much as `make test` does."""
    given = request.config.getoption("--effort")
    assert isinstance(given, int)
    return given


@pytest.fixture
def did(request: pytest.FixtureRequest) -> Did:
    """Say what was done, to be added up over the whole run: `did("kills", 1)`."""
    properties = request.node.user_properties

    def add(what: str, times: int) -> None:
        properties.append((f"{_PROPERTY}:{what}", times))

    return add


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    total: Counter[str] = Counter()
    for reports in terminalreporter.stats.values():
        for report in reports:
            if getattr(report, "when", None) == "call":
                for name, value in report.user_properties:
                    if name.startswith(f"{_PROPERTY}:"):
                        total[name.removeprefix(f"{_PROPERTY}:")] += int(value)
    if total:
        terminalreporter.section("what was done")
        for what, times in sorted(total.items()):
            terminalreporter.write_line(f"{times:>12,} {what}")
