"""An engine that has programs run by a Piston server, where the operator has one.

It is sent the program, what goes to its stdin, and limits. What is expected of it stays here, and verdicts
are made here, by the same judges; a checker runs in this machine's own sandbox, if there is one. Nobody can
talk with a program that runs there, so interactors, terminals and interactive runs are refused.

Piston puts an end of line behind a stdin that has none. It compiles anew for each case, and some languages as
it runs them: time and memory of that are then of the case.
"""

import logging
import re
import time
from collections.abc import Callable, Mapping, Sequence
from signal import Signals

from msgspec import structs

from runner.engines.asked import failed, nonsense_in
from runner.engines.piston_api import Answer, Api, Ask, Content, Dropped, Runtime, Stage, TooMuch, Unable
from runner.judging.calls import SignatureWrong, harnessed
from runner.judging.programs import JudgeFailed, checked, ready_judge
from runner.judging.verdicts import AT_A_LIMIT, Judged, compared, not_compiled, summed_up
from runner.languages.building import Parts, with_grants
from runner.languages.said import ended_as_said, messages
from runner.languages.toolchain import Grants, toolchains
from runner.machine import this_machine
from runner.protocol import (
    Calls,
    Case,
    Checker,
    Event,
    File,
    Finished,
    Interactor,
    Language,
    Limits,
    Offered,
    Output,
    RunRequest,
    Started,
    Stream,
)
from runner.sandbox.output import Tap
from runner.sandbox.watch import Ended, How, wall_limit_ms
from runner.sandbox.words import Words

log = logging.getLogger(__name__)

NAMES: Mapping[Language, set[str]] = {
    "python": {"python", "python3"},
    "javascript": {"javascript", "node-javascript"},
    "typescript": {"typescript", "node-ts"},
    "java": {"java"},
    "c": {"c"},
    "cpp": {"c++", "cpp"},
    "csharp": {"csharp", "csharp.net"},
    "go": {"go", "golang"},
    "rust": {"rust"},
    "kotlin": {"kotlin"},
    "ruby": {"ruby"},
    "php": {"php"},
    "bash": {"bash"},
}
"""What Piston's packages call them. Its `sqlite3` has no place for a script that sets tables up."""
OTHER_RUNTIMES = {"deno", "bun"}
"""Of JavaScript and TypeScript: what is written for Node finds other things there."""
OF_ONE_FILE: set[Language] = {"c", "cpp", "java", "rust", "typescript"}
"""Piston's packages rename the files of these, or compile only the first."""
COMPILED_AS_RUN: Mapping[Language, Grants] = {
    "java": Grants(cpu_ms=3_000, memory_kb=262_144),
    "go": Grants(cpu_ms=5_000, memory_kb=524_288, processes=64),
}
"""They have no stage of their own for it, and take that much."""
DOES_NOT_COMPILE: Mapping[Language, str] = {
    "python": r'\A  File ".*", line \d+\n(.*\n){1,3}?(Syntax|Indentation|Tab)Error: ',
    "javascript": r"^SyntaxError: .*\n\s+at (Object\.)?(wrapSafe|internalCompileFunction|compileFunction) ",
    "java": r"^error: compilation failed",
    "go": r"^# command-line-arguments",
    "ruby": r": syntax error",
    "php": r"^(PHP )?Parse error: ",
    "bash": r": syntax error near unexpected token|: unexpected (EOF|end of file)",
}
"""What is said on stderr, and nothing on stdout, by a language that is compiled as it runs."""
AT_ITS_LIMIT: Mapping[str, How] = {"TO": "time", "OL": "output", "EL": "output", "XX": "broken"}
NEARLY_ALL = 0.9
"""Of the memory that it may have: what is killed then had no more. Piston does not tell."""
ASKS_AGAIN_S, ASKS_AGAIN_OF_ONE_AWAY_S = 30.0, 3.0
MOST_LIMITS = 6


