"""Clips on disk: the same bytes for the same script, and frames that read back."""

import json
import shutil
from pathlib import Path
from typing import Any

import cv2
import numpy as np
import pytest

from bench.puppet import timecode
from bench.puppet.studio import files
from bench.puppet.studio.catalogue import catalogue
from bench.puppet.studio.language import ClipText

needs_vp8 = pytest.mark.skipif(shutil.which("ffmpeg") is None, reason="ffmpeg is not on this machine")


def clip(**fields: Any) -> ClipText:
    plain = {"name": "short", "seed": 4, "fps": 10, "width": 320, "background": "plain"}
    return ClipText.model_validate({**plain, **fields, "scenes": [{"seconds": 0.3, "talks": True}]})


def written(folder: Path, form: files.Form, **fields: Any) -> bytes:
    return files.ready(clip(**fields), form, folder).video.read_bytes()


@pytest.mark.parametrize("form", ["mjpeg", "y4m", pytest.param("webm", marks=needs_vp8)])
def test_one_script_gives_one_file(tmp_path: Path, form: files.Form) -> None:
    first, again = (written(tmp_path / name, form) for name in ("first", "again"))
    assert first == again
    assert written(tmp_path / "other", form, seed=5) != first


def test_a_mjpeg_file_holds_thirty_pictures_a_second(tmp_path: Path) -> None:
    pictures = written(tmp_path, "mjpeg").split(b"\xff\xd8\xff")[1:]
    assert len(pictures) == 9 and pictures[0] == pictures[2] != pictures[3]


def test_a_y4m_file_is_as_long_as_its_frames(tmp_path: Path) -> None:
    video = written(tmp_path, "y4m")
    head, _, frames = video.partition(b"\n")
    assert head == b"YUV4MPEG2 W320 H240 F10:1 Ip A1:1 C420jpeg"
    assert len(frames) == 3 * (len(b"FRAME\n") + 320 * 240 * 3 // 2)


@needs_vp8
def test_a_webm_file_plays_and_carries_its_time_code(tmp_path: Path) -> None:
    video = cv2.VideoCapture(str(files.ready(clip(), "webm", tmp_path).video))
    read = [video.read() for _ in range(4)]
    assert [done for done, _ in read] == [True, True, True, False]
    assert [timecode.read(np.asarray(picture, np.uint8)) for done, picture in read if done] == [0, 1, 2]


@pytest.mark.parametrize("quality", [{"jpeg": 10}, pytest.param({"vp8_kbps": 40}, marks=needs_vp8)])
def test_poor_quality_costs_detail_and_no_frames(quality: dict[str, int]) -> None:
    good, poor = list(files.pictures(clip(noise=6))), list(files.pictures(clip(noise=6, quality=quality)))
    assert len(good) == len(poor) == 3
    detail = [np.abs(np.diff(p[:220].astype(int), axis=1)).mean() for p in (good[2], poor[2])]
    assert detail[1] < 0.85 * detail[0]


def test_labels_lie_beside_and_a_clip_is_written_once(tmp_path: Path) -> None:
    first = files.ready(clip(), "y4m", tmp_path)
    told = json.loads(first.labels.read_text())
    assert (told["clip"], told["size"], len(told["frames"])) == ("short", [320, 240], 3)
    at = first.video.stat().st_mtime_ns
    assert files.ready(clip(), "y4m", tmp_path) == first and first.video.stat().st_mtime_ns == at
    other = files.ready(clip(noise=3), "y4m", tmp_path)
    assert sorted(tmp_path.iterdir()) == sorted([other.video, other.labels])


def test_the_catalogue_has_at_least_two_hundred_clips_in_every_stratum() -> None:
    clips = catalogue()
    assert len(clips) >= 200
    strata = {clip.stratum["name"] for clip in clips.values()}
    assert strata >= {
        "skin", "light", "glasses", "distance", "quality", "pose", "gaze", "off_screen", "objects", "faces",
    }  # fmt: skip
    assert all(sum(scene.seconds for scene in clip.scenes) <= 40 for clip in clips.values())
