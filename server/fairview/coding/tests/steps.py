"""An interview whose room is open, an exercise that was given, and a runner that asks for work."""

from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import msgspec
from django.conf import settings
from tests.people import Browser, People

from fairview.coding.contracts import DocumentEdited
from fairview.coding.models import Assignment
from fairview.coding.tests.logs import Page
from fairview.coding.texts import workspace_of
from fairview.coding.workspace import Workspace
from fairview.evidence.contracts import Author, Payload
from fairview.evidence.engine import NewEntry, canonical
from fairview.evidence.public import read_entries
from fairview.evidence.store import open_store
from fairview.evidence.writer import Batch, commit
from fairview.kit.clock import now_us
from fairview.kit.ids import new_id
from fairview.rooms.tests.steps import Scene, set_scene
from runner.protocol import Capabilities, CaseResult, Event, Events, Finished, Heard, Lease, Verdict

EXERCISE = "tide-window"
ABLE = Capabilities(runner="one", languages=["python", "javascript", "sql"])


class RunnerClient:
    """A code runner as the server meets it."""

    def __init__(self, token: str = "") -> None:
        self.browser = Browser(headers={"Authorization": f"Runner {token or settings.RUNNER_TOKEN}"})

    def ask(self, able: Capabilities = ABLE) -> Lease | None:
        answer = self.browser.post("/api/runner/lease", msgspec.to_builtins(able))
        return msgspec.json.decode(answer.content, type=Lease) if answer.status_code == 200 else None

    def take(self, able: Capabilities = ABLE) -> Lease:
        lease = self.ask(able)
        assert lease
        return lease

    def say(self, lease: Lease, *events: Event) -> Any:
        said = Events(token=lease.token, events=list(events))
        return self.browser.post(f"/api/runner/runs/{lease.run.id}/events", msgspec.to_builtins(said))

    def is_stopped(self, lease: Lease) -> bool:
        return msgspec.json.decode(self.say(lease).content, type=Heard).stop


@dataclass
class Lesson:
    """Ines gives Cai an exercise. `path` is of her runs."""

    scene: Scene
    database: Any
    runner: RunnerClient = field(default_factory=RunnerClient)

    @property
    def ines(self) -> Browser:
        return self.scene.ines

    @property
    def cai(self) -> Browser:
        return self.scene.cai

    @property
    def room(self) -> UUID:
        return UUID(self.scene.room_id)

    @property
    def exercises(self) -> str:
        return f"/api/interviews/{self.scene.interview_id}/exercises"

    @property
    def runs(self) -> str:
        return f"/api/rooms/{self.scene.room_id}/runs"

    def assign(self, exercise: str = EXERCISE) -> dict[str, Any]:
        answer = self.ines.post(self.exercises, {"exercise": exercise})
        assert answer.status_code == 201, answer.json()
        made: dict[str, Any] = answer.json()
        return made

    def begin(self) -> "Lesson":
        """Both are in, and the interview goes on."""
        self.scene.both_enter()
        self.scene.act("admit")
        self.scene.act("start")
        return self

    def wish(self, purpose: str = "run", language: str = "python", **more: object) -> dict[str, object]:
        assignment = Assignment.objects.latest("created_at")
        return {"assignment": str(assignment.id), "language": language, "purpose": purpose, **more}

    def run(self, purpose: str = "run", **more: Any) -> dict[str, Any]:
        """What Cai is answered who asks for a run."""
        answer: dict[str, Any] = self.cai.post("/api/visit/runs", self.wish(purpose, **more)).json()
        return answer

    def type(self, text: str, language: str = "python") -> str:
        """Cai writes this at the top; the whole text then."""
        document = f"{Assignment.objects.latest('created_at').id}:{language}"
        with workspace_of(self.room) as workspace:
            state = workspace.documents[document].text.state
        page = Page(UUID(self.scene.candidate_id), "candidate", 41, state)
        self.write(DocumentEdited(document=document, update=page.type(0, text)))
        return page.text

    def write(self, payload: Payload) -> None:
        """An entry of Cai's device."""
        kind = str(payload.__struct_config__.tag)
        at_us = now_us()
        entry = NewEntry(
            number=1,
            kind=kind,
            payload=canonical(payload),
            epoch="page",
            at_us=at_us,
            estimated_us=at_us,
            uncertainty_us=5,
            received_us=at_us,
        )
        author = Author(UUID(self.scene.candidate_id), "candidate")
        store = open_store(self.database)
        commit(store, [Batch(self.room, new_id(), author, [entry])])
        store.close()

    def said(self, *kinds: str) -> list[dict[str, Any]]:
        """What the log holds of these kinds, in order."""
        return [
            msgspec.json.decode(entry.payload)
            for entry in read_entries(self.room)
            if entry.kind.removeprefix("coding.") in kinds
        ]

    def workspace(self) -> Workspace:
        with workspace_of(self.room) as workspace:
            return workspace


def finished(lease: Lease, *verdicts: Verdict, stdout: str = "") -> Finished:
    """The last word on a run whose cases came out like this; the rest of them well."""
    well: list[Verdict] = ["AC"] * len(lease.run.cases)
    padded = [*verdicts, *well][: len(lease.run.cases)]
    cases = [
        CaseResult(name=case.name, verdict=verdict, time_ms=10 + number, memory_kb=9_000)
        for number, (case, verdict) in enumerate(zip(lease.run.cases, padded, strict=True))
    ]
    failed: Verdict = next((case.verdict for case in cases if case.verdict != "AC"), "AC")
    return Finished(
        verdict=failed, cases=cases, time_ms=40, memory_kb=9_000, stdout=stdout, stderr="", exit=0
    )


def set_lesson(as_rhea: Browser, as_ines: Browser, people: People, database: Any) -> Lesson:
    return Lesson(set_scene(as_rhea, as_ines, people), database)
