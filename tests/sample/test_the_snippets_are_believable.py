"""Every text that the sample keeps ready can be used as it is, in both languages."""

from workstation.actions import SaveSnippet, SnippetDeeds
from workstation.models import Snippet
from workstation.rules.places import PLACES, open_places
from workstation.sample import snippets
from workstation.sample.agreements import batches
from workstation.sample.rows import Row


def _kept() -> list[Row]:
    ((model, rows),) = snippets.batches()
    assert model is Snippet
    return rows


def test_there_are_enough_and_each_could_have_been_written_on_the_desk() -> None:
    kept = _kept()
    assert len(kept) >= 25
    assert len({row["shortcut"] for row in kept}) == len(kept)
    for row in kept:
        SaveSnippet(
            shortcut=row["shortcut"],
            name_en=row["name_en"],
            name_nl=row["name_nl"],
            text_en=row["text_en"],
            text_nl=row["text_nl"],
            channels=tuple(row["channels"]),
            deeds=SnippetDeeds(
                tags=tuple(row["deeds"].get("tags", ())),
                snooze_minutes=row["deeds"].get("snooze_minutes", 0),
            ),
        )


def test_both_languages_have_the_same_places_and_no_other_braces() -> None:
    used: set[str] = set()
    for row in _kept():
        english = sorted(place.name for place in open_places(row["text_en"]))
        assert english == sorted(place.name for place in open_places(row["text_nl"])), row
        assert row["text_en"].count("{") == len(english) == row["text_nl"].count("{")
        used.update(english)
    assert used >= set(PLACES) - {"customer.name"}


def test_what_is_proposed_exists() -> None:
    known = {row["id"] for _, rows in batches() for row in rows}
    for row in _kept():
        deeds = row["deeds"]
        assert {deeds.get("reason_id"), *deeds.get("resolution_ids", ())} - {None} <= known, row
