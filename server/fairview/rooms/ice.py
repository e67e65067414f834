"""How devices find a way to each other: STUN and TURN servers, with credentials that run out (RFC 8489 shared
secret, as coturn's `use-auth-secret` has it)."""

import base64
import hashlib
import hmac
from dataclasses import dataclass
from uuid import UUID

from django.conf import settings

from fairview.kit.clock import now_us

CREDENTIAL_LASTS_S = 8 * 3_600


@dataclass(frozen=True)
class IceServer:
    urls: list[str]
    username: str | None = None
    credential: str | None = None


def ice_servers(participant_id: UUID) -> list[IceServer]:
    """None at all is fine on one network; across networks TURN is what works."""
    servers = [IceServer(urls=settings.STUN_URLS)] if settings.STUN_URLS else []
    if settings.TURN_URLS and settings.TURN_SECRET:
        expiry = now_us() // 1_000_000 + CREDENTIAL_LASTS_S
        username = f"{expiry}:{participant_id}"
        credential = turn_credential(username, settings.TURN_SECRET)
        servers.append(IceServer(settings.TURN_URLS, username, credential))
    return servers


def turn_credential(username: str, secret: str) -> str:
    digest = hmac.new(secret.encode(), username.encode(), hashlib.sha1).digest()
    return base64.b64encode(digest).decode()
