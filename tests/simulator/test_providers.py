"""All pretended providers at once are found by an office that reads what they wrote for it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from workstation.channels import OPENED, open_channels
from workstation.channels.configuration import read_configuration
from workstation.simulator.providers import PORTS, SECRETS, Made, Providers, as_toml


@pytest.fixture
def providers() -> Iterator[Providers]:
    made = Made(
        secrets={name: f"the invented secret of {name}, no other" for name in SECRETS},
        ports=dict.fromkeys(PORTS, 0),
    )
    with Providers("http://127.0.0.1:9", made) as found:
        yield found


def test_their_configuration_opens_every_channel_and_nothing_is_broken(
    providers: Providers, tmp_path: Path
) -> None:
    file = tmp_path / "channels.toml"
    file.write_text(as_toml(providers.tables(), providers.secrets), encoding="utf-8")
    (tmp_path / "secrets").mkdir()
    for name, secret in providers.secrets.items():
        assert secret not in file.read_text(encoding="utf-8")
        (tmp_path / "secrets" / name).write_text(secret, encoding="utf-8")
    channels = open_channels(tmp_path, read_configuration(file))
    for name in OPENED:
        assert channels[name].name == name
        found = channels[name].check()
        assert found
        assert [one.english for one in found if one.severity == "broken"] == []


def test_the_shop_has_the_templates_of_the_sample(providers: Providers, tmp_path: Path) -> None:
    whatsapp = open_channels(tmp_path, providers.tables())["whatsapp"]
    found = {(one.name, one.language): one for one in whatsapp.templates()}
    assert found["all_well", "nl"].status == "approved"
    assert "{{2}}" in (found["all_well", "en"].body or "")


def test_what_needs_quotes_has_them() -> None:
    tables = {"phone": {"name": 'a "b" \\ c', "teams": {"+31": "TVs"}, "many": ["x", 1, True]}}
    assert as_toml(tables, {}).splitlines()[1:] == [
        "",
        "[phone]",
        'name = "a \\"b\\" \\\\ c"',
        'many = ["x", 1, true]',
        "",
        "[phone.teams]",
        '"+31" = "TVs"',
    ]
