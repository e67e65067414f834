"""Whether a language works here: its declaration's own program is compiled and run as a candidate's would
be."""

from runner.languages.building import NotBuilt, Parts, built, with_grants
from runner.languages.found import Found
from runner.protocol import File, Limits
from runner.sandbox.launch import Containment
from runner.sandbox.watch import Ended, Input, watch
from runner.sandbox.words import Words

PATIENTLY = Limits(cpu_ms=20_000)


def complaint_of(containment: Containment, found: Found, words: Words | None = None) -> str:
    """Why not; empty if it does."""
    toolchain = found.toolchain
    parts = Parts([File(toolchain.entry, toolchain.selftest)], toolchain.entry)
    ready = built(containment, found, parts, words)
    if isinstance(ready, NotBuilt):
        return f"its trial does not compile: {said_by(ready.ended)}"
    limits = with_grants(toolchain.grants, PATIENTLY)
    given = Input(stdin=toolchain.selftest_stdin.encode())
    ended = watch(containment, ready(limits, None), limits, given=given, words=Words(under=words))
    if ended.exit == 0 and ended.stdout.text == toolchain.selftest_prints:
        return ""
    return f"its trial fails: {said_by(ended)}"


def said_by(ended: Ended) -> str:
    told = ended.complaint or ended.stderr.text or ended.stdout.text
    return f"{ended.how}, exit {ended.exit}, {told.strip()[-300:]!r}"
