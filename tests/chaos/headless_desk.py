"""A desk without a window, as a process of its own, made to be killed: it opens a profile, syncs
with its server, and works as fast as it can until it is told nothing more.

python -m tests.chaos.headless_desk PROFILE JOURNAL SEED
"""

import random
import sys
import threading
import time
from pathlib import Path

from tests.chaos.at_work import Agent, Journal, session_of


def main(profile: str, journal: str, seed: str) -> None:
    session = session_of(Path(profile))
    session.start()
    chance = random.Random(int(seed))
    agent = Agent(session.replica, Journal(Path(journal)), chance, name=f"desk {seed}")
    ended = threading.Event()

    def until_told() -> None:
        sys.stdin.read()
        ended.set()

    threading.Thread(target=until_told, daemon=True).start()
    print("at work", flush=True)
    while not ended.is_set():
        agent.do_something()
        time.sleep(chance.uniform(0, 0.01))
    session.stop()
    session.replica.close()


if __name__ == "__main__":
    main(*sys.argv[1:])
