"""How the device observed, as a report tells it: facts, and nothing where there are none."""

from typing import Any

import msgspec

from fairview.policies.public import get_policy
from fairview.proctoring.contracts import CameraUsed, GazeCalibrated, LivenessChecked
from fairview.proctoring.tests.logs import Log, us
from fairview.reports.contracts import ReportDocument
from fairview.reports.engine import compute, decode, document, encode
from fairview.reports.findings.sections import ReportWatch
from fairview.reports.letter.pdf import typeset
from fairview.reports.letter.sentences import sentences
from fairview.reports.letter.text import letter
from fairview.reports.letter.watch import watch_of
from fairview.reports.sheets import report_csv
from fairview.reports.tests.test_engine import FACTS

DETECTOR = {"detector": "face", "model_version": "1"}
CALIBRATED: dict[str, Any] = {
    **{"method": "eyes", "points": 13, "checked": 4, "error_px": 71, "error_mdeg": 1_900, "radius_px": 150},
    **{"radius_mdeg": 4_040, "screen_width": 1_920, "screen_height": 1_080, "screen_width_mm": 520},
    **{"distance_mm": 600, **DETECTOR},
}
ANSWERS = [
    {"asked": "turn_left", "answered": True, "took_ms": 1_240, "measured": 24_000},
    {"asked": "blink", "answered": False, "took_ms": 5_000, "measured": 0},
]


def report_of(log: Log) -> ReportDocument:
    found = compute(FACTS, log.entries, get_policy("standard@3"))
    return document(found, log.entries, 1, "ended", us(700))


def lines_of(watch: ReportWatch | None) -> dict[str, list[str]]:
    return dict(watch_of(watch, sentences()))


def whole() -> Log:
    log = Log(policy="standard@3").watched(0, 60)
    log.add(
        -20, CameraUsed(width=640, height=480, rate_mhz=30_000, is_virtual=True, label="OBS"), "candidate"
    )
    log.add(-15, msgspec.convert(CALIBRATED, GazeCalibrated), "candidate")
    checked = {"outcome": "not_answered", "answers": ANSWERS, **DETECTOR}
    log.add(-10, msgspec.convert(checked, LivenessChecked), "candidate")
    log.watch(-5, "watching", "started").watch(20, "watching", "rate_changed", rate_mhz=8_000)
    log.watch(0, "watching", "started", "objects", 500).watch(30, "paused", "no_room", "objects")
    log.watch(1, "unavailable", "not_supported", "sound")
    log.saw("blinks", "14,31", 0, 10).saw("blinks", "20,51", 10, 20)
    return log.saw("noise", "-54", 0, 10).saw("noise", "-41", 10, 20).ended(60)


def test_each_part_says_from_when_to_when_it_watched_how_fast_and_why_not() -> None:
    assert lines_of(report_of(whole()).watch) == {
        "Faces": ["0:00 to 0:20: about 15 a second", "0:20 to 1:00: about 8 a second"],
        "Things in sight": [
            "0:00 to 0:30: about 0.5 a second",
            "0:30 to 1:00: paused: the call needed the processor",
        ],
        "Sound": ["0:01 to 1:00: not possible: the browser could not"],
        "Calibration of looks": [
            "By the eyes: half of 4 checks within 71 px (1.9°), 9 of 10 readings within 150 px (4°)."
        ],
        "Camera": ["The camera’s name is that of a program: OBS."],
        "Asked at the camera": [
            "asked to turn the head to the left: seen after 1.2 s",
            "asked to close the eyes for a moment: not seen within 5 s",
        ],
        "Eyelids": ["17 blinks a minute, eyes shut 4.1% of the time"],
        "Noise": ["-54 to -41 dB below full scale"],
    }


def test_without_such_words_of_the_device_nothing_is_told() -> None:
    log = Log(policy="standard@3").watched(0, 60).watch(0, "unavailable", "no_consent").ended(60)
    report = report_of(log)
    assert (report.watch, watch_of(report.watch, sentences())) == (None, [])


def test_an_ordinary_camera_is_not_told() -> None:
    log = Log(policy="standard@3").watched(0, 60).ended(60)
    log.add(-5, CameraUsed(width=640, height=480, rate_mhz=30_000, is_virtual=False), "candidate")
    assert report_of(log).watch is None


def test_it_stays_what_it_is_when_frozen_printed_and_tabulated() -> None:
    report = report_of(whole())
    assert decode(encode(report)) == report
    printed = letter(report, sentences(), decided=None, digest="", link="https://example.org")
    assert printed.labels["watch_title"] == "How it was observed"
    assert typeset(printed).startswith(b"%PDF")
    assert "watch,objects,0:00:30.000,0:01:00.000,paused,no_room,," in report_csv(report, None).decode()


def test_a_part_that_runs_on_does_not_bring_the_page_back_into_sight() -> None:
    log = Log(policy="standard@3").watched(0, 60).watch(10, "paused", "tab_hidden")
    log.watch(11, "paused", "tab_hidden", "objects").watch(12, "watching", "rate_changed", "sound")
    assert report_of(log.watch(20, "watching", "started").ended(60)).page_hidden == 1


def test_a_voice_waits_for_a_word_and_a_gap_is_no_moment_that_people_dismissed() -> None:
    log = Log(policy="standard@3").watched(0, 20).watched(40, 60).saw("voice", "other", 5, 9).ended(60)
    report = report_of(log)
    assert [one.code for one in report.lead] == ["lead_steady", "lead_voices_open"]
    (voice,) = (one for one in report.outcome.incidents if one.rule == "second_voice")
    log.reviewed(70, voice.id, "confirmed")
    assert [one.code for one in report_of(log).lead] == ["lead_steady", "lead_voices"]
    assert report_of(log).outcome.score == 99
