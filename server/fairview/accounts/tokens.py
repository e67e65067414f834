"""Tokens by which other programs speak for an organisation. Shown once, when made; only a hash is kept."""

from datetime import datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet

from fairview.accounts.errors import TokenInvalid, TokenPast
from fairview.accounts.models import ApiToken
from fairview.accounts.permissions import require_capability
from fairview.audit.public import Actor, record
from fairview.kit.clock import utc_now
from fairview.kit.errors import NotFound
from fairview.kit.secret import hash_secret, new_secret

PREFIX = "fv_"
"""So that a token that slipped into a file can be found by what looks for such things."""
USE_IS_NOTED_EVERY = timedelta(minutes=1)


@transaction.atomic
def create_token(actor: Actor, name: str, expires_at: datetime | None = None) -> tuple[ApiToken, str]:
    """A new token and, this once, its secret."""
    require_capability(actor, "tokens.manage")
    if expires_at is not None and expires_at <= utc_now():
        raise TokenPast(field="expires_at")
    secret = PREFIX + new_secret()
    token = ApiToken.objects.create(
        organisation_id=actor.organisation,
        name=name,
        secret_hash=hash_secret(secret),
        created_by_id=actor.person,
        expires_at=expires_at,
    )
    record(actor, "accounts.token_created", "token", token.id)
    return token, secret


@transaction.atomic
def revoke_token(actor: Actor, token_id: UUID) -> None:
    """From now on it opens nothing. Revoking twice is revoking once."""
    require_capability(actor, "tokens.manage")
    token = ApiToken.objects.visible_to(actor).filter(id=token_id).first()
    if token is None:
        raise NotFound
    if token.revoked_at is None:
        token.revoked_at = utc_now()
        token.save(update_fields=["revoked_at"])
        record(actor, "accounts.token_revoked", "token", token.id)


def list_tokens(actor: Actor) -> QuerySet[ApiToken]:
    """Newest first, the revoked ones among them."""
    require_capability(actor, "tokens.manage")
    return ApiToken.objects.visible_to(actor).select_related("created_by").order_by("-id")


def token_actor(secret: str) -> Actor:
    """Who a token speaks for. Raises `TokenInvalid`."""
    now = utc_now()
    usable = ApiToken.objects.filter(Q(expires_at=None) | Q(expires_at__gt=now), revoked_at=None)
    token = usable.filter(secret_hash=hash_secret(secret)).first()
    if token is None:
        raise TokenInvalid
    if token.used_at is None or token.used_at < now - USE_IS_NOTED_EVERY:
        ApiToken.objects.filter(id=token.id).update(used_at=now)
    return Actor("service", token.id, token.organisation_id, "service", token.name)


def token_maker(actor: Actor) -> UUID:
    """The member of staff who made the token that acts: what it makes is made in their name."""
    return ApiToken.objects.values_list("created_by_id", flat=True).get(id=actor.person)
