"""What a log says of code, whatever the order in which it is read."""

from random import Random
from uuid import UUID

import msgspec
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fairview.coding.contracts import (
    CodeRun,
    DocumentStarted,
    ExerciseWithdrawn,
    LanguageChosen,
    RunFinished,
    RunRequested,
)
from fairview.coding.public import code_records, code_steps, document_text
from fairview.coding.tests.logs import DOCUMENT, STARTER, Log, Page
from fairview.coding.text import starter_update
from fairview.coding.workspace import fold
from fairview.rooms.contracts import ParticipantJoined, SessionEnded

CAI = UUID(int=7)
INES = UUID(int=8)
BEGINNING = starter_update(DOCUMENT, STARTER)

Keys = tuple[int, int, str]
"""Who types (0 Cai, 1 Ines), where, and what; nothing is a stretch that is erased."""


def pages() -> tuple[Page, Page]:
    return Page(CAI, "candidate", 41, BEGINNING), Page(INES, "interviewer", 42, BEGINNING)


def keys() -> st.SearchStrategy[list[Keys]]:
    pressed = st.sampled_from(["a", "x = 1\n", "", "é", "😀", "# note"])
    return st.lists(st.tuples(st.integers(0, 1), st.integers(0, 60), pressed), max_size=25)


def typed(log: Log, strokes: list[Keys], hears: list[bool]) -> tuple[Page, Page]:
    """Both type at once; now and then each hears what the other wrote, and in the end all of it."""
    both = pages()
    unheard: list[tuple[Page, str]] = []
    for (who, at, text), now in zip(strokes, hears, strict=True):
        page, other = both[who], both[1 - who]
        update = page.type(at, text) if text else page.erase(at, 3)
        log.edit(page, update)
        unheard.append((other, update))
        if now:
            for listener, heard in unheard:
                listener.hear(heard)
            unheard = []
    for listener, heard in unheard:
        listener.hear(heard)
    return both


@given(keys(), st.data())
@settings(deadline=None)
def test_the_log_makes_the_text_that_both_see(strokes: list[Keys], data: st.DataObject) -> None:
    log = Log()
    hears = data.draw(st.lists(st.booleans(), min_size=len(strokes), max_size=len(strokes)))
    cai, ines = typed(log, strokes, hears)
    assert document_text(log.entries, DOCUMENT) == cai.text == ines.text


@given(keys(), st.randoms())
@settings(deadline=None)
def test_order_and_repeats_do_not_matter(strokes: list[Keys], random: Random) -> None:
    log = Log()
    typed(log, strokes, [False] * len(strokes))
    shuffled = [*log.entries, *log.entries[::2]]
    random.shuffle(shuffled)
    assert code_records(shuffled) == code_records(log.entries)
    assert code_steps(shuffled, DOCUMENT) == code_steps(log.entries, DOCUMENT)


@given(keys())
@settings(deadline=None)
def test_the_steps_make_the_text_again(strokes: list[Keys]) -> None:
    log = Log()
    typed(log, strokes, [False] * len(strokes))
    reader = Page(INES, "interviewer", 43)
    for step in code_steps(log.entries, DOCUMENT):
        reader.hear(step.update)
    assert reader.text == document_text(log.entries, DOCUMENT)


@given(keys(), st.randoms())
@settings(deadline=None)
def test_a_page_that_opens_late_continues_from_the_state(strokes: list[Keys], random: Random) -> None:
    log = Log()
    typed(log, strokes, [True] * len(strokes))
    workspace, _ = fold(log.entries)
    late = Page(CAI, "candidate", 44, workspace.documents[DOCUMENT].text.state)
    log.edit(late, late.type(random.randrange(80), "later"))
    assert document_text(log.entries, DOCUMENT) == late.text


@pytest.mark.parametrize("client", [1, 2**32 - 1, 2**53 - 1])
def test_a_page_may_have_any_number_that_a_browser_can_hold(client: int) -> None:
    log, page = Log(), Page(CAI, "candidate", client, BEGINNING)
    log.edit(page, page.type(3, "x"))
    assert document_text(log.entries, DOCUMENT) == page.text


