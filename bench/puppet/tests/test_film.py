"""Clips on disk: what a browser reads, and labels that fit it."""

import json
from pathlib import Path

import cv2
import numpy as np
import pytest

from bench.puppet import film, timecode
from bench.puppet.script import Scene, Script

SHORT = Script("short", (Scene("calm", 0.2), Scene("looks_away", 0.2, gaze=(-20, 0))), sway=0)
START_OF_IMAGE = b"\xff\xd8\xff"


def frames_of(video: Path) -> list[int | None]:
    pictures = [START_OF_IMAGE + rest for rest in video.read_bytes().split(START_OF_IMAGE)[1:]]
    decoded = [cv2.imdecode(np.frombuffer(picture, np.uint8), cv2.IMREAD_COLOR) for picture in pictures]
    return [timecode.read(np.asarray(picture, np.uint8)) for picture in decoded]


def test_every_frame_is_there_twice_with_its_number(tmp_path: Path) -> None:
    clip = film.ready(SHORT, tmp_path)
    assert frames_of(clip.video) == [0, 0, 1, 1, 2, 2, 3, 3, 4, 4, 5, 5]


def test_labels_tell_the_truth_of_each_frame(tmp_path: Path) -> None:
    labels = json.loads(film.ready(SHORT, tmp_path).labels.read_text())
    assert (labels["clip"], labels["fps"], len(labels["frames"])) == ("short", 15, SHORT.frames)
    calm, away = labels["scenes"]
    assert (away["direction"], away["faces"], away["first_frame"], away["end_frame"]) == ("right", 1, 3, 6)
    assert calm["direction"] == "centre"
    assert labels["frames"][5]["gaze_yaw"] == -20 and labels["frames"][5]["scene"] == 1


def test_a_clip_is_written_once_until_its_script_changes(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = film.ready(SHORT, tmp_path)
    monkeypatch.setattr(film, "write", lambda *_: pytest.fail("written again"))
    assert film.ready(SHORT, tmp_path) == first
    monkeypatch.undo()
    other = Script("short", (Scene("calm", 0.2),), sway=0)
    assert film.ready(other, tmp_path) != first
    assert not first.video.exists()
