"""A program that speaks the service API, in plain Python."""

import json
from typing import Any

from django.test import Client

from fairview.accounts.public import User, actor_of, create_token

JSON = "application/json"


class Service:
    """As other programs are: a token, JSON, and no cookies."""

    def __init__(self, secret: str) -> None:
        self.client = Client(headers={"Authorization": f"Bearer {secret}"})

    def ask(self, method: str, path: str, body: Any = None) -> Any:
        text = body if isinstance(body, str) else json.dumps(body)
        return self.client.generic(method, path, "" if body is None else text, JSON)

    def begin(self, **details: Any) -> str:
        answer = self.ask("POST", "/api/sessions", {"candidateName": "John Doe", **details})
        assert answer.status_code == 201, answer.content
        return str(answer.json()["sessionId"])

    def tell(self, session: str, *events: Any) -> dict[str, Any]:
        answer = self.ask("POST", f"/api/sessions/{session}/events", list(events))
        assert answer.status_code == 201, answer.content
        told: dict[str, Any] = answer.json()
        return told

    def end(self, session: str, method: str = "PUT") -> dict[str, Any]:
        answer = self.ask(method, f"/api/sessions/{session}/end")
        assert answer.status_code == 200, answer.content
        ended: dict[str, Any] = answer.json()
        return ended

    def get(self, path: str) -> dict[str, Any]:
        answer = self.ask("GET", path)
        assert answer.status_code == 200, answer.content
        got: dict[str, Any] = answer.json()
        return got


def service_of(user: User, name: str = "Campus") -> Service:
    return Service(create_token(actor_of(user), name)[1])
