"""Which door opens for whom: every route of the desk and the status that each person gets.

Cai has the device session of the interview, whose link opens for whoever has it; Omar interviews elsewhere;
Zoe owns another organisation and asks for things of this one. `{held.…}` is of another interview of Ines that
has ended and has its report.

401: sign in. 403: not in this role. 404: nothing that you may see. 409: you may, but not as things stand.
422: you may, but this is not what it takes.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from fairview.config.api import api
from fairview.kit.clock import utc_now

TABLE = """
                                            olu ada rhea ines omar tess cai nobody zoe

GET    /api/csrf                            200 200 200  200  200  200  200 200    200

GET    /api/me                              200 200 200  200  200  200  401 401    200
PATCH  /api/me                              200 200 200  200  200  200  401 401    200
PATCH  /api/organisation                    200 200 403  403  403  403  401 401    200
GET    /api/people                          200 200 200  403  403  403  401 401    200
GET    /api/tokens                          200 200 403  403  403  403  401 401    200
POST   /api/tokens                          201 201 403  403  403  403  401 401    201
DELETE /api/tokens/{token_id}               204 204 403  403  403  403  401 401    404
PUT    /api/look                            200 200 403  403  403  403  401 401    200
PUT    /api/look/logo                       422 422 403  403  403  403  401 401    422
DELETE /api/look/logo                       204 204 403  403  403  403  401 401    204
GET    /api/logos/{logo_id}                 200 200 200  200  200  200  200 200    200

GET    /api/candidates                      200 200 200  403  403  200  401 401    200
POST   /api/candidates                      201 201 201  403  403  403  401 401    201
GET    /api/candidates/{candidate_id}       200 200 200  403  403  200  401 401    404
PATCH  /api/candidates/{candidate_id}       200 200 200  403  403  403  401 401    404
DELETE /api/candidates/{candidate_id}       409 409 409  403  403  403  401 401    404

GET    /api/pools                           200 200 200  403  403  200  401 401    200
POST   /api/pools                           201 201 201  403  403  403  401 401    201
GET    /api/pools/{pool_id}                 200 200 200  403  403  200  401 401    404
PATCH  /api/pools/{pool_id}                 200 200 200  403  403  403  401 401    404
GET    /api/pools/{pool_id}/members         200 200 200  403  403  200  401 401    404
POST   /api/pools/{pool_id}/members         200 200 200  403  403  403  401 401    404
PATCH  /api/pools/{pool_id}/members/{member_id}        200 200 200 403 403 403 401 401 404
GET    /api/pools/{pool_id}/values?column=Mark         200 200 200 403 403 200 401 401 404
GET    /api/pools/{pool_id}/members.csv                200 200 200 403 403 200 401 401 404
POST   /api/pools/{pool_id}/members.csv                200 200 200 403 403 200 401 401 404
POST   /api/pools/{pool_id}/removals                   201 201 201 403 403 403 401 401 404
POST   /api/pools/{pool_id}/removals/{removal_id}/undo 200 200 200 403 403 403 401 401 404
GET    /api/pools/{pool_id}/imports         200 200 200  403  403  200  401 401    404
POST   /api/pools/{pool_id}/imports         201 201 201  403  403  403  401 401    404
GET    /api/imports/{import_id}             200 200 200  403  403  200  401 401    404
PUT    /api/imports/{import_id}/columns     200 200 200  403  403  403  401 401    404
GET    /api/imports/{import_id}/rows        200 200 200  403  403  200  401 401    404
GET    /api/imports/{import_id}/problems.csv           200 200 200 403 403 200 401 401 404
POST   /api/imports/{import_id}/run         200 200 200  403  403  403  401 401    404
POST   /api/imports/{import_id}/undo        409 409 409  403  403  403  401 401    404
DELETE /api/imports/{import_id}             204 204 204  403  403  403  401 401    404

GET    /api/messages                        200 200 200  403  403  403  401 401    200
GET    /api/messages/open                   200 200 200  403  403  403  401 401    200
GET    /api/messages/sendable               200 200 200  403  403  403  401 401    200
POST   /api/messages/retry                  200 200 200  403  403  403  401 401    200
POST   /api/messages/retry/undo             200 200 200  403  403  403  401 401    200
GET    /api/messages/{message_id}           200 200 200  403  403  403  401 401    404
GET    /api/messages/{message_id}/calendar.ics  200 200 200  403  403  403  401 401    404
POST   /api/messages/{message_id}/retry     200 200 200  403  403  403  401 401    404

