"""Replicas of a given size, made once and kept in the user's cache folder."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import platformdirs
from filelock import FileLock

from bench.feed import pages
from bench.known_key import KEY
from bench.report import note
from workstation.replica import schema
from workstation.replica.replica import Replica
from workstation.sample.rows import Batch
from workstation.sample.shape import Shape
from workstation.sample.shop import SampleShop
from workstation.sample.staff import DEFAULT_LOGIN, agent_id

NOW = 1_795_000_000_000
"""The moment of the sample, in milliseconds."""

NOBODY = "http://127.0.0.1:9"
"""A server that is never there: the desk is measured on what it has."""


def sample(*, contacts: int, messages: int, seed: int) -> Iterator[Batch]:
    """A sample shop of exactly this size, in batches."""
    shape = Shape.exact(contacts=contacts, messages=messages)
    return SampleShop(seed=seed, shape=shape, now=NOW).batches()


def profile(*, contacts: int, messages: int, seed: int) -> Path:
    """The folder of a desk signed in as the sample's agent that holds a sample of this size."""
    folder = _cache() / f"{schema.form()}-{contacts}-{messages}-{seed}"
    with FileLock(folder.with_suffix(".lock")):
        if not folder.exists():
            unfinished = folder.with_suffix(".unfinished")
            shutil.rmtree(unfinished, ignore_errors=True)
            note(f"making a replica of {contacts:,} contacts and {messages:,} messages")
            _fill(unfinished, contacts=contacts, messages=messages, seed=seed)
            unfinished.rename(folder)
    return folder


def alone() -> FileLock:
    """Held by one measurement at a time on a machine: two would measure one another."""
    return FileLock(_cache() / "measuring.lock")


def _cache() -> Path:
    cache = Path(platformdirs.user_cache_dir("workstation", appauthor=False)) / "bench"
    cache.mkdir(parents=True, exist_ok=True)
    return cache


def _fill(folder: Path, *, contacts: int, messages: int, seed: int) -> None:
    replica = Replica.open(folder, KEY)
    replica.store.remember(
        server=NOBODY,
        login=DEFAULT_LOGIN,
        agent_id=agent_id(DEFAULT_LOGIN),
        access="none",
        refresh="none",
    )
    for packet in pages(sample(contacts=contacts, messages=messages, seed=seed)):
        replica.receiving.store_page(packet)
    connection = replica.store.connection()
    connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    connection.execute("PRAGMA mine.wal_checkpoint(TRUNCATE)")
    replica.close()
