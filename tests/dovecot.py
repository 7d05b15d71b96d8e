"""A real Dovecot on ports of its own, as an ordinary child process, where it is installed."""

import os
import shutil
import subprocess
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from imapclient import IMAPClient

from tests.running import any_free_port

PROGRAM = shutil.which("dovecot", path=os.environ.get("PATH", "") + ":/usr/sbin:/usr/local/sbin")
PASSWORD = "a_password_for_Dovecot"
_PATIENCE = 15.0


def absent() -> str:
    """Why it cannot be used here; empty when it can."""
    if PROGRAM is None:
        return "dovecot-imapd is not installed"
    said = subprocess.run([PROGRAM, "--version"], capture_output=True, text=True, check=False)
    if not said.stdout.startswith("2.3."):
        return f"this configuration is for Dovecot 2.3, not for {said.stdout.split(' ')[0].strip()}"
    if shutil.which("openssl") is None:
        return "openssl is not installed"
    return ""


@dataclass(frozen=True)
class Dovecot:
    """`port` offers STARTTLS, `tls_port` is TLS from the start; `ca_file` vouches for both."""

    folder: Path
    port: int
    tls_port: int
    ca_file: Path

    @contextmanager
    def signed_in(self, user: str) -> Iterator[IMAPClient]:
        with IMAPClient("127.0.0.1", self.port, ssl=False, timeout=10) as client:
            client.login(user, PASSWORD)
            yield client

    def deliver(self, user: str, raw: bytes, folder: str = "INBOX") -> None:
        """A mail comes in."""
        with self.signed_in(user) as client:
            if not client.folder_exists(folder):
                client.create_folder(folder)
            client.append(folder, raw)

    def renumber(self, user: str, validity: int) -> None:
        """Give the inbox another UIDVALIDITY, as after a restored backup."""
        self._administer("mailbox", "update", "-u", user, "--uid-validity", str(validity), "INBOX")

    def end_sessions(self, user: str) -> None:
        """Break off everybody who is connected as this user."""
        self._administer("kick", user)

    def _administer(self, *command: str) -> None:
        assert PROGRAM is not None
        admin = shutil.which("doveadm", path=f"{Path(PROGRAM).parent}:{os.environ['PATH']}")
        assert admin is not None
        config = str(self.folder / "dovecot.conf")
        subprocess.run([admin, "-c", config, *command], check=True, capture_output=True)


@contextmanager
def running_dovecot(folder: Path) -> Iterator[Dovecot]:
    assert PROGRAM is not None
    key, certificate = _certificate(folder)
    server = Dovecot(folder, any_free_port(), any_free_port(), certificate)
    (folder / "mail").mkdir()
    config = folder / "dovecot.conf"
    config.write_text(_configuration(server, key), encoding="utf-8")
    log = (folder / "dovecot.log").open("wb")
    process = subprocess.Popen([PROGRAM, "-F", "-c", str(config)], stdout=log, stderr=log)
    try:
        _wait_for(server, process, folder / "dovecot.log")
        yield server
    finally:
        process.terminate()
        try:
            process.wait(10)
        except subprocess.TimeoutExpired:
            process.kill()
            process.wait()
        log.close()


def _configuration(server: Dovecot, key: Path) -> str:
    import grp
    import pwd  # not on every system, as Dovecot is not

    folder = server.folder
    me = pwd.getpwuid(os.getuid()).pw_name
    owner = me
    if me == "root":
        # Dovecot gives no mail to root; whoever owns nothing else does.
        owner = "nobody"
        folder.chmod(0o755)
        shutil.chown(folder / "mail", owner)
    account = pwd.getpwnam(owner)
    users = chroot = ""
    if me != "root":
        group = grp.getgrgid(os.getgid()).gr_name
        users = f"default_internal_user = {me}\ndefault_login_user = {me}\n"
        users += f"default_internal_group = {group}\n"
        chroot = "  chroot =\n"
    return f"""
base_dir = {folder}/run
state_dir = {folder}/state
log_path = {folder}/mail.log
protocols = imap
listen = 127.0.0.1
ssl = yes
ssl_cert = <{server.ca_file}
ssl_key = <{key}
disable_plaintext_auth = no
mail_location = maildir:{folder}/mail/%u
first_valid_uid = 1
auth_failure_delay = 0
mail_max_userip_connections = 50
{users}service anvil {{
{chroot}  unix_listener anvil-auth-penalty {{
    mode = 0
  }}
}}
passdb {{
  driver = static
  args = password={PASSWORD}
}}
userdb {{
  driver = static
  args = uid={account.pw_uid} gid={account.pw_gid} home={folder}/mail/%u
}}
service imap-login {{
{chroot}  inet_listener imap {{
    port = {server.port}
  }}
  inet_listener imaps {{
    port = {server.tls_port}
  }}
}}
"""


def _certificate(folder: Path) -> tuple[Path, Path]:
    """A key, and a certificate for this machine that vouches for itself."""
    key, certificate = folder / "key.pem", folder / "certificate.pem"
    command = ["openssl", "req", "-x509", "-newkey", "ec", "-pkeyopt", "ec_paramgen_curve:P-256"]
    command += ["-nodes", "-days", "2", "-subj", "/CN=localhost", "-keyout", str(key)]
    command += ["-out", str(certificate), "-addext", "subjectAltName=DNS:localhost,IP:127.0.0.1"]
    subprocess.run(command, check=True, capture_output=True)
    return key, certificate


def _wait_for(server: Dovecot, process: subprocess.Popen[bytes], log: Path) -> None:
    end = time.monotonic() + _PATIENCE
    while True:
        try:
            with server.signed_in("nobody@example.org"):
                return
        except Exception as error:
            said = log.read_text(errors="replace")[-2000:]
            if process.poll() is not None or time.monotonic() > end:
                raise AssertionError(f"Dovecot does not answer: {error!r}\n{said}") from error
            time.sleep(0.05)
