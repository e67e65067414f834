"""Paints a frame of a clip: room, company, person, things, and what light and camera make of them."""

from functools import lru_cache

import cv2
import numpy as np

from bench.puppet import timecode
from bench.puppet.eyes import EYEBALL_PER_IRIS, with_gaze
from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values, as_picture
from bench.puppet.portrait import Portrait, portrait
from bench.puppet.studio import facemask, glasses, mouth, optics, rooms
from bench.puppet.studio.brush import grain, laid
from bench.puppet.studio.company import Part, company
from bench.puppet.studio.dressed import dressed
from bench.puppet.studio.figure import Figure, figure
from bench.puppet.studio.language import ClipText
from bench.puppet.studio.props import with_props
from bench.puppet.studio.screen import eyes_at, in_head
from bench.puppet.studio.skin import colour_of_skin
from bench.puppet.studio.timeline import Frame, State
from bench.puppet.turning import source_of

CLOTH_FROM = 30  # px from the portrait's edge to plain cloth
LID_FOLLOWS_FROM, LID_RANGE, LID_MOST = 5, 50, 0.6  # degrees of looking down, share of closing
LOWER_LID = 0.5  # how far the lower lid goes with the iris


def painted(clip: ClipText, frame: Frame) -> Picture:
    picture = clean(clip, frame.state)
    picture = optics.exposed(optics.blurred(picture, clip.blur), frame.state.light)
    picture = optics.noisy(picture, clip.noise, clip.seed, frame.number).copy()
    timecode.draw(picture, frame.number, f"{clip.name} {frame.number / clip.fps:.1f} s")
    return optics.at_width(picture, clip.width)


def clean(clip: ClipText, state: State) -> Picture:
    person, who = cast(clip), figure_of(clip, state)
    room = rooms.room(clip.background, clip.portrait, clip.seed)
    picture = rooms.with_second_screen(room, state.objects.second_screen)
    picture = optics.back_lit(picture, state.back_light)
    cover = np.zeros((HEIGHT, WIDTH), np.float32)
    for part, arrival in zip(reversed(company(clip.portrait)), reversed(state.others), strict=True):
        if arrival:
            picture, cover = with_part(picture, cover, part, arrival, state.back_light)
    if state.away < 1:
        colours, mask = layer(clip, person, who, state)
        lit = optics.lit_from_side(colours, state.side, who.eyes[0], who.face_width)
        picture = laid(picture, optics.darkened_by_back_light(lit, state.back_light), mask)
        cover = np.maximum(cover, mask)
        picture = rooms.with_desk(picture, who.lower_edge, 1 - 0.6 * state.back_light)
        skin = np.array(colour_of_skin(person)) * (1 - 0.6 * state.back_light)
        picture = with_props(picture, who, state.objects, (skin[0], skin[1], skin[2]))
    return optics.bloomed(picture, cover, state.back_light)


def cast(clip: ClipText) -> Portrait:
    return dressed(clip.portrait, clip.skin, clip.face == "beard", clip.seed)


def figure_of(clip: ClipText, state: State) -> Figure:
    return figure(portrait(clip.portrait), state.distance, state.position, state.head, state.away)


def eyes_in_head(clip: ClipText, state: State) -> tuple[float, float]:
    """Yaw and pitch that the eyes are painted with, so that they look at the point."""
    place = clip.screen.screen().place(state.look_at)
    return in_head(place, eyes_at(figure_of(clip, state).eyes, state.distance), state.head)


def layer(clip: ClipText, person: Portrait, who: Figure, state: State) -> tuple[Picture, Values]:
    yaw, pitch = eyes_in_head(clip, state)
    lid = np.clip((-pitch - LID_FOLLOWS_FROM) / LID_RANGE, 0, LID_MOST)
    sinks = LOWER_LID * EYEBALL_PER_IRIS * np.sin(np.radians(max(-pitch, 0)))
    closure = state.closure + (1 - state.closure) * lid
    picture = with_gaze(yaw, pitch, float(closure), person, float(sinks))
    picture = mouth.opened(picture, person.landmarks, state.mouth)
    if clip.face == "mask":
        picture = facemask.worn(picture, person.landmarks)
    if clip.glasses != "none":
        picture = glasses.worn(picture, person.landmarks, clip.glasses == "reflecting")
    x, y = turned(portrait(clip.portrait), *state.head)
    colours = cv2.remap(picture, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    cover = cv2.remap(person.cover, x, y, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return placed(np.asarray(colours, np.uint8), cover, who.matrix)


@lru_cache(maxsize=256)
def turned(person: Portrait, yaw: float, pitch: float, roll: float) -> tuple[Values, Values]:
    return source_of(yaw, pitch, roll, person)


def placed(colours: Picture, cover: Values, matrix: Values) -> tuple[Picture, Values]:
    shrink = float(matrix[0, 0])
    if shrink < 0.7:  # without this, fine lines would flicker
        colours = np.asarray(cv2.GaussianBlur(colours, (0, 0), 0.4 / shrink), np.uint8)
    moved = cv2.warpAffine(colours, matrix, (WIDTH, HEIGHT), borderMode=cv2.BORDER_REPLICATE)
    return np.asarray(moved, np.uint8), cv2.warpAffine(cover, matrix, (WIDTH, HEIGHT))


def with_clothes(person: Portrait) -> tuple[Picture, Values]:
    """Below the portrait's lower edge its clothes go on: who stands behind does not end there."""
    picture = with_gaze(0, 0, 0, person)
    worn = np.flatnonzero(person.cover[-4] > 0.9)
    outer = np.concatenate([worn[: len(worn) // 8], worn[-len(worn) // 8 :]])
    cloth = np.median(picture[-12:-2, outer].reshape(-1, 3), axis=0)
    across = np.abs(np.arange(WIDTH) - worn.mean()) / np.ptp(worn)
    light = (1.05 - 0.5 * across**2)[None, :] + grain((HEIGHT, WIDTH), 41, 2.0, 0.02)
    below = cloth * light[..., None]
    soft = np.linspace(0, HEIGHT / CLOTH_FROM, HEIGHT)[:, None, None].clip(0, 1)
    below = picture[-2:-1] * (1 - soft) + below * soft
    cover = np.repeat(person.cover[-2:-1], HEIGHT, axis=0)
    return np.vstack([picture, as_picture(below)]), np.vstack([person.cover, cover])


def with_part(
    picture: Picture, cover: Values, part: Part, arrival: float, back_light: float
) -> tuple[Picture, Values]:
    person = part.dressed()
    colours, mask = placed(*with_clothes(person), part.figure(arrival).matrix)
    picture = laid(picture, optics.darkened_by_back_light(colours, back_light), mask)
    return picture, np.maximum(cover, mask)
