"""Work that must happen after a commit: enqueued in the transaction that causes it, done at least
once, by any process.

`queue.py` holds the jobs, `worker.py` does them; a file a kind of work beside them.
"""

from workstation.server.jobs.queue import Claimed, Jobs, Kind

__all__ = ["Claimed", "Jobs", "Kind"]
