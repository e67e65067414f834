"""How long an edit takes from one page to the others, against a message that is only passed on.

    python -m bench.coding [SECONDS]

One process holds the live plane and all clients, over real sockets on loopback. Everybody types ten times a
second; each edit is checked, written to the log and committed to disk (synchronous=FULL), taken into the
shared text, and told to everyone in the talk. The plain echo is a cursor on the same hub, which nobody
stores. `bench/coding/README.md` keeps the table.
"""

import asyncio
import os
import sys
from pathlib import Path
from statistics import median, quantiles
from tempfile import TemporaryDirectory

import django

PEOPLE = (2, 10)
SERVER = Path(__file__).resolve().parents[2] / "server"


def main(seconds: float = 10) -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"FAIRVIEW_DATA": folder, "DJANGO_SETTINGS_MODULE": "fairview.config.settings"}
        sys.path.append(str(SERVER))
        django.setup()
        from bench.coding.relay import CURSOR, EDIT, measure

        print("| people typing | edit, ms p50 / p99 | plain echo, ms p50 / p99 | ratio of p50 |")
        print("|---|---|---|---|")
        for people in PEOPLE:
            edits, echoes = (asyncio.run(measure(people, seconds, kind)) for kind in (EDIT, CURSOR))
            ratio = median(edits) / median(echoes)
            print(f"| {people} | {in_words(edits)} | {in_words(echoes)} | {ratio:.1f} |")


def in_words(times: list[float]) -> str:
    return f"{median(times):.1f} / {quantiles(times, n=100)[98]:.1f}"


if __name__ == "__main__":
    main(*map(float, sys.argv[1:2]))
