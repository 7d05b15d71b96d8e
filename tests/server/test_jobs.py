"""Jobs are done after the commit that causes them, by whoever is alive, until they are dead."""

import os
import threading

import pytest
from sqlalchemy import select
from sqlalchemy.orm import Session

from tests.running import OpenOffice, hire, wait_until, written
from workstation.models.office import Arrival, Job, SignIn, SignInAttempt
from workstation.server.jobs.bell import Bell
from workstation.server.jobs.queue import Claimed, Jobs, Kind, pause
from workstation.server.jobs.worker import Worker


class Work:
    """A kind of job that does what the test says, on an office's own queue."""

    def __init__(self, office: OpenOffice) -> None:
        self.office = office
        self.jobs: Jobs = office.office.jobs
        self.done: list[Claimed] = []
        self.trouble = 0
        self.worker = Worker(
            self.jobs,
            {"do": Kind(self.run, attempts=3)},
            threads=0,
            lease=15_000,
            clock=office.clock,
        )

    def run(self, job: Claimed) -> None:
        if self.trouble:
            self.trouble -= 1
            raise RuntimeError("a.bakker@example.nl")
        self.done.append(job)
        with self.office.database.write() as session:
            self.jobs.done(session, job)

    def ask(self, number: int = 0, **given: object) -> None:
        with self.office.database.write() as session:
            self.jobs.enqueue(session, "do", {"number": number}, **given)  # type: ignore[arg-type]

    def left(self) -> list[Job]:
        with self.office.database.read() as session:
            return list(session.scalars(select(Job).where(Job.kind == "do")))


@pytest.fixture
def work(open_office: OpenOffice) -> Work:
    return Work(open_office)


def test_a_job_is_done_once_it_is_committed(work: Work) -> None:
    work.ask(1)
    work.worker.run_due()
    assert [job.data["number"] for job in work.done] == [1]
    assert work.left() == []


def test_what_was_rolled_back_is_never_done(work: Work) -> None:
    def fail(session: Session) -> None:
        work.jobs.enqueue(session, "do", {})
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        work.office.database.retrying(fail)
    assert work.left() == []


def test_a_job_waits_for_its_moment(work: Work) -> None:
    work.ask(run_at=work.office.clock() + 5_000)
    work.worker.run_due()
    assert work.done == []
    assert work.jobs.next_at() == work.office.clock() + 5_000
    work.office.clock.ahead(seconds=5)
    work.worker.run_due()
    assert len(work.done) == 1


def test_two_with_one_key_are_one_at_the_earlier_moment(work: Work) -> None:
    now = work.office.clock()
    work.ask(1, key="k", run_at=now + 9_000)
    work.ask(2, key="k", run_at=now + 5_000)
    work.ask(3, key="k", run_at=now + 7_000)
    (job,) = work.left()
    assert job.run_at == now + 5_000


def test_a_job_that_fails_is_tried_again_later_and_then_dead(work: Work) -> None:
    work.trouble = 3
    work.ask()
    for attempt in (1, 2):
        work.worker.run_due()
        (job,) = work.left()
        assert (job.state, job.attempts, job.error) == ("ready", attempt, "RuntimeError")
        assert job.run_at > work.office.clock()
        work.office.clock.ahead(hours=1)
    work.worker.run_due()
    (job,) = work.left()
    assert job.state == "dead"
    hire(work.office.database, "ada", role="admin")
    headers = work.office.sign_in("ada")
    seen = work.office.client.get("/v1/admin/jobs", headers=headers).json()
    assert [(one["kind"], one["attempts"]) for one in seen["jobs"]] == [("do", 3)]
    assert seen["counts"]["dead"] == 1
    again = f"/v1/admin/jobs/{job.id}/again"
    assert work.office.client.post(again, headers=headers).status_code == 204
    work.worker.run_due()
    assert len(work.done) == 1
    assert work.office.client.post(again, headers=headers).status_code == 404


