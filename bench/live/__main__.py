"""Runs both parts, or the one that is named.

python -m bench.live [fanout [ROUNDS] | alerts [SECONDS]]
"""

import sys

from bench.live import alerts, fanout


def main(part: str = "", amount: str = "") -> None:
    if part in ("", "fanout"):
        fanout.main(rounds=int(amount or 5))
    if part in ("", "alerts"):
        alerts.main(seconds=float(amount or 60))


if __name__ == "__main__":
    main(*sys.argv[1:])
