"""Who may say, write, see and read what on the live plane, and what each gets instead.

Ines is on the panel. Cai is admitted and agreed to notes on attention. Three more stand for Cai at other
times: `unasked` agreed to the call alone, `waiting` was not admitted yet, `removed` was sent away.
`elsewhere` comes with the ticket or token of another room. Who has no place in the room at all gets no
ticket: that is in the matrix of the desk (`POST /api/interviews/{interview_id}/room`).
"""

from typing import Any

Sample = dict[str, Any]
Table = dict[str, dict[str, str]]
"""What each person gets, by the name of a row."""


def read_table(text: str) -> Table:
    head, *lines = [line.split() for line in text.splitlines() if line.strip()]
    return {name: dict(zip(head, cells, strict=True)) for name, *cells in lines}


def column(table: Table, person: str) -> dict[str, str]:
    return {name: cells[person] for name, cells in table.items()}


MESSAGES_UP = read_table("""
                                ines         cai   unasked     waiting       removed  elsewhere

live.hello                      ok           ok    ok          ok            removed  ticket_invalid
clock.ping                      ok           ok    ok          ok            removed  ticket_invalid
evidence.append                 ok           ok    ok          ok            removed  ticket_invalid
rooms.send_signal               ok           ok    ok          not_admitted  removed  ticket_invalid
rooms.set_media                 ok           ok    ok          ok            removed  ticket_invalid
coding.open_document            ok           ok    ok          not_admitted  removed  ticket_invalid
coding.set_cursor               ok           ok    ok          not_admitted  removed  ticket_invalid
proctoring.show_overlay         not_allowed  ok    not_agreed  not_admitted  removed  ticket_invalid
""")
"""Who may say what on the socket, or the code with which it is refused."""

KINDS = read_table("""
                                ines  cai  unasked  waiting

evidence.stream_closed          ok    ok   ok       ok
evidence.gap_noted              ok    ok   ok       ok
evidence.payloads_erased        no    no   no       no
rooms.media_changed             ok    ok   ok       ok
rooms.connection_changed        ok    ok   ok       ok
rooms.participant_joined        no    no   no       no
rooms.participant_left          no    no   no       no
rooms.participant_fell_silent   no    no   no       no
rooms.participant_heard_again   no    no   no       no
rooms.participant_admitted      no    no   no       no
rooms.participant_removed       no    no   no       no
rooms.session_started           no    no   no       no
rooms.session_ended             no    no   no       no
proctoring.neutral_set          no    ok   no       ok
proctoring.observation          no    ok   no       ok
proctoring.watch_changed        no    ok   ok       ok
proctoring.camera_used          no    ok   no       ok
proctoring.gaze_calibrated      no    ok   no       ok
proctoring.liveness_checked     no    ok   no       ok
proctoring.incident_reviewed    no    no   no       no
coding.exercise_assigned        no    no   no       no
coding.exercise_withdrawn       no    no   no       no
coding.document_started         no    no   no       no
coding.document_edited          ok    ok   ok       no
coding.language_chosen          ok    ok   ok       no
coding.run_requested            no    no   no       no
coding.run_finished             no    no   no       no
proctoring.sighting_noted       no    no   no       no
proctoring.watch_stated         no    no   no       no
proctoring.detection_reported   no    no   no       no
integrations.event_kept         no    no   no       no
reports.scorecard_submitted     no    no   no       no
""")
"""Who may write which kind of entry, over the socket and over HTTP alike; `no` is `kind_not_allowed`. What
nobody here may write, the server writes itself."""

MESSAGES_DOWN = read_table("""
                                ines  cai  unasked  waiting

live.welcome_state              sees  sees sees     sees
live.refusal_state              sees  sees sees     sees
live.message_refused_state      sees  sees sees     sees
clock.pong_state                sees  sees sees     sees
evidence.acknowledged_state     sees  sees sees     sees
evidence.refused_state          sees  sees sees     sees
evidence.stream_token_state     sees  sees sees     sees
evidence.slow_down_state        sees  sees sees     sees
rooms.room_state                sees  sees sees     sees
rooms.signal_state              sees  sees sees     sees
rooms.silence_state             sees  no   no       no
proctoring.attention_state      sees  no   no       no
proctoring.incidents_state      sees  no   no       no
proctoring.overlay_state        sees  no   no       no
coding.workspace_state          sees  sees sees     sees
coding.document_state           sees  sees sees     sees
coding.document_update_state    sees  sees sees     sees
coding.cursor_state             sees  sees sees     sees
coding.run_output_state         sees  sees sees     sees
""")
"""Whom a message to the whole room reaches. Coding's are sent to those in the talk alone: whoever waits gets
none of them (`coding/tests/test_live.py`)."""

