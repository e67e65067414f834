"""The whole journey of one organisation, from a file of candidates to a decision, recruited and led by the
keyboard alone: every number compared."""

import json
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pypdfium2
import pytest
from playwright.sync_api import expect

from bench.puppet.film import Clip
from e2e.house import ROOT, House
from e2e.keyboard import RecruiterByKeyboard
from e2e.people import PATIENTLY, Candidate
from e2e.recruiting import Recruiter, workbook
from e2e.writing import adds, reads, runs, sees_code, writes

SEED = "5eed" * 16
WEIGHTS = {"look_away": 1, "absence": 2, "several_faces": 3, "phone": 3}
SOLUTION = ROOT / "server/fairview/coding/exercises/tide-window-1/solution.py"
ROWS: list[list[object]] = [
    ["Full name", "E-mail", "Time zone", "Marks"],
    ["Aicha Traore", "aicha@people.example", "Africa/Bamako", 71],
    ["Bence Kovacs", "bence@people.example", "Europe/Budapest", 64],
    ["Carla Rossi", "carla@people.example", "Europe/Rome", 88],
    ["Dmitri Orlov", "dmitri@people.example", "Asia/Tbilisi", 59],
    ["Eun-ji Park", "eun-ji@people.example", "Asia/Seoul", "=1+1"],
    ["Carla Rossi", "Carla@People.example", "", 90],
    ["Nobody", "no address", "Europe/Paris", 1],
]


@pytest.mark.timeout(600)
def test_from_a_file_to_a_decision(
    house: House, at_browser: Callable[..., Any], steady_clip: Clip, interview_clip: Clip, tmp_path: Path
) -> None:
    ada: RecruiterByKeyboard = at_browser(RecruiterByKeyboard, steady_clip.video)
    cai: Candidate = at_browser(Candidate, interview_clip.video)
    cai.watch_camera()
    ada.sign_in()

    # A file becomes a pool: four people, one row merged into another, two that cannot be used.
    ada.creates_pool("Hydrographers")
    ada.brings_in(workbook(tmp_path / "hydrographers.xlsx", ROWS))
    ada.sees("no address” is not an e-mail address")
    ada.sees("is a formula whose value was not saved with it")
    ada.writes_it(5)
    ada.click(ada.page.get_by_role("link", name="To the pool"))
    ada.sees("4 people")

    # A lot of two, which a stranger can draw again from two files.
    lot = ada.draws(2, SEED)
    record, pool = ada.saves("Record of the draw", tmp_path), ada.saves("Pool as it was then", tmp_path)
    verified = house.run("lot", "verify", str(record), "--pool", str(pool))
    assert verified.returncode == 0, verified.stdout + verified.stderr
    places = ada.downloads(f"/api/lots/{lot}/places?part=drawn")["items"]
    drawn = [place["candidate"]["name"] for place in places]
    assert len(drawn) == 2

    # Everyone of it is planned and invited in one step.
    berlin = datetime.now(ZoneInfo("Europe/Berlin"))
    ada.plans_lot("Hydrographer", (berlin + timedelta(days=4)).replace(hour=9, minute=0), 2)
    interview = ada.sees_interview_of(drawn[0])
    ada.gives_exercise("The longest tide window")
    link = ada.copy_link()

    # The talk, with code that both write.
    ada.open_room(interview)
    cai.arrive(link)
    ada.let_in()
    cai.waits_for_scene(interview_clip.labels, 0)
    ada.start()
    assert ada.receives_media()
    assert cai.receives_media()
    writes(cai, SOLUTION.read_text(encoding="utf-8"))
    sees_code(ada, "window = window + minutes")
    adds(ada, "# well done")
    sees_code(cai, "# well done")
    assert reads(cai) == reads(ada)
    runs(cai, "Run examples", "3 of 3 examples")
    runs(ada, "Check with hidden tests", r"(\d+) of \1 tests")
    ada.rates(["4", "3", "3", "4", "0"])
    ada.notes("Named the edge case before writing.")
    ada.submits_scorecard("Yes")
    ada.sees_something("A phone", "beside the keyboard")
    cai.waits_for_scene(interview_clip.labels, -1)
    assert "phone" not in cai.page.inner_text("body").lower()
    ada.end()
    cai.sees_heading("That was it. Thank you.")

    # The report: the page, the document, the PDF and the recomputation say the same.
    session = ada.reads_report()
    report = ada.downloads(f"/api/reports/{session}/report.json")
    found = [incident["rule"] for incident in report["outcome"]["incidents"]]
    assert set(found) == set(WEIGHTS), "each thing that the clip shows, and the phone that Ada noted"
    score = 100 - sum(WEIGHTS[rule] for rule in found)
    assert report["outcome"]["score"] == score
    assert_everything_agrees(ada, house, session, tmp_path)
    ada.click(ada.opens_moment("several_faces").get_by_role("button", name="Dismiss", exact=True))
    expect(ada.page.get_by_test_id("score")).to_have_text(str(score + 3), timeout=PATIENTLY)
    assert_everything_agrees(ada, house, session, tmp_path)
    assert report["code"][0]["runs"][-1]["verdict"] == "AC"
    assert [card["recommendation"] for card in report["scorecards"]] == ["yes"]
    assert [seen["kind"] for seen in report["objects"]] == ["phone"]

    # The people of the lot side by side, and what was decided.
    ada.visit(f"/lots/{lot}/compare")
    ada.sees(drawn[0])
    ada.sees(drawn[1])
    row = ada.page.get_by_role("row").filter(has_text=drawn[0])
    expect(row).to_contain_text(str(score + 3))
    ada.visit(f"/reports/{session}")
    ada.decides("Go on with this person", "Reads tides, and says what she does not know.")
    ada.sees("Reads tides, and says what she does not know.")
    assert ada.complaints == []
    assert cai.complaints == []


def assert_everything_agrees(ada: Recruiter, house: House, session: str, folder: Path) -> None:
    score = ada.page.get_by_test_id("score").inner_text()
    log = folder / "log.jsonl"
    assert house.run("report", "export", session, "--format", "log", "--out", str(log)).returncode == 0
    replayed = json.loads(house.run("proctor", "replay", str(log), "--json").stdout)
    assert str(replayed["score"]) == score
    pdf = ada.saves("Report as PDF", folder)
    text = text_of(pdf)
    assert f"{score}" in text.split(), text
    counted = [one for one in replayed["incidents"] if one["review"] != "dismissed"]
    assert len(counted) == len(replayed["incidents"]) - text.count("ismissed by a person")


def text_of(pdf: Path) -> str:
    document = pypdfium2.PdfDocument(pdf)
    return "\n".join(page.get_textpage().get_text_range() for page in document)
