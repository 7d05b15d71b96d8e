"""`workstation replay` against a real server: stopped by a kill, it goes on and doubles nothing."""

import json
import os
import subprocess
import sys
from pathlib import Path

from sqlalchemy import select

from tests.running import SECRET, RunningServer, hire, wait_until
from workstation.models import Contact, Message


def _recording(path: Path) -> list[str]:
    texts = []
    with path.open("w", encoding="utf-8") as file:
        for number in range(12):
            messages = []
            for turn in range(5):
                who = "agent" if turn == 3 else "customer"
                messages.append(
                    {
                        "from": who,
                        "at": f"2026-03-01T10:{number:02}:{turn * 10:02}Z",
                        "text": f"{who} {number}.{turn}",
                    }
                )
            texts += [str(m["text"]) for m in messages if m["from"] == "customer"]
            row = {
                "thread": f"t{number}",
                "channel": "chat",
                "customer": {"address": f"c{number}@example.com"},
                "messages": messages,
            }
            file.write(json.dumps(row) + "\n")
    return texts


def test_killed_and_run_again_every_message_arrives_once(
    running_server: RunningServer, tmp_path: Path
) -> None:
    hire(running_server.database, "sanne")
    path = tmp_path / "threads.jsonl"
    texts = _recording(path)

    def arrived() -> list[str]:
        with running_server.database.read() as session:
            return sorted(session.scalars(select(Message.text)))

    command = [
        *(sys.executable, "-m", "workstation", "replay", str(path)),
        *("--server", running_server.url, "--speed", "400"),
    ]
    environment = {**os.environ, "WORKSTATION_CHANNEL_SECRET_CONSOLE": SECRET}
    unknown = subprocess.run(
        [*command, "--secret", "a guess"], capture_output=True, text=True, check=False, timeout=60
    )
    assert unknown.returncode == 1
    assert "the server refuses it: 403" in unknown.stderr
    process = subprocess.Popen(command, env=environment, stderr=subprocess.DEVNULL)
    try:
        wait_until(lambda: len(arrived()) >= 10, 60)
    finally:
        process.kill()
        process.wait()
    assert len(arrived()) < len(texts)
    ended = subprocess.run(
        command, env=environment, capture_output=True, text=True, check=True, timeout=60
    )
    assert "in an earlier run" in ended.stderr
    assert arrived() == sorted(texts)
    with running_server.database.read() as session:
        contacts = session.scalars(select(Contact)).all()
    assert len(contacts) == 12
    assert {contact.state for contact in contacts} == {"open"}
    assert not path.with_name("threads.jsonl.replay.jsonl").exists()
