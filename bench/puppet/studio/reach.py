"""Refuses what a person cannot do: eyes that would have to turn farther than eyes do."""

from bench.puppet.studio.language import ClipText, SceneText
from bench.puppet.studio.stage import eyes_in_head
from bench.puppet.studio.timeline import state

FARTHEST = 40.0  # degrees of the eyes in the head


def problems(clip: ClipText) -> list[tuple[tuple[int | str, ...], str]]:
    """Where and what, scene by scene, once each has settled."""
    found: list[tuple[tuple[int | str, ...], str]] = []
    for number, scene in enumerate(clip.scenes):
        turn = eyes_turn(clip, scene)
        if turn > FARTHEST:
            reason = f"the eyes would turn {turn:.0f}°, they reach {FARTHEST:.0f}°: turn the head as well"
            found.append((("scenes", number, "look_at"), reason))
    return found


def eyes_turn(clip: ClipText, scene: SceneText) -> float:
    settled = state(clip.model_copy(update={"sway": 0.0}), scene, scene, scene.seconds, 0)
    return max(abs(angle) for angle in eyes_in_head(clip, settled)) if scene.present else 0.0
