"""`make bench`: speed and accuracy, slow. Each part prints its table; those committed stand beside it."""

from bench import runner
from bench.clock import __main__ as clock
from bench.coding import __main__ as coding
from bench.evidence import __main__ as evidence
from bench.interview import __main__ as interview
from bench.live import __main__ as live
from bench.vision import __main__ as vision

if __name__ == "__main__":
    runner.main()
    vision.main()
    interview.main(rounds=3)
    coding.main()
    clock.main()
    live.main()
    evidence.main()
