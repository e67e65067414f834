"""The walk that the guides describe, on the demo's own data: it takes the pictures that they show.

`make pictures`. What it does is proved with `make test` by `test_journey.py` and `test_pages.py`.
"""

from collections.abc import Callable, Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import expect

from bench.puppet.film import Clip
from e2e.house import ROOT, House, free_port
from e2e.people import PATIENTLY, Candidate
from e2e.pictures import HEIGHT, PICTURES, WIDTH, Album, shown
from e2e.recruiting import Recruiter
from e2e.writing import adds, runs, sees_code, writes

TITLE = "The longest tide window"
SOLUTION = (ROOT / "server/fairview/coding/exercises/tide-window-1/solution.py").read_text(encoding="utf-8")
LATE = """Full name;E-mail;Zone;Years;Ward
Mira Kallas;mira@candidates.example;Europe/Tallinn;4;surgery
Tomas Vega;tomas@candidates.example;Madrid;8;intensive care
Hana Novak;HANA@candidates.example;;6;paediatrics
Ines Duarte;ines.duarte@candidates.example;Lisbon;2;surgery
Jo Park;jo.park at home;Asia/Seoul;3;surgery
;warwick@candidates.example;Atlantis;5;paediatrics
"""


@pytest.fixture
def house(tmp_path: Path) -> Iterator[House]:
    """With demo data of its own: links in its letters lead to it."""
    built = House(tmp_path / "house", free_port())
    built.start()
    yield built
    built.stop()


@pytest.fixture
def album() -> Album:
    return Album(PICTURES)


@pytest.mark.timeout(600)
def test_the_walk_of_the_guides(
    house: House,
    at_browser: Callable[..., Any],
    steady_clip: Clip,
    interview_clip: Clip,
    album: Album,
    tmp_path: Path,
) -> None:
    ada: Recruiter = at_browser(Recruiter, steady_clip.video, width=WIDTH, height=HEIGHT)
    cai: Candidate = at_browser(Candidate, interview_clip.video, width=WIDTH, height=HEIGHT)
    cai.watch_camera()
    ada.sign_in()
    looks_at_the_pool(ada, album, tmp_path)
    lot = looks_at_the_lot(ada, album)
    places = ada.downloads(f"/api/lots/{lot}/places?part=drawn")["items"]
    chosen = [place["candidate"]["name"] for place in places]
    plans_another_lot(ada, album)

    # The first of the lot agrees to notes, and writes code; the second talks without.
    session = talks_with_code(ada, cai, chosen[0], interview_clip, album)
    reads_the_report(ada, session, album)
    talks_without_notes(ada, cai, chosen[1])
    ada.page.goto(f"{house.address}/lots/{lot}/compare")
    expect(ada.page.get_by_role("row").filter(has_text=chosen[1])).to_contain_text("held")
    album.take("comparison", ada.page, height=620)

    assert album.taken == shown()
    assert ada.complaints == cai.complaints == []


def looks_at_the_pool(ada: Recruiter, album: Album, folder: Path) -> None:
    """A file is brought in and taken back."""
    file = folder / "late-applications.csv"
    file.write_text(LATE, encoding="utf-8")
    ada.page.goto(f"{ada.house.address}/pools")
    ada.page.get_by_role("link", name="Ward nurses, spring").click()
    ada.sees_heading("Files")
    album.take("pool", ada.page)
    ada.brings_in(file)
    ada.sees("“jo.park at home” is not an e-mail address.")
    album.take("import", ada.page, height=740)
    ada.writes_it(4)
    ada.press("Undo this import")
    ada.confirm("Undo this import")
    ada.sees_heading("It was taken back")


def looks_at_the_lot(ada: Recruiter, album: Album) -> str:
    """Returns its id."""
    ada.page.goto(f"{ada.house.address}/lots")
    ada.page.get_by_role("link", name="First round").click()
    ada.press("Check it again")
    ada.sees("Computed again: this is the draw that pool and seed give")
    album.take("lot", ada.page, height=1160, top=ada.page.get_by_role("heading", level=1))
    return ada.page.url.rsplit("/", 1)[-1]