GET    /api/today                           200 200 200  200  200  200  401 401    200
GET    /api/interviews                      200 200 200  200  200  200  401 401    200
POST   /api/interviews                      201 201 201  403  403  403  401 401    404
GET    /api/interviews/board?start=2026-01-05T00:00Z&end=2026-01-12T00:00Z 200 200 200 200 200 200 401 401 200
GET    /api/interviews/{interview_id}       200 200 200  200  404  200  401 401    404
PATCH  /api/interviews/{interview_id}       200 200 200  403  403  403  401 401    404
POST   /api/interviews/{interview_id}/cancel      200 200 200  403  403  403  401 401  404
POST   /api/interviews/{interview_id}/invitation  200 200 200  403  403  403  401 401  404
GET    /api/interviews/{interview_id}/reminders   200 200 200  200  404  200  401 401  404
PUT    /api/interviews/{interview_id}/rules-off   200 200 200  403  403  403  401 401  404
GET    /api/interviews/{interview_id}/needs       200 200 200  403  403  403  401 401  404
POST   /api/interviews/{interview_id}/needs/{need_id}/answer  200 200 200 403 403 403 401 401 404

GET    /api/lots                            200 200 200  403  403  200  401 401    200
POST   /api/lots                            201 201 201  403  403  403  401 401    404
GET    /api/lots/preview?pool_id={pool_id}&way=lot  200 200 200 403 403 200 401 401 404
GET    /api/lots/{lot_id}                   200 200 200  403  403  200  401 401    404
GET    /api/lots/{lot_id}/places            200 200 200  403  403  200  401 401    404
GET    /api/lots/{lot_id}/record.json       200 200 200  403  403  200  401 401    404
GET    /api/lots/{lot_id}/pool.csv          200 200 200  403  403  200  401 401    404
GET    /api/lots/{lot_id}/comparison        200 200 200  403  403  200  401 401    404
GET    /api/lots/{lot_id}/comparison.csv    200 200 200  403  403  200  401 401    404
POST   /api/lots/{lot_id}/verify            200 200 200  403  403  200  401 401    404
GET    /api/lots/{lot_id}/replacements      200 200 200  403  403  200  401 401    404
POST   /api/lots/{lot_id}/replacements      201 201 201  403  403  403  401 401    404
POST   /api/lots/{lot_id}/plan              200 200 200  403  403  403  401 401    404
POST   /api/lots/{lot_id}/plan/check        200 200 200  403  403  403  401 401    404
GET    /api/lots/{lot_id}/interviews        200 200 200  403  403  200  401 401    404
POST   /api/lots/{lot_id}/interviews        201 201 201  403  403  403  401 401    404
POST   /api/lots/{lot_id}/invitations       200 200 200  403  403  403  401 401    404

POST   /api/interviews/{interview_id}/room  200 200 403  200  404  403  401 401    404
GET    /api/rooms/{room_session_id}         200 200 200  200  404  200  401 401    404
POST   /api/rooms/{room_session_id}/participants/{participant_id}/admit   200 200 403 200 404 403 401 401 404
POST   /api/rooms/{room_session_id}/participants/{participant_id}/remove  200 200 403 200 404 403 401 401 404
POST   /api/rooms/{room_session_id}/start   200 200 403  200  404  403  401 401    404
POST   /api/rooms/{room_session_id}/end     409 409 403  409  404  403  401 401    404

GET    /api/exercises                       200 200 200  200  200  403  401 401    200
GET    /api/exercises/{exercise}            200 200 200  200  200  403  401 401    200
GET    /api/interviews/{interview_id}/exercises   200 200 200  200  404  200  401 401  404
POST   /api/interviews/{interview_id}/exercises   201 201 201  201  404  403  401 401  404
DELETE /api/interviews/{interview_id}/exercises/{assignment_id}  409 409 409 409 404 403 401 401 404
GET    /api/runs                            200 200 403  403  403  403  401 401    200
POST   /api/rooms/{room_session_id}/runs    201 201 403  201  404  403  401 401    404
POST   /api/rooms/{room_session_id}/runs/{run_id}/stop  204 204 403 204 404 403 401 401 404
POST   /api/visit/runs                      401 401 401  401  401  401  409 401    401
POST   /api/visit/runs/{run_id}/stop        401 401 401  401  401  401  409 401    401
POST   /api/runner/lease                    401 401 401  401  401  401  401 401    401
POST   /api/runner/runs/{run_id}/events     401 401 401  401  401  401  401 401    401

