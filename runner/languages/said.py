"""What compilers and interpreters say of a program, read."""

import re
from collections.abc import Sequence
from dataclasses import replace
from pathlib import PurePosixPath

from runner.languages.toolchain import Toolchain
from runner.protocol import File, Message
from runner.sandbox.watch import Ended

MOST_MESSAGES = 50


def messages(toolchain: Toolchain, files: Sequence[File], entry: str, told: str) -> list[Message]:
    """The places of the program that it names, in the order in which it does."""
    if not toolchain.messages:
        return []
    names = {file.name for file in files}
    said = (message_of(match, entry) for match in re.finditer(toolchain.messages, told, re.MULTILINE))
    return [message for message in said if message.file in names][:MOST_MESSAGES]


def message_of(match: re.Match[str], entry: str) -> Message:
    groups = match.groupdict()
    return Message(
        file=PurePosixPath(groups.get("file") or entry).name,
        line=int(groups.get("line") or 0),
        column=int(groups.get("column") or 0),
        is_error="warning" not in (groups.get("level") or "error"),
        text=(groups.get("text") or "").strip(),
    )


def is_uncaught(toolchain: Toolchain, ended: Ended) -> bool:
    return is_said(toolchain.uncaught, ended)


def ended_as_said(toolchain: Toolchain, ended: Ended) -> Ended:
    """An interpreter that has no memory or stack left may leave as if the program had erred, or tell of it
    at more length than a program may."""
    if ended.how not in {"exited", "output"} or ended.exit == 0:
        return ended
    if is_said(toolchain.out_of_memory, ended):
        return replace(ended, how="memory")
    if is_said(toolchain.out_of_stack, ended):
        return replace(ended, how="exited")
    return ended


def is_said(pattern: str, ended: Ended) -> bool:
    return bool(pattern) and re.search(pattern, ended.stderr.text, re.MULTILINE) is not None
