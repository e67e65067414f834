"""The door of coding."""

from collections.abc import Iterable

from fairview.coding import engine
from fairview.coding.assignments import assign_exercise, on_room_changed
from fairview.coding.bank import all_exercises, get_exercise
from fairview.coding.contracts import CodeRecord
from fairview.coding.engine import code_steps, document_text
from fairview.coding.entries import note_code
from fairview.coding.errors import ExerciseUnknown
from fairview.coding.events import RunMoved, RunnerSeen, RunPrinted
from fairview.evidence.contracts import Entry

__all__ = [
    "RunMoved",
    "RunPrinted",
    "RunnerSeen",
    "all_exercises",
    "assign_exercise",
    "code_records",
    "code_steps",
    "document_text",
    "get_exercise",
    "note_code",
    "on_room_changed",
]


def code_records(entries: Iterable[Entry]) -> list[CodeRecord]:
    """All that the log holds of each assigned exercise, in the order of assignment."""
    return engine.code_records(entries, _title)


def _title(exercise: str, version: int) -> str:
    """Of the bank, or the name alone where this installation does not know the exercise."""
    try:
        return get_exercise(exercise, version).title
    except ExerciseUnknown:
        return exercise
