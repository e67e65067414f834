"""The door to policies: by reference, from a file, from a document."""

from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import cast

import yaml

from fairview.policies.contracts import WITHOUT, Policy, RuleName
from fairview.policies.engine import parse_policy, policy_document, switchable, without_rules
from fairview.policies.errors import PolicyInvalid, PolicyUnknown, PolicyUnreadable

__all__ = [
    "DEFAULT",
    "PolicyInvalid",
    "PolicyUnknown",
    "PolicyUnreadable",
    "RuleName",
    "get_policy",
    "load_policy_file",
    "parse_policy",
    "policy_document",
    "switchable",
    "without_rules",
]

DEFAULT = "standard@3"


def get_policy(reference: str) -> Policy:
    """The installed policy `name@version`, or what is left of it `without` some rules. Raises
    `PolicyUnknown`."""
    installed = _installed()
    name, _, rules = reference.partition(WITHOUT)
    if name not in installed:
        raise PolicyUnknown(reference=reference, known=", ".join(sorted(installed)))
    with suppress(PolicyInvalid):
        off = cast(list[RuleName], rules.split(", ")) if rules else []
        policy = without_rules(installed[name], off)
        if policy.reference == reference:
            return policy
    raise PolicyUnknown(reference=reference, known=", ".join(sorted(installed)))


def load_policy_file(path: Path) -> Policy:
    """The policy in a YAML file. Raises `PolicyUnreadable` or `PolicyInvalid`."""
    try:
        document = yaml.safe_load(path.read_text(encoding="utf-8"))
    except OSError as error:
        raise PolicyUnreadable(file=path.name, problem=f"{error.strerror}.") from None
    except UnicodeDecodeError:
        raise PolicyUnreadable(file=path.name, problem="it is not UTF-8 text.") from None
    except yaml.YAMLError as error:
        raise PolicyUnreadable(file=path.name, problem=_yaml_problem(error)) from None
    return parse_policy(document)


@cache
def _installed() -> dict[str, Policy]:
    files = sorted((Path(__file__).parent / "builtin").glob("*.yaml"))
    policies = [load_policy_file(file) for file in files]
    return {policy.reference: policy for policy in policies}


def _yaml_problem(error: yaml.YAMLError) -> str:
    if isinstance(error, yaml.MarkedYAMLError) and error.problem_mark is not None:
        return f"line {error.problem_mark.line + 1}: {error.problem}."
    return "it is not valid YAML."
