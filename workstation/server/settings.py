"""How an office is set up: where its rows and files are, its limits and secrets.

Everything comes from `WORKSTATION_*` environment variables, so that worker processes read the same;
`Settings.environment` writes them back.
"""

import dataclasses
import os
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy.engine import make_url

from workstation.server.signin.tokens import DAY, MINUTE, Lifetimes

PREFIX = "WORKSTATION_"
_SECRET = "CHANNEL_SECRET_"
MIB = 1 << 20


@dataclass(frozen=True, kw_only=True)
class Settings:
    """Sizes are in bytes, durations end in their unit."""

    database: str = "sqlite:///workstation.db"
    files: Path = Path("files")
    """Where the content of attachments is kept, and on its way in. All processes share it."""
    channels: str = ""
    """The file that says which channels are open (`channels/configuration.py`); empty is none."""
    public_url: str = ""
    """Where providers and browsers reach this office, such as `https://desk.example.nl`; empty is
    the address they asked."""
    host: str = "127.0.0.1"
    port: int = 8040
    workers: int = 1
    """Processes side by side; more than one needs PostgreSQL."""

    json_limit: int = 4 * MIB
    inbound_limit: int = 32 * MIB
    piece_limit: int = 16 * MIB
    """The most that one request may add to an upload."""
    image_limit: int = 20 * MIB
    file_limit: int = 100 * MIB
    pixel_limit: int = 80_000_000
    """The most pixels a picture may hold once unpacked."""

    access_minutes: int = 15
    refresh_days: int = 30
    heartbeat_seconds: float = 15.0
    """How often an open event stream says that it is still there."""
    drain_seconds: int = 10
    """How long open requests may take to end when the server stops."""

    job_threads: int = 2
    """Threads that do jobs, beside a few for files and calls; with 0 this process only answers."""
    lease_seconds: float = 15.0
    """How long a job stays with a process that gives no sign of life."""

    metrics_token: str = field(default="", repr=False)
    """Who shows it may read the metrics from anywhere; without it, only this machine may."""
    channel_secrets: Mapping[str, str] = field(default_factory=dict, repr=False)
    """The secret each channel's provider signs with. A channel without one stays shut."""
    log_format: str = "text"
    """Either `text` for people, or `json` for collectors."""

    @property
    def is_sqlite(self) -> bool:
        return make_url(self.database).get_backend_name() == "sqlite"

    @property
    def channel_file(self) -> Path | None:
        return Path(self.channels) if self.channels else None

    @property
    def lifetimes(self) -> Lifetimes:
        return Lifetimes(access=self.access_minutes * MINUTE, refresh=self.refresh_days * DAY)

    @classmethod
    def from_environment(cls, environment: Mapping[str, str] = os.environ) -> "Settings":
        """The settings that the environment describes. ValueError names a variable that makes
        no sense."""
        given: dict[str, object] = {}
        for known in dataclasses.fields(cls):
            raw = environment.get(PREFIX + known.name.upper())
            if raw is None or known.name == "channel_secrets":
                continue
            kind: Callable[[str], object] = type(getattr(cls, known.name))
            try:
                given[known.name] = Path(raw) if known.name == "files" else kind(raw)
            except ValueError as error:
                raise ValueError(f"{PREFIX}{known.name.upper()}: {raw!r} is no number") from error
        start = PREFIX + _SECRET
        given["channel_secrets"] = {
            name.removeprefix(start).lower(): value
            for name, value in environment.items()
            if name.startswith(start) and value
        }
        return cls(**given)  # type: ignore[arg-type]

    def environment(self) -> dict[str, str]:
        """The variables from which another process reads these same settings."""
        found = {
            PREFIX + known.name.upper(): str(getattr(self, known.name))
            for known in dataclasses.fields(self)
            if known.name != "channel_secrets"
        }
        for channel, secret in self.channel_secrets.items():
            found[f"{PREFIX}{_SECRET}{channel.upper()}"] = secret
        return found
