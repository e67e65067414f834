"""When nothing reached the server from the candidate, and what became of what happened then. Pure.

A silence says something of a connection and nothing of a person: no number depends on it.
"""

from collections.abc import Iterable, Iterator, Sequence

import msgspec

from fairview.evidence.contracts import Entry, GapNoted
from fairview.reports.contracts import ReportSilence, ReportStretch
from fairview.reports.findings.timescale import Timescale
from fairview.rooms.contracts import ParticipantFellSilent, ParticipantHeardAgain, ParticipantJoined

Sign = ParticipantFellSilent | ParticipantHeardAgain | ParticipantJoined

SIGNS = {"rooms.participant_fell_silent", "rooms.participant_heard_again", "rooms.participant_joined"}
GAP = "evidence.gap_noted"

_signs: msgspec.json.Decoder[Sign] = msgspec.json.Decoder(Sign)
_gaps = msgspec.json.Decoder(GapNoted)


def silences(entries: Sequence[Entry], scale: Timescale) -> list[ReportSilence]:
    """In order of time, within the session."""
    known = sorted((entry for entry in entries if entry.payload), key=lambda entry: entry.order)
    theirs = [entry for entry in known if entry.role == "candidate"]
    losses = list(_losses(theirs, scale))
    silent = [within for one in _stretches(known, scale) if (within := scale.within(one))]
    alone = [
        ReportSilence(started_ms=at_ms, ended_ms=at_ms, arrived=0, lost=lost)
        for at_ms, lost in losses
        if not any(_holds(one, at_ms) for one in silent)
    ]
    told = [_silence(one, theirs, losses, scale) for one in silent]
    return sorted([*told, *alone], key=lambda one: one.started_ms)


def _stretches(entries: Iterable[Entry], scale: Timescale) -> Iterator[ReportStretch]:
    """By the server's own word: until they come again, or without that are heard again. One that nothing
    ended lasts until the end."""
    silent_since: dict[str, int] = {}
    ended: set[tuple[str, int]] = set()
    for entry in entries:
        sign = _signs.decode(entry.payload) if entry.kind in SIGNS else None
        if sign is None or sign.role != "candidate":
            continue
        if isinstance(sign, ParticipantFellSilent):
            silent_since[sign.participant] = sign.since_us
            continue
        since_us = silent_since.pop(sign.participant, None)
        if isinstance(sign, ParticipantHeardAgain):
            since_us = sign.since_us
        if since_us is not None and (sign.participant, since_us) not in ended:
            ended.add((sign.participant, since_us))
            yield scale.stretch(since_us, entry.estimated_us)
    for since_us in silent_since.values():
        yield ReportStretch(started_ms=scale.ms(since_us), ended_ms=scale.duration_ms)


def _losses(entries: Iterable[Entry], scale: Timescale) -> Iterator[tuple[int, int]]:
    """When the device says that it lost entries for good, and how many."""
    for entry in entries:
        lost = _gaps.decode(entry.payload).lost if entry.kind == GAP else 0
        if lost > 0 and 0 <= scale.ms(entry.estimated_us) <= scale.duration_ms:
            yield scale.ms(entry.estimated_us), lost


def _silence(
    stretch: ReportStretch, entries: Iterable[Entry], losses: Iterable[tuple[int, int]], scale: Timescale
) -> ReportSilence:
    return ReportSilence(
        started_ms=stretch.started_ms,
        ended_ms=stretch.ended_ms,
        arrived=sum(_came_later(entry, stretch, scale) for entry in entries),
        lost=sum(lost for at_ms, lost in losses if _holds(stretch, at_ms)),
    )


def _came_later(entry: Entry, stretch: ReportStretch, scale: Timescale) -> bool:
    happened_ms, received_ms = scale.ms(entry.estimated_us), scale.ms(entry.received_us)
    return entry.kind != GAP and _holds(stretch, happened_ms) and received_ms >= stretch.ended_ms


def _holds(stretch: ReportStretch, at_ms: int) -> bool:
    return stretch.started_ms <= at_ms <= stretch.ended_ms