POST /api/rooms/{held.room_session_id}/incidents/{held.incident_id}/review 204 204 403 204 404 403 401 401 404
GET    /api/rules/measured                  200 200 200  200  200  200  401 401    200
POST /api/rooms/{room_session_id}/sightings 409 409 403 409 404 403 401 401 404

GET    /api/reports                         200 200 200  200  200  200  401 401    200
GET    /api/reports/{held.room_session_id}  200 200 200  200  404  200  401 401    404
GET    /api/reports/{held.room_session_id}/report.json  200 200 200 200 404 200 401 401 404
GET    /api/reports/{held.room_session_id}/report.pdf   200 200 200 200 404 200 401 401 404
GET    /api/reports/{held.room_session_id}/report.csv   200 200 200 200 404 200 401 401 404
GET    /api/reports/{held.room_session_id}/log.jsonl    200 200 403 403 403 200 401 401 404
GET    /api/reports/{held.room_session_id}/bundle.zip   200 200 403 403 403 200 401 401 404
GET    /api/reports/{held.room_session_id}/seals        200 200 200 200 404 200 401 401 404

GET    /api/reports/{held.room_session_id}/code/{held.document}/steps  200 200 200 200 404 200 401 401 404
GET    /api/scorecards/{held.room_session_id}            200 200 403 200 404 403 401 401 404
PUT    /api/scorecards/{held.room_session_id}            200 200 403 200 404 403 401 401 404
POST   /api/scorecards/{held.room_session_id}/submit     409 409 403 409 404 403 401 401 404
GET    /api/interviews/{interview_id}/decisions          200 200 200 200 404 200 401 401 404
POST   /api/interviews/{interview_id}/decisions          201 201 201 403 403 403 401 401 404

