"""Signing in, staying signed in, and being signed out."""

import pytest

from tests.running import PASSWORD, OpenOffice, hire
from workstation.models import Agent
from workstation.models.office import SignIn


def _sign_in(office: OpenOffice, login: str = "sanne", password: str = PASSWORD) -> dict[str, str]:
    answer = office.client.post("/v1/sign-in", json={"login": login, "password": password})
    return {**answer.json(), "status": str(answer.status_code)}


def _refresh(office: OpenOffice, token: str) -> tuple[int, dict[str, str]]:
    answer = office.client.post("/v1/sign-in/refresh", json={"refresh_token": token})
    return answer.status_code, answer.json()


def _may(office: OpenOffice, access: str) -> bool:
    headers = {"Authorization": f"Bearer {access}"}
    return office.client.get("/v1/me", headers=headers).status_code == 200


def test_who_signs_in_is_told_who_they_are(open_office: OpenOffice) -> None:
    agent_id, team_id = hire(open_office.database, "sanne")
    opened = open_office.client.post(
        "/v1/sign-in", json={"login": " Sanne ", "password": PASSWORD, "desk": "Front office 3"}
    ).json()
    assert opened["me"] == {
        "agent_id": agent_id,
        "login": "sanne",
        "name": "Sanne",
        "role": "agent",
        "team_ids": [team_id],
    }
    assert open_office.only(SignIn).desk == "Front office 3"


def test_tokens_are_not_kept_in_the_clear(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    opened = _sign_in(open_office)
    kept = open_office.only(SignIn)
    stored = {kept.access_hash, kept.refresh_hash}
    assert not stored & {opened["access_token"], opened["refresh_token"]}


@pytest.mark.parametrize("login", ["sanne", "nobody", "\x00", "x" * 200])
def test_a_wrong_password_and_an_unknown_login_get_the_same_answer(
    open_office: OpenOffice, login: str
) -> None:
    hire(open_office.database, "sanne")
    refused = _sign_in(open_office, login, "wrong")
    assert (refused["status"], refused["code"]) == ("401", "sign_in_failed")


def test_an_access_token_opens_for_a_quarter_of_an_hour(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    opened = _sign_in(open_office)
    open_office.clock.ahead(seconds=14 * 60)
    assert _may(open_office, opened["access_token"])
    open_office.clock.ahead(seconds=61)
    assert not _may(open_office, opened["access_token"])
    status, renewed = _refresh(open_office, opened["refresh_token"])
    assert status == 200
    assert _may(open_office, renewed["access_token"])


def test_a_refresh_whose_answer_was_lost_may_be_repeated(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    first = _sign_in(open_office)
    _refresh(open_office, first["refresh_token"])  # this answer never arrives
    open_office.clock.ahead(seconds=30)
    status, second = _refresh(open_office, first["refresh_token"])
    assert status == 200
    assert _may(open_office, second["access_token"])
    assert len(open_office.rows(SignIn)) == 1
    assert _refresh(open_office, second["refresh_token"])[0] == 200


def test_an_old_refresh_token_ends_the_whole_sign_in(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    first = _sign_in(open_office)
    _, second = _refresh(open_office, first["refresh_token"])
    open_office.clock.ahead(seconds=61)
    assert _refresh(open_office, first["refresh_token"])[0] == 401
    assert not _may(open_office, second["access_token"])
    assert _refresh(open_office, second["refresh_token"])[0] == 401


def test_a_token_from_long_ago_ends_the_sign_in_too(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    tokens = [_sign_in(open_office)["refresh_token"]]
    for _ in range(3):
        status, renewed = _refresh(open_office, tokens[-1])
        assert status == 200
        tokens.append(renewed["refresh_token"])
    assert _refresh(open_office, tokens[0])[0] == 401
    assert _refresh(open_office, tokens[-1])[0] == 401


@pytest.mark.parametrize("token", ["x", "\x00", "a.b", "01990000-0000-7000-8000-000000000001.x"])
def test_what_is_no_refresh_token_opens_nothing(open_office: OpenOffice, token: str) -> None:
    assert _refresh(open_office, token)[0] == 401


def test_a_refresh_token_lasts_thirty_days(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    opened = _sign_in(open_office)
    open_office.clock.ahead(hours=30 * 24 + 1)
    assert _refresh(open_office, opened["refresh_token"])[0] == 401


def test_signing_out_ends_this_desk_and_no_other(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    here, there = _sign_in(open_office), _sign_in(open_office)
    headers = {"Authorization": f"Bearer {here['access_token']}"}
    assert open_office.client.post("/v1/sign-out", headers=headers).status_code == 204
    assert not _may(open_office, here["access_token"])
    assert _refresh(open_office, here["refresh_token"])[0] == 401
    assert _may(open_office, there["access_token"])


def test_who_no_longer_works_here_is_out_at_once(open_office: OpenOffice) -> None:
    agent_id, _ = hire(open_office.database, "sanne")
    opened = _sign_in(open_office)
    with open_office.database.write() as session:
        session.get_one(Agent, agent_id).active = False
    assert not _may(open_office, opened["access_token"])
    assert _refresh(open_office, opened["refresh_token"])[0] == 401
    assert _sign_in(open_office)["status"] == "401"


def test_guessing_is_slowed_down_and_forgotten_after_a_while(open_office: OpenOffice) -> None:
    hire(open_office.database, "sanne")
    hire(open_office.database, "joost")
    for _ in range(5):
        assert _sign_in(open_office, password="wrong")["status"] == "401"
    answer = open_office.client.post("/v1/sign-in", json={"login": "sanne", "password": PASSWORD})
    assert answer.status_code == 429
    assert answer.json()["code"] == "too_many_attempts"
    assert 1 <= int(answer.headers["Retry-After"]) <= 5
    assert _sign_in(open_office, "joost")["status"] == "200"
    open_office.clock.ahead(seconds=6)
    assert _sign_in(open_office, password="wrong")["status"] == "401"
    assert _sign_in(open_office)["status"] == "429"
    open_office.clock.ahead(hours=2)
    assert _sign_in(open_office)["status"] == "200"
    for _ in range(4):  # the right password wiped the slate
        assert _sign_in(open_office, password="wrong")["status"] == "401"


def test_one_address_cannot_go_through_many_logins(open_office: OpenOffice) -> None:
    from workstation.server.signin import attempts

    now = open_office.clock()
    for number in range(attempts.PER_ADDRESS.free):
        attempts.count(open_office.database, f"login-{number}", "203.0.113.9", now)
    with pytest.raises(attempts.TooMany):
        attempts.count(open_office.database, "one more", "203.0.113.9", now)
    attempts.count(open_office.database, "one more", "203.0.113.10", now)
