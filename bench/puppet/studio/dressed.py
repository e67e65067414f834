"""The portrait of a clip: its skin, its beard. What does not change from frame to frame."""

from dataclasses import replace
from functools import lru_cache

from bench.puppet.portrait import Name, Portrait, portrait
from bench.puppet.studio import beard, skin


@lru_cache(maxsize=8)
def dressed(name: Name, tone: str, is_bearded: bool, seed: int) -> Portrait:
    person = portrait(name)
    white = skin.EYE_WHITES.get(tone, 1) * (0.85 if name == "hopper" else 1)
    person = replace(person, picture=skin.recoloured(person, tone), eye_white=white)
    if is_bearded:
        person = replace(person, picture=beard.grown(person.picture, person.landmarks, seed))
    return person
