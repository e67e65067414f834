"""The report as files: each says the same as the page, and nothing that a person wrote is taken for more."""

import csv
import io
import re
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner
from tests.held import Held, minute
from tests.people import Browser, People

from fairview.coding.contracts import CodeDocument, CodeRecord, CodeRun
from fairview.policies.public import get_policy
from fairview.proctoring.contracts import IncidentReviewed
from fairview.proctoring.tests.logs import Log, us
from fairview.reports.commands import report as report_command
from fairview.reports.contracts import ReportDocument, ScorecardSubmitted
from fairview.reports.engine import compute, document
from fairview.reports.findings.sections import GivenNote, GivenRating, LeadSentence
from fairview.reports.letter.pdf import typeset
from fairview.reports.letter.sentences import clock, sentences
from fairview.reports.letter.text import Letter, letter
from fairview.reports.public import freeze_report
from fairview.reports.sheets import report_csv
from fairview.reports.tests.test_engine import FACTS
from runner.protocol import Language, Verdict

HOSTILE = '#panic() *b* $x$ <a> `r` "q" \\ =1+1 & @ref 漢'


@pytest.fixture
def held(people: People) -> Held:
    return Held(people).write(minute())


def card(by: str, rating: int | None, words: str = "") -> ScorecardSubmitted:
    return ScorecardSubmitted(
        by=by,
        name=by,
        rubric="standard@1",
        recommendation="yes",
        ratings=[GivenRating(competency="testing", title="Testing", rating=rating)],
        notes=[GivenNote(competency="testing", at_ms=61_000, text=words)] if words else [],
        closing=words,
    )


def run(
    verdict: Verdict, passed: int, second: float, language: Language = "python", attempts: int = 1
) -> CodeRun:
    return CodeRun(
        run=f"{verdict}{second}",
        at_us=us(second),
        language=language,
        purpose="tests",
        by="candidate",
        verdict=verdict,
        time_ms=41,
        memory_kb=10_035,
        passed=passed,
        total=9,
        attempts=attempts,
    )


def record(*runs: CodeRun) -> CodeRecord:
    text = CodeDocument(
        document="t:python",
        language="python",
        text=HOSTILE,
        edits=2,
        by_candidate=2,
        first_edit_us=us(20),
        last_edit_us=us(30),
    )
    return CodeRecord(
        assignment="t",
        exercise="shortest-path",
        version=1,
        title="Shortest path",
        assigned_us=us(10),
        documents=[text],
        runs=list(runs),
    )


def told(log: Log, *code: CodeRecord) -> ReportDocument:
    found = compute(FACTS, log.entries, get_policy("standard@2"), code)
    return document(found, log.entries, 1, "ended", us(70))


def letter_of(report: ReportDocument) -> Letter:
    return letter(report, sentences(), decided=None, digest="", link="https://example.org")


def lead(report: ReportDocument) -> list[tuple[str, dict[str, int]]]:
    return [(one.code, one.params) for one in report.lead]


def test_every_sentence_of_the_lead_has_its_words() -> None:
    source = (Path(__file__).parents[1] / "findings/lead.py").read_text(encoding="utf-8")
    codes = set(re.findall(r'"(lead_\w+)"', source))
    everything: dict[str, Any] = {"yes": 1, "of": 3, "solved": 1, "passed": 1}
    assert len(codes) > 10
    for code in codes:
        for count in (1, 2):
            assert sentences().say(f"reports:{code}", count=count, **everything)


def test_the_lead_says_what_people_said_what_the_code_does_and_what_was_seen() -> None:
    log = minute().add(61, card("Ines", 3)).add(62, card("Omar", 4))
    report = told(log, record(run("WA", 4, 40), run("AC", 9, 50), run("WA", 8, 55)))
    assert lead(report) == [
        ("lead_yes_both", {"count": 2}),
        ("lead_code_solved", {"count": 9}),
        ("lead_moments", {"count": 1}),
    ]
    assert letter_of(report).lead == (
        "Recommended by both interviewers. The code passes all 9 tests. "
        "One moment was noted. It says what was seen, not why."
    )


def test_an_exercise_is_told_on_the_clock_of_the_session() -> None:
    (exercise,) = told(minute(), record(run("WA", 4, 40), run("WA", 8, 55))).code
    assert (exercise.assigned_ms, exercise.first_run_ms, exercise.best) == (10_000, 40_000, "WA55")
    assert [(one.first_edit_ms, one.last_edit_ms) for one in exercise.texts] == [(20_000, 30_000)]
    untested = told(minute(), record())
    assert ("lead_code_untested", {}) in lead(untested)
    assert (untested.code[0].first_run_ms, untested.code[0].best) == (None, None)


