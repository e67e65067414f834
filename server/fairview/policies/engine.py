"""Checks that a document is a policy. Pure; every refusal names the place and what belongs there."""

import re
from collections.abc import Collection
from typing import Any, TypeVar, get_args

import msgspec

from fairview.policies.contracts import Policy, Rule, RuleName
from fairview.policies.errors import PolicyInvalid

MAX_MERGE_MS = 1_500
"""Silence of more than this always ends an episode, so that a longer pause can never be bridged."""
MAX_THRESHOLD_MS = 600_000
RULES: tuple[RuleName, ...] = get_args(RuleName)

Shape = TypeVar("Shape")


def parse_policy(document: object) -> Policy:
    """The policy in a plain document (from YAML, or from the header of a log). Raises `PolicyInvalid`."""
    if not isinstance(document, dict):
        raise PolicyInvalid(place="the whole file", problem="expected fields with values.")
    _check_rules(document.get("rules"))
    policy = _convert(document, Policy, place="")
    _check_ranges(policy)
    return policy


def switchable(policy: Policy) -> list[RuleName]:
    """The rules that can be switched off for a person: those in force that take something off, and those that
    are off for them already."""
    off = policy.without or []
    return [name for name in RULES if name in off or _takes(policy.rules.get(name))]


def without_rules(policy: Policy, rules: Collection[RuleName]) -> Policy:
    """The policy for a person of whom these are not counted: what the device notes is the same, and no moment
    and no point comes of it. Raises `PolicyInvalid` where a rule cannot be switched off."""
    if not rules:
        return policy
    known = switchable(policy)
    if unknown := [name for name in rules if name not in known]:
        raise PolicyInvalid(place="without", problem=f"{unknown[0]} cannot be switched off.")
    off = [name for name in known if name in rules]
    changed = {name: msgspec.structs.replace(policy.rules[name], enabled=False) for name in off}
    return msgspec.structs.replace(policy, rules={**policy.rules, **changed}, without=off)


def _takes(rule: Rule | None) -> bool:
    return rule is not None and rule.enabled and rule.weight > 0


def policy_document(policy: Policy) -> dict[str, Any]:
    """The policy as a plain document, complete: defaults are written out."""
    document: dict[str, Any] = msgspec.to_builtins(policy)
    return document


def _check_rules(rules: object) -> None:
    if not isinstance(rules, dict):
        raise PolicyInvalid(place="rules", problem="expected the rules by name.")
    for name, rule in rules.items():
        if name not in RULES:
            known = ", ".join(RULES)
            raise PolicyInvalid(place=f"rules.{name}", problem=f"there is no such rule; there are {known}.")
        _convert(rule, Rule, place=f"rules.{name}")


def _convert(document: object, shape: type[Shape], place: str) -> Shape:
    try:
        return msgspec.convert(document, shape)
    except msgspec.ValidationError as error:
        problem, _, inner = str(error).partition(" - at `$")
        where = (place + inner.rstrip("`")).lstrip(".") or "the whole file"
        raise PolicyInvalid(place=where, problem=f"{problem}.") from None


def _check_ranges(policy: Policy) -> None:
    if not re.fullmatch(r"[a-z][a-z0-9-]{0,39}", policy.name):
        raise PolicyInvalid(place="name", problem="use lower-case letters, digits and hyphens, 40 at most.")
    if not policy.title.strip():
        raise PolicyInvalid(place="title", problem="say in a few words what this policy is.")
    _within("version", policy.version, 1, 1_000_000)
    _within("min_confidence_pm", policy.min_confidence_pm, 0, 1_000)
    _within("min_coverage_pm", policy.min_coverage_pm, 0, 1_000)
    _within("look_away_yaw_mdeg", policy.look_away_yaw_mdeg, 1, 180_000)
    _within("look_away_pitch_mdeg", policy.look_away_pitch_mdeg, 1, 180_000)
    off = policy.without or []
    if off != [name for name in RULES if name in off]:
        raise PolicyInvalid(place="without", problem="name each rule once, in their order.")
    for name in off:
        if name not in policy.rules or policy.rules[name].enabled:
            raise PolicyInvalid(place="without", problem=f"{name} is not switched off.")
    for name, rule in policy.rules.items():
        _within(f"rules.{name}.threshold_ms", rule.threshold_ms, 0, MAX_THRESHOLD_MS)
        _within(f"rules.{name}.merge_ms", rule.merge_ms, 0, MAX_MERGE_MS)
        _within(f"rules.{name}.weight", rule.weight, 0, 100)
        _within(f"rules.{name}.cap", rule.cap, rule.weight, 100)


def _within(place: str, value: int, least: int, most: int) -> None:
    if not least <= value <= most:
        raise PolicyInvalid(place=place, problem=f"expected {least} to {most}, got {value}.")
