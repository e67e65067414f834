"""Five hundred letters while the worker is killed again and again: none is lost, none is doubled."""

import os
import signal
import sqlite3
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest
from aiosmtpd.smtp import SMTP, Envelope, Session

from e2e.house import ROOT, House, children, free_port
from e2e.post import PostOffice

LETTERS = 500
ALL_ARRIVE_WITHIN_S = 60
ALL_SETTLE_WITHIN_S = 240

WRITE = """
import sys, django
django.setup()
from django.db import transaction
from fairview.accounts.public import Organisation
from fairview.notifications.public import send_email
host = Organisation.objects.get().id
with transaction.atomic():
    for number in range(int(sys.argv[1])):
        guest = f"guest{number}@candidates.example"
        send_email(host, guest, "Your interview", "Hello", "<p>Hello</p>", None, "kill:1")
"""


class RoughPostOffice(PostOffice):
    """Kills the worker in the middle of things: `at_recipient` and `in_letter` are the letters at which."""

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


@pytest.fixture
def post() -> Iterator[RoughPostOffice]:
    office = RoughPostOffice(free_port())
    office.open()
    yield office
    office.close()


@pytest.fixture
def house(tmp_path: Path, post: RoughPostOffice) -> Iterator[House]:
    settings = {"FAIRVIEW_SMTP_URL": f"smtp://127.0.0.1:{post.port}"}
    post.house = House(tmp_path / "house", free_port(), settings)
    post.house.start()
    yield post.house
    post.house.stop()


def test_five_hundred_letters_leave_in_less_than_a_minute(house: House, post: RoughPostOffice) -> None:
    write_letters(house)
    began_at = time.monotonic()
    wait_until_settled(house, ALL_ARRIVE_WITHIN_S)
    took_s = time.monotonic() - began_at
    print(f"{LETTERS} letters in {took_s:.1f} s: {LETTERS / took_s:.0f} a second")
    assert fates(house) == {("sent", ""): LETTERS}
    assert sorted(post.taken.values()) == [1] * len(post.taken)


def test_a_worker_that_is_killed_neither_loses_nor_doubles_a_letter(
    house: House, post: RoughPostOffice
) -> None:
    post.at_recipient = {40, 41, 150, 301}
    post.in_letter = {90, 220, 221, 400}
    write_letters(house)
    wait_until_settled(house, ALL_SETTLE_WITHIN_S)

    assert post.kills == len(post.at_recipient | post.in_letter)
    letters = fates(house)
    unsure = letters.pop(("failed", "delivery_interrupted"), 0)
    assert letters == {("sent", ""): LETTERS - unsure}
    assert unsure <= len(post.in_letter), "only what was caught in the hand-over is left to a person"
    ours = {name: copies for name, copies in post.taken.items() if name in message_ids(house)}
    assert len(ours) == LETTERS
    assert set(ours.values()) == {1}


def test_the_whole_house_is_killed_and_the_letters_go_on(house: House, post: RoughPostOffice) -> None:
    write_letters(house)
    wait_until_taken(post, LETTERS // 4)
    house.kill()
    house.start()
    wait_until_settled(house, ALL_SETTLE_WITHIN_S)
    letters = fates(house)
    assert letters.pop(("failed", "delivery_interrupted"), 0) <= 1
    assert sum(letters.values()) >= LETTERS - 1
    assert set(letters) == {("sent", "")}
    assert set(post.taken.values()) == {1}


def workers_of(house: House) -> list[int]:
    assert house.process
    return [pid for pid in children(house.process.pid) if b"fairview.config.worker" in command_of(pid)]


def command_of(pid: int) -> bytes:
    try:
        return Path(f"/proc/{pid}/cmdline").read_bytes()
    except OSError:
        return b""


def write_letters(house: House) -> None:
    subprocess.run(
        [sys.executable, "-c", WRITE, str(LETTERS)],
        cwd=ROOT,
        env={**house.environment, "DJANGO_SETTINGS_MODULE": "fairview.config.settings"},
        check=True,
        timeout=60,
    )


def asked(house: House, question: str) -> list[tuple[str, ...]]:
    with closing(sqlite3.connect(house.data / "desk.sqlite3", timeout=20)) as desk:
        return desk.execute(question).fetchall()


def fates(house: House) -> dict[tuple[str, ...], int]:
    rows = asked(
        house,
        "select state, error_code from notifications_delivery join notifications_message "
        "on id = message_id where reference = 'kill:1'",
    )
    return dict(Counter(rows))


def message_ids(house: House) -> set[str]:
    rows = asked(house, "select id from notifications_message where reference = 'kill:1'")
    return {f"<{spelled(name)}@localhost>" for (name,) in rows}


def spelled(name: str) -> str:
    return "-".join([name[:8], name[8:12], name[12:16], name[16:20], name[20:]])


def wait_until_settled(house: House, limit_s: float) -> None:
    deadline = time.monotonic() + limit_s
    while {state for state, _ in fates(house)} & {"queued", "sending"}:
        assert time.monotonic() < deadline, fates(house)
        time.sleep(0.1)


def wait_until_taken(post: RoughPostOffice, letters: int) -> None:
    deadline = time.monotonic() + ALL_ARRIVE_WITHIN_S
    while post.taken.total() < letters:
        assert time.monotonic() < deadline
        time.sleep(0.02)
