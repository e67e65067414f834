"""Other programs, and staff without a browser: the service API and the desk over plain HTTP."""

from collections.abc import Sequence
from typing import Any

import httpx

from e2e.house import House

Answer = dict[str, Any]


class Desk:
    """Somebody of the demo's staff, signed in as a page would."""

    def __init__(self, house: House, mailbox: str = "ada") -> None:
        self.http = httpx.Client(base_url=house.address, headers={"Origin": house.address}, timeout=60)
        self.http.get("/api/csrf")
        self.take_csrf()
        words = {"email": f"{mailbox}@northwind.example", "password": house.sign_in["password"]}
        self.ask("POST", "/_allauth/browser/v1/auth/login", words)
        self.take_csrf()

    def take_csrf(self) -> None:
        self.http.headers["X-CSRFToken"] = self.http.cookies["csrftoken"]

    def ask(self, method: str, path: str, body: object = None) -> Any:
        answer = self.http.request(method, path, json=body)
        assert answer.is_success, f"{method} {path}: {answer.text}"
        return answer.json() if answer.content else None

    def get(self, path: str) -> Any:
        return self.ask("GET", path)

    def post(self, path: str, body: object = None) -> Any:
        return self.ask("POST", path, body or {})


class Program:
    """A service with a token of the organisation."""

    def __init__(self, house: House, name: str = "Campus") -> None:
        secret = Desk(house).post("/api/tokens", {"name": name})["secret"]
        self.http = httpx.Client(
            base_url=house.address, headers={"Authorization": f"Bearer {secret}"}, timeout=60
        )

    def ask(self, method: str, path: str, body: object = None) -> Answer:
        answer = self.http.request(method, path, json=body)
        assert answer.is_success, f"{method} {path}: {answer.text}"
        return dict(answer.json())

    def begin(self, **details: str) -> str:
        return str(self.ask("POST", "/api/sessions", {"candidateName": "John Doe", **details})["sessionId"])

    def tell(self, session: str, events: Sequence[object]) -> Answer:
        return self.ask("POST", f"/api/sessions/{session}/events", list(events))

    def end(self, session: str) -> Answer:
        return self.ask("PATCH", f"/api/sessions/{session}/end")
