import base64
import hashlib
import hmac
import time
from uuid import uuid4

from pytest_django.fixtures import Settings

from fairview.rooms.ice import IceServer, ice_servers


def test_without_servers_there_are_none(settings: Settings) -> None:
    settings.STUN_URLS, settings.TURN_URLS, settings.TURN_SECRET = [], [], ""
    assert ice_servers(uuid4()) == []


def test_turn_credentials_are_the_ones_that_a_turn_server_computes(settings: Settings) -> None:
    settings.STUN_URLS = ["stun:turn.example.org"]
    settings.TURN_URLS = ["turn:turn.example.org?transport=udp", "turns:turn.example.org"]
    settings.TURN_SECRET = "shared"
    participant = uuid4()
    stun, turn = ice_servers(participant)
    assert stun == IceServer(["stun:turn.example.org"])
    assert turn.username
    assert turn.credential
    expiry, name = turn.username.split(":")
    assert name == str(participant)
    assert time.time() < int(expiry) < time.time() + 24 * 3_600
    expected = hmac.new(b"shared", turn.username.encode(), hashlib.sha1).digest()
    assert base64.b64decode(turn.credential) == expected
