"""How a simulated mail provider misbehaves."""

from dataclasses import dataclass, field


@dataclass(slots=True)
class Knobs:
    """Turn them at any time, from any thread; each counts from the next command on."""

    slow: float = 0.0
    """Seconds before each answer."""
    login_fails: bool = False
    login_answer: str = "[AUTHENTICATIONFAILED] Invalid credentials"
    breaks_in_login: bool = False
    """Break every connection off as it signs in."""
    has_idle: bool = True
    has_move: bool = True
    drop_in_idle: bool = False
    """Break every connection off as soon as it waits."""
    breaks_on: set[int] = field(default_factory=set)
    """Uids whose FETCH breaks the connection off."""
    refuses: set[int] = field(default_factory=set)
    """Uids whose FETCH is answered with NO."""
    garbles: set[int] = field(default_factory=set)
    """Uids whose FETCH is answered with nonsense."""
    during_search: list[bytes] = field(default_factory=list)
    """Mails that come in while a search is answered, one each: told there, and not again."""
    with_idle: list[bytes] = field(default_factory=list)
    """Mails that come in as somebody begins to wait: told in one breath with the go-ahead."""
    refused_senders: set[str] = field(default_factory=set)
    """Addresses that may not send: 553 at MAIL."""
    refused: set[str] = field(default_factory=set)
    """Addresses that do not exist: 550 at RCPT."""
    greylisted: set[str] = field(default_factory=set)
    """Addresses that are to be tried later: 451 at RCPT."""
    silent: set[str] = field(default_factory=set)
    """Addresses whose mail is taken while the answer gets lost."""
    bouncing: set[str] = field(default_factory=set)
    """Addresses whose mail is taken, and comes back."""
    smtp_login_fails: bool = False
