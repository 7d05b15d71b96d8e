"""A first download that is given up halfway is left and begun anew by one page: what that page
shares is held, and is forgotten when it ends."""

from pathlib import Path

from workstation.models import new_id
from workstation.replica.replica import Replica
from workstation.wire.changes import Packet, ShareChange

TEAM, CONTACT = new_id(), new_id()


def _page(*, leave: tuple[str, ...] = (), shared: bool = False) -> Packet:
    begun = ShareChange(audience=TEAM, kind="contact", root=CONTACT, gone=False)
    return Packet(
        epoch="e",
        tables={},
        shares=[begun] if shared else [],
        leave=list(leave),
        cursor="c",
        upto=1,
        more=False,
        restart=False,
    )


def test_what_is_left_and_begun_by_one_page_is_held(tmp_path: Path) -> None:
    replica = Replica.open(tmp_path, bytes(32))

    def held() -> list[tuple[str]]:
        with replica.store.reading() as connection:
            return connection.execute("SELECT root_id FROM share").fetchall()

    replica.receiving.store_page(_page(shared=True))
    replica.receiving.store_page(_page(leave=(TEAM,), shared=True))
    assert held() == [(CONTACT,)]
    replica.receiving.store_page(_page(leave=(TEAM,)))
    assert held() == []
    replica.close()
