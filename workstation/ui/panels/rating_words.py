"""What customers said of our service, in words: a score, and the average by channel."""

from workstation.replica.rows.knowledge import RatingRow
from workstation.ui.theme.channel import channel_name
from workstation.ui.theme.pill import Tone
from workstation.ui.words import translate

PROMOTER, PASSIVE = 9, 7
"""From this score on somebody recommends us; from this one on they do not mind."""


def score_words(score: int) -> str:
    return translate("panels", "Gave a {score}").format(score=score)


def tone_of(score: float) -> Tone:
    if score >= PROMOTER:
        return "ok"
    return "quiet" if score >= PASSIVE else "warn"


def average_words(ratings: tuple[RatingRow, ...], language: str) -> str:
    """ "WhatsApp 9,0 (3) · E-mail 6,5 (2)", the channel with the most first."""
    by_channel: dict[str, list[int]] = {}
    for rating in ratings:
        by_channel.setdefault(rating.channel, []).append(rating.score)
    told = sorted(by_channel.items(), key=lambda one: (-len(one[1]), one[0]))
    return " · ".join(
        f"{channel_name(channel)} {decimal(sum(scores) / len(scores), language)} ({len(scores)})"
        for channel, scores in told
    )


def decimal(value: float, language: str) -> str:
    text = f"{value:.1f}"
    return text.replace(".", ",") if language.startswith("nl") else text
