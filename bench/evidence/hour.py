"""An hour of interview as the log has it: a candidate who is observed and writes code, and an interviewer.

Entries are of the real kinds, as often as the pages write them: four statements every half second, an edit
for each key, a few dozen entries of the call and the server.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, field
from itertools import groupby
from operator import itemgetter
from uuid import UUID

from fairview.coding.contracts import (
    DocumentEdited,
    DocumentStarted,
    ExerciseAssigned,
    RunFinished,
    RunRequested,
)
from fairview.coding.tests.logs import DOCUMENT, STARTER, Page
from fairview.coding.text import starter_update
from fairview.evidence.append import kind_of, server_entry
from fairview.evidence.contracts import Author, Payload, StreamClosed
from fairview.evidence.engine import SERVER, NewEntry, canonical
from fairview.evidence.writer import Batch
from fairview.kit.ids import new_id
from fairview.proctoring.contracts import NeutralSet, Observation, WatchChanged
from fairview.rooms.contracts import (
    ConnectionChanged,
    MediaChanged,
    ParticipantAdmitted,
    ParticipantJoined,
    SessionEnded,
    SessionStarted,
)

SECOND_US = 1_000_000
BEGAN_US = 1_795_000_000 * SECOND_US
HOUR_S = 3_600
STATED_EVERY_S = 0.5
SENT_EVERY_S = 0.2
ASSIGNED_S, WRITTEN_UNTIL_S = 600, 3_300
SNIPPET = """def merge(spans):
    merged = []
    for start, end in sorted(spans):
        if merged and start <= merged[-1][1]:
            merged[-1][1] = max(merged[-1][1], end)
        else:
            merged.append([start, end])
    return merged

