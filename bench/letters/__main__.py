"""Five hundred letters from the queue to a mail server on loopback: beside a program that only sends them,
and with a worker that is killed eight times.

    python -m bench.letters
"""

import smtplib
import time
from collections.abc import Iterator
from contextlib import contextmanager
from email.message import EmailMessage
from pathlib import Path
from tempfile import TemporaryDirectory

from e2e.house import House, free_port
from e2e.rough_post import (
    RoughPostOffice,
    assert_none_is_lost_or_doubled,
    fates_of_letters,
    wait_until_settled,
    write_letters,
)

LETTERS = 500
LIMIT_S = 60
"""A round of invitations should be gone within a minute."""
SETTLED_WITHIN_S = 600
AT_RECIPIENT = {40, 41, 150, 301}
IN_LETTER = {90, 220, 221, 400}


@contextmanager
def posted() -> Iterator[tuple[House, RoughPostOffice]]:
    with TemporaryDirectory() as folder:
        post = RoughPostOffice(free_port())
        post.open()
        house = House(Path(folder), free_port(), {"FAIRVIEW_SMTP_URL": f"smtp://127.0.0.1:{post.port}"})
        post.house = house
        house.start()
        try:
            yield house, post
        finally:
            house.kill()
            post.close()


def time_bare(post: RoughPostOffice) -> float:
    """A connection for each letter, as the product makes one."""
    began_at = time.monotonic()
    for number in range(LETTERS):
        letter = EmailMessage()
        letter["From"], letter["To"] = "us@fairview.example", f"guest{number}@candidates.example"
        letter["Subject"], letter["Message-ID"] = "Your interview", f"<{number}@bare>"
        letter.set_content("Hello")
        with smtplib.SMTP("127.0.0.1", post.port) as line:
            line.send_message(letter)
    return time.monotonic() - began_at


def time_product(house: House) -> float:
    write_letters(house, LETTERS)
    began_at = time.monotonic()
    wait_until_settled(house, SETTLED_WITHIN_S)
    return time.monotonic() - began_at


def main() -> None:
    with posted() as (house, post):
        bare_s = time_bare(post)
        product_s = time_product(house)
        assert fates_of_letters(house) == {("sent", ""): LETTERS}
    with posted() as (house, post):
        post.at_recipient, post.in_letter = AT_RECIPIENT, IN_LETTER
        killed_s = time_product(house)
        assert post.kills == len(AT_RECIPIENT | IN_LETTER)
        assert_none_is_lost_or_doubled(house, post, LETTERS)
    print(f"| {LETTERS} letters | s | of {LIMIT_S} s | times bare |\n|---|---|---|---|")
    for what, took_s in [
        ("a bare program, smtplib", bare_s),
        ("the product's queue", product_s),
        ("the same, its worker killed eight times", killed_s),
    ]:
        print(f"| {what} | {took_s:.1f} | {took_s / LIMIT_S:.2f} | {took_s / bare_s:.1f} |")


if __name__ == "__main__":
    main()
