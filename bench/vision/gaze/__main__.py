"""`python -m bench.vision.gaze`: points on the screen by the product's model and by WebGazer, both calibrated
with the same frames and tested on the same looks, with heads that move by ±10°; to `bench/vision/gaze.md`.

`--ours-only` leaves WebGazer out, `--dry` writes nothing.
"""

import argparse
import json
from collections.abc import Sequence
from dataclasses import asdict
from itertools import chain
from pathlib import Path

from bench.vision.gaze.looks import Look, gaze_clips, screen_of, tested
from bench.vision.gaze.ours import told_by_us
from bench.vision.gaze.score import GazeScore, Told, gaze_score
from bench.vision.peers.run import PeersPage, peers_page
from bench.vision.strata.clips import Clip
from bench.vision.strata.said import CACHE
from bench.vision.strata.table import markdown

HERE = Path(__file__).parents[1]
HEAD = ("clip", "side", "looks", "told", "median", "p90", "off-screen AUC", "within its radius")
OPENING = """# Points on the screen

{clips} clips, in each what the product's page asks for (nine points, two at which the head turns, four
checks), then thirty looks on and beside the screen with the head anywhere within ±10° (yaw and pitch). Errors
are angles at the eyes, of looks on the screen. "Within its radius" counts all of which a point is said: looks
that are more likely beside the screen have a direction only. WebGazer {version} has its ridge regression and
no Kalman filter, which would drag each look towards the one before; it keeps fifty clicks, so that many are
given to it, out of the same frames.
"""

Pairs = list[tuple[Look, Told | None]]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.vision.gaze",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("--ours-only", action="store_true")
    parser.add_argument("--dry", action="store_true")
    chosen = parser.parse_args()
    every = gaze_clips()
    sides = {"ours": [paired(clip, told_by_us(clip)) for clip in every]}
    if not chosen.ours_only:
        with peers_page() as page:
            page.open(["webGazer"])
            sides["WebGazer"] = [paired(clip, told_by_webgazer(page, clip)) for clip in every]
    text = f"{opening(every)}\n{table(every, sides)}\n"
    print(text)
    if not chosen.dry:
        (HERE / "gaze.md").write_text(text, encoding="utf-8")


def paired(clip: Clip, told: Sequence[Told | None]) -> Pairs:
    return list(zip(tested(clip), told, strict=True))


def told_by_webgazer(page: PeersPage, clip: Clip) -> list[Told | None]:
    """Kept: it does not change."""
    path = CACHE / "webgazer" / f"{clip.key}.json"
    if not path.exists():
        path.parent.mkdir(parents=True, exist_ok=True)
        told = page.told_by_webgazer(clip)
        path.write_text(json.dumps([one and asdict(one) for one in told]))
    return [Told(**one) if one else None for one in json.loads(path.read_text())]


def opening(every: Sequence[Clip]) -> str:
    lock = json.loads((HERE / "peers" / "package.json").read_text(encoding="utf-8"))
    return OPENING.format(clips=len(every), version=lock["dependencies"]["webgazer"])


def table(every: Sequence[Clip], sides: dict[str, list[Pairs]]) -> str:
    screen = screen_of(every[0])
    rows = [
        row(clip.name, side, gaze_score(told[k], screen))
        for k, clip in enumerate(every)
        for side, told in sides.items()
    ]
    rows += [row("all", side, gaze_score(list(chain(*told)), screen)) for side, told in sides.items()]
    return markdown(HEAD, rows)


def row(clip: str, side: str, score: GazeScore) -> list[str]:
    held = "–" if score.held is None else f"{score.held:.2f}"
    degrees = [f"{score.median_deg:.1f}°", f"{score.p90_deg:.1f}°"]
    return [clip, side, f"{score.looks}", f"{score.told}", *degrees, f"{score.off_auc:.3f}", held]


if __name__ == "__main__":
    main()
