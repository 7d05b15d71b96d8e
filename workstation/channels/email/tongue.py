"""Which of our two languages a mail is written in, for the words around the answer."""

import re
from collections import Counter

_TELLING = {
    "nl": "ik het een niet van mijn jullie heb hij wij dat voor maar ook graag bestelling groet"
    " geachte beste hallo dank kunt kan wordt deze naar met bij",
    "en": "the and my you your have it is not that for but please order regards dear hello thank"
    " thanks could can would this with from was when",
}
_WORDS = {language: frozenset(words.split()) for language, words in _TELLING.items()}
_WORD = re.compile(r"[a-z]+")
_LOOKED_AT = 4000
_ENOUGH = 3


def language_of(text: str) -> str:
    """Either "en" or "nl"; empty where it is neither, or too little to tell."""
    words = Counter(_WORD.findall(text[:_LOOKED_AT].lower()))
    score = {language: sum(words[word] for word in known) for language, known in _WORDS.items()}
    best = max(score, key=lambda language: score[language])
    other = min(score.values())
    return best if score[best] >= _ENOUGH and score[best] >= 2 * other else ""
