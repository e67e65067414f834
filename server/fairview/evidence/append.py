"""Checks a batch before the writer sees it: known kinds only, written by those who may, small enough."""

from collections.abc import Mapping
from functools import reduce
from operator import or_
from typing import Any, Literal

import msgspec

from fairview.evidence.clock import Claim, Clock
from fairview.evidence.contracts import (
    MAX_PAYLOAD_BYTES,
    AppendEntries,
    Draft,
    EntryRefusal,
    Payload,
)
from fairview.evidence.engine import NewEntry, NotCanonical, canonical
from fairview.kit.live.contracts import UNREADABLE

Wire = Literal["msgpack", "json"]
Kinds = Mapping[type[Payload], frozenset[str]]
"""Every kind of entry, and who may write it: a kind is open to a writer who stands in one of the set."""


class Refused(Exception):
    def __init__(self, code: str) -> None:
        self.code = code


class Checks:
    """The union of all kinds, with who may write them."""

    def __init__(self, kinds: Kinds) -> None:
        union: Any = reduce(or_, kinds)
        self.kinds = kinds
        self.decoders: dict[Wire, Any] = {
            "msgpack": msgspec.msgpack.Decoder(union),
            "json": msgspec.json.Decoder(union),
        }

    def payload(self, draft: Draft, standing: frozenset[str], wire: Wire) -> Payload:
        """The payload of a draft; raises `Refused` with the code of the first thing that is wrong."""
        if len(draft.payload) > MAX_PAYLOAD_BYTES:
            raise Refused("payload_too_large")
        try:
            payload: Payload = self.decoders[wire].decode(draft.payload)
        except UNREADABLE:
            raise Refused("invalid_payload") from None
        if not standing & self.kinds[type(payload)]:
            raise Refused("kind_not_allowed")
        return payload

    def batch(
        self, batch: AppendEntries, standing: frozenset[str], wire: Wire, clock: Clock, received_us: int
    ) -> tuple[list[NewEntry], list[EntryRefusal]]:
        """What may be written of a batch, on the server's clock, and what may not."""
        claim = Claim(batch.origin_us, batch.origin_uncertainty_us) if batch.origin_us is not None else None
        good: list[NewEntry] = []
        refusals: list[EntryRefusal] = []
        for draft in batch.entries:
            try:
                payload = self.payload(draft, standing, wire)
                content = canonical(payload)
            except (Refused, NotCanonical) as refusal:
                code = refusal.code if isinstance(refusal, Refused) else "invalid_payload"
                refusals.append(EntryRefusal(number=draft.number, code=code))
                continue
            moment = clock.estimate(batch.epoch, draft.at_us, received_us, claim)
            good.append(
                NewEntry(
                    number=draft.number,
                    kind=kind_of(payload),
                    payload=content,
                    epoch=batch.epoch,
                    at_us=draft.at_us,
                    estimated_us=moment.estimated_us,
                    uncertainty_us=moment.uncertainty_us,
                    received_us=received_us,
                )
            )
        return good, refusals


def kind_of(payload: Payload) -> str:
    return str(type(payload).__struct_config__.tag)


def server_entry(payload: Payload, at_us: int, received_us: int) -> NewEntry:
    """An entry of the server itself, whose clock is the true one."""
    return NewEntry(
        kind=kind_of(payload),
        payload=canonical(payload),
        epoch="server",
        at_us=at_us,
        estimated_us=at_us,
        uncertainty_us=0,
        received_us=received_us,
    )
