"""What holds in each frame of a clip: scenes as written, with the movement between them.

Heads turn, eyes jump and people walk as fast as in `script.py`; while the head turns, the eyes stay on their
point of the screen. Blinks, swaying and talking follow the clip's seed.
"""

import math
from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np

from bench.puppet.script import EYES_S, HEAD_S, WALK_S, between, blink, eased, stepped, waves
from bench.puppet.studio.language import ClipText, SceneText

OBJECT_S = 0.4
SYLLABLES_A_SECOND = 4.2


@dataclass(frozen=True)
class Objects:
    """0 = out of the picture, 1 = where it belongs."""

    hand: float = 0
    phone_ear: float = 0
    phone_hand: float = 0
    book: float = 0
    second_screen: float = 0


@dataclass(frozen=True)
class State:
    look_at: tuple[float, float]
    head: tuple[float, float, float]
    closure: float
    mouth: float
    distance: float
    position: tuple[float, float]
    light: float
    side: float
    back_light: float
    away: float
    others: tuple[float, float]  # how far the second and the third person have come in
    objects: Objects


@dataclass(frozen=True)
class Frame:
    number: int
    scene: int
    state: State


def frames(clip: ClipText) -> Iterator[Frame]:
    """The first scene starts settled, as if it had always been so."""
    number, before = 0, clip.scenes[0]
    start = float(np.random.default_rng(clip.seed).uniform(0, 600)) if clip.seed else 0.0
    for index, scene in enumerate(clip.scenes):
        for k in range(round(scene.seconds * clip.fps)):
            at_s = start + number / clip.fps
            yield Frame(number, index, state(clip, before, scene, k / clip.fps, at_s))
            number += 1
        before = scene


def state(clip: ClipText, before: SceneText, scene: SceneText, since_s: float, at_s: float) -> State:
    eyes, head, walk, hand = (eased(since_s / length) for length in (EYES_S, HEAD_S, WALK_S, OBJECT_S))
    closure = between(before.closure, scene.closure, eyes)
    mouth = between(before.mouth, scene.mouth, eyes)
    turned = [
        between(old, new, head) + clip.sway * weight * wave
        for old, new, weight, wave in zip(before.head, scene.head, (1, 0.6, 0.4), waves(at_s), strict=True)
    ]
    return State(
        look_at=pair(point(clip, before), point(clip, scene), eyes),
        head=(stepped(turned[0], 0.25), stepped(turned[1], 0.25), stepped(turned[2], 0.25)),
        closure=round(max(closure, blink(at_s)) if clip.blinks else closure, 2),
        mouth=round(max(mouth, talking(at_s)) if scene.talks else mouth, 2),
        distance=round(between(before.distance, scene.distance, head), 1),
        position=pair(before.position, scene.position, head),
        light=round(between(before.light, scene.light, head), 3),
        side=round(between(before.side, scene.side, head), 3),
        back_light=round(between(before.back_light, scene.back_light, head), 3),
        away=round(between(not before.present, not scene.present, walk), 3),
        others=pair(arrived(before), arrived(scene), walk),
        objects=between_objects(shown(before), shown(scene), hand),
    )


def point(clip: ClipText, scene: SceneText) -> tuple[float, float]:
    return scene.look_at if scene.look_at is not None else clip.screen.screen().middle


def arrived(scene: SceneText) -> tuple[float, float]:
    return float(scene.others >= 1), float(scene.others >= 2)


def shown(scene: SceneText) -> Objects:
    return Objects(
        hand=float(scene.hand_at_chin),
        phone_ear=float(scene.phone == "ear"),
        phone_hand=float(scene.phone == "hand"),
        book=float(scene.book),
        second_screen=float(scene.second_screen),
    )


def between_objects(old: Objects, new: Objects, share: float) -> Objects:
    moved = {name: round(between(value, getattr(new, name), share), 3) for name, value in vars(old).items()}
    return Objects(**moved)


def pair(old: tuple[float, float], new: tuple[float, float], share: float) -> tuple[float, float]:
    return round(between(old[0], new[0], share), 3), round(between(old[1], new[1], share), 3)


def talking(at_s: float) -> float:
    """Syllables with pauses between the phrases."""
    phrase = max(0.0, math.sin(at_s * 1.7) + 0.55)
    syllable = 0.5 - 0.5 * math.cos(2 * math.pi * SYLLABLES_A_SECOND * at_s)
    return min(1.0, 0.55 * min(phrase, 1) * syllable * (0.7 + 0.3 * math.sin(at_s * 5.1)))
