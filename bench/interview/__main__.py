"""Holds interviews in two real browsers and prints, for each moment, how far it was from the clip's truth.

    python -m bench.interview [ROUNDS]

`start` and `end`: the incident in the report against what the camera showed. `told after`: from when the
rule's threshold was passed to the moment on the interviewer's page; the promise is a second.
"""

import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from statistics import median
from tempfile import TemporaryDirectory

from playwright.sync_api import sync_playwright

from bench.puppet.film import Clip, ready
from bench.puppet.scripts import SCRIPTS
from e2e.browsers import browser
from e2e.house import House, free_port
from e2e.people import Candidate, Interviewer
from e2e.truth import LONGER_THAN_MS, spans


@dataclass(frozen=True)
class Told:
    rule: str
    start_ms: float
    end_ms: float
    after_ms: float


def hold(house: House, name: str) -> Iterator[Told]:
    """One interview with the puppet that looks away, leaves and is joined."""
    clip, steady = ready(SCRIPTS["interview"]), ready(SCRIPTS["steady"])
    with sync_playwright() as p, browser(p, steady.video) as one, browser(p, clip.video) as other:
        ada, noor = Interviewer(one, house), Candidate(other, house)
        noor.watch_camera()
        ada.sign_in()
        ada.add_candidate(name, f"{name.replace(' ', '.').lower()}@candidates.example", "Asia/Beirut")
        interview = ada.plan_interview(name, "Data engineer")
        link = ada.invite()
        ada.open_room(interview)
        noor.arrive(link)
        ada.let_in()
        noor.waits_for_scene(clip.labels, 0)
        ada.start()
        noor.waits_for_scene(clip.labels, -1)
        appeared, seen = ada.moments_appeared(), noor.frames_seen()
        ada.end()
        report = ada.downloads(f"/api/reports/{ada.reads_report()}/report.json")
    yield from compare(report, clip, seen, appeared)


def compare(
    report: dict[str, object], clip: Clip, seen: list[list[float]], appeared: dict[str, float]
) -> Iterator[Told]:
    origin_ms, ended_ms = (float(str(report[key])) / 1000 for key in ("started_us", "ended_us"))
    truth = [span for span in spans(clip.labels, seen) if span.is_incident_within(origin_ms, ended_ms)]
    outcome = report["outcome"]
    assert isinstance(outcome, dict)
    for span, incident in zip(truth, outcome["incidents"], strict=True):
        assert span.rule == incident["rule"]
        yield Told(
            rule=span.rule,
            start_ms=origin_ms + incident["started_ms"] - span.start_ms,
            end_ms=origin_ms + incident["ended_ms"] - span.end_ms,
            after_ms=appeared[span.rule] - span.start_ms - LONGER_THAN_MS[span.rule],
        )


def main(rounds: int) -> None:
    told: list[Told] = []
    with TemporaryDirectory() as folder:
        house = House(Path(folder), free_port())
        house.start()
        try:
            for round_ in range(rounds):
                told.extend(hold(house, f"Person {round_ + 1}"))
        finally:
            house.stop()
    print("| moment | start, ms | end, ms | told after, ms |")
    print("|---|---|---|---|")
    for rule in LONGER_THAN_MS:
        of_rule = [one for one in told if one.rule == rule]
        cells = [
            spread([getattr(one, field) for one in of_rule]) for field in ("start_ms", "end_ms", "after_ms")
        ]
        print(f"| {rule} | {' | '.join(cells)} |")


def spread(values: list[float]) -> str:
    """Median, and from lowest to highest."""
    return f"{median(values):.0f} ({min(values):.0f} … {max(values):.0f})"


if __name__ == "__main__":
    main(int(sys.argv[1]) if len(sys.argv) > 1 else 3)