ENTRIES = read_table("""
                                ines  cai  unasked  waiting       removed  elsewhere       nobody

GET                             all   own  own      own           403      403             401
POST                            200   200  200      200           200      403             401
""")
"""`/live/{room}/entries`. GET: whose entries one reads. POST: with a token from when one was in the room, so
that what a device wrote until then is not lost, even if the person was removed since."""

SAID: dict[str, Sample] = {
    "clock.ping": {"epoch": "page", "t0_us": 1},
    "evidence.append": {
        "stream": "018f4d5e-0000-7000-8000-000000000001",
        "epoch": "page",
        "entries": [
            {"number": 1, "at_us": 1, "payload": {"kind": "evidence.stream_closed", "reason": "ended"}}
        ],
    },
    "rooms.send_signal": {"to": "{partner}", "description": {"type": "offer", "sdp": "v=0"}},
    "rooms.set_media": {"microphone": True, "camera": True},
    "coding.open_document": {"document": "task:python"},
    "coding.set_cursor": {"document": "task:python", "state": "AA=="},
    "proctoring.show_overlay": {"boxes": [], "gaze": None},
}
"""What is said of each type; `{partner}` is the other person in the room."""

WRITTEN: dict[str, Sample] = {
    "evidence.stream_closed": {"reason": "ended"},
    "evidence.gap_noted": {"lost": 1, "reason": "test"},
    "evidence.payloads_erased": {"count": 1, "author": "cai", "reason": "request"},
    "rooms.media_changed": {"microphone": True, "camera": False, "reason": "person"},
    "rooms.connection_changed": {"peer": "ines", "state": "connected"},
    "rooms.participant_joined": {"participant": "cai", "role": "candidate"},
    "rooms.participant_left": {"participant": "cai"},
    "rooms.participant_fell_silent": {"participant": "cai", "role": "candidate", "since_us": 1},
    "rooms.participant_heard_again": {"participant": "cai", "role": "candidate", "since_us": 1},
    "rooms.participant_admitted": {"participant": "cai", "by": "ines"},
    "rooms.participant_removed": {"participant": "cai", "by": "ines"},
    "rooms.session_started": {"by": "ines", "policy": "standard@1"},
    "rooms.session_ended": {"by": "ines"},
    "proctoring.neutral_set": {
        "yaw_mdeg": 0,
        "pitch_mdeg": 0,
        "iris_x_pm": 500,
        "iris_y_pm": 500,
        "spread_pm": 5,
        "readings": 60,
        "detector": "face",
        "model_version": "1",
    },
    "proctoring.observation": {
        "observed": "presence",
        "value": "present",
        "confidence_pm": 950,
        "duration_ms": 1_000,
        "detector": "face",
        "model_version": "1",
    },
    "proctoring.watch_changed": {"state": "watching", "reason": "started", "rate_mhz": 15_000},
    "proctoring.camera_used": {"width": 640, "height": 480, "rate_mhz": 30_000, "is_virtual": False},
    "proctoring.gaze_calibrated": {
        "method": "eyes",
        "points": 13,
        "checked": 4,
        "error_px": 70,
        "error_mdeg": 2_000,
        "radius_px": 150,
        "radius_mdeg": 4_000,
        "screen_width": 1_920,
        "screen_height": 1_080,
        "screen_width_mm": 520,
        "distance_mm": 600,
        "detector": "face",
        "model_version": "1",
    },
    "proctoring.liveness_checked": {
        "outcome": "answered",
        "answers": [{"asked": "blink", "answered": True, "took_ms": 900, "measured": 2_000}],
        "detector": "face",
        "model_version": "1",
    },
    "proctoring.sighting_noted": {"rule": "phone", "by": "ines", "note": ""},
    "proctoring.watch_stated": {"detector": "campus"},
    "integrations.event_kept": {"told": "TAB_SWITCH", "detector": "campus"},
    "proctoring.detection_reported": {
        "rule": "look_away",
        "reason": "looked_away",
        "duration_ms": 0,
        "confidence_pm": 1_000,
        "detector": "campus",
        "told": "FOCUS_LOST",
    },
    "reports.scorecard_submitted": {
        "by": "ines",
        "name": "Ines",
        "rubric": "standard@1",
        "recommendation": "yes",
        "ratings": [{"competency": "testing", "title": "Testing", "rating": 3}],
        "notes": [{"competency": "testing", "at_ms": 61_000, "text": "Asked for an empty list."}],
        "closing": "",
    },
    "proctoring.incident_reviewed": {"incident": "look_away", "review": "dismissed", "note": ""},
    "coding.exercise_assigned": {"assignment": "task", "exercise": "none", "version": 1, "by": "ines"},
    "coding.exercise_withdrawn": {"assignment": "task", "by": "ines"},
    "coding.document_started": {
        "document": "task:python",
        "assignment": "task",
        "language": "python",
        "update": "AAA=",
    },
    "coding.document_edited": {"document": "task:python", "update": "AAA="},
    "coding.language_chosen": {"assignment": "task", "language": "python"},
    "coding.run_requested": {
        "run": "run",
        "assignment": "task",
        "document": "task:python",
        "language": "python",
        "purpose": "run",
        "source_sha256": "",
        "position": 1,
        "by": "ines",
    },
    "coding.run_finished": {
        "run": "run",
        "verdict": "AC",
        "time_ms": 1,
        "memory_kb": 1,
        "passed": 1,
        "total": 1,
        "cases": [],
        "stdout": "",
        "stderr": "",
        "exit": 0,
        "signal": None,
        "truncated": False,
        "reason": "",
    },
}
"""What is written of each kind."""