class PistonEngine:
    name = "piston"

    def __init__(self, url: str) -> None:
        self.api = Api(url)
        self.bounds: dict[tuple[str, str], int] = {}
        """What the server allows at most, by language and limit, where it has said so."""
        self._runtimes: dict[Language, Runtime] = {}
        self._lacks = ""
        self._ask_next_s = 0.0

    def missing(self) -> Mapping[str, str]:
        self.look()
        return {"no_piston": f"{self.api.url}: {self._lacks}."} if self._lacks else {}

    def offers(self) -> Sequence[Offered]:
        self.look()
        return [
            Offered(language=language, title=toolchains()[language].title, version=runtime.version)
            for language, runtime in self._runtimes.items()
        ]

    def look(self) -> None:
        """At what the server has, now and then."""
        if time.monotonic() < self._ask_next_s:
            return
        try:
            self._runtimes, lacks = chosen(self.api.runtimes()), ""
        except Unable as problem:
            lacks = str(problem)
        if lacks != self._lacks:
            log.warning("The Piston server at %s: %s", self.api.url, lacks or "it is back")
        self._lacks = lacks
        pause_s = ASKS_AGAIN_OF_ONE_AWAY_S if lacks else ASKS_AGAIN_S
        self._ask_next_s = time.monotonic() + pause_s

    def run(self, request: RunRequest, on_event: Callable[[Event], None], words: Words) -> Finished:
        """Each case in a request of its own, one after the other."""
        try:
            if reason := self.refusal(request):
                return failed(reason)
            return Run(self, self._runtimes[request.language], request, on_event, words).finished()
        except (SignatureWrong, JudgeFailed) as error:
            return failed(str(error))

    def refusal(self, request: RunRequest) -> str:
        lacking = self.missing()
        if lacking or request.language not in self._runtimes:
            return f"The Piston server cannot run {request.language}. {' '.join(lacking.values())}".strip()
        if request.interactive or request.terminal or isinstance(request.judge, Interactor):
            return "Nobody can talk with a program that runs on a Piston server."
        if isinstance(request.judge, Checker) and not this_machine().containment:
            return "The judge of this exercise is a program, and this machine cannot contain one."
        return nonsense_in(request)


def chosen(runtimes: Sequence[Runtime]) -> dict[Language, Runtime]:
    """The newest of each language, in the order of `Language`."""
    found: dict[Language, Runtime] = {}
    for language in toolchains():
        names = NAMES.get(language, set())
        able = [each for each in runtimes if names & {each.language, *each.aliases}]
        if able := [each for each in able if each.runtime not in OTHER_RUNTIMES]:
            found[language] = max(
                able, key=lambda each: [int(part) for part in re.findall(r"\d+", each.version)]
            )
    return found


class Run:
    def __init__(
        self,
        engine: PistonEngine,
        runtime: Runtime,
        request: RunRequest,
        on_event: Callable[[Event], None],
        words: Words,
    ) -> None:
        self.engine, self.runtime, self.request = engine, runtime, request
        self.on_event, self.words = on_event, words
        self.toolchain = toolchains()[request.language]
        self.limits = self.granted()
        self.is_plain = len(request.cases) == 1 and not request.cases[0].name

    def granted(self) -> Limits:
        for_compiling = COMPILED_AS_RUN.get(self.request.language, Grants())
        return with_grants(for_compiling, with_grants(self.toolchain.grants, self.request.limits))

    def finished(self) -> Finished:
        """Raises `SignatureWrong`, `JudgeFailed`."""
        parts = Parts(self.request.files, self.request.entry)
        if isinstance(self.request.judge, Calls):
            parts = harnessed(self.request.language, parts, self.request.judge)
        if self.request.language in OF_ONE_FILE and len(parts.files) > 1:
            title, count = self.toolchain.title, len(parts.files)
            return failed(f"A Piston server takes {title} in one file, and this program is in {count}.")
        judge = self.judge()
        judged: list[Judged] = []
        for case in self.request.cases:
            ended = self.ended(parts, case)
            if isinstance(ended, Finished):
                return ended
            judged.append(judge(case, ended))
            if self.words.is_stopped:
                break
        return summed_up(judged)

    def judge(self) -> Callable[[Case, Ended], Judged]:
        judge, containment = self.request.judge, this_machine().containment
        if isinstance(judge, Checker):
            assert containment
            checker = ready_judge(containment, judge.source)
            return lambda case, ended: checked(checker, case, ended)
        assert not isinstance(judge, Interactor)
        return lambda case, ended: compared(judge, case, ended)

    def ended(self, parts: Parts, case: Case) -> Ended | Finished:
        """How the program ended; or, where that says all of every case, how the run did."""
        began_s = time.monotonic()
        try:
            answer = self.asked(parts, case)
        except Unable as problem:
            return failed(f"The Piston server failed: {problem}.")
        except Dropped:
            return Ended(how="stopped", stdout=Tap("stdout", 0), stderr=Tap("stderr", 0))
        if stage := not_built(self.request.language, answer):
            return self.as_not_built(parts, stage)
        if answer.run is None:
            return failed("The Piston server failed: it does not say how the program ended.")
        self.on_event(Started())
        ended = as_ended(answer.run, self.limits, (time.monotonic() - began_s) * 1000)
        if self.is_plain:
            for tap in (ended.stdout, ended.stderr):
                self.tell(tap.stream, tap.text, ended.wall_ms)
        return ended_as_said(self.toolchain, ended)

    def tell(self, stream: Stream, text: str, at_ms: int) -> None:
        if text:
            self.on_event(Output(stream=stream, text=text, at_ms=at_ms))

    def as_not_built(self, parts: Parts, stage: Stage) -> Finished:
        """It names files as the server has called them, which adds the ending once more to some."""
        told = f"{stage.stderr}\n{stage.stdout}".strip()
        for file in parts.files:
            told = told.replace(f"{file.name}{self.toolchain.ending}", file.name)
        ended = as_ended(structs.replace(stage, stdout="", stderr=told), self.limits, 0)
        if ended.how == "broken":
            return summed_up([Judged(case=self.request.cases[0], ended=ended, verdict=AT_A_LIMIT["broken"])])
        said = messages(self.toolchain, self.request.files, self.request.entry, told)
        return not_compiled(self.request.cases, ended, said)

    # asking

    def asked(self, parts: Parts, case: Case) -> Answer:
        """With less, where the server does not allow as much. Raises `Unable`, `Dropped`."""
        for _ in range(MOST_LIMITS):
            ask = self.ask(parts, case)
            within_s = sum(ask.limits.get(name, 0) for name in ("compile_timeout", "run_timeout")) / 1000
            try:
                return self.engine.api.execute(ask, within_s, lambda: self.words.is_stopped)
            except TooMuch as bound:
                log.warning(
                    "The Piston server allows %s of %s: %d", self.runtime.language, bound.name, bound.most
                )
                self.engine.bounds[self.runtime.language, bound.name] = bound.most
        raise Unable("it allows none of the limits that it is asked for")

    def ask(self, parts: Parts, case: Case) -> Ask:
        entry = [file for file in parts.files if file.name == parts.entry]
        rest = [file for file in parts.files if file.name != parts.entry]
        return Ask(
            language=self.runtime.language,
            version=self.runtime.version,
            files=[as_content(file) for file in (*entry, *rest)],
            stdin=case.stdin,
            limits={name: self.bounded(name, limit) for name, limit in self.limits_asked().items()},
        )

    def limits_asked(self) -> dict[str, int]:
        limits, compiling = self.limits, self.toolchain.compiling
        asked = {
            "run_timeout": wall_limit_ms(limits),
            "run_cpu_time": limits.cpu_ms,
            "run_memory_limit": limits.memory_kb * 1024,
        }
        if compiling:
            asked |= {
                "compile_timeout": 3 * compiling.cpu_ms,
                "compile_cpu_time": compiling.cpu_ms,
                "compile_memory_limit": compiling.memory_kb * 1024,
            }
        return asked

    def bounded(self, name: str, limit: int) -> int:
        return min(limit, self.engine.bounds.get((self.runtime.language, name), limit))


