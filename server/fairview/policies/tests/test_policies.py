from pathlib import Path
from typing import Any

import pytest

from fairview.policies.public import (
    DEFAULT,
    PolicyInvalid,
    PolicyUnknown,
    PolicyUnreadable,
    get_policy,
    load_policy_file,
    parse_policy,
    policy_document,
    switchable,
    without_rules,
)


def test_the_default_policy_says_what_the_product_promises() -> None:
    policy = get_policy(DEFAULT)
    rules = {name: (rule.threshold_ms, rule.weight, rule.counts) for name, rule in policy.rules.items()}
    assert rules == {
        "look_away": (5_000, 1, "unless_dismissed"),
        "absence": (10_000, 2, "unless_dismissed"),
        "several_faces": (1_000, 3, "unless_dismissed"),
        "phone": (1_000, 3, "when_confirmed"),
        "book": (1_000, 2, "when_confirmed"),
        "device": (1_000, 2, "when_confirmed"),
        "eyes_closed": (3_000, 1, "unless_dismissed"),
        "second_voice": (1_500, 1, "when_confirmed"),
        "monitoring_gap": (5_000, 0, "unless_dismissed"),
    }
    assert policy.reference == DEFAULT


def test_a_policy_survives_its_document() -> None:
    policy = get_policy(DEFAULT)
    assert parse_policy(policy_document(policy)) == policy


def test_an_unknown_reference_names_those_that_exist() -> None:
    with pytest.raises(PolicyUnknown, match=r"no policy strict@9.*standard@1"):
        get_policy("strict@9")


def test_rules_are_switched_off_for_one_person_and_the_reference_says_which() -> None:
    policy = without_rules(get_policy(DEFAULT), ["eyes_closed", "look_away"])
    assert policy.reference == f"{DEFAULT} without look_away, eyes_closed"
    assert [name for name, rule in policy.rules.items() if not rule.enabled] == ["look_away", "eyes_closed"]
    assert get_policy(policy.reference) == policy
    assert parse_policy(policy_document(policy)) == policy
    assert without_rules(get_policy(DEFAULT), []).reference == DEFAULT


def test_a_policy_without_nothing_says_nothing_of_it() -> None:
    """What was sealed before rules could be switched off reads the same."""
    assert "without" not in policy_document(get_policy(DEFAULT))


def test_what_counts_nothing_cannot_be_switched_off() -> None:
    assert "monitoring_gap" not in switchable(get_policy(DEFAULT))
    with pytest.raises(PolicyInvalid, match="monitoring_gap cannot be switched off"):
        without_rules(get_policy(DEFAULT), ["monitoring_gap"])


@pytest.mark.parametrize("off", ["", "nothing", "monitoring_gap", "look_away,phone", "phone, look_away"])
def test_a_reference_says_it_in_one_way_alone(off: str) -> None:
    with pytest.raises(PolicyUnknown):
        get_policy(f"{DEFAULT} without {off}")


def changed(**changes: Any) -> dict[str, Any]:
    return policy_document(get_policy(DEFAULT)) | changes


def with_rule(**changes: Any) -> dict[str, Any]:
    document = changed()
    document["rules"]["absence"] |= changes
    return document


@pytest.mark.parametrize(
    ("document", "place", "problem"),
    [
        ("text", "the whole file", "expected fields"),
        (changed(version="one"), "version", "Expected `int`"),
        (changed(without=["look_away"]), "without", "look_away is not switched off"),
        (changed(without=["phone", "look_away"]), "without", "in their order"),
        (changed(name="No Spaces"), "name", "lower-case"),
        (changed(title=" "), "title", "few words"),
        (changed(min_coverage_pm=1_001), "min_coverage_pm", "0 to 1000"),
        (changed(surprise=1), "the whole file", "unknown field `surprise`"),
        (changed(rules=[]), "rules", "by name"),
        (changed(rules={"yawning": {}}), "rules.yawning", "no such rule"),
        (with_rule(threshold_ms=1.5), "rules.absence.threshold_ms", "Expected `int`"),
        (with_rule(counts="always"), "rules.absence.counts", "Invalid enum"),
        (with_rule(cap=1), "rules.absence.cap", "2 to 100"),
        (with_rule(merge_ms=1_501), "rules.absence.merge_ms", "0 to 1500"),
    ],
)
def test_a_wrong_policy_is_refused_with_its_place(document: object, place: str, problem: str) -> None:
    with pytest.raises(PolicyInvalid) as refusal:
        parse_policy(document)
    assert refusal.value.params["place"] == place
    assert problem in str(refusal.value)


def test_a_file_that_is_no_yaml_is_refused_with_its_line(tmp_path: Path) -> None:
    file = tmp_path / "mine.yaml"
    file.write_text("name: mine\nrules: [")
    with pytest.raises(PolicyUnreadable, match=r"mine\.yaml.*line 2"):
        load_policy_file(file)
    with pytest.raises(PolicyUnreadable, match=r"nowhere\.yaml.*No such file"):
        load_policy_file(tmp_path / "nowhere.yaml")
