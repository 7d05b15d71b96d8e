"""What an office measures about itself, in the form that Prometheus reads.

With several processes side by side the numbers are gathered in the folder that
`PROMETHEUS_MULTIPROC_DIR` names, which `run.py` sets before anything is imported.
"""

import os
from collections.abc import Iterator, Mapping
from functools import cache

from prometheus_client import CollectorRegistry, Counter, Histogram, generate_latest
from prometheus_client.metrics_core import GaugeMetricFamily, Metric
from prometheus_client.multiprocess import MultiProcessCollector
from prometheus_client.registry import Collector

_STEPS = (0.002, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1.0, 2.5, 10.0)


class Measures:
    def __init__(self) -> None:
        self._registry = CollectorRegistry()
        self._requests = Counter(
            "workstation_requests",
            "Answered requests.",
            ("method", "route", "status"),
            registry=self._registry,
        )
        self._seconds = Histogram(
            "workstation_request_seconds",
            "Time until an answer began.",
            ("method", "route"),
            registry=self._registry,
            buckets=_STEPS,
        )

    def answered(self, method: str, route: str, status: int, seconds: float) -> None:
        counter, histogram = self._found(method, route, status)
        counter.inc()
        histogram.observe(seconds)

    @cache  # noqa: B019 - one object lives as long as its process, and routes are few
    def _found(self, method: str, route: str, status: int) -> tuple[Counter, Histogram]:
        return (
            self._requests.labels(method, route, str(status)),
            self._seconds.labels(method, route),
        )

    def text(self, gauges: Mapping[str, tuple[str, Mapping[str, float]]]) -> bytes:
        """The exposition format. `gauges`: name to description and value by `state`; a value
        whose state is "" has no label."""
        registry = self._registry
        if "PROMETHEUS_MULTIPROC_DIR" in os.environ:
            registry = CollectorRegistry()
            MultiProcessCollector(registry)  # type: ignore[no-untyped-call]
        now = CollectorRegistry()
        now.register(_Gauges(gauges))
        return generate_latest(registry) + generate_latest(now)


class _Gauges(Collector):
    def __init__(self, gauges: Mapping[str, tuple[str, Mapping[str, float]]]) -> None:
        self._gauges = gauges

    def collect(self) -> Iterator[Metric]:
        for name, (description, values) in self._gauges.items():
            labels = [] if "" in values else ["state"]
            family = GaugeMetricFamily(f"workstation_{name}", description, labels=labels)
            for state, value in values.items():
                family.add_metric([state] if labels else [], value)
            yield family
