"""Sign-ins of agents and visits of customers that ended, told to every process of an office, so
that their streams end at once."""

import logging
import threading
from collections.abc import Callable

import psycopg
from sqlalchemy import text
from sqlalchemy.exc import SQLAlchemyError

from workstation.server.store.database import Database

log = logging.getLogger(__name__)

_CHANNEL = "workstation_ended"


class Endings:
    """`heard` is called with the id of each sign-in or visitor that ends, here or elsewhere."""

    def __init__(self, database: Database, heard: Callable[[str], None]) -> None:
        self._database = database
        self._heard = heard
        self._stopping = threading.Event()
        self._thread = threading.Thread(target=self._listen, name="endings", daemon=True)

    def start(self) -> None:
        if self._database.is_postgresql:
            self._thread.start()

    def stop(self) -> None:
        self._stopping.set()
        if self._thread.is_alive():
            self._notify("")  # so that it need not wait to see this
            self._thread.join(timeout=3)

    def tell(self, ended_id: str) -> None:
        """It has ended. The tokens are dead already; this is for the streams that are open."""
        self._heard(ended_id)
        if self._database.is_postgresql:
            self._notify(ended_id)

    def _notify(self, ended_id: str) -> None:
        try:
            with self._database.engine.begin() as connection:
                connection.execute(
                    text("SELECT pg_notify(:channel, :id)"),
                    {"channel": _CHANNEL, "id": ended_id},
                )
        except SQLAlchemyError:
            log.exception("the other processes could not be told of a sign-out")

    def _listen(self) -> None:
        url = self._database.url.set(drivername="postgresql")
        address = url.render_as_string(hide_password=False)
        while not self._stopping.is_set():
            try:
                with psycopg.connect(address, autocommit=True) as connection:
                    connection.execute(f"LISTEN {_CHANNEL}")
                    while not self._stopping.is_set():
                        for told in connection.notifies(timeout=1.0, stop_after=1):
                            self._heard(told.payload)
            except psycopg.Error:
                self._stopping.wait(0.5)
