"""The attention model's own operators against their definition, and the tables of what they refine."""

import numpy as np

from models.tests.small_models import Array, converted_answer

RANDOM = np.random.default_rng(11)
TURNED = np.array([[[0.8, -0.6, 0, 1.7], [0.6, 0.8, 0, -0.4], [0, 0, 1, 0], [0, 0, 0, 1]]], np.float32)


def test_a_region_is_the_turned_box_around_its_points() -> None:
    landmarks = RANDOM.uniform(0, 48, (1, 6, 3)).astype(np.float32)
    landmarks[0, 0, :2], landmarks[0, 1, :2] = (10, 30), (34, 24)
    chosen = {"left_rotation_idx": 0, "right_rotation_idx": 1, "subset_idxs": [0, 1, 2, 3, 4, 5]}
    size = {"output_width": 16, "output_height": 16, "scale_x": 1.5, "scale_y": 1.5}
    options = {**chosen, **size, "target_rotation_radians": 0.0}
    matrix = converted_answer("Landmarks2TransformMatrix", [landmarks], [1, 4, 4], custom=options)[0]

    angle = np.arctan2(24 - 30, 34 - 10)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    straight = landmarks[0, :, :2] @ turn
    low, high = straight.min(axis=0), straight.max(axis=0)
    step = (high - low) * 1.5 / 16
    corner = turn @ ((low + high) / 2 - step * 8)
    np.testing.assert_allclose(matrix[:2, :2], turn * step, atol=1e-4)
    np.testing.assert_allclose(matrix[:2, 3], corner, atol=1e-4)


def test_a_crop_is_bilinear_inside_the_map_and_nothing_outside() -> None:
    feature_map = RANDOM.standard_normal((1, 5, 6, 2)).astype(np.float32)
    options = {"output_width": 4, "output_height": 3}
    answer = converted_answer("TransformTensorBilinear", [feature_map, TURNED], [1, 3, 4, 2], custom=options)
    outside = 0
    for y, x in np.ndindex(3, 4):
        sx, sy = (TURNED[0] @ (x + 0.5, y + 0.5, 0, 1))[:2] - 0.5
        outside += not is_inside(sx, sy, feature_map)
        expected = bilinear(sx, sy, feature_map) if is_inside(sx, sy, feature_map) else np.zeros(2)
        np.testing.assert_allclose(answer[0, y, x], expected, atol=1e-5)
    assert 0 < outside < 12


def is_inside(x: float, y: float, feature_map: Array) -> bool:
    return bool(0 <= x <= feature_map.shape[2] - 1 and 0 <= y <= feature_map.shape[1] - 1)


def bilinear(x: float, y: float, feature_map: Array) -> Array:
    left, top = int(x), int(y)
    right, bottom = min(left + 1, feature_map.shape[2] - 1), min(top + 1, feature_map.shape[1] - 1)
    upper = feature_map[0, top, left] * (1 - x + left) + feature_map[0, top, right] * (x - left)
    lower = feature_map[0, bottom, left] * (1 - x + left) + feature_map[0, bottom, right] * (x - left)
    mixed: Array = upper * (1 - y + top) + lower * (y - top)
    return mixed


def test_points_of_a_region_come_back_through_its_matrix() -> None:
    points = RANDOM.uniform(0, 16, (1, 7, 2)).astype(np.float32)
    answer = converted_answer("TransformLandmarks", [points, TURNED], [1, 7, 2], custom={})
    np.testing.assert_allclose(answer[0], points[0] @ TURNED[0, :2, :2].T + TURNED[0, :2, 3], atol=1e-5)
