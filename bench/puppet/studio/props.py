"""The things around a person: painted in their order, and their boxes for the truth."""

import numpy as np

from bench.puppet.picture import Picture, Values
from bench.puppet.studio import book, hand, phone, rooms
from bench.puppet.studio.brush import Colour
from bench.puppet.studio.figure import Box, Figure, box_around, clipped
from bench.puppet.studio.timeline import Objects

THERE = 0.5  # from here on a thing that comes in counts
PHONE_IN_HAND, BOOK = (-1.0, 0.15), (0.0, 0.42)  # from the chin, in face widths


def with_props(picture: Picture, who: Figure, objects: Objects, skin: Colour) -> Picture:
    wide = who.face_width
    if objects.book:
        picture = book.held(picture, from_chin(who, BOOK), wide, skin, objects.book)
    if objects.phone_hand:
        picture = phone.in_hand(picture, from_chin(who, PHONE_IN_HAND), wide, skin, objects.phone_hand)
    if objects.phone_ear:
        picture = phone.at_ear(picture, who.ear, wide, skin, objects.phone_ear)
    if objects.hand:
        picture = hand.at_chin(picture, who.chin, wide, skin, objects.hand)
    return picture


def boxes(who: Figure, objects: Objects) -> list[tuple[str, Box]]:
    """What counts as there. A hand is not an object; the truth says it by itself."""
    wide = who.face_width
    found: list[tuple[str, float, Box]] = [
        ("book", objects.book, book_box(from_chin(who, BOOK), wide)),
        ("phone", objects.phone_hand, phone_box(from_chin(who, PHONE_IN_HAND), wide, phone.WIDE, 6)),
        (
            "phone",
            objects.phone_ear,
            phone_box(who.ear + np.array([0.06, 0.3]) * wide, wide, phone.AT_EAR_WIDE, phone.AT_EAR_LEAN),
        ),
    ]
    return [(kind, inside) for kind, share, box in found if share >= THERE and (inside := clipped(box))]


def second_screen_box(objects: Objects) -> list[tuple[str, Box]]:
    return [("second_screen", rooms.SCREEN)] if objects.second_screen >= THERE else []


def from_chin(who: Figure, offset: tuple[float, float]) -> Values:
    place: Values = who.chin + np.array(offset) * who.face_width
    return place


def phone_box(middle: Values, wide: float, width: float, lean: float) -> Box:
    return box_around(phone.turned(phone.box_of(middle, wide, width), middle, lean))


def book_box(middle: Values, wide: float) -> Box:
    sides = [book.at(part, side, middle, wide) for part in (book.HALF, book.PAGES) for side in (-1, 1)]
    return box_around(np.vstack(sides))
