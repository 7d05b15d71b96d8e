"""What disks do to a desk: damage, no room, no right to write. It is said in words, the outbox and
the drafts stay, and the desk goes on when it can."""

import contextlib
import json
import os
import random
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.desk import KEY, Desk
from tests.effort import Did
from tests.small_shop import NOW, furnish
from workstation import actions
from workstation.replica import vault
from workstation.replica.errors import BadLuck, DiskFull, ReplicaDamaged, ReplicaReadOnly
from workstation.replica.replica import Replica
from workstation.replica.rows.outbox import Draft
from workstation.server.store.database import Database

pytestmark = pytest.mark.parametrize("database", ["sqlite"], indirect=True)
# The disk of a desk knows nothing of the server's.

PICTURE = bytes(range(256)) * 40


class Worked:
    """A desk at which somebody worked while the network was away, and then closed it."""

    def __init__(self, database: Database, folder: Path) -> None:
        self.shop = furnish(database)
        self.desk = Desk(database, self.shop.agent, folder, now=NOW)
        self.desk.pull()
        self.replica = self.desk.replica
        self.before = self.desk.base_rows()
        self.replica.act(
            actions.Reply(contact_id=self.shop.mine, text="Not sent yet", written_at=NOW)
        )
        self.replica.save_draft(Draft(self.shop.theirs, "Half a sentence"))
        self.file = self.replica.add_file(
            PICTURE, name="picture.png", media_type="image/png", width=1, height=1
        )
        self.desk.close()
        self.file_of_memory = folder / vault.REPLICA
        self.file_of_mine = folder / vault.MINE

    def open(self) -> Replica:
        self.desk.open()
        self.replica = self.desk.replica
        return self.replica

    def assert_nothing_of_mine_is_lost(self) -> None:
        (entry,) = self.replica.outbox()
        assert (entry.text, entry.state) == ("Not sent yet", "waiting")
        draft = self.replica.draft(self.shop.theirs)
        assert draft is not None
        assert draft.text == "Half a sentence"
        assert self.replica.file(self.file["sha256"]) == PICTURE
        assert self.replica.me == self.shop.agent

    def assert_memory_comes_back(self) -> None:
        self.desk.pull()
        assert self.desk.base_rows() == self.before
        texts = [message.text for message in self.replica.transcript(self.shop.mine).messages]
        assert texts == ["It flickers.", "Not sent yet"]
        assert [hit.contact_id for hit in self.replica.search("flickers", limit=100)]


@pytest.fixture
def worked(database: Database, tmp_path: Path) -> Iterator[Worked]:
    found = Worked(database, tmp_path / "profile")
    yield found
    found.desk.close()


def _zeroed(content: bytearray) -> bytes:
    return bytes(len(content))


def _emptied(content: bytearray) -> bytes:
    return b""


