"""Days, times, sizes and amounts as an agent reads them. Times are the agent's own."""

from datetime import date, datetime, timedelta

from PySide6.QtCore import QCoreApplication, QDate, QLocale

translate = QCoreApplication.translate


def locale_of(language: str) -> QLocale:
    """How the desk's language writes days and numbers; English the European way."""
    if language.startswith("nl"):
        return QLocale(QLocale.Language.Dutch, QLocale.Country.Netherlands)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedKingdom)


def local(at: int) -> datetime:
    """The agent's wall clock for milliseconds since the epoch."""
    return datetime.fromtimestamp(at / 1000)


def clock(at: int) -> str:
    return f"{local(at):%H:%M}"


def day_words(day: date, today: date, language: str) -> str:
    """ "Today", "Yesterday", "Tuesday 12 March", and the year when it is another one."""
    if day == today:
        return translate("moments", "Today")
    if day == today - timedelta(days=1):
        return translate("moments", "Yesterday")
    pattern = "dddd d MMMM" if day.year == today.year else "d MMMM yyyy"
    return locale_of(language).toString(QDate(day.year, day.month, day.day), pattern)


def short_day(at: int, now: int, language: str) -> str:
    """ "14:02" today, "12 Nov" this year, "Nov 2024" before."""
    day, today = local(at).date(), local(now).date()
    if day == today:
        return clock(at)
    pattern = "d MMM" if day.year == today.year else "MMM yyyy"
    words = locale_of(language).toString(QDate(day.year, day.month, day.day), pattern)
    return words.replace(".", "")


def moment_words(at: int, now: int, language: str) -> str:
    """A moment to come or gone, with its day when that is not today: "Tuesday 12 March 09:00"."""
    day, today = local(at).date(), local(now).date()
    if day == today:
        return clock(at)
    if day == today + timedelta(days=1):
        return translate("moments", "tomorrow {time}").format(time=clock(at))
    return f"{day_words(day, today, language)} {clock(at)}"


def day_and_clock(at: int, language: str) -> str:
    """A moment in full and short, as "18-02-2026 11:52"."""
    moment = local(at)
    pattern = "dd-MM-yyyy" if language.startswith("nl") else "dd/MM/yyyy"
    day = locale_of(language).toString(QDate(moment.year, moment.month, moment.day), pattern)
    return f"{day} {clock(at)}"


def size_words(size: int, language: str) -> str:
    """Bytes, as "640 kB" or "1,2 MB"."""
    return locale_of(language).formattedDataSize(
        size, 1 if size >= 1_000_000 else 0, QLocale.DataSizeFormat.DataSizeSIFormat
    )


def money(amount: int, currency: str, language: str) -> str:
    """An amount in the currency's smallest unit; whole amounts without decimals, "€ 1.199"."""
    sign = {"EUR": "€", "GBP": "£", "USD": "$"}.get(currency, currency)
    whole = amount % 100 == 0
    digits = locale_of(language).toString(amount / 100, "f", 0 if whole else 2)
    return f"{sign}\u00a0{digits}"
