"""Where no server can run anything, Python runs on the page, behind a wall that it cannot look over."""

import os
import re
import signal
import socket
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Request, expect

from e2e.access import faults
from e2e.conftest import ARTIFACTS
from e2e.house import ROOT, House, children, free_port
from e2e.people import Candidate
from e2e.recruiting import Recruiter
from e2e.writing import runs, writes

EXERCISE = ROOT / "server/fairview/coding/exercises/tide-window-1"
RUN = "Run (?!examples)"
RIGHT = (EXERCISE / "solution.py").read_text(encoding="utf-8")
WRONG = RIGHT.replace("else 0", "else window")
ENDLESS = "print('begun')\nwhile True:\n    pass\n"
CURIOUS = (ROOT / "web/src/browserRun/curious.py").read_text(encoding="utf-8")
OUTSIDE = """async () => {
    const refused = async (attempt) => {
        try { await attempt(); return false } catch { return true }
    }
    return {
        origin,
        cookies: await refused(() => document.cookie),
        storage: await refused(() => localStorage),
        requests: await refused(() => fetch('/api/reached', { mode: 'no-cors' })),
    }
}"""


@pytest.fixture(scope="module")
def house(tmp_path_factory: pytest.TempPathFactory) -> Iterator[House]:
    """A house whose runner does not answer."""
    built = House(tmp_path_factory.mktemp("house"), free_port())
    built.start()
    runner = runner_of(built)
    os.kill(runner, signal.SIGSTOP)
    yield built
    os.kill(runner, signal.SIGCONT)
    built.stop()


def runner_of(house: House) -> int:
    assert house.process
    commands = {pid: Path(f"/proc/{pid}/cmdline").read_bytes() for pid in children(house.process.pid)}
    return next(pid for pid, command in commands.items() if b"runner.worker" in command)


@pytest.mark.timeout(300)
def test_python_runs_on_the_page_and_reaches_nothing(house: House, at_browser: Callable[..., Any]) -> None:
    ada: Recruiter = at_browser(Recruiter)
    cai: Candidate = at_browser(Candidate)
    ada.sign_in()
    interview, link = ada.invite_new("Ravi Menon")
    ada.open_interview(interview)
    ada.gives_exercise("The longest tide window")
    ada.open_room(interview)
    cai.arrive(link, notes=False)
    ada.let_in()
    ada.start()

    cai.sees("Python runs in this browser instead", timeout=60_000)
    expect(cai.page.get_by_role("button", name="Check with hidden tests")).to_have_count(0)
    asked = requests_of(cai)
    writes(cai, RIGHT)
    runs(cai, "Run examples", "3 of 3 examples")
    writes(cai, WRONG)
    runs(cai, "Run examples", "0 of 3 examples|1 of 3 examples|2 of 3 examples")
    assert faults(cai.page, "browser-run", ARTIFACTS if os.environ.get("PICTURES") else None) == []
    writes(cai, "print(int('one'))")
    runs(cai, RUN, "Ended with an error")
    cai.sees("ValueError: invalid literal")
    assert "driver.py" not in cai.page.get_by_role("region", name="Result").inner_text()

    writes(cai, ENDLESS)
    cai.press(re.compile(f"^{RUN}"))
    cai.sees_state("begun")
    cai.press("Stop")
    expect(cai.page.get_by_role("status").filter(has_text="Ended with an error")).to_be_visible()
    runs(cai, RUN, "Ran longer than 12 s and was ended")

    with socket.create_server(("localhost", 0)) as stranger:
        stranger.setblocking(False)
        for address in (house.address, f"http://localhost:{stranger.getsockname()[1]}"):
            writes(cai, CURIOUS.replace("HOUSE", address))
            runs(cai, RUN, "Ended well")
            cai.sees("nothing else was found")
            assert "reached" not in cai.page.get_by_role("region", name="Result").inner_text()
        with pytest.raises(BlockingIOError):
            stranger.accept()
    frame = next(frame for frame in cai.page.frames if frame.url.endswith("/enclosure.html"))
    assert frame.evaluate(OUTSIDE) == {
        "origin": "null",
        "cookies": True,
        "storage": True,
        "requests": True,
    }
    assert not [address for address in asked if "reached" in address or ".invalid" in address]
    assert cai.complaints == []


def requests_of(person: Candidate) -> list[str]:
    """Fills with the addresses that this browser asks for from now on."""
    asked: list[str] = []

    def note(request: Request) -> None:
        if not request.url.startswith(("data:", "blob:")):
            asked.append(request.url)

    person.context.on("request", note)
    return asked
