"""Says a hundred thousand odd things to the whole app, over real sockets on loopback.

    python -m bench.fuzz [THINGS] [SEED]

Malformed frames on the live socket, batches to the address that takes entries, tickets to both: made from
good ones, the same for a seed. After every fifty frames the server must still answer. The table is kept in
`bench/fuzz/README.md`.
"""

import asyncio
import os
import resource
import sys
import time
from pathlib import Path
from tempfile import TemporaryDirectory

import django
from django.core.management import call_command

SERVER = Path(__file__).resolve().parents[2] / "server"
PARTS = 10
SHARES = {"frames": 0.5, "batches": 0.3, "tickets": 0.2}


def main(things: int = 100_000, seed: int = 1) -> None:
    with TemporaryDirectory() as folder:
        os.environ |= {"FAIRVIEW_DATA": folder, "DJANGO_SETTINGS_MODULE": "fairview.config.settings"}
        sys.path.append(str(SERVER))
        django.setup()
        call_command("migrate", verbosity=0)
        asyncio.run(talk(things, seed))


async def talk(things: int, seed: int) -> None:
    """In parts, so that growth would be seen."""
    from tests.odd_messages import Odd
    from tests.odd_talk import Heard, left_over, post_batches, say_frames, show_tickets, whole_app

    odd, said = Odd(seed), {name: Heard() for name in SHARES}
    acts = {"frames": say_frames, "batches": post_batches, "tickets": show_tickets}
    print("| said | s | memory, MB | faults | held afterwards |")
    print("|---|---|---|---|---|")
    async with whole_app() as door:
        for part in range(1, PARTS + 1):
            began_at = time.monotonic()
            for name, share in SHARES.items():
                heard = await acts[name](door, odd, round(things * share / PARTS))
                said[name].codes.update(heard.codes)
            faults = sum(heard.faults.total() for heard in said.values())
            cells = [
                f"{things * part // PARTS:,}",
                f"{time.monotonic() - began_at:.0f}",
                f"{resident_mb():.0f}",
                f"{faults}",
                ", ".join(f"{name} {count}" for name, count in left_over().items()),
            ]
            print(f"| {' | '.join(cells)} |", flush=True)
    for name, heard in said.items():
        print(f"\n{name}: " + ", ".join(f"{code} {count:,}" for code, count in heard.codes.most_common()))


def resident_mb() -> float:
    pages = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])
    return pages * resource.getpagesize() / 1e6


if __name__ == "__main__":
    main(*map(int, sys.argv[1:3]))
