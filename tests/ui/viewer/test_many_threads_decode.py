"""Pictures are decoded in several threads at once from the very first, and nothing falls over."""

import subprocess
import sys

CHILD = """
import sys, threading
from tests.ui.pictured import png
from workstation.ui.transcript.pictures import decode
from workstation.ui.viewer.levels import first_look, levels_of

content = png(200, 150)
sys.setswitchinterval(1e-6)
together = threading.Barrier(8)

def work(number):
    together.wait()
    (decode, levels_of, first_look)[number % 3](*(content, None)[: 2 if number % 3 == 0 else 1])

threads = [threading.Thread(target=work, args=(number,)) for number in range(8)]
for thread in threads:
    thread.start()
for thread in threads:
    thread.join()
print("done")
"""


def test_the_first_pictures_may_come_at_once() -> None:
    for _ in range(3):
        done = subprocess.run(
            [sys.executable, "-c", CHILD], capture_output=True, text=True, timeout=60, check=False
        )
        assert (done.returncode, done.stdout.strip()) == (0, "done"), done.stderr
