"""`fairview proctor analyze` on recordings whose truth is known, and on files that are none."""

import json
import struct
from collections.abc import Iterable, Sequence
from functools import cache
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest
from click.testing import CliRunner, Result
from fairview import policies
from fairview.proctoring.commands import proctor
from fairview.proctoring.errors import RecordingUnreadable
from fairview.proctoring.vision.video import Recording

from bench.puppet.film import filmed, jpeg
from bench.puppet.script import Scene, Script
from bench.puppet.studio.files import pictures
from bench.puppet.studio.language import ClipText

BUILTIN = Path(policies.__file__).parent / "builtin"
STORY = Script(
    "story",
    (
        Scene("steady", 5),
        Scene("looks_away", 3, gaze=(20, 0)),
        Scene("calm", 2),
        Scene("leaves", 4, is_present=False),
        Scene("calm", 3),
        Scene("company", 3, has_company=True),
        Scene("calm", 2),
    ),
    fps=10,
)
EVERY_MS = 100
TOLERANCE_MS = 400
# Walking in and out takes 0.7 s, in which somebody is seen or not.
WALK_MS = 700

Shot = tuple[int, bytes]
"""When, and the JPEG."""


@cache
def story() -> list[Shot]:
    return [(moment.frame * EVERY_MS, jpeg(picture)) for moment, picture in filmed(STORY)]


def element(name: str, content: bytes) -> bytes:
    """One of Matroska's (EBML's), its size in eight bytes."""
    return bytes.fromhex(name) + struct.pack(">Q", len(content) | 1 << 56) + content


def number(name: str, value: int) -> bytes:
    return element(name, value.to_bytes(4, "big"))


def matroska(shots: Iterable[Shot], size: Sequence[int] = (640, 480)) -> bytes:
    """Motion JPEG with each frame's own time, and, as browsers record, nowhere a duration."""
    head = element("1a45dfa3", element("4282", b"matroska") + number("4287", 4) + number("4285", 2))
    video = element("e0", number("b0", size[0]) + number("ba", size[1]))
    track = number("d7", 1) + number("73c5", 1) + number("83", 1) + element("86", b"V_MJPEG") + video
    info = element("1549a966", number("2ad7b1", 1_000_000))
    clusters = [
        element("1f43b675", number("e7", at_ms) + element("a3", b"\x81\x00\x00\x80" + data))
        for at_ms, data in shots
    ]
    endless = bytes.fromhex("18538067") + b"\x01" + b"\xff" * 7
    return head + endless + info + element("1654ae6b", element("ae", track)) + b"".join(clusters)


def written(path: Path, shots: Iterable[Shot]) -> Path:
    path.write_bytes(matroska(shots))
    return path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(proctor, ["analyze", *map(str, arguments)])


def analyzed(*arguments: object) -> dict[str, Any]:
    result = run(*arguments, "--json")
    assert result.exit_code == 0, result.exception
    found: dict[str, Any] = json.loads(result.output)
    return found


def stretches(found: dict[str, Any], observed: str, value: str) -> list[tuple[int, int]]:
    return [
        (one["started_ms"], one["ended_ms"])
        for one in found["seen"]
        if (one["observed"], one["value"]) == (observed, value)
    ]


def test_a_story_is_seen_as_it_was_played_and_its_log_replays(tmp_path: Path) -> None:
    log = tmp_path / "log.jsonl"
    found = analyzed(written(tmp_path / "story.webm", story()), "--out", log)
    [away] = stretches(found, "gaze", "left")
    assert away == pytest.approx((5_000, 8_000), abs=TOLERANCE_MS)
    [absent] = stretches(found, "presence", "absent")
    assert absent == pytest.approx((10_000, 14_000), abs=WALK_MS + TOLERANCE_MS)
    [company] = stretches(found, "faces", "2")
    assert company == pytest.approx((17_000, 20_000), abs=WALK_MS + TOLERANCE_MS)
    assert not stretches(found, "gaze", "right") and not stretches(found, "gaze", "up")
    assert [incident["rule"] for incident in found["incidents"]] == ["several_faces"]
    assert (found["score"], found["is_cut_short"]) == (97, False)
    assert found["coverage"] > 0.98

    replayed = CliRunner().invoke(proctor, ["replay", str(log), "--json"])
    assert replayed.exit_code == 0
    outcome = json.loads(replayed.output)
    assert outcome["incidents"] == found["incidents"] and outcome["problems"] == []


