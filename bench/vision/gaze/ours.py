"""The product's gaze model, Python twin: what it says of the tested looks once it is fitted to the others."""

from collections.abc import Sequence

from fairview.proctoring.vision import gaze_point
from fairview.proctoring.vision.contracts import Reading
from fairview.proctoring.vision.geometry import Point

from bench.puppet.studio.screen import Screen
from bench.vision.gaze.looks import Look, calibration, checks, screen_of, tested
from bench.vision.gaze.score import Told
from bench.vision.strata.clips import Clip
from bench.vision.strata.python_side import readings


def told_by_us(clip: Clip) -> list[Told | None]:
    """For each tested look what is said of it. This is where another model is plugged in."""
    seen, screen = readings(clip), screen_of(clip)
    fitted = gaze_point.fit(known(calibration(clip), seen, screen), gaze_point.Screen(*screen.pixels))
    if fitted is None:
        return [None for _ in tested(clip)]
    model = gaze_point.widened(fitted, known(checks(clip), seen, screen))
    return [as_told(model.at(seen[look.frame]), screen) for look in tested(clip)]


def as_told(found: gaze_point.GazePoint | None, screen: Screen) -> Told | None:
    if found is None:
        return None
    across, down = screen.middle
    return Told(point=(found.x + across, found.y + down), off=found.off, radius_px=found.radius)


def known(looks: Sequence[Look], seen: Sequence[Reading], screen: Screen) -> list[gaze_point.Look]:
    """The model's points count from the middle of the screen."""
    across, down = screen.middle
    return [
        gaze_point.Look(seen[look.frame], Point(look.point[0] - across, look.point[1] - down), look.number)
        for look in looks
    ]
