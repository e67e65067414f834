"""Real browsers with cameras whose truth is known."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from tempfile import TemporaryDirectory

from playwright.sync_api import BrowserContext, Playwright

CHROMIUM_NAMES = ("chromium", "chromium-browser", "google-chrome")
QUIET = [
    "--headless=new",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--autoplay-policy=no-user-gesture-required",
]


def chromium() -> str:
    for name in CHROMIUM_NAMES:
        if found := shutil.which(name):
            return found
    raise AssertionError("Chromium is missing: run tools/browser.")


def camera_flags(clip: Path | None, sound: Path | None, *, cameras: int, allow: bool) -> list[str]:
    """A fake camera that plays `clip` (or Chromium's own test picture), and a microphone that plays `sound`
    (or beeps)."""
    flags = [f"--use-fake-device-for-media-stream=device-count={cameras}"]
    if allow:
        flags.append("--use-fake-ui-for-media-stream")
    if clip:
        flags.append(f"--use-file-for-fake-video-capture={clip}")
    if sound:
        flags.append(f"--use-file-for-fake-audio-capture={sound}")
    return flags


@contextmanager
def browser(
    playwright: Playwright,
    clip: Path | None = None,
    *,
    sound: Path | None = None,
    cameras: int = 1,
    allow_camera: bool = True,
    width: int = 1280,
    height: int = 800,
    zone: str = "Europe/Berlin",
    touch: bool = False,
    language: str = "en-GB",
) -> Iterator[BrowserContext]:
    """One person's browser, in a process and a profile of its own."""
    with TemporaryDirectory() as profile:
        context = playwright.chromium.launch_persistent_context(
            profile,
            executable_path=chromium(),
            headless=True,
            args=[*QUIET, *camera_flags(clip, sound, cameras=cameras, allow=allow_camera)],
            viewport={"width": width, "height": height},
            timezone_id=zone,
            has_touch=touch,
            locale=language,
        )
        context.set_default_timeout(20_000)
        try:
            yield context
        finally:
            context.close()