def _cut(content: bytearray) -> bytes:
    return bytes(content[: len(content) // 2 + 100])


def _another_head(content: bytearray) -> bytes:
    return b"not a database at all, but a text of somebody's" + bytes(content[47:])


def _plain(content: bytearray) -> bytes:
    return b"SQLite format 3\0" + bytes(content[16:])


@pytest.mark.parametrize("damage", [_zeroed, _emptied, _cut, _another_head, _plain])
def test_a_damaged_memory_is_made_anew(
    worked: Worked, damage: Callable[[bytearray], bytes]
) -> None:
    content = bytearray(worked.file_of_memory.read_bytes())
    worked.file_of_memory.write_bytes(damage(content))

    worked.open()

    worked.assert_nothing_of_mine_is_lost()
    worked.assert_memory_comes_back()


def test_damage_found_while_working_is_mended(worked: Worked, effort: int, did: Did) -> None:
    """A few spoiled bytes in the middle are met only when somebody reads there."""
    chance = random.Random(5)
    whole = worked.file_of_memory.read_bytes()
    for _ in range(8 * effort):
        content = bytearray(whole)
        for _ in range(chance.randint(1, 30)):
            place = chance.randrange(len(content))
            content[place : place + 40] = chance.randbytes(40)
        for name in worked.file_of_memory.parent.glob(f"{vault.REPLICA}*"):
            name.unlink()
        worked.file_of_memory.write_bytes(content)
        replica = worked.open()
        told: list[bool] = []
        replica.subscribe(lambda changed: told.append(changed.everything))  # noqa: B023

        with contextlib.suppress(ReplicaDamaged):  # whoever meets the damage is told
            worked.assert_memory_comes_back()
            told.append(True)
        assert told[-1]
        worked.assert_memory_comes_back()
        worked.assert_nothing_of_mine_is_lost()
        worked.desk.close()
        did("damaged memories", 1)


def test_news_for_a_memory_that_is_gone_is_not_stored(worked: Worked) -> None:
    """A page or an event that was on its way when the memory was thrown away would leave a hole."""
    replica = worked.open()
    asked_with = replica.receiving.cursor
    packet = worked.desk.page()
    replica.receiving.start_over()
    assert not replica.receiving.store_page(packet, after=asked_with)
    assert not replica.receiving.store_news([], cursor=asked_with, upto=packet["upto"])
    assert replica.receiving.cursor == ""
    worked.assert_memory_comes_back()


@pytest.mark.parametrize("damage", [_zeroed, _cut, _another_head])
def test_a_damaged_outbox_is_said_and_never_thrown_away(
    worked: Worked, damage: Callable[[bytearray], bytes]
) -> None:
    content = damage(bytearray(worked.file_of_mine.read_bytes()))
    worked.file_of_mine.write_bytes(content)
    memory = worked.file_of_memory.read_bytes()

    with pytest.raises(ReplicaDamaged, match="profile"):
        worked.open()

    assert worked.file_of_mine.read_bytes() == content
    assert worked.file_of_memory.read_bytes() == memory


def test_another_key_is_said_and_harms_nothing(worked: Worked) -> None:
    folder = worked.file_of_mine.parent
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    with pytest.raises(ReplicaDamaged, match="key"):
        Replica.open(folder, bytes(32))
    assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    worked.open()
    worked.assert_nothing_of_mine_is_lost()


def test_what_is_set_aside_is_kept_twice_over(worked: Worked) -> None:
    folder = worked.file_of_mine.parent
    content = worked.file_of_mine.read_bytes()
    first = vault.set_aside(folder, "damaged")
    worked.file_of_mine.write_bytes(b"the next one")
    second = vault.set_aside(folder, "damaged")
    assert first is not None
    assert second is not None
    assert first.read_bytes() == content
    assert second.read_bytes() == b"the next one"


def test_a_full_disk_is_said_and_the_desk_goes_on_when_there_is_room(worked: Worked) -> None:
    replica = worked.open()
    limits = []
    connection = replica.store.connection()
    for name in ("main", "mine"):
        pages = connection.execute(f"PRAGMA {name}.page_count").fetchone()[0]
        limits.append(connection.execute(f"PRAGMA {name}.max_page_count").fetchone()[0])
        connection.execute(f"PRAGMA {name}.max_page_count = {pages}")
    shown = worked.desk.rows()
    long = "A long answer. " * 20_000

    with pytest.raises(DiskFull, match="room"):
        replica.act(actions.Reply(contact_id=worked.shop.free, text=long, written_at=NOW))
    with pytest.raises(DiskFull):
        replica.save_draft(Draft(worked.shop.free, long))
    with pytest.raises(DiskFull):
        replica.add_file(PICTURE * 100, name="", media_type="image/png", width=1, height=1)

    assert worked.desk.rows() == shown
    worked.assert_nothing_of_mine_is_lost()
    for name, limit in zip(("main", "mine"), limits, strict=True):
        connection.execute(f"PRAGMA {name}.max_page_count = {limit}")
    replica.act(actions.Reply(contact_id=worked.shop.free, text=long, written_at=NOW))
    replica.save_draft(Draft(worked.shop.mine, long))
    assert len(replica.outbox()) == 2


_LIMITED = """
import json, os, resource, signal, sys
from pathlib import Path
from tests.desk import KEY
from tests.replica.test_bad_disks import drop_privileges
from workstation.replica.errors import BadLuck
from workstation.replica.replica import Replica
from workstation.replica.rows.outbox import Draft

folder, limit = Path(sys.argv[1]), int(sys.argv[2])
drop_privileges()
if limit:
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (limit, resource.RLIM_INFINITY))
said = []
try:
    replica = Replica.open(folder, KEY)
    for number in range(50):
        replica.save_draft(Draft(f"contact-{number}", os.urandom(20_000).hex()))
        said.append("kept")
except BadLuck as error:
    said.append(type(error).__name__)
    said.append(str(error))
print(json.dumps(said))
"""


def drop_privileges() -> None:
    """As root every file can be written: become somebody for whom rights mean something."""
    if sys.platform != "linux" or os.geteuid() != 0:
        return
    import ctypes
    import struct

    header = struct.pack("Ii", 0x20080522, 0)  # _LINUX_CAPABILITY_VERSION_3, this process
    nothing = bytes(24)
    libc = ctypes.CDLL(None, use_errno=True)
    assert libc.capset(header, nothing) == 0


def _in_a_process(folder: Path, *, limit: int = 0) -> list[str]:
    done = subprocess.run(
        [sys.executable, "-c", _LIMITED, str(folder), str(limit)],
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )
    assert done.returncode == 0, done.stderr
    said: list[str] = json.loads(done.stdout)
    return said


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no limit of this kind")
def test_a_spent_quota_is_a_full_disk(worked: Worked) -> None:
    """The system stops the file from growing; SQLite calls that an I/O error."""
    largest = max(path.stat().st_size for path in worked.file_of_mine.parent.iterdir())
    said = _in_a_process(worked.file_of_mine.parent, limit=largest + 200_000)
    assert "kept" in said
    assert said[-2] == DiskFull.__name__
    assert "profile" in said[-1]
    worked.open()
    worked.assert_nothing_of_mine_is_lost()
    for number in range(said.count("kept")):
        assert worked.replica.draft(f"contact-{number}") is not None
    worked.assert_memory_comes_back()


@pytest.mark.skipif(sys.platform == "win32", reason="there rights are lists, not modes")
def test_a_profile_that_cannot_be_written_is_said(worked: Worked) -> None:
    folder = worked.file_of_mine.parent
    before = {path.name: path.read_bytes() for path in folder.iterdir()}
    for path in folder.iterdir():
        path.chmod(0o400)
    folder.chmod(0o500)
    try:
        said = _in_a_process(folder)
        assert said[0] == ReplicaReadOnly.__name__
        assert "profile" in said[1]
        assert {path.name: path.read_bytes() for path in folder.iterdir()} == before
    finally:
        folder.chmod(0o700)
        for path in folder.iterdir():
            path.chmod(0o600)
    worked.open()
    worked.assert_nothing_of_mine_is_lost()
    worked.assert_memory_comes_back()


def test_a_folder_that_cannot_be_made_is_said(worked: Worked, tmp_path: Path) -> None:
    (tmp_path / "file").write_bytes(b"")
    with pytest.raises(BadLuck):
        Replica.open(tmp_path / "file" / "profile", KEY)
