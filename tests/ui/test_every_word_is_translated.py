"""Both languages whole: nothing the desk says is missing, left in English, or not compiled."""

import importlib.util
import xml.etree.ElementTree as ET
from pathlib import Path
from types import ModuleType

import pytest

ROOT = Path(__file__).resolve().parents[2]
FOLDER = ROOT / "resources" / "translations"

SAME_IN_BOTH = {
    "Contact", "Console", "E-mail", "Offline", "Online", "offline", "Open", "Product", "Server",
    "Team", "Teams", "Emoji", "Enter", "Spelling", "Sticker", "{count} s",
    "Workstation", "%n open", "{channel} · open", "{count} d", "{count} m", "{count} min",
}  # fmt: skip
"""Words that Dutch writes as English does."""


def translate_script() -> ModuleType:
    spec = importlib.util.spec_from_file_location("translate", ROOT / "scripts" / "translate.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def messages(file: Path) -> dict[tuple[str, str], ET.Element]:
    found = {}
    for context in ET.parse(file).getroot().iter("context"):
        for message in context.iter("message"):
            key = (context.findtext("name", ""), message.findtext("source", ""))
            found[key] = message
    return found


def said(message: ET.Element) -> list[str]:
    translation = message.find("translation")
    assert translation is not None
    forms = translation.findall("numerusform")
    return [form.text or "" for form in forms] if forms else [translation.text or ""]


def placeholders(text: str) -> list[str]:
    import re

    return sorted(re.findall(r"\{\w+\}|%n", text))


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_files_know_every_text_of_the_source(language: str, tmp_path: Path) -> None:
    translate_script().collect(tmp_path)
    name = f"workstation_{language}.ts"
    assert set(messages(FOLDER / name)) == set(messages(tmp_path / name)), (
        "run scripts/translate.py and translate what is new"
    )


@pytest.mark.parametrize("language", ["nl", "en"])
def test_every_text_is_translated(language: str) -> None:
    unfinished = [
        key
        for key, message in messages(FOLDER / f"workstation_{language}.ts").items()
        if message.find("translation[@type]") is not None or not all(said(message))
    ]
    assert unfinished == []


def test_no_english_is_left_in_dutch() -> None:
    left = [
        source
        for (_, source), message in messages(FOLDER / "workstation_nl.ts").items()
        if source in said(message) and source not in SAME_IN_BOTH
    ]
    assert left == []


@pytest.mark.parametrize("language", ["nl", "en"])
def test_what_is_filled_in_stays(language: str) -> None:
    for (_, source), message in messages(FOLDER / f"workstation_{language}.ts").items():
        for words in said(message):
            assert placeholders(words) == placeholders(source), source


@pytest.mark.parametrize("language", ["nl", "en"])
def test_the_compiled_files_are_up_to_date(language: str, tmp_path: Path) -> None:
    translate_script().compile_into(tmp_path)
    name = f"workstation_{language}.qm"
    assert (tmp_path / name).read_bytes() == (FOLDER / name).read_bytes()
