"""The door of rooms."""

from fairview.rooms.actions import admit, end, remove, start
from fairview.rooms.elsewhere import end_elsewhere, open_elsewhere
from fairview.rooms.entrance import Entrance, enter_as_candidate, enter_as_staff
from fairview.rooms.entries import note_acts
from fairview.rooms.errors import NotInRoom, RoomEndedAlready
from fairview.rooms.events import DeviceChanged, RoomChanged, RoomEnded
from fairview.rooms.models import Participant, RoomSession
from fairview.rooms.queries import (
    facts_of_rooms,
    get_room,
    has_candidate,
    latest_room,
    room_facts,
    rooms_on_cards,
)

__all__ = [
    "DeviceChanged",
    "Entrance",
    "NotInRoom",
    "Participant",
    "RoomChanged",
    "RoomEnded",
    "RoomEndedAlready",
    "RoomSession",
    "admit",
    "end",
    "end_elsewhere",
    "enter_as_candidate",
    "enter_as_staff",
    "facts_of_rooms",
    "get_room",
    "has_candidate",
    "latest_room",
    "note_acts",
    "open_elsewhere",
    "remove",
    "room_facts",
    "rooms_on_cards",
    "start",
]
