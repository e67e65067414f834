"""Most phones that are none are fingers at ear or mouth."""

from fairview.proctoring.vision.geometry import Box, overlap
from fairview.proctoring.vision.objects.sightings import Sighting

NEAR_FACE = 0.25


def may_be_a_hand(sighting: Sighting, face: Box | None) -> bool:
    """Whether a phone is only "hand or phone"."""
    if face is None or sighting.counts_as != "phone":
        return False
    wide, tall = face.width * NEAR_FACE, face.height * NEAR_FACE
    around = Box(face.x - wide, face.y - tall, face.width + 2 * wide, face.height + 2 * tall)
    return overlap(sighting.box, around) > 0
