"""Rooms on the live plane: the gate, presence, and the relay through which devices find each other.

Nothing is stored here. What the desk knows arrives whole, with each ticket and at each change, and the newest
version wins; what happened goes to the log. Who is connected to another process is what that one last said.
"""

import asyncio
import logging
from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Sequence
from uuid import UUID

from fairview.evidence.contracts import Payload
from fairview.kit.clock import now_us
from fairview.kit.live.contracts import Downward, MessageRefused, Refusal
from fairview.kit.live.hub import Connection, Hub
from fairview.kit.live.socket import Refused
from fairview.kit.tickets import TicketExpired, TicketInvalid, unseal
from fairview.rooms.contracts import (
    TICKET_MAX_AGE_S,
    TICKET_PURPOSE,
    ParticipantFacts,
    ParticipantJoined,
    ParticipantLeft,
    RoomFacts,
    SendSignal,
    SetMedia,
    SignalReceived,
    Ticket,
)
from fairview.rooms.presence import Elsewhere, LiveRoom, Presence, PresenceStated, newer, standing_of
from fairview.rooms.silence import Record, Silences

ReadFacts = Callable[[Collection[UUID]], Iterable[RoomFacts]]
"""What the desk says of these rooms now. Called in a thread."""

logger = logging.getLogger(__name__)

FORGET_AFTER_US = 2 * TICKET_MAX_AGE_S * 1_000_000
"""An empty room is remembered until every ticket that was made before its newest facts has expired."""