def test_frames_count_by_their_own_times(tmp_path: Path) -> None:
    """A camera that slows down to four pictures a second shows the same story."""
    uneven = [shot for index, shot in enumerate(story()) if shot[0] < 2_000 or index % 5 in {0, 2}]
    found = analyzed(written(tmp_path / "uneven.webm", uneven))
    [away] = stretches(found, "gaze", "left")
    assert away == pytest.approx((5_000, 8_000), abs=TOLERANCE_MS)
    assert found["duration_ms"] == pytest.approx(22_000, abs=400)


def test_of_a_damaged_file_counts_what_can_be_read(tmp_path: Path) -> None:
    video = tmp_path / "cut.webm"
    whole = matroska(story()[:60])
    video.write_bytes(whole[: len(whole) * 3 // 4])
    assert analyzed(video)["duration_ms"] == pytest.approx(4_500, abs=300)
    video.write_bytes(whole[: len(whole) // 2] + bytes(len(whole) // 2))
    assert analyzed(video)["duration_ms"] == pytest.approx(3_000, abs=300)


def test_a_file_that_ends_before_it_says_is_told(tmp_path: Path) -> None:
    video = tmp_path / "cut.avi"
    writer = cv2.VideoWriter(str(video), cv2.VideoWriter.fourcc(*"MJPG"), 10, (640, 480))
    for _, data in story()[:60]:
        writer.write(np.asarray(cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)))
    writer.release()
    assert not analyzed(video)["is_cut_short"]
    data = video.read_bytes()
    video.write_bytes(data[: len(data) // 2])
    assert analyzed(video)["is_cut_short"]
    assert "The file ends too soon: 3." in run(video).output


def test_without_steady_seconds_nothing_is_said_of_gaze(tmp_path: Path) -> None:
    video = written(tmp_path / "short.webm", story()[:20])
    found = analyzed(video)
    assert found["neutral"] is None
    assert {one["value"] for one in found["seen"] if one["observed"] == "gaze"} == {"unknown"}
    assert "No neutral:" in run(video).output


def test_a_neutral_can_be_chosen(tmp_path: Path) -> None:
    found = analyzed(written(tmp_path / "story.webm", story()[:90]), "--neutral", "5.5-7.5")
    [centre] = stretches(found, "gaze", "centre")
    assert centre == pytest.approx((5_000, 8_000), abs=TOLERANCE_MS)
    assert stretches(found, "gaze", "right")


@pytest.mark.parametrize("text", ["5", "5-5", "a-b", "9-3"])
def test_a_neutral_that_is_no_stretch_is_refused(tmp_path: Path, text: str) -> None:
    result = run(written(tmp_path / "story.webm", story()[:3]), "--neutral", text)
    assert result.exit_code == 2 and "--neutral" in result.output


def test_a_recording_is_turned_as_it_says(tmp_path: Path) -> None:
    video = tmp_path / "turned.mp4"
    writer = cv2.VideoWriter(str(video), cv2.VideoWriter.fourcc(*"mp4v"), 10, (480, 640))
    for _, data in story()[:10]:
        picture = cv2.imdecode(np.frombuffer(data, np.uint8), cv2.IMREAD_COLOR)
        writer.write(cv2.rotate(np.asarray(picture), cv2.ROTATE_90_COUNTERCLOCKWISE))
    writer.release()
    data = video.read_bytes()
    upright = struct.pack(">9i", 1 << 16, 0, 0, 0, 1 << 16, 0, 0, 0, 1 << 30)
    clockwise = struct.pack(">9i", 0, 1 << 16, 0, -1 << 16, 0, 0, 0, 0, 1 << 30)
    track = data.index(upright, data.index(b"tkhd"))
    video.write_bytes(data[:track] + clockwise + data[track + len(upright) :])
    frames = list(Recording(video).frames(rate=10))
    assert [frame.at_ms for frame in frames] == pytest.approx(range(0, 1_000, EVERY_MS))
    original = cv2.imdecode(np.frombuffer(story()[5][1], np.uint8), cv2.IMREAD_COLOR)
    assert np.abs(frames[5].pixels.astype(int) - original).mean() < 5


def test_nobody_in_a_recording_is_said(tmp_path: Path) -> None:
    empty = [(at_ms, story()[125][1]) for at_ms in range(0, 3_000, EVERY_MS)]
    result = run(written(tmp_path / "empty.webm", empty))
    assert result.exit_code == 0
    assert "No face was seen in this recording." in result.output


def phone_story() -> Iterable[Shot]:
    """Somebody shows a phone from 3 to 9 s, up beside the face."""
    scenes = [{"seconds": 3}, {"seconds": 6, "phone": "hand"}, {"seconds": 4}]
    clip = ClipText.model_validate({"name": "phone", "portrait": "hopper", "fps": 5, "scenes": scenes})
    for frame, picture in enumerate(pictures(clip)):
        yield frame * 200, jpeg(picture)


def test_a_phone_is_seen_while_it_is_shown_and_waits_for_a_person(tmp_path: Path) -> None:
    video, log = written(tmp_path / "phone.webm", phone_story()), tmp_path / "log.jsonl"
    found = analyzed(video, "--out", log)
    [phone] = stretches(found, "objects", "hand_or_phone")
    assert phone == pytest.approx((3_000, 9_000), abs=1_000)
    [incident] = [one for one in found["incidents"] if one["rule"] == "phone"]
    assert (incident["reason"], incident["review"]) == ("hand_or_phone_seen", "open")
    assert found["score"] == 100
    assert found["objects"]["detector"] == "centernet-coco" and found["objects"]["pictures"] == 26
    lines = [json.loads(line) for line in log.read_text().splitlines()[1:]]
    detectors = {
        line["payload"]["detector"] for line in lines if line["payload"].get("observed") == "objects"
    }
    assert detectors == {"centernet-coco"}


def test_without_the_wish_or_a_policy_for_it_nothing_is_looked_for(tmp_path: Path) -> None:
    video = written(tmp_path / "short.webm", story()[:25])
    assert "Things were not looked for: it was asked for without." in run(video, "--no-objects").output
    found = analyzed(video, "--no-objects")
    assert not stretches(found, "objects", "none") and not found["objects"]["looked"]
    assert stretches(analyzed(video), "objects", "none")
    plain = tmp_path / "plain.yaml"
    plain.write_text((BUILTIN / "standard-1.yaml").read_text())
    assert not analyzed(video, "--policy", plain)["objects"]["looked"]


def test_pictures_are_read_each_by_itself(tmp_path: Path) -> None:
    for name, frame in (("alone", 10), ("company", 190), ("nobody", 125)):
        (tmp_path / f"{name}.jpg").write_bytes(story()[frame][1])
    pictures = sorted(tmp_path.glob("*.jpg"))
    assert [one["faces"] for one in analyzed(*pictures)["pictures"]] == [1, 2, 0]
    assert run(tmp_path / "nobody.jpg").output == "nobody.jpg: no face.\n"
    assert run(*pictures, "--out", tmp_path / "log.jsonl").exit_code == 2


def test_a_file_that_is_no_recording_is_refused(tmp_path: Path) -> None:
    text = tmp_path / "notes.mp4"
    text.write_text("These are words.\n" * 50)
    refused = run(text).exception
    assert isinstance(refused, RecordingUnreadable)
    assert str(refused) == "notes.mp4 cannot be read as a recording: no video is found in it."
    empty = tmp_path / "empty.webm"
    empty.touch()
    assert isinstance(run(empty).exception, RecordingUnreadable)
    assert isinstance(run(text, empty).exception, RecordingUnreadable)
    assert run(tmp_path / "nowhere.mp4").exit_code == 2
