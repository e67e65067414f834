"""Which door opens for whom: every route of the desk and the status that each person gets.

Cai has the device session of the interview; Omar interviews elsewhere; Zoe owns another organisation and
asks for things of this one. 401: sign in. 403: not in this role. 404: nothing that you may see. 409: you
may, but not as things stand.
"""

from dataclasses import dataclass

TABLE = """
                                            olu ada rhea ines omar tess cai nobody zoe

GET    /api/csrf                            200 200 200  200  200  200  200 200    200

GET    /api/me                              200 200 200  200  200  200  401 401    200
PATCH  /api/me                              200 200 200  200  200  200  401 401    200
GET    /api/people                          200 200 200  403  403  403  401 401    200

GET    /api/candidates                      200 200 200  403  403  200  401 401    200
POST   /api/candidates                      201 201 201  403  403  403  401 401    201
GET    /api/candidates/{candidate_id}       200 200 200  403  403  200  401 401    404
PATCH  /api/candidates/{candidate_id}       200 200 200  403  403  403  401 401    404
DELETE /api/candidates/{candidate_id}       409 409 409  403  403  403  401 401    404

GET    /api/messages                        200 200 200  403  403  403  401 401    200
GET    /api/messages/{message_id}           200 200 200  403  403  403  401 401    404
GET    /api/messages/{message_id}/calendar.ics  200 200 200  403  403  403  401 401    404
POST   /api/messages/{message_id}/retry     200 200 200  403  403  403  401 401    404
"""

BODIES: dict[str, dict[str, object]] = {
    "PATCH /api/me": {"zone": "Europe/Paris"},
    "POST /api/candidates": {"name": "Dov", "email": "dov@example.org", "zone": "Asia/Jerusalem"},
    "PATCH /api/candidates/{candidate_id}": {"note": "Prefers mornings."},
}
"""What is sent with a route. `{name}` in a text becomes that object's id (`world.py`)."""


@dataclass(frozen=True)
class Row:
    method: str
    path: str
    statuses: dict[str, int]

    @property
    def route(self) -> str:
        return f"{self.method} {self.path}"


def read_table() -> list[Row]:
    head, *lines = [line.split() for line in TABLE.splitlines() if line.strip()]
    return [
        Row(method, path, dict(zip(head, map(int, statuses), strict=True)))
        for method, path, *statuses in lines
    ]
