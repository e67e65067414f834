"""Who is on the panel reads the cards of others once their own is submitted, whichever way they look."""

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from uuid import uuid4

import pypdfium2
import pytest
from click.testing import CliRunner
from tests.held import Held, minute
from tests.people import Browser, People

from fairview.accounts.public import actor_of, create_token
from fairview.candidates.models import Pool, PoolMember
from fairview.candidates.public import Wish, make_lot
from fairview.evidence.public import read_log, verify_chain
from fairview.proctoring.commands import proctor
from fairview.reports.findings.cards import SUBMITTED
from fairview.reports.public import freeze_report
from fairview.reports.tests.test_scorecards import hand_in
from fairview.scheduling.models import Interview, Interviewer

SAID = "Left early."
"""What Omar wrote, and nobody on the panel reads before their own card."""


@pytest.fixture
def held(people: People, as_omar: Browser) -> Held:
    """Omar has judged. Ines and Ada, an admin, are on the panel too; Rhea and Tess are not."""
    held = Held(people).write(minute())
    for user in (people.omar, people.ada):
        Interviewer.objects.create(interview=held.room.interview, user=user)
    hand_in(as_omar, held, recommendation="strong_no", closing=SAID)
    freeze_report(held.id)
    return held


@pytest.fixture
def lot(people: People, held: Held) -> str:
    pool = Pool.objects.create(organisation=people.organisation, name="Spring", columns=[])
    member = PoolMember.objects.create(pool=pool, candidate=held.room.interview.candidate, values={})
    lot = make_lot(actor_of(people.ada), Wish(pool.id, "hand", member_ids=[member.id]), uuid4())
    Interview.objects.filter(id=held.room.interview_id).update(lot=lot)
    return str(lot.id)


def in_pdf(content: bytes) -> str:
    return " ".join(page.get_textpage().get_text_bounded() for page in pypdfium2.PdfDocument(content))


def table(content: bytes) -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(content.decode("utf-8-sig"))))


def in_log(content: bytes) -> bool:
    """Whether the log says what Omar thinks; if not, it has to say so and to hold all the same."""
    log = read_log(content.decode().splitlines())
    assert verify_chain(log.entries) == []
    cards = {entry.position: entry for entry in log.entries if entry.kind == SUBMITTED}
    withheld = [position for position, entry in cards.items() if not entry.payload and not entry.salt]
    assert log.withheld == withheld
    assert log.withheld_because == ("own_scorecard_first" if withheld else "")
    return any(SAID.encode() in entry.payload for entry in cards.values())


def in_table(content: bytes) -> bool:
    rows = table(content)
    told = next(row["value"] for row in rows if row["item"] == "scorecards_withheld")
    is_shown = any(row["section"] == "scorecard" for row in rows)
    assert told == ("0" if is_shown else "1")
    return is_shown or SAID in content.decode()


def in_letter(content: bytes) -> bool:
    words = in_pdf(content)
    assert ("opens once you have submitted yours" in words) != (SAID in words)
    return SAID in words


def in_document(content: bytes) -> bool:
    report = json.loads(content)
    assert (len(report["scorecards"]), report["withheld_scorecards"]) in {(1, 0), (0, 1), (2, 0)}
    is_led_by_it = any(sentence["code"].startswith("lead_cards") for sentence in report["lead"])
    assert is_led_by_it == bool(report["scorecards"])
    return SAID in content.decode()


WAYS: dict[str, Callable[[bytes], bool]] = {
    "": in_document,
    "?version=1": in_document,
    "/report.json": in_document,
    "/report.csv": in_table,
    "/report.pdf": in_letter,
    "/log.jsonl": in_log,
}


@pytest.mark.parametrize("way", WAYS)
def test_an_admin_on_the_panel_writes_before_reading(
    held: Held, as_ada: Browser, as_olu: Browser, as_omar: Browser, way: str
) -> None:
    def reads(browser: Browser) -> bool:
        answer = browser.get(f"/api/reports/{held.id}{way}")
        assert answer.status_code == 200
        return WAYS[way](answer.content)

    assert (reads(as_ada), reads(as_olu)) == (False, True)
    if way != "/log.jsonl":
        assert reads(as_omar)
    hand_in(as_ada, held)
    assert reads(as_ada)


def test_the_comparison_says_how_many_wait(held: Held, lot: str, as_ada: Browser, as_rhea: Browser) -> None:
    def seen(browser: Browser) -> tuple[list[Any], int, str, str]:
        (row,) = browser.get(f"/api/lots/{lot}/comparison").json()["rows"]
        (line,) = table(browser.get(f"/api/lots/{lot}/comparison.csv").content)
        report = row["report"]
        recommended = [one["by"] for one in report["recommendations"]]
        return recommended, report["withheld"], line["recommendations"], line["scorecards_withheld"]

    assert seen(as_ada) == ([], 1, "", "1")
    assert seen(as_rhea) == (["Omar"], 0, "Omar: strong_no", "0")


def test_a_program_reads_what_the_maker_of_its_token_may(held: Held, people: People, as_ada: Browser) -> None:
    def reads(maker: Any) -> bool:
        secret = create_token(actor_of(maker), "campus")[1]
        headers = {"Authorization": f"Bearer {secret}"}
        return in_document(Browser().get(f"/api/reports/{held.id}", headers=headers).content)

    assert (reads(people.ada), reads(people.olu)) == (False, True)
    hand_in(as_ada, held)
    assert reads(people.ada)


def test_a_withheld_log_is_replayed_to_the_same_number(held: Held, as_ada: Browser, tmp_path: Path) -> None:
    file = tmp_path / "talk.jsonl"
    file.write_bytes(as_ada.get(f"/api/reports/{held.id}/log.jsonl").content)
    told = json.loads(CliRunner().invoke(proctor, ["replay", str(file), "--json"]).output)
    assert (told["score"], len(told["withheld"]), told["problems"]) == (99, 1, [])
    assert "own_scorecard_first" in CliRunner().invoke(proctor, ["replay", str(file)]).output


def test_drafts_open_nothing(held: Held, as_ines: Browser) -> None:
    as_ines.get(f"/api/scorecards/{held.id}")
    draft = {"version": 0, "ratings": {}, "notes": [], "recommendation": "yes", "closing": ""}
    path = f"/api/scorecards/{held.id}"
    assert as_ines.put(path, draft, content_type="application/json").status_code == 200
    assert not in_document(as_ines.get(f"/api/reports/{held.id}").content)
