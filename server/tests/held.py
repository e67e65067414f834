"""Interviews that were held, with the log that they left."""

from dataclasses import dataclass, field
from datetime import timedelta
from itertools import groupby
from uuid import UUID

import msgspec
from django.conf import settings
from fairview.accounts.public import actor_of
from fairview.candidates.public import add_candidate
from fairview.evidence.contracts import Author, Payload, StreamClosed
from fairview.evidence.engine import NewEntry, canonical
from fairview.evidence.store import open_store
from fairview.evidence.writer import Batch, commit
from fairview.kit.clock import as_datetime, utc_now
from fairview.proctoring.tests.logs import CANDIDATE, SERVER, Log, entry, us
from fairview.rooms.public import RoomSession
from fairview.scheduling.public import Plan, WallTime, plan_interview

from tests.people import People


@dataclass
class Held:
    """One interview of Ines with Cai: a minute long, and ended unless `state` says otherwise."""

    people: People
    state: str = "ended"
    email: str = "cai@example.org"
    room: RoomSession = field(init=False)

    def __post_init__(self) -> None:
        ada = actor_of(self.people.ada)
        cai = add_candidate(ada, name="Cai", email=self.email, zone="Europe/Madrid")
        tomorrow = f"{utc_now() + timedelta(days=1):%Y-%m-%d}"
        at = WallTime(date=tomorrow, time="14:30", zone="Europe/Madrid")
        plan = Plan(cai.id, "Platform engineer", at, 60, [self.people.ines.id], allow_overlap=True)
        interview = plan_interview(ada, plan)
        self.room = RoomSession.objects.create(
            organisation=interview.organisation,
            interview=interview,
            policy=interview.policy,
            state=self.state,
            started_at=as_datetime(us(0)),
            ended_at=as_datetime(us(60)) if self.state == "ended" else None,
        )

    @property
    def id(self) -> UUID:
        return self.room.id

    def write(self, log: Log) -> "Held":
        """Commit the log's entries, each author's in a stream of their own."""
        store = open_store(settings.EVIDENCE_DATABASE)
        for role, entries in groupby(log.entries, key=lambda one: one.role):
            author = Author(CANDIDATE if role == "candidate" else SERVER, role)
            new = [
                NewEntry(
                    kind=one.kind,
                    payload=canonical(msgspec.json.decode(one.payload)),
                    epoch=one.epoch,
                    at_us=one.at_us,
                    estimated_us=one.estimated_us,
                    uncertainty_us=one.uncertainty_us,
                    received_us=one.received_us,
                )
                for one in entries
            ]
            commit(store, [Batch(self.id, author.participant_id, author, new)])
        store.close()
        return self

    def say(self, second: float, payload: Payload, role: str = "server") -> "Held":
        log = Log(started=None)
        log.entries.append(entry(second, payload, role))
        return self.write(log)

    def close_stream(self, second: float = 61) -> "Held":
        return self.say(second, StreamClosed(reason="ended"), "candidate")


def minute() -> Log:
    """Watched throughout; a look to the left for 8 s."""
    return Log().watched(0, 60).saw("gaze", "left", 10, 18).ended(60)