def test_a_record_says_who_wrote_and_when() -> None:
    log = Log()
    cai, ines = pages()
    log.edit(cai, cai.type(0, "a"), at_us=2_000_000).edit(ines, ines.type(0, "b"), at_us=1_000_000)
    log.edit(cai, cai.type(0, "c"), at_us=3_000_000)
    (record,) = code_records(log.entries)
    (document,) = record.documents
    assert (record.exercise, record.title) == ("tide-window", "The longest tide window")
    assert (document.edits, document.by_candidate) == (3, 2)
    assert (document.first_edit_us, document.last_edit_us) == (1_000_000, 3_000_000)
    roles = [step.role for step in code_steps(log.entries, DOCUMENT)]
    assert roles == ["server", "interviewer", "candidate", "candidate"], "the beginning is no edit"


def test_a_document_that_nobody_edited_is_left_out() -> None:
    (record,) = code_records(Log().entries)
    assert record.documents == []


def test_a_beginning_written_twice_is_one() -> None:
    assert document_text(Log().begin().entries, DOCUMENT) == STARTER


def test_runs_say_who_asked_and_what_came_of_it() -> None:
    log = Log().write(ParticipantJoined(participant=str(CAI), role="candidate"))
    asked = {"position": 2, "assignment": "task", "document": DOCUMENT, "language": "python", "by": str(CAI)}
    log.write(RunRequested(run="one", purpose="run", source_sha256="", **asked))  # type: ignore[arg-type]
    log.write(RunRequested(run="two", purpose="tests", source_sha256="", **asked))  # type: ignore[arg-type]
    log.write(msgspec.structs.replace(finished("two", "WA"), attempts=2)).write(finished("two", "AC"))
    (record,) = code_records(log.entries)
    assert [(run.run, run.purpose, run.by, run.verdict, run.attempts) for run in record.runs] == [
        ("one", "run", "candidate", None, 1),
        ("two", "tests", "candidate", "WA", 2),
    ]
    assert isinstance(record.runs[0], CodeRun)


def test_people_cannot_say_what_the_server_says() -> None:
    log = Log()
    forged = DocumentStarted(document="task:sql", assignment="task", language="sql", update=BEGINNING)
    log.write(forged, "candidate", CAI)
    assert document_text(log.entries, "task:sql") == ""
    workspace, _ = fold(log.write(LanguageChosen(assignment="task", language="sql"), "server").entries)
    assert workspace.languages == {}


def test_erased_entries_are_as_if_they_were_not_there() -> None:
    log = Log()
    cai, _ = pages()
    log.edit(cai, cai.type(0, "secret"))
    log.entries[-1] = msgspec.structs.replace(log.entries[-1], payload=b"", salt=b"")
    assert document_text(log.entries, DOCUMENT) == STARTER


def finished(run: str, verdict: str) -> RunFinished:
    return RunFinished(
        run=run,
        verdict=verdict,  # type: ignore[arg-type]
        time_ms=12,
        memory_kb=9_000,
        passed=3,
        total=5,
        cases=[],
        stdout="",
        stderr="",
        exit=0,
        signal=None,
        truncated=False,
        reason="",
    )


def test_an_edit_of_no_document_changes_nothing() -> None:
    log = Log()
    log.entries = log.entries[:1]
    cai, _ = pages()
    log.edit(cai, cai.type(0, "a"))
    assert document_text(log.entries, DOCUMENT) == ""


def test_an_exercise_taken_back_unbegun_leaves_no_record() -> None:
    log = Log().write(ExerciseWithdrawn(assignment="task", by="ines"))
    assert code_records(log.entries) == []


def test_an_exercise_that_was_worked_on_stays_in_the_record() -> None:
    log = Log()
    cai, _ = pages()
    log.edit(cai, cai.type(0, "a")).write(ExerciseWithdrawn(assignment="task", by="ines"))
    (record,) = code_records(log.entries)
    assert record.documents[0].edits == 1


def test_what_was_typed_after_the_end_does_not_count_and_what_comes_late_does() -> None:
    log = Log()
    cai, ines = pages()
    before, after = cai.type(0, "in time "), cai.type(0, "too late ")
    log.write(SessionEnded(by="ines"), at_us=2_000_000)
    log.edit(cai, before, at_us=1_900_000).edit(cai, after, at_us=2_100_000)
    log.edit(ines, ines.type(0, "too late as well "), at_us=2_100_000)
    assert document_text(log.entries, DOCUMENT) == "in time " + STARTER
