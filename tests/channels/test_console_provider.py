"""The console remembers what it was asked to send: bounded, shared, and whole after a kill."""

import threading
from pathlib import Path

from workstation.channels.console.provider import Provider


def _texts(provider: Provider, place: int = 0) -> list[str]:
    return [entry["text"] for entry in provider.after(place)[0]]


def test_a_reader_goes_on_where_it_was(tmp_path: Path) -> None:
    provider = Provider(tmp_path)
    provider.take({"text": "one"})
    entries, place = provider.after(0)
    assert [entry["text"] for entry in entries] == ["one"]
    assert provider.after(place) == ([], place)
    provider.take({"text": "two"})
    assert _texts(provider, place) == ["two"]


def test_it_reads_no_more_than_asked(tmp_path: Path) -> None:
    provider = Provider(tmp_path)
    for number in range(5):
        provider.take({"text": str(number)})
    entries, place = provider.after(0, limit=2)
    assert [entry["text"] for entry in entries] == ["0", "1"]
    assert _texts(provider, place) == ["2", "3", "4"]


def test_the_oldest_is_forgotten_and_places_stay_true(tmp_path: Path) -> None:
    provider = Provider(tmp_path, kept=100)
    places: list[int] = []
    for number in range(40):
        provider.take({"text": f"message {number}"})
        places.append(provider.after(places[-1] if places else 0)[1])
    assert sum(path.stat().st_size for path in tmp_path.glob("*.jsonl")) < 300
    assert _texts(provider, places[37]) == ["message 38", "message 39"]
    assert _texts(provider)[-1] == "message 39"
    assert len(_texts(provider)) < 20


def test_a_line_cut_short_by_a_kill_hides_no_other(tmp_path: Path) -> None:
    provider = Provider(tmp_path)
    provider.take({"text": "one"})
    (path,) = tmp_path.glob("*.jsonl")
    with path.open("ab") as file:
        file.write(b'{"text": "tw')
    assert _texts(provider) == ["one"]
    provider.take({"text": "three"})
    assert _texts(provider) == ["one", "three"]


def test_many_write_at_once(tmp_path: Path) -> None:
    providers = [Provider(tmp_path) for _ in range(4)]

    def write(provider: Provider) -> None:
        for _ in range(25):
            provider.take({"text": "x" * 100})

    threads = [threading.Thread(target=write, args=(provider,)) for provider in providers]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert len(_texts(providers[0])) == 100