POST   /api/invitations/open                200 200 200  200  200  200  200 200    200
POST   /api/invitations/continue            200 200 200  200  200  200  200 200    200
POST   /api/invitations/resend              202 202 202  202  202  202  202 202    202
POST   /api/invitations/needs               200 200 200  200  200  200  200 200    200
POST   /api/visit/needs                     401 401 401  401  401  401  200 401    401
GET    /api/visit                           401 401 401  401  401  401  200 401    401
GET    /api/visit/seals                     401 401 401  401  401  401  200 401    401
POST   /api/visit/consent                   401 401 401  401  401  401  200 401    401
POST   /api/visit/room                      401 401 401  401  401  401  200 401    401
PUT    /api/visit/locale                    401 401 401  401  401  401  204 401    401
POST   /api/visit/leave                     401 401 401  401  401  401  204 401    401
"""

IN_TWO_DAYS = f"{utc_now() + timedelta(days=2):%Y-%m-%d}"
LOT_PLAN: dict[str, object] = {
    "zone": "UTC",
    "minutes": 30,
    "rows": [
        {
            "candidate_id": "{candidate_id}",
            "date": IN_TWO_DAYS,
            "time": "10:00",
            "interviewer_ids": ["{interviewer_id}"],
        }
    ],
}

BODIES: dict[str, dict[str, object]] = {
    "PATCH /api/me": {"zone": "Europe/Paris", "locale": "de"},
    "PATCH /api/organisation": {"locale": "ar"},
    "POST /api/tokens": {"name": "Campus"},
    "PUT /api/look": {"accent": "#204a87"},
    "POST /api/candidates": {"name": "Noa", "email": "noa@example.org", "zone": "Asia/Jerusalem"},
    "PATCH /api/candidates/{candidate_id}": {"note": "Prefers mornings."},
    "POST /api/pools": {"name": "Winter"},
    "PATCH /api/pools/{pool_id}": {"name": "Winter"},
    "POST /api/pools/{pool_id}/members": {"candidate_ids": ["{candidate_id}"]},
    "PATCH /api/pools/{pool_id}/members/{member_id}": {"values": {}},
    "POST /api/pools/{pool_id}/members.csv": {"selection": {"mode": "some", "ids": ["{member_id}"]}},
    "POST /api/pools/{pool_id}/removals": {"selection": {"mode": "some", "ids": ["{member_id}"]}},
    "PUT /api/imports/{import_id}/columns": {"roles": ["name", "email"], "header": 1, "zone": "UTC"},
    "POST /api/messages/retry": {"state": "failed"},
    "POST /api/messages/retry/undo": {"message_ids": ["{message_id}"]},
    "POST /api/interviews": {
        "candidate_id": "{candidate_id}",
        "title": "Second talk",
        "date": IN_TWO_DAYS,
        "time": "14:30",
        "zone": "UTC",
        "minutes": 30,
        "interviewer_ids": ["{interviewer_id}"],
    },
    "PATCH /api/interviews/{interview_id}": {"minutes": 30},
    "POST /api/lots": {
        "pool_id": "{pool_id}",
        "way": "lot",
        "size": 1,
        "request_key": "0192f3a0-0000-7000-8000-000000000002",
    },
    "POST /api/lots/{lot_id}/replacements": {"rank": 1, "reason": "Took another job."},
    "POST /api/lots/{lot_id}/plan": {
        "date": IN_TWO_DAYS,
        "time": "10:00",
        "zone": "UTC",
        "minutes": 30,
        "panels": [["{interviewer_id}"]],
    },
    "POST /api/lots/{lot_id}/plan/check": LOT_PLAN,
    "POST /api/lots/{lot_id}/interviews": {
        **LOT_PLAN,
        "title": "Third talk",
        "request_key": "0192f3a0-0000-7000-8000-000000000001",
    },
    "POST /api/invitations/open": {"token": "{token}"},
    "POST /api/invitations/continue": {"token": "{token}"},
    "POST /api/invitations/resend": {"token": "{token}"},
    "POST /api/invitations/needs": {"token": "{token}", "kind": "another_time", "text": "Not at noon."},
    "POST /api/visit/needs": {"kind": "another_time", "text": "Not at noon."},
    "PUT /api/interviews/{interview_id}/rules-off": {"rules": ["look_away"]},
    "POST /api/interviews/{interview_id}/needs/{need_id}/answer": {"text": "At three, then."},
    "POST /api/rooms/{room_session_id}/incidents/{incident_id}/review": {"review": "dismissed"},
    "POST /api/rooms/{room_session_id}/sightings": {"rule": "phone"},
    "PUT /api/scorecards/{room_session_id}": {
        "version": 0,
        "ratings": {"testing": 3},
        "notes": [],
        "recommendation": None,
        "closing": "",
    },
    "POST /api/scorecards/{room_session_id}/submit": {"version": 1},
    "POST /api/interviews/{interview_id}/decisions": {"decision": "hold", "reason": "A second talk first."},
    "POST /api/interviews/{interview_id}/exercises": {"exercise": "garden-path"},
    "POST /api/rooms/{room_session_id}/runs": {
        "assignment": "{assignment_id}",
        "language": "python",
        "purpose": "examples",
    },
    "POST /api/visit/runs": {"assignment": "{assignment_id}", "language": "python", "purpose": "run"},
    "POST /api/visit/consent": {"call": True, "observation": False, "text_version": "en-1"},
    "PUT /api/visit/locale": {"locale": "de"},
}
"""What is sent with a route. `{name}` in a text becomes that object's id (`world.py`)."""


@dataclass(frozen=True)
class Row:
    method: str
    path: str
    statuses: dict[str, int]

    @property
    def route(self) -> str:
        return f"{self.method} {self.path.partition('?')[0]}".replace("{held.", "{")


def read_table(table: str = TABLE) -> list[Row]:
    head, *lines = [line.split() for line in table.splitlines() if line.strip()]
    return [
        Row(method, path, dict(zip(head, map(int, statuses), strict=True)))
        for method, path, *statuses in lines
    ]


def mounted_routes() -> Iterator[str]:
    for router in api._get_bound_routers():
        for path, view in router.path_operations.items():
            for operation in view.operations:
                for method in operation.methods:
                    yield f"{method} {plain(f'/api/{router.prefix}/{path}')}"


def plain(path: str) -> str:
    """`/api//candidates/{uuid:candidate_id}` as `/api/candidates/{candidate_id}`."""
    return re.sub(r"/+", "/", re.sub(r"{\w+:", "{", path)).rstrip("/")
