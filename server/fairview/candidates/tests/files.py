"""Files of candidates, and the way they take: a person uploads, a worker works until a person is asked."""

import io
from typing import Any

import openpyxl
from django.core.management import call_command
from tests.people import Browser

ZONE = "Europe/Berlin"
FILE = """Name;E-Mail;Mark;Region
Cai Moreno;cai@example.org;71,5;North
Dov Levi;dov@example.org;80;South
Eda Tamm;eda@example.org;9;
"""


def book(*rows: list[object]) -> bytes:
    """A workbook whose first sheet is empty."""
    made = openpyxl.Workbook()
    made.create_sheet("People")
    for row in rows:
        made["People"].append(row)
    file = io.BytesIO()
    made.save(file)
    return file.getvalue()


def work() -> None:
    """What a worker does with everything that waits now."""
    call_command("db_worker", batch=True, interval=0, startup_delay=False, reload=False, verbosity=0)


def new_pool(browser: Browser, name: str = "Autumn") -> str:
    answer = browser.post("/api/pools", {"name": name})
    assert answer.status_code == 201, answer.json()
    return str(answer.json()["id"])


def send(browser: Browser, pool: str, content: str | bytes, name: str = "people.csv") -> Any:
    body = content.encode() if isinstance(content, str) else content
    path = f"/api/pools/{pool}/imports?name={name}"
    return browser.generic("POST", path, body, "application/octet-stream")


def upload(browser: Browser, pool: str, content: str | bytes, name: str = "people.csv") -> str:
    """Uploaded and read. Returns the import's id."""
    answer = send(browser, pool, content, name)
    assert answer.status_code == 201, answer.json()
    work()
    return str(answer.json()["id"])


def see(browser: Browser, run: str) -> dict[str, Any]:
    found: dict[str, Any] = browser.get(f"/api/imports/{run}").json()
    return found


def check(browser: Browser, run: str, **said: Any) -> dict[str, Any]:
    """The columns as they were guessed, or as they are said; every row is then looked at."""
    guessed = see(browser, run)
    roles = [column["role"] for column in guessed["columns"]]
    body = {"roles": roles, "header": guessed["header"], "zone": ZONE, **said}
    answer = browser.put(f"/api/imports/{run}/columns", body, content_type="application/json")
    assert answer.status_code == 200, answer.json()
    work()
    return see(browser, run)


def write(browser: Browser, run: str) -> dict[str, Any]:
    answer = browser.post(f"/api/imports/{run}/run")
    assert answer.status_code == 200, answer.json()
    work()
    return see(browser, run)


def undo(browser: Browser, run: str) -> dict[str, Any]:
    answer = browser.post(f"/api/imports/{run}/undo")
    assert answer.status_code == 200, answer.json()
    work()
    return see(browser, run)


def bring_in(browser: Browser, pool: str, content: str | bytes = FILE) -> str:
    """The whole way with what was guessed. Returns the import's id."""
    run = upload(browser, pool, content)
    check(browser, run)
    assert write(browser, run)["state"] == "done"
    return run


def members(browser: Browser, pool: str, **wanted: str) -> list[dict[str, Any]]:
    found: list[dict[str, Any]] = browser.get(f"/api/pools/{pool}/members", wanted).json()["items"]
    return found


def names(browser: Browser, pool: str, **wanted: str) -> list[str]:
    return [member["name"] for member in members(browser, pool, **wanted)]


def rows(browser: Browser, run: str, state: str = "") -> list[dict[str, Any]]:
    query = {"state": state} if state else {}
    found: list[dict[str, Any]] = browser.get(f"/api/imports/{run}/rows", query).json()["items"]
    return found


def tables(browser: Browser, pool: str) -> tuple[Any, ...]:
    """What an import may change: the candidates, the members with their values, and the pool's columns."""
    found = browser.get("/api/candidates").json()["items"]
    held = [(m["email"], m["values"]) for m in members(browser, pool)]
    details = [(c["email"], c["name"], c["zone"], c["phone"], c["note"]) for c in found]
    return details, held, browser.get(f"/api/pools/{pool}").json()["columns"]
