"""How often each rule was right where the truth was known: `measured.yaml`, which the benches fill. It is
said next to the rule wherever its notes are read."""

from functools import cache
from pathlib import Path
from typing import get_args

import msgspec
import yaml

from fairview.policies.contracts import RuleName
from fairview.proctoring.contracts import Permille

FILE = Path(__file__).parent / "measured.yaml"


class Measured(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """None where it was not measured."""

    precision_pm: Permille | None
    """Of its notes, so many were right."""
    recall_pm: Permille | None
    """Of what there was to find, so much was found."""
    sample: str
    """What it was measured on."""
    weaker: str
    """Where it does worse, in a sentence."""


def read_measured(text: str) -> dict[RuleName, Measured]:
    """Raises `ValueError` unless it says of every rule what is known, and of figures what they come from."""
    measured = msgspec.convert(yaml.safe_load(text), dict[RuleName, Measured])
    if missing := set(get_args(RuleName)) - set(measured):
        raise ValueError(f"nothing is said of {', '.join(sorted(missing))}")
    for rule, one in measured.items():
        if not one.sample and (one.precision_pm, one.recall_pm) != (None, None):
            raise ValueError(f"{rule} has figures and does not say what they were measured on")
    return measured


@cache
def measured_rules() -> dict[RuleName, Measured]:
    return read_measured(FILE.read_text(encoding="utf-8"))
