"""`python -m bench.runner [--rounds 60] [--runs 10000]`: what the sandbox costs, and what it leaves behind.
README.md keeps the tables."""

import argparse

from bench.runner import hello, remains, stream
from runner.machine import this_machine

parser = argparse.ArgumentParser(prog="python -m bench.runner", description=__doc__)
parser.add_argument("--rounds", type=int, default=60)
parser.add_argument("--runs", type=int, default=10_000)
chosen = parser.parse_args()

if missing := this_machine().missing:
    raise SystemExit(f"Nothing is contained here: {', '.join(missing)}")
for table in (hello.rows(chosen.rounds), stream.rows(), remains.rows(chosen.runs)):
    for line in table:
        print(line, flush=True)
    print()
print(remains.idle_row())
