"""One message's bad luck is not an outage; several in a row are, and then one looks at a time."""

from workstation.rules.outages import CONTACTS, LONGEST_PAUSE, LONGEST_TOLD, LOOKING, Outage

NOW = 1_795_000_000_000


def down() -> Outage:
    outage = Outage()
    for number in range(CONTACTS):
        outage = outage.failed(f"c-{number}", "It is away.", now=NOW)
    return outage


def test_one_contact_alone_is_no_outage_however_often() -> None:
    outage = Outage()
    for _ in range(20):
        outage = outage.failed("c-1", "It is away.", now=NOW)
    assert outage.state == "degraded"
    assert not outage.holds(NOW)


def test_several_contacts_make_everybody_wait() -> None:
    outage = down()
    assert outage.state == "down"
    assert outage.holds(NOW)
    assert outage.holds(outage.until - 1)
    assert not outage.holds(outage.until)


def test_one_goes_ahead_and_the_others_wait_for_it() -> None:
    outage = down()
    at = outage.until
    ahead = outage.looking(at)
    assert ahead.holds(at + LOOKING - 1)
    assert not ahead.holds(at + LOOKING)
    again = ahead.failed("c-9", "It is away.", now=at + 10)
    assert again.holds(at + 11)
    assert again.until < at + LOOKING


def test_another_goes_ahead_when_the_one_who_did_is_gone() -> None:
    ahead = down().looking(NOW + 10_000)
    assert not ahead.looked_away(NOW + 12_000).holds(NOW + 12_000)
    assert down().looked_away(NOW + 10**9).until == down().until


def test_pauses_grow_up_to_a_limit_and_the_provider_s_word_counts() -> None:
    outage, pauses = down(), []
    for _ in range(8):
        outage = outage.failed("c-9", "It is away.", now=NOW)
        pauses.append(outage.until - NOW)
    assert pauses == sorted(pauses)
    assert pauses[-1] == LONGEST_PAUSE
    assert outage.failed("c", "", now=NOW, told=300_000).until == NOW + 300_000
    assert outage.failed("c", "", now=NOW, told=10**9).until == NOW + LONGEST_TOLD
    assert outage.failed("c", "", now=NOW, told=1).until == NOW + LONGEST_PAUSE


def test_it_survives_being_written_down() -> None:
    assert Outage.from_json(down().as_json()) == down()
