"""Threads that work in turns keep no heap each."""

import subprocess
import sys

import pytest

MANY_THREADS = """
import re, sys, threading
from workstation.ui.threads.shared_heap import share_heaps
shared = share_heaps()
gate = threading.Barrier(13)
def work():
    kept = bytearray(100_000)
    gate.wait()
    gate.wait()
threads = [threading.Thread(target=work) for _ in range(12)]
for thread in threads:
    thread.start()
gate.wait()
heaps = 0
if shared:
    # Each further heap is reserved as 64 MiB, of which little can be touched.
    with open("/proc/self/maps") as maps:
        heaps = sum(int(a, 16) % (1 << 26) == 0 and "rw-p" in rest
                    for a, rest in re.findall(r"^([0-9a-f]+)-[0-9a-f]+ (.*)$", maps.read(), re.M))
gate.wait()
print(shared, heaps)
"""


@pytest.mark.skipif(not sys.platform.startswith("linux"), reason="of Linux's C library")
def test_twelve_threads_share_two_heaps() -> None:
    said = subprocess.run(
        [sys.executable, "-c", MANY_THREADS], capture_output=True, text=True, check=True
    )
    shared, heaps = said.stdout.split()
    assert shared == "True"
    assert int(heaps) <= 1, "and the first, which grows elsewhere"