def as_content(file: File) -> Content:
    return Content(name=file.name, content=file.text)


# What the answers mean


def not_built(language: Language, answer: Answer) -> Stage | None:
    """The stage that says so, if it did not compile."""
    if answer.compile:
        return answer.compile if answer.compile.code != 0 else None
    run, pattern = answer.run, DOES_NOT_COMPILE.get(language)
    if run is None or pattern is None or run.stdout or not run.code:
        return None
    return run if re.search(pattern, run.stderr, re.MULTILINE) else None


def as_ended(stage: Stage, limits: Limits, took_ms: float) -> Ended:
    """`took_ms`: as seen from here, for servers that do not tell."""
    how = how_of(stage, limits, took_ms)
    taps = Tap("stdout", limits.output_bytes), Tap("stderr", limits.output_bytes)
    for tap, text in zip(taps, (stage.stdout, stage.stderr), strict=True):
        tap.take(text.encode("utf-8", "replace"))
        tap.has_overflowed = tap.has_overflowed or how == "output"
    has_overflowed = any(tap.has_overflowed for tap in taps)
    wall_ms = round(stage.wall_time if stage.wall_time is not None else took_ms)
    cpu_ms = wall_ms if stage.cpu_time is None else round(stage.cpu_time)
    return Ended(
        how="output" if has_overflowed and how == "exited" else how,
        stdout=taps[0],
        stderr=taps[1],
        time_ms=wall_ms if how == "time" and cpu_ms < limits.cpu_ms else cpu_ms,
        wall_ms=wall_ms,
        memory_kb=round((stage.memory or 0) / 1024),
        exit=stage.code,
        signal=next((each.value for each in Signals if each.name == stage.signal), None),
        complaint=stage.message or "the Piston server does not say how it ended",
    )


def how_of(stage: Stage, limits: Limits, took_ms: float) -> How:
    if how := AT_ITS_LIMIT.get(stage.status or ""):
        return how
    if stage.code is None and stage.signal is None:
        return "broken"
    if stage.signal == "SIGKILL":
        if stage.memory is None:
            return "time" if took_ms >= wall_limit_ms(limits) else "memory"
        return "memory" if stage.memory >= NEARLY_ALL * limits.memory_kb * 1024 else "exited"
    return "exited"
