"""`fairview-runner`: the process that leases runs from a server and does them, one at a time in each slot."""

import logging
import os
import signal
import sys
import time
from pathlib import Path
from threading import Event as Flag
from threading import Lock, Thread

import click

from runner.engine import run
from runner.leases import Patience, Reporter, Server, Unreachable
from runner.machine import capabilities, in_words, this_machine
from runner.processes import inherit_orphans
from runner.protocol import HEARTBEAT_EVERY_S, Capabilities, Lease

log = logging.getLogger(__name__)

IDLE_PAUSE_S = 0.15
"""Between two asks that brought nothing: not every server, nor every proxy before one, lets a runner wait."""
LOOK_AGAIN_S = 30.0


@click.command()
@click.option("--server", "url", required=True, help="Where to ask for runs: http://127.0.0.1:4000")
@click.option(
    "--token-file",
    required=True,
    type=click.Path(dir_okay=False, path_type=Path),
    help="Holds the token that the server knows.",
)
@click.option("--slots", default=1, show_default=True, type=click.IntRange(1, 64), help="Runs at a time.")
@click.option("--origin", help="The server's public address, where --server is a shorter way to it.")
def main(url: str, token_file: Path, slots: int, origin: str | None) -> None:
    """Run candidates' programs for a Fairview server, until told to end (SIGTERM, Ctrl-C)."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    inherit_orphans()
    bell = Bell()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: bell.ring())
    with Server(url, token_file, origin) as server:
        worker = Worker(server, slots, bell)
        worker.start()
        bell.wait()
        sys.exit(worker.end())


class Bell:
    """Rung from a signal's handler, where nothing that locks may be touched."""

    def __init__(self) -> None:
        self._listening, self._ringing = os.pipe()

    def ring(self) -> None:
        os.write(self._ringing, b".")

    def wait(self) -> None:
        os.read(self._listening, 1)


class Worker:
    """The threads of the process. A slot that falls brings it down: whoever watches starts it again."""

    def __init__(self, server: Server, slots: int, bell: Bell) -> None:
        self.server, self.bell = server, bell
        self.stopping = Flag()
        self.slots = [Slot(server, self.stopping) for _ in range(slots)]
        self.threads = [Thread(target=self.guarded, args=[slot], daemon=True) for slot in self.slots]
        self.has_fallen = False

    def start(self) -> None:
        capabilities()
        for thread in self.threads:
            thread.start()

    def guarded(self, slot: "Slot") -> None:
        try:
            slot.work()
        except Exception:
            log.exception("A slot fell.")
            self.has_fallen = True
            self.bell.ring()

    def end(self) -> int:
        """End what runs, saying nothing of it, and return the exit status. With the lock of a slot in hand
        nothing begins there any more; one that waits at the server ends with the process."""
        self.stopping.set()
        for slot in self.slots:
            slot.stop.set()
        for slot in self.slots:
            slot.at_work.acquire()
        return 1 if self.has_fallen else 0


class Slot:
    """Does one run at a time, in a thread that lives as long: a sandbox dies with the thread that made it."""

    def __init__(self, server: Server, stopping: Flag) -> None:
        self.server, self.stopping = server, stopping
        self.at_work, self.stop = Lock(), Flag()
        self.patience = Patience(stopping)
        self.eyes = Eyes()

    def work(self) -> None:
        while not self.stopping.is_set():
            able = self.eyes.look()
            try:
                lease = self.server.lease(able)
            except Unreachable as problem:
                self.patience.wait(problem)
                continue
            self.patience.succeeded()
            if lease:
                with self.at_work:
                    self.do(lease)
            else:
                self.stopping.wait(HEARTBEAT_EVERY_S if able.missing else IDLE_PAUSE_S)

    def do(self, lease: Lease) -> None:
        self.stop = Flag()
        reporter = Reporter(self.server, lease, self.stop, self.stopping)
        if self.stopping.is_set():
            return
        reporting = Thread(target=reporter.report)
        reporting.start()
        run(lease.run, reporter.hear, self.stop)
        reporting.join()


class Eyes:
    """Looks at the machine once, and while something is missing now and then: it may have been installed."""

    def __init__(self) -> None:
        self._looked_s = time.monotonic()
        self._has_said = False

    def look(self) -> Capabilities:
        able = capabilities()
        if not able.missing:
            return able
        if not self._has_said:
            lacking = "; ".join(in_words(this_machine(), code) for code in able.missing)
            log.warning("No program is run, because none can be contained here. %s", lacking)
            self._has_said = True
        if time.monotonic() - self._looked_s > LOOK_AGAIN_S:
            self._looked_s = time.monotonic()
            this_machine.cache_clear()
        return able


if __name__ == "__main__":
    main()
