"""What arrivals do to the office: the same in any order, and however often they come."""

import time
from collections.abc import Mapping, Sequence

from sqlalchemy.orm import Session

from workstation.channels.port import (
    Channel,
)
from workstation.server.intake.account import apply_notices, apply_templates
from workstation.server.intake.apart import by_origin, from_known
from workstation.server.intake.arrived import Arrived, Letter
from workstation.server.intake.awaited import of_address
from workstation.server.intake.call_news import names_of
from workstation.server.intake.calls import apply_calls
from workstation.server.intake.holding import hold
from workstation.server.intake.letters import Letters
from workstation.server.intake.news import News
from workstation.server.intake.placing import name_of, thread_of
from workstation.server.intake.readings import apply_readings, of_thread
from workstation.server.intake.renames import apply_rename
from workstation.server.intake.shop import Shop, read_shop
from workstation.server.intake.threads import Threads, named
from workstation.server.jobs.queue import Jobs
from workstation.server.lines import Lines


class Effect:
    def __init__(self, jobs: Jobs, lines: Lines, channels: Mapping[str, Channel]) -> None:
        self._jobs = jobs
        self._lines = lines
        self._channels = channels
        self._shop: tuple[float, Shop | None] = (0.0, None)

    def apply(self, session: Session, arrived: Sequence[Arrived], now: int) -> bool:
        """Do what all of these say, in one transaction. Whether a contact began."""
        began = False
        letters = by_origin(letter for one in arrived for letter in one.letters)
        news = News.of(arrived)
        threads = Threads(session)
        hold(session, self._names(arrived, letters, news, threads))
        if letters:
            threads.look({*letters, *named(letters.values())})
            letters = from_known(letters, threads.here)
            threads.look(letters.keys() - threads.here.keys())
            taking = Letters(
                session=session,
                jobs=self._jobs,
                channels=self._channels,
                shop=self._shop_now(session),
                threads=threads,
                now=now,
            )
            taking.take(letters.values())
            began = taking.began
        news.apply(session, now)
        for one in arrived:
            parsed, slot = one.parsed, one.kept.channel
            apply_readings(session, parsed.reads, now)
            for renamed in parsed.addresses:
                apply_rename(session, renamed, now)
            if parsed.calls:
                shop = self._shop_now(session)
                apply_calls(session, slot, parsed.calls, now, jobs=self._jobs, shop=shop)
            apply_templates(session, parsed.templates)
            apply_notices(session, self._lines, slot, parsed.notices)
        session.flush()
        return began

    def _names(
        self,
        arrived: Sequence[Arrived],
        letters: Mapping[str, Letter],
        news: News,
        threads: Threads,
    ) -> set[str]:
        """All that must be held still for this."""
        names = {*letters, *news.origins}
        for letter in letters.values():
            names.add(name_of(thread_of(letter.message)))
        elsewhere = [x for x in letters.values() if x.message.continues or x.message.contact_id]
        if elsewhere:
            threads.look(named(elsewhere))
            threads.look_for_contacts({x.message.contact_id for x in elsewhere} - {""})
            names.update(name_of(threads.of(letter)[0]) for letter in elsewhere)
        names.update(named(letters.values()))
        for one in arrived:
            names.update(of_thread(read.channel, read.thread) for read in one.parsed.reads)
            names.update(names_of(one.kept.channel, one.parsed.calls))
            for renamed in one.parsed.addresses:
                for address in (renamed.before, renamed.after):
                    names.add(of_address(renamed.channel, address))
                    names.add(name_of((renamed.channel, address)))
        return names

    def _shop_now(self, session: Session) -> Shop:
        """What the shop has agreed on, at most a second ago."""
        at, shop = self._shop
        now = time.monotonic()
        if shop is None or not shop.teams or now - at > 1:
            shop = read_shop(session)
            self._shop = (now, shop)
        return shop
