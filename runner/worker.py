"""`fairview-runner`: the process that leases runs from a server and does them, one at a time in each slot."""

import logging
import os
import secrets
import signal
import socket
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from threading import Event as Flag
from threading import Lock, Thread
from typing import get_args

import click

from runner.engine import Engine, run
from runner.engines.own import OwnEngine
from runner.engines.piston import PistonEngine
from runner.leases import Patience, Reporter, Server, Unreachable
from runner.machine import in_words, look_again, look_at, this_machine
from runner.protocol import HEARTBEAT_EVERY_S, Capabilities, Language, Lease
from runner.sandbox.processes import inherit_orphans
from runner.sandbox.words import Words

log = logging.getLogger(__name__)

LANGUAGES: tuple[Language, ...] = get_args(Language)

IDLE_PAUSE_S = 0.15
"""Between two asks that brought nothing: not every server, nor every proxy before one, lets a runner wait."""
LOOK_AGAIN_S = 30.0
SWEEP_EVERY_S = 5.0
"""What another runner of this machine left when it was killed does not wait for the next start of one."""
WAITS_S, WAITS_WHILE_LOOKING_S = 20, 1
"""For a run. Not long while there may soon be a language more that it could be in."""


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
@click.option("--language", "languages", multiple=True, type=click.Choice(LANGUAGES), help="Only these.")
@click.option(
    "--piston", help="A Piston server that runs them, instead of this machine: http://127.0.0.1:2000"
)
def main(
    *,
    url: str,
    token_file: Path,
    slots: int,
    origin: str | None,
    languages: tuple[Language, ...],
    piston: str | None,
) -> None:
    """Run candidates' programs for a Fairview server, until told to end (SIGTERM, Ctrl-C)."""
    logging.basicConfig(format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    inherit_orphans()
    bell = Bell()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda _number, _frame: bell.ring())
    engine = PistonEngine(piston) if piston else OwnEngine()
    with Server(url, token_file, origin) as server:
        worker = Worker(server, slots, languages or LANGUAGES, bell, engine)
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

    def __init__(
        self, server: Server, slots: int, languages: Sequence[Language], bell: Bell, engine: Engine
    ) -> None:
        self.server, self.languages, self.bell, self.engine = server, languages, bell, engine
        self.stopping = Flag()
        is_own = isinstance(engine, OwnEngine)
        self.eyes = Eyes(languages) if is_own else None
        self.broom = Broom() if is_own else None
        self.name = f"{socket.gethostname()}-{secrets.token_hex(3)}"
        """There may be others of this machine."""
        self.slots = [Slot(server, engine, self.stopping, self.able, self.waits_s) for _ in range(slots)]
        self.threads = [Thread(target=self.guarded, args=[slot], daemon=True) for slot in self.slots]
        self.has_fallen = False

    def start(self) -> None:
        if self.eyes:
            self.eyes.open()
        if self.broom:
            self.broom.open()
        for thread in self.threads:
            thread.start()

    def able(self) -> Capabilities:
        missing = list(self.engine.missing())
        offered = [] if missing else [each.language for each in self.engine.offers()]
        languages = [language for language in offered if language in self.languages]
        return Capabilities(runner=self.name, languages=languages, missing=missing, slots=len(self.slots))

    def waits_s(self) -> int:
        return WAITS_WHILE_LOOKING_S if self.eyes and self.eyes.are_looking else WAITS_S

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
            slot.words.stop()
        for slot in self.slots:
            slot.at_work.acquire()
        if self.eyes:
            self.eyes.close()
        if self.broom:
            self.broom.close()
        return 1 if self.has_fallen else 0


class Slot:
    """Does one run at a time, in a thread that lives as long: a sandbox dies with the thread that made it."""

    def __init__(
        self,
        server: Server,
        engine: Engine,
        stopping: Flag,
        able: Callable[[], Capabilities],
        waits_s: Callable[[], int],
    ) -> None:
        self.server, self.engine, self.stopping = server, engine, stopping
        self.able, self.waits_s = able, waits_s
        self.at_work, self.words = Lock(), Words()
        self.patience = Patience(stopping)

    def work(self) -> None:
        while not self.stopping.is_set():
            able = self.able()
            try:
                lease = self.server.lease(able, self.waits_s())
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
        self.words = Words()
        reporter = Reporter(self.server, lease, self.words, self.stopping)
        if self.stopping.is_set():
            return
        reporting = Thread(target=reporter.report)
        reporting.start()
        run(lease.run, reporter.hear, self.words, self.engine)
        reporting.join()


class Eyes:
    """Look at the machine from a thread of their own: while something is missing now and then, for it may
    have been installed, and then at one language after the other."""

    def __init__(self, languages: Sequence[Language]) -> None:
        self._languages = languages
        self._words = Words()
        self._closing = Flag()
        self._looking = Thread(target=self.look, daemon=True)

    def open(self) -> None:
        if missing := this_machine().missing:
            lacking = "; ".join(in_words(this_machine(), code) for code in missing)
            log.warning("No program is run, because none can be contained here. %s", lacking)
        self._looking.start()

    @property
    def are_looking(self) -> bool:
        return self._looking.is_alive()

    def look(self) -> None:
        while this_machine().missing:
            if self._closing.wait(LOOK_AGAIN_S):
                return
            look_again()
        look_at(self._languages, self._words)

    def close(self) -> None:
        self._closing.set()
        self._words.stop()
        self._looking.join()


class Broom:
    """Sweeps up after runners of this machine that were killed, now and then, in a thread of its own."""

    def __init__(self) -> None:
        self._closing = Flag()
        self._sweeping = Thread(target=self.sweep, daemon=True)

    def open(self) -> None:
        self._sweeping.start()

    def sweep(self) -> None:
        while not self._closing.wait(SWEEP_EVERY_S):
            if containment := this_machine().containment:
                containment.place.sweep()

    def close(self) -> None:
        self._closing.set()
        self._sweeping.join()


if __name__ == "__main__":
    main()
