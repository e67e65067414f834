"""What each may see of a room, without sockets."""

from fairview.kit.clock import now_us
from fairview.kit.ids import new_id
from fairview.rooms.contracts import ParticipantFacts, RoomFacts
from fairview.rooms.presence import LATE_ENTRIES_US, LiveRoom, Present, standing_of

INES = ParticipantFacts(id="ines", role="interviewer", name="Ines", admission="admitted")
CAI = ParticipantFacts(id="cai", role="candidate", name="Cai", admission="admitted", is_observed=True)
SAM = ParticipantFacts(id="sam", role="candidate", name="Sam", admission="waiting")


def room(**facts: object) -> LiveRoom:
    return LiveRoom(
        RoomFacts(
            room_session="r",
            version=1,
            state=facts.get("state", "live"),  # type: ignore[arg-type]
            title="Talk",
            policy="standard@1",
            ended_us=facts.get("ended_us"),  # type: ignore[arg-type]
            participants=[INES, CAI, SAM],
        )
    )


def names(live: LiveRoom, viewer: ParticipantFacts) -> list[str]:
    return [person.name for person in live.snapshot_for(viewer, now_us()).participants]


def test_candidates_never_see_each_other() -> None:
    assert names(room(), CAI) == ["Ines", "Cai"]
    assert names(room(), SAM) == ["Ines", "Sam"]
    assert names(room(), INES) == ["Ines", "Cai", "Sam"]


def test_who_waits_does_not_see_what_the_interviewers_devices_do() -> None:
    live = room()
    with_cameras = [
        Present(participant=one, since_us=1, microphone=False, camera=True) for one in ("ines", "sam")
    ]
    live.others[new_id()] = {present.participant: present for present in with_cameras}
    seen = {person.name: person.camera for person in live.snapshot_for(SAM, now_us()).participants}
    assert seen == {"Ines": False, "Sam": True}


def test_a_room_is_over_when_late_entries_are_too_late() -> None:
    ended_us = 1_000
    live = room(state="ended", ended_us=ended_us)
    assert not live.is_over(ended_us + LATE_ENTRIES_US)
    assert live.is_over(ended_us + LATE_ENTRIES_US + 1)
    assert not room().is_over(now_us())


def test_consent_and_admission_are_standings() -> None:
    assert standing_of(CAI) == {"candidate", "observed", "in_talk"}
    assert standing_of(SAM) == {"candidate"}
