"""A mouth that opens: what lies below the lips moves down, and the gap is dark."""

import cv2
import numpy as np

from bench.puppet.landmarks import Points
from bench.puppet.picture import HEIGHT, WIDTH, Picture, Values
from bench.puppet.studio.brush import laid, smooth

LOWER_INNER = (78, 95, 88, 178, 87, 14, 317, 402, 318, 324, 308)
FOREHEAD, CHIN = 10, 152
WIDEST = 0.5  # of the mouth's width
DEEP, SHALLOW = (38, 12, 14), (96, 38, 38)


def opened(picture: Picture, landmarks: Points, amount: float) -> Picture:
    if amount <= 0:
        return picture
    drop, inside = lowered(landmarks, amount)
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    moved = cv2.remap(picture, x, y - drop, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    height = smooth((y - landmarks[list(LOWER_INNER), 1].min()) / max(drop.max() * 1.6, 1))[..., None]
    colours = np.array(DEEP) * (1 - height) + np.array(SHALLOW) * height
    return laid(np.asarray(moved, np.uint8), colours, inside)


def lowered(landmarks: Points, amount: float) -> tuple[Values, Values]:
    """For each pixel how far it came down, and whether it is inside the mouth (0..1)."""
    lip = landmarks[list(LOWER_INNER), :2]
    wide = lip[-1, 0] - lip[0, 0]
    y, x = np.mgrid[0:HEIGHT, 0:WIDTH].astype(np.float32)
    edge = np.interp(x, lip[:, 0], lip[:, 1])
    across = (x - lip[:, 0].mean()) / (wide / 2)
    at_lip = np.clip(1 - across**2, 0, 1) ** 0.8
    gap = WIDEST * wide * amount
    below = y - edge - gap * at_lip
    in_chin = np.exp(-((across / 1.5) ** 2))
    share = at_lip + (np.maximum(in_chin, at_lip) - at_lip) * smooth(below / (0.7 * wide))
    tall = landmarks[CHIN, 1] - landmarks[FOREHEAD, 1]
    fades = 1 - smooth((y - landmarks[CHIN, 1] - gap) / (0.35 * tall))
    drop = np.where(y > edge, gap * share * fades, 0).astype(np.float32)
    inside = np.clip(y - edge + 0.5, 0, 1) * np.clip(0.5 - below, 0, 1) * (at_lip > 0)
    return drop, cv2.GaussianBlur(inside.astype(np.float32), (0, 0), 0.9)