class LiveRooms:
    def __init__(self, hub: Hub, record: Record, read_facts: ReadFacts) -> None:
        self.hub = hub
        self.record = record
        self.read_facts = read_facts
        self.rooms: dict[UUID, LiveRoom] = {}
        self.silences = Silences(hub, self.rooms, record)
        self.elsewhere: defaultdict[UUID, Elsewhere] = defaultdict(dict)
        hub.bus.listen(PresenceStated, self.take_presence)
        hub.bus.when_joined += [self.state_all, self.ask_desk]
        hub.bus.when_gone.append(self.miss)
        self.greetings: list[Callable[[Connection], Sequence[Downward]]] = []
        """What other contexts tell a connection that has just opened."""
        self.when_ended: list[Callable[[Sequence[Connection]], None]] = []

    # Facts of the desk

    def apply_facts(self, facts: RoomFacts) -> None:
        """Take what the desk says now. From any thread; older versions change nothing."""
        self.hub.soon(self.take_facts, facts)

    def take_facts(self, facts: RoomFacts) -> LiveRoom:
        room_id = UUID(facts.room_session)
        room = self.rooms.get(room_id)
        if room is None:
            self.forget_idle()
            room = self.rooms[room_id] = LiveRoom(facts, self.elsewhere[room_id])
            room.idle_since_us = now_us()
        elif newer(facts, room.facts):
            has_ended = facts.state == "ended" and room.facts.state != "ended"
            room.facts = facts
            self.settle(room_id, room)
            if has_ended:
                for tell in self.when_ended:
                    tell(list(room.connections()))
        return room

    def facts_of(self, room_id: UUID) -> RoomFacts | None:
        """The newest that the desk said of a room."""
        room = self.rooms.get(room_id)
        return room.facts if room else None

    def change_device(self, room_id: UUID, participant_id: UUID, device: str) -> None:
        """A person is on this device now, on none if it is empty: other sockets are shut out. Any thread."""
        self.hub.soon(self.take_device, room_id, str(participant_id), device)

    def take_device(self, room_id: UUID, participant_id: str, device: str) -> None:
        if room := self.rooms.get(room_id):
            presence = room.presence(participant_id)
            presence.device = device
            if presence.connection and presence.connection.device != device:
                presence.connection.cut(Refusal(code="opened_elsewhere" if device else "left"))

    def settle(self, room_id: UUID, room: LiveRoom) -> None:
        """Make presence follow the facts: cut who was removed, note who came and went, tell everybody."""
        for connection in room.connections():
            if not room.lets_in(connection.participant):
                connection.cut(Refusal(code="removed"))
        for participant in room.facts.participants:
            presence = room.presence(participant.id)
            self.note_presence(room_id, participant, presence)
        self.broadcast(room)

    def note_presence(self, room_id: UUID, participant: ParticipantFacts, presence: Presence) -> None:
        """Write to the log that an admitted participant came or went; to go on by way of another process is
        neither."""
        is_here = presence.connection is not None and participant.admission == "admitted"
        if is_here == presence.has_joined:
            return
        presence.has_joined = is_here
        comes_from_elsewhere = is_here and self.rooms[room_id].elsewhere(participant.id)
        if comes_from_elsewhere or presence.goes_on_elsewhere:
            return
        payload: Payload = (
            ParticipantJoined(participant=participant.id, role=participant.role)
            if is_here
            else ParticipantLeft(participant=participant.id)
        )
        self.record(room_id, payload, UUID(participant.id))

    def broadcast(self, room: LiveRoom) -> None:
        """Everybody's own view of the room."""
        for connection in room.connections():
            viewer = room.participant(connection.participant)
            if viewer and viewer.admission != "removed":
                connection.send(room.snapshot_for(viewer, now_us()))

    def forget_idle(self) -> None:
        oldest = now_us() - FORGET_AFTER_US
        for room_id, room in list(self.rooms.items()):
            if room.idle_since_us is not None and room.idle_since_us < oldest:
                del self.rooms[room_id]
                if not room.others:
                    del self.elsewhere[room_id]

    # Other processes

    def state(self, room_id: UUID) -> None:
        """Tell the other processes who is in a room by way of this one."""
        self.hub.tell(PresenceStated(room=room_id, people=self.rooms[room_id].present()))

    def state_all(self) -> None:
        for room_id in self.rooms:
            self.state(room_id)

    def ask_desk(self) -> None:
        """What was decided there meanwhile may not have come here."""
        held = [room_id for room_id, room in self.rooms.items() if any(room.connections())]
        if held:
            asyncio.get_running_loop().run_in_executor(None, self.refresh, held)

    def refresh(self, room_ids: Collection[UUID]) -> None:
        try:
            for facts in self.read_facts(room_ids):
                self.apply_facts(facts)
        except Exception:
            logger.exception("the desk could not be asked about %d rooms", len(room_ids))

    def take_presence(self, stated: PresenceStated, sender: UUID) -> None:
        """Of two connections of a participant the newest counts."""
        others = self.elsewhere[stated.room]
        others[sender] = {present.participant: present for present in stated.people}
        self.silences.pass_on(stated.room, others[sender])
        if not stated.people:
            del others[sender]
        room = self.rooms.get(stated.room)
        if room is None:
            if not others:
                del self.elsewhere[stated.room]
            return
        for connection in room.connections():
            seen = room.elsewhere(connection.participant)
            presence = room.presence(connection.participant)
            if seen and seen.since_us > presence.since_us:
                presence.goes_on_elsewhere = True
                connection.cut(Refusal(code="opened_elsewhere"))
        self.broadcast(room)

    def miss(self, process: UUID) -> None:
        """A process is gone, and with it the connections that it held."""
        for room_id, others in list(self.elsewhere.items()):
            if process in others:
                self.take_presence(PresenceStated(room=room_id, people=[]), process)

    # The gate

    def admit(self, room_id: UUID, ticket: str) -> Connection:
        """The connection that a ticket opens. Raises `Refused`."""
        claims = claims_of(room_id, ticket)
        participant = self.holder(claims)
        if self.rooms[room_id].presence(participant.id).device not in {None, claims.device}:
            raise Refused("opened_elsewhere")
        return Connection(self.hub, room_id, participant.id, participant.role, claims.device)

    def check(self, room_id: UUID, ticket: str) -> ParticipantFacts:
        """Whose ticket this is, as the newest facts know them. Raises `Refused`."""
        return self.holder(claims_of(room_id, ticket))

    def holder(self, claims: Ticket) -> ParticipantFacts:
        room = self.take_facts(claims.room)
        participant = room.participant(claims.participant)
        if participant is None:
            raise Refused("not_admitted")
        if participant.admission == "removed":
            raise Refused("removed")
        if room.is_over(now_us()):
            raise Refused("room_over")
        return participant

    def opened(self, connection: Connection) -> None:
        """The newest connection of a participant is the one that counts."""
        room = self.rooms[connection.room]
        room.idle_since_us = None
        presence = room.presence(connection.participant)
        if presence.connection:
            presence.connection.cut(Refusal(code="opened_elsewhere"))
        presence.connection = connection
        presence.since_us = now_us()
        presence.goes_on_elsewhere = False
        presence.microphone = presence.camera = False
        self.settle(connection.room, room)
        self.state(connection.room)
        for greet in self.greetings:
            for message in greet(connection):
                connection.send(message)

    def closed(self, connection: Connection) -> None:
        room = self.rooms[connection.room]
        presence = room.presence(connection.participant)
        if presence.connection is not connection:
            return
        presence.connection = None
        presence.microphone = presence.camera = False
        self.settle(connection.room, room)
        self.state(connection.room)
        if not any(room.connections()):
            room.idle_since_us = now_us()

    def standing(self, connection: Connection) -> frozenset[str]:
        """What the participant counts as in the log's table of kinds."""
        participant = self.rooms[connection.room].participant(connection.participant)
        return standing_of(participant) if participant else frozenset()

    # Messages

    def send_signal(self, connection: Connection, message: SendSignal, _received_us: int) -> None:
        """Hand negotiation to one other participant. Who waits can reach nobody and be reached by nobody."""
        if code := self.refusal_of(connection, message):
            connection.send(MessageRefused(code=code, message="rooms.send_signal"))
            return
        self.hub.publish_everywhere(
            connection.room,
            SignalReceived(
                sender=connection.participant, description=message.description, candidate=message.candidate
            ),
            only=[message.to],
        )

    def refusal_of(self, connection: Connection, message: SendSignal) -> str | None:
        room = self.rooms[connection.room]
        if (message.description is None) == (message.candidate is None):
            return "malformed"
        if room.facts.state == "ended":
            return "room_over"
        if not room.may_talk(connection.participant):
            return "not_admitted"
        if message.to == connection.participant or not room.may_talk(message.to):
            return "participant_absent"
        return None

    def set_media(self, connection: Connection, message: SetMedia, _received_us: int) -> None:
        room = self.rooms[connection.room]
        presence = room.presence(connection.participant)
        if presence.connection is connection:
            presence.microphone, presence.camera = message.microphone, message.camera
            self.broadcast(room)
            self.state(connection.room)


def claims_of(room_id: UUID, ticket: str) -> Ticket:
    """What a genuine and fresh ticket for this room says. Raises `Refused`."""
    try:
        claims = unseal(ticket, Ticket, TICKET_PURPOSE, TICKET_MAX_AGE_S)
    except TicketExpired:
        raise Refused("ticket_expired", retry=True) from None
    except TicketInvalid:
        raise Refused("ticket_invalid") from None
    if claims.room.room_session != str(room_id):
        raise Refused("ticket_invalid")
    return claims
