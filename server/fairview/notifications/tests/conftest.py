from collections.abc import Iterator

import pytest
from aiosmtpd.controller import Controller
from aiosmtpd.smtp import AuthResult
from pytest_django.fixtures import Settings

from fairview.kit import events
from fairview.notifications.contracts import DeliveryFailed, DeliverySent
from fairview.notifications.tests.steps import Postbox, free_port, use_server


@pytest.fixture
def postbox(settings: Settings) -> Iterator[Postbox]:
    box = Postbox()
    port = free_port()
    controller = Controller(
        box,
        hostname="127.0.0.1",
        port=port,
        authenticator=lambda *_: AuthResult(success=False, handled=False, message="535 5.7.8 Not you"),
        auth_require_tls=False,
    )
    controller.start()
    use_server(settings, port)
    yield box
    controller.stop()


@pytest.fixture
def news(monkeypatch: pytest.MonkeyPatch) -> list[object]:
    heard: list[object] = []
    for event_type in (DeliverySent, DeliveryFailed):
        monkeypatch.setitem(events._handlers, event_type, [heard.append])
    return heard
