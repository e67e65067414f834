"""What the ribbon marks: incidents, who came and went, and when the candidate's page was out of sight."""

from collections.abc import Iterable, Sequence

import msgspec

from fairview.evidence.contracts import Entry
from fairview.proctoring.contracts import WatchChanged
from fairview.reports.contracts import ReportIncident, ReportMoment, ReportStretch
from fairview.reports.findings.timescale import Timescale
from fairview.rooms.contracts import ParticipantJoined, ParticipantLeft

_comings: msgspec.json.Decoder[ParticipantJoined | ParticipantLeft] = msgspec.json.Decoder(
    ParticipantJoined | ParticipantLeft
)
_watches = msgspec.json.Decoder(WatchChanged)

JOINED, LEFT = "rooms.participant_joined", "rooms.participant_left"
WATCH_CHANGED = "proctoring.watch_changed"


def moments(
    incidents: Iterable[ReportIncident], entries: Sequence[Entry], scale: Timescale
) -> list[ReportMoment]:
    """In order of time, within the session."""
    seen = [
        ReportMoment(
            kind="incident",
            started_ms=one.started_ms,
            ended_ms=one.ended_ms,
            incident=one.id,
            role="candidate",
        )
        for one in incidents
    ]
    hidden = [
        ReportMoment(kind="page_hidden", started_ms=one.started_ms, ended_ms=one.ended_ms, role="candidate")
        for one in hidden_stretches(entries, scale)
    ]
    found = [*seen, *hidden, *_comings_and_goings(entries, scale)]
    return sorted(found, key=lambda one: (one.started_ms, one.kind, one.incident, one.role))


def hidden_stretches(entries: Sequence[Entry], scale: Timescale) -> list[ReportStretch]:
    """Stretches in which the candidate's device said that its page was out of sight."""
    stretches: list[ReportStretch] = []
    lost_us: int | None = None
    for entry in _in_order(entries, WATCH_CHANGED):
        said = _watches.decode(entry.payload)
        if said.part != "faces":
            continue
        is_hidden = said.reason == "tab_hidden"
        if is_hidden and lost_us is None:
            lost_us = entry.estimated_us
        elif not is_hidden and lost_us is not None:
            stretches.append(scale.stretch(lost_us, entry.estimated_us))
            lost_us = None
    if lost_us is not None:
        stretches.append(ReportStretch(started_ms=scale.ms(lost_us), ended_ms=scale.duration_ms))
    return [within for stretch in stretches if (within := scale.within(stretch))]


def _comings_and_goings(entries: Sequence[Entry], scale: Timescale) -> list[ReportMoment]:
    roles: dict[str, str] = {}
    found: list[ReportMoment] = []
    for entry in _in_order(entries, JOINED, LEFT):
        said = _comings.decode(entry.payload)
        if isinstance(said, ParticipantJoined):
            roles[said.participant] = said.role
        at_ms = scale.ms(entry.estimated_us)
        if 0 <= at_ms <= scale.duration_ms:
            found.append(
                ReportMoment(
                    kind="joined" if isinstance(said, ParticipantJoined) else "left",
                    started_ms=at_ms,
                    ended_ms=at_ms,
                    role=roles.get(said.participant, ""),
                )
            )
    return found


def _in_order(entries: Sequence[Entry], *kinds: str) -> list[Entry]:
    """Entries of these kinds that were not erased, by the time at which they happened."""
    return sorted(
        (entry for entry in entries if entry.kind in kinds and entry.payload), key=lambda entry: entry.order
    )
