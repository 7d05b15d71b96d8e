"""The pictures in the documentation are made by a command, without a screen."""

import struct
import subprocess
import sys
from pathlib import Path

import pytest


@pytest.mark.timeout(400)  # a server and two desks, one after the other
def test_the_pictures_are_made_light_and_dark(tmp_path: Path) -> None:
    subprocess.run(
        [sys.executable, "-m", "workstation", "screenshots", str(tmp_path)],
        check=True,
        stdin=subprocess.DEVNULL,
    )
    light = (tmp_path / "desk-light.png").read_bytes()
    dark = (tmp_path / "desk-dark.png").read_bytes()
    for picture in (light, dark):
        assert picture.startswith(b"\x89PNG")
        assert struct.unpack(">II", picture[16:24]) == (1600, 1000)
        assert len(picture) > 100_000, "an empty desk takes less"
    assert light != dark
