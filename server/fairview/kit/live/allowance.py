"""How much one person may have passed on to the others. For the live plane's event loop only."""

import time


class Allowance:
    """A bucket that refills: `per_second` on average, `at_once` after a pause."""

    def __init__(self, per_second: float, at_once: float) -> None:
        self.per_second = per_second
        self.at_once = at_once
        self._left = at_once
        self._checked_s = time.monotonic()

    def takes(self, amount: float = 1) -> bool:
        """Whether there is so much left, which is then used."""
        now = time.monotonic()
        self._left = min(self.at_once, self._left + (now - self._checked_s) * self.per_second)
        self._checked_s = now
        if amount > self._left:
            return False
        self._left -= amount
        return True
