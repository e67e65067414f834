"""`python -m bench.puppet NAME --out F.mjpeg` writes a clip and, beside it, its labels (`F.json`)."""

import argparse
import shutil
import sys
import time
from pathlib import Path

from bench.puppet.film import ready
from bench.puppet.scripts import SCRIPTS


def main() -> int:
    parser = argparse.ArgumentParser(prog="python -m bench.puppet", description=__doc__)
    parser.add_argument("name", choices=sorted(SCRIPTS))
    parser.add_argument("--out", type=Path, required=True, metavar="F.mjpeg")
    chosen = parser.parse_args()
    started = time.monotonic()
    clip = ready(SCRIPTS[chosen.name], progress=show)
    shutil.copyfile(clip.video, chosen.out)
    shutil.copyfile(clip.labels, chosen.out.with_suffix(".json"))
    megabytes = chosen.out.stat().st_size / 1e6
    print(f"{chosen.out}: {megabytes:.0f} MB in {time.monotonic() - started:.1f} s")
    return 0


def show(done: int, of: int) -> None:
    if done % 150 == 0 or done == of:
        print(f"{done} of {of} frames", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
