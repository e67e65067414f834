"""Letters by the hundred, and a post office that kills the worker in the middle of things."""

import os
import signal
import subprocess
import sys
import time
from collections import Counter
from pathlib import Path

from aiosmtpd.smtp import SMTP, Envelope, Session

from e2e.house import ROOT, House, children
from e2e.post import PostOffice

REFERENCE = "kill:1"
WRITE = f"""
import sys, django
django.setup()
from django.db import transaction
from fairview.accounts.public import Organisation
from fairview.notifications.public import send_email
host = Organisation.objects.get().id
with transaction.atomic():
    for number in range(int(sys.argv[1])):
        guest = f"guest{{number}}@candidates.example"
        send_email(host, guest, "Your interview", "Hello", "<p>Hello</p>", None, "{REFERENCE}")
"""


class RoughPostOffice(PostOffice):
    """`at_recipient` and `in_letter` are the letters at which the worker is killed."""

    def __init__(self, port: int) -> None:
        super().__init__(port)
        self.house: House | None = None
        self.at_recipient: set[int] = set()
        self.in_letter: set[int] = set()
        self.recipients = 0
        self.taken: Counter[str] = Counter()
        self.kills = 0

    def kill_worker(self) -> None:
        assert self.house
        for pid in workers_of(self.house):
            os.kill(pid, signal.SIGKILL)
            self.kills += 1

    async def handle_RCPT(
        self, _server: SMTP, _session: Session, envelope: Envelope, address: str, _options: list[str]
    ) -> str:
        self.recipients += 1
        if self.recipients in self.at_recipient:
            self.kill_worker()
        envelope.rcpt_tos.append(address)
        return "250 OK"

    async def handle_DATA(self, server: SMTP, session: Session, envelope: Envelope) -> str:
        answer = await super().handle_DATA(server, session, envelope)
        self.taken[str(self.letters.get()["Message-ID"])] += 1
        if self.taken.total() in self.in_letter:
            self.kill_worker()
        return answer


def assert_none_is_lost_or_doubled(house: House, post: RoughPostOffice, letters: int) -> None:
    """Only what was caught in the hand-over may be left to a person to decide."""
    fates = fates_of_letters(house)
    unsure = fates.pop(("failed", "delivery_interrupted"), 0)
    assert fates == {("sent", ""): letters - unsure}
    assert unsure <= len(post.in_letter)
    ours = {name: copies for name, copies in post.taken.items() if name in message_ids(house)}
    assert len(ours) == letters
    assert set(ours.values()) == {1}


def workers_of(house: House) -> list[int]:
    assert house.process
    return [pid for pid in children(house.process.pid) if b"fairview.config.worker" in command_of(pid)]


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def write_letters(house: House, letters: int) -> None:
    subprocess.run(
        [sys.executable, "-c", WRITE, str(letters)],
        cwd=ROOT,
        env={**house.environment, "DJANGO_SETTINGS_MODULE": "fairview.config.settings"},
        check=True,
        timeout=60,
    )


def fates_of_letters(house: House) -> dict[tuple[object, ...], int]:
    rows = house.ask_desk(
        "select state, error_code from notifications_delivery join notifications_message "
        "on id = message_id where reference = ?",
        REFERENCE,
    )
    return dict(Counter(rows))


def message_ids(house: House) -> set[str]:
    rows = house.ask_desk("select id from notifications_message where reference = ?", REFERENCE)
    return {f"<{spelled(str(name))}@localhost>" for (name,) in rows}


def spelled(name: str) -> str:
    return "-".join([name[:8], name[8:12], name[12:16], name[16:20], name[20:]])


def wait_until_settled(house: House, limit_s: float) -> None:
    deadline = time.monotonic() + limit_s
    while {state for state, _ in fates_of_letters(house)} & {"queued", "sending"}:
        assert time.monotonic() < deadline, fates_of_letters(house)
        time.sleep(0.1)
