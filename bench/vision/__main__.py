"""`python -m bench.vision` prints what the observer makes of known people, as the tables of README.md."""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryDirectory

import numpy as np

from bench.puppet import film
from bench.puppet.scripts import INTERVIEW
from bench.vision.browser import Watched, watched
from bench.vision.cameras import DATA, glance_camera, image_camera
from bench.vision.page_server import bench_page


@dataclass(frozen=True)
class Subject:
    name: str
    camera: Path
    seconds: float
    size: tuple[int, int] = (640, 480)


def subjects(folder: Path) -> Iterator[Subject]:
    script = INTERVIEW
    yield Subject("puppet: interview", film.ready(script).video, script.frames / script.fps + 6)
    if not DATA.exists():
        print("real pictures are not on this machine (../shared/data): puppet only", file=sys.stderr)
        return
    yield Subject("clip: glance", glance_camera(folder), 20, (480, 848))
    yield Subject("picture: portrait", image_camera(folder, "portrait"), 10)
    yield Subject("picture: three people", image_camera(folder, "three_people"), 10)


def cost_row(name: str, observer: Watched) -> str:
    readings = observer.said["readings"]
    plain = [reading["costMs"] for reading in readings if not reading["counted"]]
    counting = [reading["costMs"] for reading in readings if reading["counted"]]
    rates = [status["rate"] for status in observer.said["statuses"] if status["state"] == "watching"]
    p50, p95 = np.percentile(plain, (50, 95))
    cells = [
        name,
        f"{observer.loaded['loadMs'] / 1000:.1f} s",
        f"{p50:.1f} / {p95:.1f} ms",
        f"{np.median(counting):.1f} ms",
        f"{min(rates)}–{max(rates)}",
        str(len(observer.said["longTasks"])),
    ]
    return f"| {' | '.join(cells)} |"


def spans_row(name: str, observer: Watched) -> str:
    told = [
        ", ".join(f"{span.value} {span.seconds:.1f} s" for span in observer.spans(kind))
        for kind in ("presence", "faces", "gaze")
    ]
    return f"| {' | '.join([name, *told])} |"


def main() -> None:
    costs, spans = [], []
    with TemporaryDirectory() as folder, bench_page() as address:
        for subject in subjects(Path(folder)):
            with watched(address, subject.camera, *subject.size) as observer:
                observer.neutral()
                observer.wait(subject.seconds)
                costs.append(cost_row(subject.name, observer))
                spans.append(spans_row(subject.name, observer))
    print("| | ready after | reading p50 / p95 | with a count | readings/s | long tasks |")
    print("|---|---|---|---|---|---|", *costs, "", sep="\n")
    print("| | presence | faces | gaze |")
    print("|---|---|---|---|", *spans, sep="\n")


if __name__ == "__main__":
    main()
