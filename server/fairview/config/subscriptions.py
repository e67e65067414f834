"""Who listens to which news: the one place that says it."""

from collections.abc import Sequence

from fairview.coding.public import RunMoved, RunnerSeen, RunPrinted, on_room_changed
from fairview.config.live import apply_facts, change_device, hub, queue, workspaces
from fairview.kit.events import Handler
from fairview.kit.live.news import News
from fairview.proctoring.contracts import IncidentJudged
from fairview.reports.public import on_incident_judged, on_room_ended
from fairview.rooms import reactions
from fairview.rooms.public import DeviceChanged, RoomChanged, RoomEnded
from fairview.scheduling.public import (
    CandidateLeft,
    ConsentGiven,
    DeviceReplaced,
    InterviewCancelled,
    InterviewMoved,
)


def tell_live_plane(event: RoomChanged) -> None:
    apply_facts(event.facts)


def shut_out_other_devices(event: DeviceChanged) -> None:
    change_device(event.room_session_id, event.participant_id, event.device)


EVERYWHERE: dict[type, Sequence[Handler]] = {
    RoomChanged: [tell_live_plane],
    DeviceChanged: [shut_out_other_devices],
    RunMoved: [workspaces.move_run, queue.hear],
    RunPrinted: [workspaces.print_output],
    RunnerSeen: [workspaces.see_runner],
}
"""Told in every web process, whichever process the news comes from: what each has in memory."""

news = News(hub, EVERYWHERE)

SUBSCRIPTIONS: dict[type, Sequence[Handler]] = {
    InterviewCancelled: [reactions.close_cancelled],
    InterviewMoved: [reactions.refresh_facts],
    ConsentGiven: [reactions.refresh_facts],
    CandidateLeft: [reactions.let_candidate_go],
    DeviceReplaced: [reactions.shut_out_old_device],
    RoomChanged: [news.publish, on_room_changed],
    DeviceChanged: [news.publish],
    RunMoved: [news.publish],
    RunPrinted: [news.publish],
    RunnerSeen: [news.publish],
}
"""Told once the news is committed; a process that is killed in between tells nobody."""

TASKS: dict[type, Sequence[Handler]] = {
    RoomEnded: [on_room_ended],
    IncidentJudged: [on_incident_judged],
}
"""Put a task into the queue, in the transaction that makes the news."""
