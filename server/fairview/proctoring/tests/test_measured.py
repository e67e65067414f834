"""What is said of each rule's figures is whole, and nothing of it is guessed."""

from typing import get_args

import pytest
from tests.people import Browser

from fairview.policies.contracts import RuleName
from fairview.proctoring.measured import FILE, measured_rules, read_measured

TEXT = FILE.read_text(encoding="utf-8")


def test_every_rule_is_told_of() -> None:
    assert set(measured_rules()) == set(get_args(RuleName))
    assert (measured_rules()["device"].recall_pm, measured_rules()["second_voice"].recall_pm) == (920, 984)


@pytest.mark.parametrize(
    ("before", "after", "problem"),
    [
        ("book:", "bok:", "bok"),
        ("absence:\n", "", "absence"),
        ("recall_pm: 400", "recall_pm: 1400", "1000"),
        ("recall_pm: 400", "recal_pm: 400", "recal_pm"),
        ("sample: single pictures of open books", 'sample: ""', "book has figures"),
    ],
)
def test_a_file_that_is_not_whole_is_refused(before: str, after: str, problem: str) -> None:
    assert before in TEXT
    with pytest.raises(ValueError, match=problem):
        read_measured(TEXT.replace(before, after, 1))


@pytest.mark.django_db(transaction=True)
def test_staff_read_the_figures(as_ines: Browser) -> None:
    figures = as_ines.get("/api/rules/measured").json()
    assert figures["book"] == {
        "precision_pm": None,
        "recall_pm": 80,
        "sample": "single pictures of open books",
        "weaker": "Most books and papers are not found.",
    }
