"""`python -m bench.vision.units`: what a degree of eye or head is in the models' numbers, on the puppet."""

from collections.abc import Callable, Iterator

import numpy as np

from bench.puppet.landmarks import Points, eyes_open, gaze_ratios, head_pose, read_face
from bench.puppet.script import Pose, moments
from bench.puppet.scripts import SWEEP
from bench.puppet.stage import painted

# scene, what was painted, what is read
MEASURES: tuple[tuple[str, Callable[[Pose], float], Callable[[Points], float]], ...] = (
    ("gaze_yaw", lambda pose: pose.gaze_yaw, lambda face: gaze_ratios(face)[0]),
    ("gaze_pitch", lambda pose: pose.gaze_pitch, lambda face: gaze_ratios(face)[1]),
    ("head_yaw", lambda pose: pose.head_yaw, lambda face: head_pose(face)[0]),
    ("head_pitch", lambda pose: pose.head_pitch, lambda face: head_pose(face)[1]),
    ("closure", lambda pose: pose.closure, eyes_open),
)


def faces(scene: str) -> Iterator[tuple[Pose, Points]]:
    for moment in moments(SWEEP):
        if SWEEP.scenes[moment.scene].name != scene:
            continue
        face = read_face(painted(moment.pose, moment.frame))
        if face is not None:
            yield moment.pose, face


def main() -> None:
    print("| | slope | at zero | r | residual |", "|---|---|---|---|---|", sep="\n")
    for scene, truth, read in MEASURES:
        pairs = np.array([(truth(pose), read(face)) for pose, face in faces(scene)])
        slope, offset = np.polyfit(pairs[:, 0], pairs[:, 1], 1)
        residual = np.std(pairs[:, 1] - slope * pairs[:, 0] - offset) / abs(slope)
        r = np.corrcoef(pairs.T)[0, 1]
        print(f"| {scene} | {slope:.4f} | {offset:.3f} | {r:.3f} | {residual:.2f} |")


if __name__ == "__main__":
    main()