def test_only_an_admin_looks_at_jobs(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne", role="lead")
    headers = open_office.sign_in("sanne")
    answer = open_office.client.get("/v1/admin/jobs", headers=headers)
    assert (answer.status_code, answer.json()["code"]) == (403, "not_allowed")


def test_who_died_with_a_job_is_followed_by_another(work: Work) -> None:
    work.ask()
    dead = work.jobs.claim()
    assert dead is not None
    assert work.jobs.claim() is None
    work.jobs.keep([dead])
    work.office.clock.ahead(seconds=16)
    following = work.jobs.claim()
    assert following is not None
    assert (following.id, following.attempt) == (dead.id, 2)
    with work.office.database.write() as session:
        assert work.jobs.held(session, dead) is None
        work.jobs.done(session, dead)
    assert len(work.left()) == 1  # the dead has no say any more


def test_a_job_that_ends_every_process_is_dead_in_the_end(work: Work) -> None:
    work.ask()
    for _ in range(50):
        work.jobs.claim()
        work.office.clock.ahead(seconds=16)
    assert work.left()[0].state == "dead"


def test_pauses_grow_and_differ() -> None:
    assert 500 <= pause(1) <= 1_000
    assert 4_000 <= pause(4) <= 8_000
    assert pause(1000) <= 15 * 60_000
    assert len({pause(5) for _ in range(20)}) > 1


def test_what_nobody_needs_is_cleared_away(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    open_office.sign_in("sanne")
    open_office.post(written("m-1", "Hello"))
    open_office.client.post("/v1/channels/console/inbound", content=b"", headers={})
    forgotten = open_office.office.files.arriving("forgotten")
    forgotten.write_bytes(b"half")
    os.utime(forgotten, (1, 1))
    open_office.clock.ahead(hours=13 * 24)
    open_office.work()
    assert open_office.only(Arrival)
    assert open_office.only(SignIn)
    assert not forgotten.exists()
    assert open_office.rows(SignInAttempt) == []
    open_office.clock.ahead(hours=60 * 24)
    open_office.work()
    assert open_office.rows(Arrival) == []
    assert open_office.rows(SignIn) == []


def test_what_is_slow_holds_up_nobody_in_another_lane(work: Work) -> None:
    """Files that do not come, and an order to a telephone that must not wait for them."""
    slow, done = threading.Event(), threading.Event()

    def fetch(job: Claimed) -> None:
        slow.wait(30)
        with work.office.database.write() as session:
            work.jobs.done(session, job)

    def dial(job: Claimed) -> None:
        with work.office.database.write() as session:
            work.jobs.done(session, job)
        done.set()

    kinds = {"fetch": Kind(fetch, lane="files"), "dial": Kind(dial, lane="calls")}
    kinds["do"] = Kind(work.run)
    worker = Worker(work.jobs, kinds, threads=1, lease=15_000, clock=work.office.clock)
    with work.office.database.write() as session:
        for _ in range(5):
            work.jobs.enqueue(session, "fetch", {})
        work.jobs.enqueue(session, "dial", {})
        work.jobs.enqueue(session, "do", {"number": 1})
    worker.start()
    try:
        assert done.wait(10)
        wait_until(lambda: len(work.done) == 1, 60)
        slow.set()
        wait_until(lambda: not {"fetch", "do"} & {job.kind for job in work.office.rows(Job)}, 60)
    finally:
        slow.set()
        worker.stop()


def test_a_bell_that_one_has_heard_still_rings_for_the_others() -> None:
    """Else a job that was committed between a look and the sleep after it waits for the next look,
    because a thread of another lane was quicker to hear of it."""
    bell = Bell()
    one, other = bell.rings, bell.rings
    assert not bell.wait(one, 0)
    bell.ring()
    assert bell.wait(one, 30)
    assert not bell.wait(bell.rings, 0)
    assert bell.wait(other, 30)


def test_a_telephone_that_rings_long_holds_up_no_other_order(work: Work) -> None:
    rings, done = threading.Event(), threading.Event()

    def control(job: Claimed) -> None:
        if job.data["wish"] == "dial":
            rings.wait(30)
        with work.office.database.write() as session:
            work.jobs.done(session, job)
        if job.data["wish"] == "answer":
            done.set()

    kinds = {"control": Kind(control, lane="calls")}
    worker = Worker(work.jobs, kinds, threads=1, lease=15_000, clock=work.office.clock)
    with work.office.database.write() as session:
        for wish in ("dial", "dial", "answer"):
            work.jobs.enqueue(session, "control", {"wish": wish})
    worker.start()
    try:
        assert done.wait(10)
    finally:
        rings.set()
        worker.stop()
