"""Whether a runner is there, as the live plane knows it from news. For its event loop only."""

import asyncio
from collections.abc import Callable

from fairview.coding.contracts import NO_RUNNER, RUNNER_SEEN_WITHIN_S


class RunnerWatch:
    """`cannot_run` says why nothing can run now: codes of what the machine of the runner lacks, or
    `no_runner` when none was heard for a while. Empty: code can run."""

    def __init__(self, on_change: Callable[[], None]) -> None:
        self.cannot_run: list[str] = [NO_RUNNER]
        self._on_change = on_change
        self._able_until_s = 0.0
        self._unable_until_s = 0.0
        self._missing: list[str] = []
        self._timer: asyncio.TimerHandle | None = None

    def saw(self, missing: list[str]) -> None:
        until_s = asyncio.get_running_loop().time() + RUNNER_SEEN_WITHIN_S
        if missing:
            self._missing, self._unable_until_s = missing, until_s
        else:
            self._able_until_s = until_s
        self._settle()

    def stop(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    def _settle(self) -> None:
        """Say what holds now, and look again when it may end."""
        self.stop()
        loop = asyncio.get_running_loop()
        now_s = loop.time()
        ends = [end_s for end_s in (self._able_until_s, self._unable_until_s) if end_s > now_s]
        if ends:
            self._timer = loop.call_at(min(ends), self._settle)
        known = self._missing if self._unable_until_s > now_s else [NO_RUNNER]
        cannot_run = [] if self._able_until_s > now_s else known
        if cannot_run != self.cannot_run:
            self.cannot_run = cannot_run
            self._on_change()
