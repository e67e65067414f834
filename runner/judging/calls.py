"""Programs that are functions: what reads a case's arguments, calls the function and prints what it returns.

Generated from a typed signature for Python, JavaScript, Java and C++. What the function itself prints goes to
stderr, so that the answer is alone on stdout.
"""

import json
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from runner.languages.building import Parts
from runner.protocol import Calls, File, Language

HARNESSES = Path(__file__).parent / "harnesses"
TYPE = re.compile(r"int|float|bool|str|list\[(.+)\]")
NAME = re.compile(r"[a-zA-Z][a-zA-Z0-9_]{0,63}")


class SignatureWrong(ValueError):
    """A signature that no harness can be made of; the message says what is wrong."""


@dataclass(frozen=True)
class Writer:
    """How one language spells what a harness needs."""

    harness: str
    """A file of `harnesses/`."""
    entry: str
    """What the file with the function is called."""
    main: str
    """What the harness is called among the files."""
    types: Mapping[str, str]
    list_of: Callable[[str], str]

    def spelled(self, kind: str) -> str:
        """A type of a signature."""
        return self.list_of(self.spelled(kind[5:-1])) if kind.startswith("list[") else self.types[kind]


def harnessed(language: Language, parts: Parts, calls: Calls) -> Parts:
    """The files with the harness as the entry. Raises `SignatureWrong`."""
    writer = writer_of(language)
    verify(calls)
    text = (HARNESSES / writer.harness).read_text(encoding="utf-8")
    for name, value in blanks(calls, writer, parts.entry).items():
        text = text.replace(f"«{name}»", value)
    files = [
        included(file) if language == "cpp" and file.name == parts.entry else file for file in parts.files
    ]
    return Parts([*files, File(writer.main, text)], writer.main)


def entry_of(language: Language) -> str:
    return writer_of(language).entry


def writer_of(language: Language) -> Writer:
    if language not in WRITERS:
        raise SignatureWrong(f"There is no harness for {language}: {', '.join(WRITERS)} have one.")
    return WRITERS[language]


def verify(calls: Calls) -> None:
    if wrong := [name for name in (calls.function, *calls.parameters) if not NAME.fullmatch(name)]:
        raise SignatureWrong(f"{wrong[0]!r} is no name.")
    for kind in (*calls.parameters.values(), calls.returns):
        if not is_type(kind):
            raise SignatureWrong(f"{kind!r} is no type: int, float, bool, str, or list[…] of one.")


def is_type(kind: str) -> bool:
    found = TYPE.fullmatch(kind)
    return bool(found and (not found[1] or is_type(found[1])))


def included(file: File) -> File:
    """What a compiler says of it is said of the file as it was."""
    return File(f"{file.name}.inc", f'#line 1 "{file.name}"\n{file.text}')


def blanks(calls: Calls, writer: Writer, entry: str) -> dict[str, str]:
    """What a harness leaves open."""
    names = [f"given{number}" for number in range(len(calls.parameters))]
    declared = [
        f"{writer.spelled(kind)} {name} = read_{mangled(kind)}(in);"
        for name, kind in zip(names, calls.parameters.values(), strict=True)
    ]
    kinds = every_kind([*calls.parameters.values(), calls.returns])
    return {
        "entry": entry,
        "module": Path(entry).stem,
        "function": calls.function,
        "entry_json": json.dumps(entry),
        "declarations": "\n".join(f"    {line}" for line in declared),
        "arguments": ", ".join(names),
        "returns": writer.spelled(calls.returns),
        "readers": "\n".join(reader(writer, kind) for kind in kinds if kind.startswith("list[")),
    }


def every_kind(kinds: list[str]) -> list[str]:
    """With those that they are lists of, the inner ones first."""
    found: dict[str, None] = {}

    def add(kind: str) -> None:
        if kind.startswith("list["):
            add(kind[5:-1])
        found[kind] = None

    for kind in kinds:
        add(kind)
    return list(found)


def mangled(kind: str) -> str:
    return kind.replace("list[", "list_").replace("]", "")


def reader(writer: Writer, kind: str) -> str:
    """Of a list, in the two languages that need one for each type."""
    inner = kind[5:-1]
    of, each = writer.spelled(kind), mangled(inner)
    if writer.main.endswith(".java"):
        return (
            f"  static {of} read_{mangled(kind)}(Reader in) {{\n"
            f"    {of} all = new java.util.ArrayList<>();\n"
            f"    in.list(() -> all.add(read_{each}(in)));\n"
            "    return all;\n  }\n"
        )
    return (
        f"static {of} read_{mangled(kind)}(Reader& in) {{\n"
        f"  {of} all;\n  in.list([&] {{ all.push_back(read_{each}(in)); }});\n  return all;\n}}\n"
    )


# Each language


BOXES = {"long": "Long", "double": "Double", "boolean": "Boolean"}

WRITERS: dict[Language, Writer] = {
    "python": Writer(
        harness="call.py",
        entry="solution.py",
        main="fairview_call.py",
        types={"int": "int", "float": "float", "bool": "bool", "str": "str"},
        list_of=lambda inner: f"list[{inner}]",
    ),
    "javascript": Writer(
        harness="call.js",
        entry="solution.js",
        main="fairview_call.js",
        types={"int": "number", "float": "number", "bool": "boolean", "str": "string"},
        list_of=lambda inner: f"{inner}[]",
    ),
    "java": Writer(
        harness="Call.java",
        entry="Solution.java",
        main="FairviewCall.java",
        types={"int": "long", "float": "double", "bool": "boolean", "str": "String"},
        list_of=lambda inner: f"java.util.List<{BOXES.get(inner, inner)}>",
    ),
    "cpp": Writer(
        harness="call.cpp",
        entry="solution.cpp",
        main="fairview_call.cpp",
        types={"int": "long long", "float": "double", "bool": "bool", "str": "std::string"},
        list_of=lambda inner: f"std::vector<{inner}>",
    ),
}
