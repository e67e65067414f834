"""Watches one running program: ends it at its limits, and says how it ended."""

import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Literal

from runner.protocol import Limits, Stream
from runner.sandbox.launch import Containment, Launched, Program, launched
from runner.sandbox.output import Pace, Tap
from runner.sandbox.pipes import Pipes, StatusLine
from runner.sandbox.processes import inherit_orphans, reap
from runner.sandbox.words import Words

LOOK_EVERY_S = 0.02
DRAINS_WITHIN_S = 2.0
SIGNALS = range(129, 129 + signal.NSIG - 1)

How = Literal["exited", "time", "memory", "output", "stopped", "broken"]


@dataclass(frozen=True, kw_only=True)
class Ended:
    """How a program ended: by itself, at a limit, because nobody wanted it any more, or the sandbox broke, of
    which `complaint` tells."""

    how: How
    stdout: Tap
    stderr: Tap
    time_ms: int = 0
    """CPU time of all its processes; wall time where it was that which ran out."""
    wall_ms: int = 0
    memory_kb: int = 0
    exit: int | None = None
    signal: int | None = None
    """Bubblewrap says 128 + n for both, so a program that leaves with such a code counts as killed by n."""
    complaint: str = ""


@dataclass(frozen=True)
class Audience:
    """Who is told what happens while it does: of an output its stream, text, milliseconds since the start.
    `on_bytes` hears at once what is printed on stdout."""

    on_started: Callable[[], None] | None = None
    on_output: Callable[[Stream, str, int], None] | None = None
    on_bytes: Callable[[bytes], None] | None = None


@dataclass(frozen=True, kw_only=True)
class Input:
    """What the program reads: `stdin`, and then, if it stays open, what `words` bring."""

    stdin: bytes = b""
    stays_open: bool = False


def watch(
    containment: Containment,
    program: Program,
    limits: Limits,
    *,
    given: Input = Input(),
    words: Words | None = None,
    audience: Audience = Audience(),
    stdout_bytes: int | None = None,
) -> Ended:
    """Run the program to its end. What cannot be started or ended is `broken`; nothing is raised for it.
    `stdout_bytes`: another limit than that of the limits, which then is for stderr alone."""
    inherit_orphans()
    taps = (
        Tap("stdout", stdout_bytes or limits.output_bytes, audience.on_bytes),
        Tap("stderr", limits.output_bytes),
    )
    try:
        with launched(containment, program, limits) as running:
            return Watch(running, limits, taps, words or Words(), audience).until_end(given)
    except OSError as error:
        return Ended(how="broken", stdout=taps[0], stderr=taps[1], complaint=str(error))


class Watch:
    def __init__(
        self,
        running: Launched,
        limits: Limits,
        taps: tuple[Tap, Tap],
        words: Words,
        audience: Audience,
    ) -> None:
        self.running, self.limits, self.taps, self.words = running, limits, taps, words
        self.audience = audience
        self.pace = Pace()
        self.started_s = time.monotonic()
        self.next_look_s = 0.0
        self.exit_code: int | None = None
        self.cpu_ms = 0

    def until_end(self, given: Input) -> Ended:
        pipes = Pipes(
            self.running,
            self.taps,
            self.words,
            self.heed,
            stdin=given.stdin,
            stays_open=given.stays_open,
        )
        if self.audience.on_started:
            self.audience.on_started()
        try:
            while (how := self.end_of(pipes)) is None:
                pipes.hear(self.patience_s())
                self.tell()
            wall_ms = self.wall_ms()
            self.clear_away()
            pipes.drain(DRAINS_WITHIN_S)
            self.tell(ends=True)
        except OSError:
            self.clear_away()
            raise
        finally:
            pipes.close()
        return self.ended(how, wall_ms)

    def heed(self, line: StatusLine) -> None:
        """The exit code, once there is one."""
        self.exit_code = line.get("exit-code", self.exit_code)

    def end_of(self, pipes: Pipes) -> How | None:
        if any(tap.has_overflowed for tap in self.taps):
            return "output"
        if self.exit_code is not None:
            return "exited"
        if self.words.is_stopped:
            return "stopped"
        if pipes.status_is_closed:
            return "broken"
        return self.look()

    def look(self) -> How | None:
        """At what it has used, now and then."""
        now_s = time.monotonic()
        if now_s < self.next_look_s:
            return None
        self.next_look_s = now_s + LOOK_EVERY_S
        group = self.running.group
        group.peak_kb()
        self.cpu_ms = max(self.cpu_ms, group.cpu_ms())
        if group.has_run_out_of_memory():
            return "memory"
        is_over = self.cpu_ms > self.limits.cpu_ms or self.wall_ms() > wall_limit_ms(self.limits)
        return "time" if is_over else None

    def wall_ms(self) -> int:
        return round((time.monotonic() - self.started_s) * 1000)

    def patience_s(self) -> float:
        return min(LOOK_EVERY_S, self.pace.wait_s(time.monotonic())) if self.has_news() else LOOK_EVERY_S

    def has_news(self) -> bool:
        return self.audience.on_output is not None and any(tap.has_news for tap in self.taps)

    def tell(self, *, ends: bool = False) -> None:
        if self.audience.on_output is None or not (self.has_news() or ends):
            return
        if not ends and self.pace.wait_s(time.monotonic()) > 0:
            return
        portions = [(tap.stream, tap.portion(ends=ends)) for tap in self.taps]
        told = [(stream, text) for stream, text in portions if text]
        for stream, text in told:
            self.audience.on_output(stream, text, self.wall_ms())
        self.pace.told(time.monotonic(), len(told))

    def clear_away(self) -> None:
        self.running.process.kill()
        self.running.process.wait()
        self.running.group.empty()
        self.cpu_ms = max(self.cpu_ms, self.running.group.cpu_ms(), reap(self.running.first_process))

    def ended(self, how: How, wall_ms: int) -> Ended:
        group = self.running.group
        code = self.exit_code
        if how == "exited" and self.cpu_ms > self.limits.cpu_ms:
            how = "time"
        if group.has_run_out_of_memory():
            how = "memory"
        ran_out_of_wall = how == "time" and self.cpu_ms <= self.limits.cpu_ms
        is_signal = code in SIGNALS
        return Ended(
            how=how,
            stdout=self.taps[0],
            stderr=self.taps[1],
            time_ms=wall_ms if ran_out_of_wall else self.cpu_ms,
            wall_ms=wall_ms,
            memory_kb=group.peak_kb(),
            exit=None if is_signal else code,
            signal=code - 128 if code is not None and is_signal else None,
            complaint=self.complaint() if how == "broken" else "",
        )

    def complaint(self) -> str:
        """What bubblewrap, or what comes before it, said when it gave up."""
        return self.taps[1].text or "bubblewrap ended without a word"


def wall_limit_ms(limits: Limits) -> int:
    return limits.wall_ms or max(3 * limits.cpu_ms, limits.cpu_ms + 1000)
