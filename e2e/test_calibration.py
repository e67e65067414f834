"""Somebody follows the dots; then the log says where on the screen they look, and how sure that is. Of the
pictures that this was read from, nothing leaves their device but what the call shows to people."""

import re
from collections.abc import Callable
from pathlib import Path
from statistics import median
from typing import Any

import pytest
from playwright.sync_api import Route

from e2e.access import Fault, faults, violations
from e2e.house import House
from e2e.logs import Entries, exported
from e2e.looker import SIZE, Share, pictures_of
from e2e.people import HERE, Candidate, Interviewer

pytestmark = pytest.mark.whole_machine

NEAR = 0.06
EDGES = (NEAR, 0.5, 1 - NEAR)
GRID = [(x, y) for y in EDGES for x in EDGES]
DOTS = [GRID[at] for at in (4, 0, 8, 2, 6, 1, 7, 3, 5)]
TURNED = [(0.5, 0.5), (0.3, 0.3)]
CHECKS = [(0.25, 0.25), (0.75, 0.3), (0.3, 0.75), (0.72, 0.72)]
LOOKS: dict[str, Share] = {
    "middle": (0.5, 0.5),
    **{f"dot{number}": at for number, at in enumerate([*DOTS, *TURNED, *CHECKS])},
    "code": (0.7, 0.4),
    "aside": (-0.6, 0.5),
}
TURNING = {"dot9", "dot10"}
LOOKS_FOR_MS = 4_000
SMALLEST_PICTURE = 10_000
"""Bytes. A JPEG of these pictures has 30,000; of 160 pixels across, and hardly to be known, this."""


@pytest.fixture(scope="module")
def pictures() -> dict[str, bytes]:
    return dict(pictures_of(LOOKS, TURNING))


@pytest.mark.timeout(300)
def test_a_calibrated_person(
    house: House,
    ada: Interviewer,
    at_browser: Callable[..., Candidate],
    pictures: dict[str, bytes],
    tmp_path: Path,
) -> None:
    noor = at_browser(Candidate, width=SIZE[0], height=SIZE[1])
    noor.context.add_init_script(path=HERE / "looking.js")
    noor.context.route("**/looking/*.jpg", lambda route: serve(route, pictures))
    sent = weighs_what_leaves(noor)
    interview, link = ada.invite_new("Noor Haddad")
    ada.open_room(interview)
    noor.agree(link)
    noor.press("This works")
    noor.press("Start")
    noor.sees_heading("Where on the screen you look", timeout=60_000)
    found: list[Fault | dict[str, Any]] = [*faults(noor.page, "calibration", tmp_path)]
    noor.press("Start")
    noor.page.locator("[data-dot]").wait_for()
    noor.page.keyboard.press("Space")
    noor.sees_heading("Paused")
    found += violations(noor.page)
    noor.press("Go on")
    noor.sees_heading("Your device can tell where you look", timeout=120_000)
    found += faults(noor.page, "calibrated", tmp_path)
    assert not found
    noor.press("Go on")
    noor.sees_heading("Show that a person sits at the camera")
    noor.press("Go on without")
    noor.sees_heading("You are in the lobby")

    ada.let_in()
    ada.start()
    noor.sees("notes on attention are taken")
    times = {name: looks_for_a_while(noor, name) for name in ("code", "aside", "middle")}
    assert sent and max(sent) < SMALLEST_PICTURE
    ada.end()
    entries = exported(house, ada.reads_report(), tmp_path)

    [calibrated] = of_kind(entries, "proctoring.gaze_calibrated")
    assert (calibrated["method"], calibrated["points"], calibrated["checked"]) == ("eyes", 11, 4)
    assert (calibrated["screen_width"], calibrated["screen_height"]) == SIZE
    assert 0 < calibrated["error_mdeg"] < calibrated["radius_mdeg"] < 6_000
    for name in ("code", "middle"):
        points = points_between(entries, *times[name])
        wanted = [(share - 0.5) * whole for share, whole in zip(LOOKS[name], SIZE, strict=True)]
        missed = [median(point[axis] for point in points) - wanted[axis] for axis in (0, 1)]
        radius = median(point[2] for point in points)
        assert (missed[0] ** 2 + missed[1] ** 2) ** 0.5 <= radius, (name, missed, radius)
    # Somebody's left is the side of the screen's left edge.
    assert "left" in gazes_between(entries, *times["aside"])
    assert not points_between(entries, *times["aside"])


def weighs_what_leaves(person: Candidate) -> list[int]:
    """Of each message and each request from now on. The call's own packets go to people, not to us."""
    sent: list[int] = []
    person.page.on("websocket", lambda socket: socket.on("framesent", lambda said: sent.append(len(said))))
    person.page.on("request", lambda request: sent.append(len(request.post_data_buffer or b"")))
    return sent


def serve(route: Route, pictures: dict[str, bytes]) -> None:
    name = re.sub(r"^.*/", "", route.request.url)
    found = pictures.get(name)
    if found:
        route.fulfill(body=found, content_type="image/jpeg")
    else:
        route.fulfill(status=404)


def looks_for_a_while(person: Candidate, name: str) -> tuple[float, float]:
    """When they looked there, in µs of the server, without the way."""
    person.page.evaluate("name => { window.looksAt = name }", name)
    began = person.now_ms()
    person.page.wait_for_function(
        "until => performance.timeOrigin + performance.now() > until", arg=began + LOOKS_FOR_MS
    )
    return (began + 1_200) * 1000, (person.now_ms() - 200) * 1000


def of_kind(entries: Entries, kind: str) -> list[dict[str, Any]]:
    return [entry["payload"] for entry in entries if entry["payload"].get("kind") == kind]


def observed_between(entries: Entries, observed: str, start_us: float, end_us: float) -> list[str]:
    return [
        entry["payload"]["value"]
        for entry in entries
        if entry["payload"].get("observed") == observed
        and start_us <= entry["estimated_us"] - entry["payload"]["duration_ms"] * 1000
        and entry["estimated_us"] <= end_us
    ]


def points_between(entries: Entries, start_us: float, end_us: float) -> list[list[int]]:
    said = observed_between(entries, "gaze_point", start_us, end_us)
    return [[int(part) for part in value.split(",")] for value in said]


def gazes_between(entries: Entries, start_us: float, end_us: float) -> set[str]:
    return set(observed_between(entries, "gaze", start_us, end_us))
