"""Checks the message catalogues.

Every sentence that the pages ask for exists, none is left over, every error code of the server has its
sentence, and every language says the same: the same keys, in the forms that it counts in, with the same left
open.
"""

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from pkgutil import walk_packages
from typing import Any

ROOT = Path(__file__).resolve().parents[1]
SOURCES = ROOT / "web" / "src"
LOCALES = SOURCES / "locales"
SENTENCES = ("errors", "problems")  # what can go wrong: anywhere else, and on any page
SOURCE = "en"
PLURALS = ("_zero", "_one", "_two", "_few", "_many", "_other")
EXACT = ("_zero", "_one", "_two")
"""Forms that name one number, and so may leave it out."""
OPEN = re.compile(r"\{\{[^}]*\}\}|\$t\([^)]*\)|</?\w+/?>|`[^`]*`")
"""What a sentence leaves open: values, other sentences, places for parts of a page, and code."""

NAMESPACE = re.compile(r"(?:useTranslation|TFunction|useTranslation<)[(<\[]*'(\w+)'")
CALL = re.compile(r"\bt\(\s*'([^']+)'")
HOLE = re.compile(r"\$\{[^{}`]+\}")
TEMPLATE = re.compile(rf"`(?:\w+:)?((?:[a-z0-9_.]|{HOLE.pattern})+)`")
QUOTED = re.compile(r"'(?:\w+:)?([a-z][a-z0-9_.]*)'")


def catalogue(language: str) -> dict[str, set[str]]:
    """Keys of each namespace, without their plural endings."""
    return {
        file.stem: {base(key) for key in sentences(file)}
        for file in sorted((LOCALES / language).glob("*.json"))
    }


def sentences(file: Path) -> dict[str, str]:
    return dict(flat(json.loads(file.read_text(encoding="utf-8"))))


def flat(messages: dict[str, Any], prefix: str = "") -> Iterator[tuple[str, str]]:
    for key, message in messages.items():
        if isinstance(message, dict):
            yield from flat(message, f"{prefix}{key}.")
        else:
            yield prefix + key, message


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
        here = known["problems"].union(*(known.get(name, set()) for name in namespaces))
        for key in CALL.findall(text):
            namespace, _, plain = key.rpartition(":")
            if base(plain) not in (known.get(namespace, set()) | known["problems"] if namespace else here):
                yield f"{file.relative_to(ROOT)}: no sentence for '{key}'"


def left_over(known: dict[str, set[str]]) -> Iterator[str]:
    texts = [text for _, text in sources()]
    quoted = {key for text in texts for key in QUOTED.findall(text)}
    templates = [re.compile(pattern) for text in texts for pattern in patterns(text)]
    for namespace, keys in known.items():
        if namespace in SENTENCES:
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


def languages_differ(_known: dict[str, set[str]]) -> Iterator[str]:
    files = {file.name: sentences(file) for file in sorted((LOCALES / SOURCE).glob("*.json"))}
    for folder in sorted(LOCALES.iterdir()):
        forms = plural_forms(folder.name)
        yield from (
            f"{folder.name}/{file.name}: not in {SOURCE}"
            for file in folder.glob("*.json")
            if file.name not in files
        )
        for name, source in files.items():
            file = folder / name
            said = sentences(file) if file.exists() else {}
            yield from (f"{folder.name}/{name}: {problem}" for problem in unlike(source, said, forms))


def plural_forms(language: str) -> set[str]:
    """Endings of the forms in which a language counts, as browsers know them (CLDR)."""
    asked = f"JSON.stringify(new Intl.PluralRules('{language}').resolvedOptions().pluralCategories)"
    found = subprocess.run(["node", "--print", asked], capture_output=True, text=True, check=True)
    return {f"_{form}" for form in json.loads(found.stdout)}


def unlike(source: dict[str, str], said: dict[str, str], forms: set[str]) -> Iterator[str]:
    wanted = {key: text for name in source for key, text in wanted_forms(name, source, forms)}
    yield from (f"no sentence for '{key}'" for key in wanted if key not in said)
    yield from (f"'{key}' is too much" for key in said if key not in wanted)
    for key, text in wanted.items():
        here, there = sorted(OPEN.findall(said.get(key, text))), sorted(OPEN.findall(text))
        if key.endswith(EXACT) and is_counted(key, source):
            there = [one for one in here if one in text or one in source[f"{base(key)}_other"]]
        if here != there:
            yield f"'{key}' leaves open {here} and not {there}"


def wanted_forms(key: str, source: dict[str, str], forms: set[str]) -> Iterator[tuple[str, str]]:
    """What stands in another language for a sentence, and what it says: a form that the source does not have
    says what `_other` says."""
    if not is_counted(key, source):
        yield key, source[key]
    elif key.endswith("_other"):
        name = base(key)
        own = {ending for ending in PLURALS if ending in forms or f"{name}{ending}" in source}
        yield from ((f"{name}{ending}", source.get(f"{name}{ending}", source[key])) for ending in own)


def is_counted(key: str, source: dict[str, str]) -> bool:
    return base(key) != key and {f"{base(key)}_one", f"{base(key)}_other"} <= source.keys()


def codes_without_sentence(known: dict[str, set[str]]) -> Iterator[str]:
    for code in sorted(error_codes().difference(*(known[name] for name in SENTENCES))):
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
    known = catalogue(SOURCE)
    checks = (missing, left_over, languages_differ, codes_without_sentence)
    problems = [problem for check in checks for problem in check(known)]
    print("\n".join(problems))
    return 1 if problems else 0


if __name__ == "__main__":
    sys.exit(main())