TOLD: dict[str, Sample] = {
    "live.welcome_state": {"participant": "cai", "role": "candidate", "server_us": 1},
    "live.refusal_state": {"code": "test", "params": {}, "retry": False},
    "live.message_refused_state": {"code": "test", "message": ""},
    "clock.pong_state": {"t0_us": 7, "t1_us": 7, "t2_us": 7},
    "evidence.acknowledged_state": {
        "stream": "",
        "through": 1,
        "head": "",
        "signed_us": 1,
        "path": [],
        "signature": "",
        "key": "",
    },
    "evidence.refused_state": {"stream": "", "refusals": []},
    "evidence.stream_token_state": {"stream": "", "token": "test"},
    "evidence.slow_down_state": {"retry_after_ms": 7},
    "rooms.room_state": {
        "state": "open",
        "title": "A view of the matrix",
        "started_us": None,
        "ended_us": None,
        "server_us": 1,
        "participants": [],
    },
    "rooms.signal_state": {"sender": "ines", "description": None, "candidate": None},
    "rooms.silence_state": {"silent": [{"participant": "cai", "heard_us": 7}]},
    "proctoring.attention_state": {
        "at_us": 1,
        "presence": "present",
        "faces": "1",
        "gaze": "",
        "head": "",
        "eyes": "open",
        "objects": "none",
        "voice": "own",
        "gaze_point": "",
        "watch": "",
        "watch_reason": "",
    },
    "proctoring.incidents_state": {"incidents": [], "coverage_pm": 7},
    "proctoring.overlay_state": {"participant": "cai", "boxes": [], "gaze": None, "is_switched_off": False},
    "coding.workspace_state": {"assignments": [], "runs": [], "can_run": False, "cannot_run": ["test"]},
    "coding.document_state": {"document": "task:python", "update": "AAA="},
    "coding.document_update_state": {"document": "task:python", "author": "ines", "update": "AAA="},
    "coding.cursor_state": {"document": "task:python", "participant": "ines", "state": "AA=="},
    "coding.run_output_state": {"run": "run", "stream": "stdout", "text": "test"},
}
"""What is told of each type."""
