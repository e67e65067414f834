"""The clips that tests and benches ask for by name."""

from bench.puppet.script import Scene, Script


def calm(seconds: float) -> Scene:
    return Scene("calm", seconds)


def looks(name: str, seconds: float, yaw: float) -> Scene:
    return Scene(name, seconds, gaze=(yaw, 0))


# The story of an interview. It ends as it begins, so that a looping camera shows no jump.
INTERVIEW = Script(
    "interview",
    (
        Scene("steady", 12),
        calm(6),
        looks("looks_away", 8, 20),
        calm(5),
        looks("glances", 3, 20),
        calm(4),
        Scene("leaves", 12, is_present=False),
        calm(6),
        Scene("company", 4, has_company=True),
        calm(4),
        looks("glances", 3, -20),
        calm(5),
    ),
)

STEADY = Script("steady", (calm(30),))

# Every gaze, turn and closure in small steps, each held still: for measuring, not for watching.
SWEEP = Script(
    "sweep",
    (
        *(Scene("gaze_yaw", 0.4, gaze=(yaw, 0)) for yaw in range(-25, 26, 5)),
        *(Scene("gaze_pitch", 0.4, gaze=(0, pitch)) for pitch in range(-15, 16, 5)),
        *(Scene("head_yaw", 0.4, head=(yaw, 0, 0)) for yaw in range(-25, 26, 5)),
        *(Scene("head_pitch", 0.4, head=(0, pitch, 0)) for pitch in range(-15, 16, 5)),
        *(Scene("closure", 0.4, closure=closure) for closure in (0, 0.25, 0.5, 0.75, 1)),
        *(Scene("light", 0.4, light=light) for light in (1, 0.6, 0.3)),
        *(Scene("distance", 0.4, distance=distance) for distance in (1, 1.5, 2)),
    ),
    has_blinks=False,
    sway=0,
)

SCRIPTS = {script.name: script for script in (INTERVIEW, STEADY, SWEEP)}
