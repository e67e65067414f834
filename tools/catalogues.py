"""Checks the message catalogues.

Every sentence that the pages ask for exists, none is left over, every language has the same keys, and every
error code of the server has its sentence.
"""

import json
import os
import re
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "web" / "src"
LOCALES = SOURCES / "locales"
PLURALS = ("_zero", "_one", "_two", "_few", "_many", "_other")

NAMESPACE = re.compile(r"(?:useTranslation|TFunction|useTranslation<)[(<\[]*'(\w+)'")
CALL = re.compile(r"\bt\(\s*'([^']+)'")
HOLE = re.compile(r"\$\{[^{}`]+\}")
TEMPLATE = re.compile(rf"`(?:\w+:)?((?:[a-z0-9_.]|{HOLE.pattern})+)`")
QUOTED = re.compile(r"'(?:\w+:)?([a-z][a-z0-9_.]*)'")


def catalogue(language: str) -> dict[str, set[str]]:
    """Keys of each namespace, without their plural endings."""
    return {
        file.stem: {base(key) for key in flat(json.loads(file.read_text(encoding="utf-8")))}
        for file in sorted((LOCALES / language).glob("*.json"))
    }


def flat(messages: dict[str, Any], prefix: str = "") -> Iterator[str]:
    for key, message in messages.items():
        if isinstance(message, dict):
            yield from flat(message, f"{prefix}{key}.")
        else:
            yield prefix + key


def base(key: str) -> str:
    return next((key.removesuffix(ending) for ending in PLURALS if key.endswith(ending)), key)


def sources() -> Iterator[tuple[Path, str]]:
    for file in sorted(SOURCES.rglob("*.ts*")):
        if ".test." not in file.name and ".gen." not in file.name:
            yield file, file.read_text(encoding="utf-8")


def missing(known: dict[str, set[str]]) -> Iterator[str]:
    for file, text in sources():
        namespaces = set(NAMESPACE.findall(text)) or {"ui"}
        for name in namespaces - set(known):
            yield f"{file.relative_to(ROOT)}: there is no catalogue {name}.json"
        here = set().union(*(known.get(name, set()) for name in namespaces))
        for key in CALL.findall(text):
            namespace, _, plain = key.rpartition(":")
            if base(plain) not in (known.get(namespace, set()) if namespace else here):
                yield f"{file.relative_to(ROOT)}: no sentence for '{key}'"


def left_over(known: dict[str, set[str]]) -> Iterator[str]:
    texts = [text for _, text in sources()]
    quoted = {key for text in texts for key in QUOTED.findall(text)}
    templates = [re.compile(pattern) for text in texts for pattern in patterns(text)]
    for namespace, keys in known.items():
        if namespace == "errors":
            continue
        for key in sorted(keys - quoted):
            if not any(template.fullmatch(key) for template in templates):
                yield f"{namespace}.json: '{key}' is not used"


def patterns(text: str) -> Iterator[str]:
    """Which keys the templates of a source can make: `${rule}_now` makes all that end in _now. A template
    without a word of its own says nothing."""
    for template in TEMPLATE.findall(text):
        plain = HOLE.split(template)
        if len(plain) > 1 and re.search("[a-z]", "".join(plain)):
            yield r"\w+".join(map(re.escape, plain))


def languages_differ(known: dict[str, set[str]]) -> Iterator[str]:
    for folder in sorted(LOCALES.iterdir()):
        for namespace, keys in catalogue(folder.name).items():
            for key in sorted(known.get(namespace, set()) ^ keys):
                yield f"{folder.name}/{namespace}.json: '{key}' is not in both languages"


def codes_without_sentence(known: dict[str, set[str]]) -> Iterator[str]:
    for code in sorted(error_codes() - known["errors"]):
        yield f"errors.json: no sentence for the code '{code}'"


def error_codes() -> set[str]:
    """Codes of every expected failure that the server can answer with."""
    sys.path.insert(0, str(ROOT / "server"))
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "fairview.config.settings")
    import django

    django.setup()
    import fairview
    from fairview.kit.errors import FairviewError

    for module in walk_packages(fairview.__path__, "fairview."):
        if module.name.endswith(".errors"):
            import_module(module.name)
    return {kind.code for kind in below(FairviewError)}


def below(kind: type[Any]) -> Iterator[type[Any]]:
    for child in kind.__subclasses__():
        yield child
        yield from below(child)


def main() -> int:
    known = catalogue("en")
    checks = (missing, left_over, languages_differ, codes_without_sentence)
    problems = [problem for check in checks for problem in check(known)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