"""
PRINTED = "\n".join(f"case {number}: [[1, 6], [8, 10], [15, 18]]" for number in range(12))

Said = tuple[float, Payload]
"""When, in seconds from the start, and what."""


@dataclass
class Hour:
    seed: int = 1
    session_id: UUID = field(default_factory=new_id)
    candidate: Author = field(default_factory=lambda: Author(new_id(), "candidate"))
    interviewer: Author = field(default_factory=lambda: Author(new_id(), "interviewer"))

    def __post_init__(self) -> None:
        self.chance = random.Random(self.seed)
        self.streams = {one: new_id() for one in (self.candidate, self.interviewer)}
        self.server = Author(self.interviewer.participant_id, SERVER)
        self.server_stream = new_id()

    def batches(self) -> Iterator[Batch]:
        """What everybody wrote, in the order in which it was sent."""
        yield from sorted(
            [
                *self.sent(self.candidate, [*self.observed(), *self.call(), *self.written(self.candidate)]),
                *self.sent(self.interviewer, [*self.call(), *self.written(self.interviewer)]),
                *self.noted(),
            ],
            key=lambda batch: batch.entries[0].received_us,
        )

    def sent(self, author: Author, said: list[Said]) -> Iterator[Batch]:
        """A page gathers what happens for a moment."""
        closing = (HOUR_S + 1.0, StreamClosed(reason="ended"))
        number = 0
        for tick, together in groupby(sorted([*said, closing], key=itemgetter(0)), key=tick_of):
            sent_us = BEGAN_US + self.us((tick + 1) * SENT_EVERY_S)
            received_us = sent_us + self.chance.randrange(20_000, 60_000)
            entries = [self.entry(n, one, received_us) for n, one in enumerate(together, number + 1)]
            yield Batch(self.session_id, self.streams[author], author, entries)
            number += len(entries)

    def entry(self, number: int, said: Said, received_us: int) -> NewEntry:
        """Its clock is measured every three seconds."""
        second, payload = said
        at_us = 12 * SECOND_US + self.us(second)
        measured = random.Random(second // 3)
        return NewEntry(
            number=number,
            kind=kind_of(payload),
            payload=canonical(payload),
            epoch="5f0c1d9ae2b74c11",
            at_us=at_us,
            estimated_us=BEGAN_US + self.us(second) + measured.randrange(-900, 900),
            uncertainty_us=measured.randrange(9_000, 14_000),
            received_us=received_us,
        )

    def us(self, second: float) -> int:
        """As browsers count: to a tenth of a millisecond."""
        return round(second * 10_000) * 100

    def observed(self) -> Iterator[Said]:
        """Presence, faces, gaze and head, twice a second, and what changes in between."""
        second = 5.0
        yield 4.0, NeutralSet(2_100, -8_400, 498, 312, 6, 44, "fairview-face", "blaze-1+mesh-1")
        yield 5.0, WatchChanged("watching", "started", 15_000)
        while second < HOUR_S:
            second += STATED_EVERY_S
            for kind, value in self.looks():
                sure = self.chance.randrange(880, 999)
                at = second + self.chance.uniform(0, 0.03)
                yield at, Observation(kind, value, sure, 500, "fairview-face", "blaze-1+mesh-1")  # type: ignore[arg-type]

    def looks(self) -> Iterator[tuple[str, str]]:
        yield "presence", "present"
        yield "faces", "1"
        yield "gaze", self.chance.choices(["centre", "down", "left", "right"], [88, 8, 2, 2])[0]
        yield "head", f"{self.chance.randrange(-9_000, 9_000)},{self.chance.randrange(-14_000, 6_000)}"

    def call(self) -> Iterator[Said]:
        peer = str(new_id())
        yield 2.0, MediaChanged(microphone=True, camera=True, reason="person")
        for minute in (0, 17, 41):
            yield minute * 60 + 3.0, ConnectionChanged(peer=peer, state="connected")
            yield minute * 60 + 57.0, ConnectionChanged(peer=peer, state="disconnected")

    def written(self, author: Author) -> Iterator[Said]:
        """Bursts of typing with rests between them; the candidate types half of the time, the interviewer
        hardly."""
        page = Page(author.participant_id, author.role, self.chance.randrange(1, 2**31), starter())
        second, rest_s = float(ASSIGNED_S), 9 if author.role == "candidate" else 240
        while (second := second + self.chance.expovariate(1 / rest_s)) < WRITTEN_UNTIL_S:
            at = self.chance.randrange(len(page.text) + 1)
            line = self.chance.choice(SNIPPET.splitlines(keepends=True))
            for letter in line:
                second += self.chance.uniform(0.11, 0.33)
                is_slip = self.chance.random() < 0.06
                update = page.erase(max(0, at - 1), 1) if is_slip else page.type(at, letter)
                at += -1 if is_slip and at else 1
                yield second, DocumentEdited(DOCUMENT, update)

    def noted(self) -> Iterator[Batch]:
        """The server's own entries."""
        by, candidate = str(self.interviewer.participant_id), str(self.candidate.participant_id)
        said: list[Said] = [
            (0.5, ParticipantJoined(by, "interviewer")),
            (1.0, ParticipantJoined(candidate, "candidate")),
            (3.0, ParticipantAdmitted(candidate, by)),
            (4.0, SessionStarted(by, "standard@1")),
            (ASSIGNED_S - 1, DocumentStarted(DOCUMENT, "task", "python", starter())),
            (ASSIGNED_S, ExerciseAssigned("task", "merge-intervals", 1, by)),
            *self.runs(),
            (HOUR_S + 0.5, SessionEnded(by)),
        ]
        for second, payload in said:
            at_us = BEGAN_US + self.us(second)
            entry = server_entry(payload, at_us, at_us + self.chance.randrange(100, 2_000))
            yield Batch(self.session_id, self.server_stream, self.server, [entry])

    def runs(self) -> Iterator[Said]:
        for minute in range(15, 55, 3):
            run = str(new_id())
            asked = RunRequested(run, "task", DOCUMENT, "python", "run", "0" * 64, 20_000, run)
            yield minute * 60.0, asked
            yield (
                minute * 60.0 + 1,
                RunFinished(run, "AC", 48, 9_400, 1, 1, [], PRINTED, "", 0, None, False, ""),
            )


def tick_of(said: Said) -> int:
    return int(said[0] / SENT_EVERY_S)


def starter() -> str:
    return starter_update(DOCUMENT, STARTER)
