from collections.abc import Iterator

import pytest

from fairview.kit import events
from fairview.rooms.public import DeviceChanged, RoomChanged, RoomEnded


@pytest.fixture
def news() -> Iterator[list[object]]:
    """What rooms tell those above, besides telling them."""
    heard: list[object] = []
    for kind in (DeviceChanged, RoomChanged, RoomEnded):
        events._handlers[kind].append(heard.append)
    yield heard
    for kind in (DeviceChanged, RoomChanged, RoomEnded):
        events._handlers[kind].remove(heard.append)
