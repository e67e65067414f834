"""Which door opens for other programs. Campus has a token of the organisation, harbour one of another,
revoked one that was taken back. Ada is signed in and sends no token."""

from tests.permission_matrix import Row, read_table

TABLE = """
                                            campus harbour revoked ada nobody

POST   /api/sessions                        201    201     401     401 401
GET    /api/sessions/{elsewhere_id}         200    404     401     401 401
POST   /api/sessions/{elsewhere_id}/events  201    404     401     401 401
PUT    /api/sessions/{elsewhere_id}/end     200    404     401     401 401
PATCH  /api/sessions/{elsewhere_id}/end     200    404     401     401 401
POST   /api/logs                            201    404     401     401 401
GET    /api/reports/{held.room_session_id}  200    404     401     200 401
"""

BODIES: dict[str, dict[str, object]] = {
    "POST /api/sessions": {"candidateName": "John Doe"},
    "POST /api/sessions/{elsewhere_id}/events": {"type": "FOCUS_LOST"},
    "POST /api/logs": {"sessionId": "{elsewhere_id}", "logs": [{"type": "NO_FACE"}]},
}


def service_rows() -> list[Row]:
    return read_table(TABLE)