def plans_another_lot(ada: Recruiter, album: Album) -> None:
    """As far as looking it over: one row takes Ada from a talk that she has."""
    ada.page.goto(f"{ada.house.address}/pools")
    ada.page.get_by_role("link", name="Ward nurses, spring").click()
    ada.draws(6, "")
    ada.page.get_by_role("link", name="Schedule interviews").click()
    ada.page.get_by_label("For", exact=True).fill("Ward nurse, first talk")
    ada.page.get_by_label("First day").fill(f"{datetime.now(UTC) + timedelta(days=3):%Y-%m-%d}")
    ada.page.get_by_label("Days begin at").fill("10:30")
    ada.page.get_by_label("Ines Castillo").check()
    ada.press("Propose times")
    ada.sees_heading("Plan for Ward nurses, spring · 2")
    ada.sees("Ada Lindqvist talks with")
    album.take("plan", ada.page, height=760)


def talks_with_code(ada: Recruiter, cai: Candidate, name: str, clip: Clip, album: Album) -> str:
    """Returns the id of the session."""
    interview = opens_interview(ada, name)
    ada.gives_exercise(TITLE)
    link = ada.copy_link()
    ada.open_room(interview)
    cai.open_link(link)
    cai.press("Continue")
    cai.sees_heading("What we will see, and what you decide")
    album.take("consent", cai.page, height=1360)
    cai.decide()
    cai.waits_for_scene(clip.labels, -1)
    cai.press("This works")
    cai.hold_still()
    ada.let_in()
    cai.waits_for_scene(clip.labels, 0)
    ada.start()
    writes(cai, SOLUTION)
    sees_code(ada, "def ")
    runs(cai, "Run examples", "3 of 3 examples")
    adds(ada, "# And an empty record?")
    runs(ada, "Check with hidden tests", r"(\d+) of \1 tests")
    ada.sees("Looked away for")
    cai.page.get_by_text("window = window").click()
    album.take("room", ada.page)
    album.take("talk", cai.page)
    ada.rates(["4", "3", "3", "4", "0"])
    ada.notes("Thought of the empty record before writing.")
    ada.sees_state("Saved")
    album.take("scorecard", ada.page)
    ada.submits_scorecard("Yes")
    ada.sees_something("A phone", "Beside the keyboard.")
    cai.waits_for_scene(clip.labels, -1)
    ada.end()
    cai.sees_heading("That was it. Thank you.")
    return ada.reads_report()


def reads_the_report(ada: Recruiter, session: str, album: Album) -> None:
    album.take("report", ada.page, height=1400)
    ada.decides("Go on with this person", "Clear from the first question on, and open about what was new.")
    ada.press("Replay from the first key")
    ada.page.get_by_role("slider", name="Time").press("End")
    album.take("replay", ada.page, height=620, top=ada.page.get_by_text(f"{TITLE}, Python"))
    assert session in ada.page.url


def talks_without_notes(ada: Recruiter, cai: Candidate, name: str) -> None:
    interview = opens_interview(ada, name)
    link = ada.copy_link()
    ada.open_room(interview)
    cai.arrive(link, notes=False)
    ada.let_in()
    ada.start()
    ada.rates(["2", "0", "3", "0", "3"])
    ada.submits_scorecard("No")
    ada.end()
    cai.sees_heading("That was it. Thank you.")
    ada.page.wait_for_url("**/reports/*", timeout=PATIENTLY)
    ada.sees("Insufficient evidence")


def opens_interview(ada: Recruiter, name: str) -> str:
    ada.page.goto(f"{ada.house.address}/interviews")
    ada.page.get_by_role("link", name=name).first.click()
    return ada.arrives_at_interview()
