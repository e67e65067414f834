"""`python -m bench.vision.liveness [CHECKS]` prints README.md's table: who passes, of so many checks each."""

import sys
from typing import Any, get_args

import numpy as np
from playwright.sync_api import sync_playwright

from bench.vision.liveness.checks import PAGE, check, seated
from bench.vision.liveness.puppet import Actor
from bench.vision.page_server import bench_page

KINDS = ("turn_left", "turn_right", "blink", "follow_dot", "colour")
HEAD = ("actor", "passes", "turn", "closed eyes", "dot", "colour", "median length")


def main(checks: int) -> None:
    print(f"| {' | '.join(HEAD)} |\n|{'---|' * len(HEAD)}")
    with bench_page(PAGE) as address, sync_playwright() as playwright:
        for actor in get_args(Actor):
            made = []
            for seed in range(checks):
                with seated(playwright, address, actor, seed) as page:
                    made.append(check(page, with_colour=seed % 3 != 2))
            print(row(actor, made), flush=True)


def row(actor: str, made: list[dict[str, Any] | None]) -> str:
    ended = [one for one in made if one]
    answers = [answer for one in ended for answer in one["answers"]]
    passed = sum(one["outcome"] == "answered" for one in ended)
    seconds = f"{np.median([one['tookMs'] for one in ended]) / 1000:.0f} s" if ended else "no end"
    cells = [
        actor,
        f"{passed} of {len(made)}",
        *(share(answers, kind) for kind in ("turn", *KINDS[2:])),
        seconds,
    ]
    return f"| {' | '.join(cells)} |"


def share(answers: list[dict[str, Any]], kind: str) -> str:
    """How many of this kind's requests were answered."""
    asked = [answer["answered"] for answer in answers if answer["asked"].startswith(kind)]
    return f"{sum(asked)} of {len(asked)}" if asked else "–"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 6)
