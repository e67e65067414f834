"""`make bench`: speed and accuracy, slow. Each part is a program of its own that prints its table; those
committed stand beside it."""

import subprocess
import sys

VISION = ["vision", "vision.strata", "vision.gaze", "vision.peers", "vision.real"]
CODING = ["coding", "coding.fairness"]
LIVE = ["clock", "network", "live", "fuzz", "evidence"]
PARTS = ["runner", *VISION, "interview", *CODING, "service", "letters", *LIVE, "pages"]

if __name__ == "__main__":
    for part in PARTS:
        print(f"\n# {part}\n", flush=True)
        subprocess.run([sys.executable, "-m", f"bench.{part}"], check=True)
