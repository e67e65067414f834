"""A planned interview with Ines on the panel and Cai's consent, and what is done in its room."""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

import msgspec
from tests.people import Browser, People

from fairview.evidence.public import read_entries
from fairview.rooms.entries import Decision
from fairview.scheduling.tests.steps import consent, continued, invite, plan

DECISIONS = msgspec.json.Decoder(Decision)


@dataclass
class Scene:
    ines: Browser
    cai: Browser
    interview_id: str
    token: str
    room_id: str = ""
    candidate_id: str = ""

    def both_enter(self) -> None:
        entrance = self.cai.post("/api/visit/room").json()
        self.room_id, self.candidate_id = entrance["room_session_id"], entrance["participant_id"]
        assert self.ines.post(f"/api/interviews/{self.interview_id}/room").status_code == 200

    def act(self, verb: str) -> dict[str, Any]:
        """What Ines decides, and the answer."""
        whom = f"/participants/{self.candidate_id}" if verb in {"admit", "remove"} else ""
        answer: dict[str, Any] = self.ines.post(f"/api/rooms/{self.room_id}{whom}/{verb}").json()
        return answer

    def hold(self) -> None:
        self.both_enter()
        for verb in ("admit", "start", "end"):
            self.act(verb)


def set_scene(as_rhea: Browser, as_ines: Browser, people: People) -> Scene:
    card = plan(as_rhea, people)
    token = invite(as_rhea, card)
    cai = continued(token)
    consent(cai)
    return Scene(as_ines, cai, card["id"], token)


def decisions(room_id: str) -> list[Decision]:
    """What the log says was decided, in order."""
    entries = read_entries(UUID(room_id))
    return [DECISIONS.decode(entry.payload) for entry in entries if entry.role == "server"]
