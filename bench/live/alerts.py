"""How soon an interviewer is told, while many rooms talk, the desk serves pages and a file is imported."""

import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from secrets import token_hex
from statistics import quantiles
from tempfile import TemporaryDirectory
from typing import TYPE_CHECKING
from uuid import UUID

import django
import msgspec

from bench.evidence.machine import cpu_seconds, load_average
from bench.live.rooms import Job, Outcome, Place
from e2e.house import House, children, free_port
from e2e.programs import Answer, Desk

if TYPE_CHECKING:
    from tests.live import Room

SERVER = Path(__file__).resolve().parents[2] / "server"
PAGES = ("/", "/api/me", "/api/interviews", "/api/pools")
PAGES_EVERY_S = 0.1
IMPORTED_ROWS = 5_000
LOOKS_EVERY_S = 5.0


def main(seconds: float = 60.0, rooms: int = 200) -> None:
    with TemporaryDirectory() as folder:
        secret = token_hex(32)
        house = House(Path(folder), free_port(), {"FAIRVIEW_SECRET_KEY": secret})
        try:
            house.start()
            os.environ |= {**house.environment, "DJANGO_SETTINGS_MODULE": "fairview.config.settings"}
            sys.path.append(str(SERVER))
            django.setup()
            print(report(house, seconds, rooms))
        finally:
            house.stop()


def report(house: House, seconds: float, rooms: int) -> str:
    talks = [begin_room() for _ in range(rooms)]
    web = web_process(house)
    desk = Desk(house)
    memory: list[float] = []
    served: list[float] = []
    rows: list[int] = []
    before, started = cpu_seconds(web), time.monotonic()
    loads = [load_average()]
    with (
        again_and_again(lambda: served.append(load_page(desk, len(served))), PAGES_EVERY_S),
        again_and_again(lambda: rows.append(import_file(Desk(house), len(rows))), 0),
        again_and_again(lambda: memory.append(resident_mb(web)), LOOKS_EVERY_S),
    ):
        outcome = talk(Job(house.address, [place_of(room) for room in talks], seconds))
    busy = (cpu_seconds(web) - before) / (time.monotonic() - started)
    loads.append(load_average())
    return "\n".join(
        [
            "| rooms | s | alerts | p50 ms | p99 ms | longest | observations/s | web's CPU | people's CPU |",
            "|---|---|---|---|---|---|---|---|---|",
            f"| {rooms} | {seconds:g} | {outcome.alerts} of {outcome.due} | {outcome.p50_ms:.1f}"
            f" | {outcome.p99_ms:.1f} | {outcome.max_ms:.1f} | {outcome.sent / seconds:,.0f} | {busy:.2f}"
            f" | {outcome.cpu_seconds / outcome.seconds:.2f} |",
            "",
            f"{outcome.acknowledged:,} of {outcome.sent:,} observations acknowledged;"
            f" {outcome.early} alerts early; {outcome.cut} rooms cut.",
            f"Desk: {len(served)} pages, p99 {quantiles(served, n=100)[98]:.0f} ms;"
            f" {sum(rows):,} rows imported.",
            f"Memory of the web process, MB: {', '.join(f'{one:.0f}' for one in thinned(memory))}.",
            f"Load average {loads[0]:.1f} before, {loads[1]:.1f} after.",
        ]
    )


def begin_room() -> "Room":
    """A room whose session has begun."""
    from fairview.evidence.public import append_from_server
    from fairview.rooms.contracts import SessionStarted
    from tests.live import Room

    room = Room()
    started = SessionStarted(by=room.ines.id, policy="standard@1")
    append_from_server(room.id, started, actor_id=UUID(room.ines.id))
    return room


def place_of(room: "Room") -> Place:
    """With the tickets of its two people, which last a minute."""
    return Place(str(room.id), room.ticket(room.ines), room.ticket(room.cai))


def talk(job: Job) -> Outcome:
    done = subprocess.run(
        [sys.executable, "-m", "bench.live.rooms"],
        input=msgspec.json.encode(job),
        stdout=subprocess.PIPE,
        check=True,
    )
    return msgspec.json.decode(done.stdout, type=Outcome)


def load_page(desk: Desk, number: int) -> float:
    """Milliseconds."""
    started = time.perf_counter()
    assert desk.http.get(PAGES[number % len(PAGES)]).is_success
    return (time.perf_counter() - started) * 1e3


def import_file(desk: Desk, number: int) -> int:
    """A file of candidates, all the way into a new pool. How many rows it had."""
    pool = desk.post("/api/pools", {"name": f"Bench {number}"})["id"]
    lines = (f"Person {row},person-{number}-{row}@example.org,{row % 100}" for row in range(IMPORTED_ROWS))
    file = "\n".join(["Name,E-mail,Mark", *lines]).encode()
    sent = desk.http.post(f"/api/pools/{pool}/imports?name=people.csv", content=file)
    path = f"/api/imports/{sent.json()['id']}"
    read = wait_for_state(desk, path, "read")
    roles = [column["role"] for column in read["columns"]]
    desk.ask("PUT", f"{path}/columns", {"roles": roles, "header": read["header"], "zone": "UTC"})
    wait_for_state(desk, path, "checked")
    desk.post(f"{path}/run")
    wait_for_state(desk, path, "done")
    return IMPORTED_ROWS


def wait_for_state(desk: Desk, path: str, state: str) -> Answer:
    while (found := desk.get(path))["state"] != state:
        assert found["state"] != "failed", found
        time.sleep(0.5)
    return Answer(found)


@contextmanager
def again_and_again(act: Callable[[], object], every_s: float) -> Iterator[None]:
    """In a thread of its own, until the block ends."""
    is_over = threading.Event()

    def go_on() -> None:
        while not is_over.is_set():
            act()
            is_over.wait(every_s)

    thread = threading.Thread(target=go_on)
    thread.start()
    try:
        yield
    finally:
        is_over.set()
        thread.join()


def web_process(house: House) -> int:
    assert house.process
    for pid in children(house.process.pid):
        if b"fairview.config.web" in Path(f"/proc/{pid}/cmdline").read_bytes():
            return pid
    raise AssertionError("there is no web process")


def resident_mb(pid: int) -> float:
    """proc(5), statm."""
    pages = int(Path(f"/proc/{pid}/statm").read_text(encoding="ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6


def thinned(values: list[float], most: int = 12) -> list[float]:
    return values[:: max(1, len(values) // most)]
