"""What nobody asked to hear of: bad luck is told, a bug is logged with its trace and told too."""

from pathlib import Path

from workstation.ui.context import Language, News
from workstation.ui.words import translate

LOG = "desk.log"
LARGEST = 1_000_000


class Unexpected:
    """`handle` is called in the GUI thread with every error that had no other taker."""

    def __init__(self, profile: Path, news: News, language: Language) -> None:
        self._profile = profile
        self._news = news
        self.language: Language = language

    def handle(self, error: BaseException) -> None:
        from workstation.replica.errors import BadLuck

        if isinstance(error, BadLuck):
            self._news.notice.emit(str(error), "bad")
            return
        from workstation.ui.contact.refusal_words import refusal_sentence

        sentence = refusal_sentence(error, self.language) if isinstance(error, Exception) else None
        if sentence is not None:
            self._news.notice.emit(sentence, "bad")
            return
        self.log(error)
        self._news.notice.emit(self.words(), "bad")

    def words(self) -> str:
        return translate("desk", "Something went wrong here. It is in the log: {file}").format(
            file=self._profile / LOG
        )

    def log(self, error: BaseException) -> None:
        """Never hidden: to the log in the profile's folder, and to the terminal."""
        # Here and not above: most desks never log anything, and loading this takes time.
        import logging
        from logging.handlers import RotatingFileHandler

        logger = logging.getLogger("workstation.desk")
        if not logger.handlers:
            logger.addHandler(logging.StreamHandler())
            try:
                file = RotatingFileHandler(
                    self._profile / LOG, maxBytes=LARGEST, backupCount=2, encoding="utf-8"
                )
            except OSError:
                pass
            else:
                form = logging.Formatter("%(asctime)s %(levelname)s %(message)s")
                file.setFormatter(form)
                logger.addHandler(file)
        logger.error("unexpected", exc_info=error)