def test_the_letter_has_the_numbers_of_the_page() -> None:
    log = minute().add(61, card("Ines", 3)).add(62, card("Omar", 4))
    said = letter_of(told(log, record(run("AC", 9, 50, attempts=2))))
    assert (said.score, said.sum) == ("99", "100 − 1 = 99")
    assert [(one.at, one.title, one.points) for one in said.lines] == [("0:10", "Looked away for 8 s", 1)]
    assert [(one.title, one.text) for one in said.means] == [("Testing", "3.5")]
    assert said.code[0].about == (
        "9 of 9 tests · 41 ms · 9.8 MB · begun twice. First run after one minute. 2 edits."
    )
    assert ("Looked away", "1") in said.counts


def test_only_numbers_are_added_up_in_the_letter() -> None:
    unseen = letter_of(told(Log().ended(60)))
    assert (unseen.score, unseen.sum, unseen.sum_words) == ("–", "", "Insufficient evidence")
    steady = letter_of(told(Log().watched(0, 60).ended(60)))
    assert (steady.sum, steady.sum_words) == ("", "100, nothing taken off")


def test_what_a_person_wrote_to_a_moment_stands_by_itself() -> None:
    incident = told(minute()).outcome.incidents[0].id
    reviewed = IncidentReviewed(incident=incident, review="confirmed", note="Twice.")
    (line,) = letter_of(told(minute().add(30, reviewed))).lines
    assert (line.about, line.note) == ("To their left. Confirmed by a person.", "Twice.")


def test_the_letter_is_set_in_the_fonts_of_the_pages() -> None:
    """Set-up makes them."""
    pdf = typeset(letter_of(told(minute())))
    assert b"IBMPlexSans" in pdf
    assert b"Libertinus" not in pdf


def test_versions_from_before_the_lead_have_one_in_the_letter() -> None:
    old = told(minute())
    assert letter_of(old).lead == "One moment was noted. It says what was seen, not why."
    assert old.lead == [LeadSentence(code="lead_moments", params={"count": 1})]


def test_what_people_wrote_is_never_markup() -> None:
    report = told(minute().add(61, card(HOSTILE, None, HOSTILE)), record(run("AC", 9, 50)))
    pdf = typeset(letter_of(report))
    assert pdf.startswith(b"%PDF-")
    assert b"/StructTreeRoot" in pdf


def test_a_plain_letter_is_accessible_by_the_standard() -> None:
    assert b"pdfuaid" in typeset(letter_of(told(minute())))


def test_every_file_can_be_fetched(held: Held, as_ines: Browser) -> None:
    freeze_report(held.id)
    files = {kind: as_ines.get(f"/api/reports/{held.id}/report.{kind}") for kind in ("json", "pdf", "csv")}
    assert [one.status_code for one in files.values()] == [200, 200, 200]
    assert files["pdf"]["Content-Disposition"] == f'attachment; filename="fairview-{held.id}.pdf"'
    assert files["pdf"]["Content-Type"] == "application/pdf"
    rows = list(csv.DictReader(io.StringIO(files["csv"].content.decode("utf-8-sig"))))
    assert next(row["value"] for row in rows if row["item"] == "score") == "99"
    moments = [row for row in rows if row["section"] == "moment"]
    assert [(row["item"], row["started"], row["points"]) for row in moments] == [
        ("look_away", "0:00:10.000", "1")
    ]


@pytest.mark.parametrize("words", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", '=cmd|" /C"!A0'])
def test_no_cell_of_the_table_is_a_formula(words: str) -> None:
    content = report_csv(told(minute().add(61, card(words, 3, words))), None).decode("utf-8-sig")
    cells = [cell for row in csv.reader(io.StringIO(content)) for cell in row]
    assert f"'{words}" in cells
    assert not any(cell.lstrip().startswith(("=", "+", "-", "@")) for cell in cells)


def test_the_command_line_writes_every_kind(held: Held, tmp_path: Path) -> None:
    freeze_report(held.id)
    for kind, begins in {"pdf": b"%PDF-", "csv": b"\xef\xbb\xbfsection,", "log": b"{", "json": b"{"}.items():
        out = tmp_path / f"report.{kind}"
        done = CliRunner().invoke(
            report_command, ["export", str(held.id), "--format", kind, "--out", str(out)]
        )
        assert (done.exit_code, out.read_bytes()[: len(begins)]) == (0, begins)


def test_times_read_as_on_the_page() -> None:
    assert [clock(ms) for ms in (-5, 0, 243_999, 3_729_000)] == ["0:00", "0:00", "4:03", "1:02:09"]
