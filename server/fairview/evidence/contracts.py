"""The shapes of the log that other contexts, clients and verifiers rely on.

Canonical encoding: JSON, UTF-8, keys sorted by code point, no white space, integers only (no floats), so that
any program can repeat the hashes:

    payload_hash = SHA-256(salt ‖ canonical(payload))
    hash         = SHA-256(canonical(header))

where `payload` includes its `kind` and `header` is every field of `Header` below, bytes in lower-case hex.
"""

from typing import Annotated, Literal, Protocol
from uuid import UUID

import msgspec

from fairview.kit.live.contracts import LARGEST, Downward, EpochName, Upward, Whole

FORMAT = "fairview.entry.1"
SEAL_FORMAT = "fairview.seal.1"
FIRST_HASH = bytes(32)
MAX_ENTRIES_PER_BATCH = 200
MAX_PAYLOAD_BYTES = 65_536
MAX_BATCH_BYTES = 262_144


class Payload(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, tag_field="kind"):
    """What happened. Each context defines its own kinds (`context.noun_happened`); fields are integers,
    strings, booleans and lists or structs of these, with the unit in the name."""


class StreamClosed(Payload, frozen=True, tag="evidence.stream_closed"):
    """The last entry of a stream: everything that the client had is here."""

    reason: str


class GapNoted(Payload, frozen=True, tag="evidence.gap_noted"):
    """The client lost entries for good (a damaged store, a conflict). Shown, never scored as guilt."""

    lost: int
    reason: str


ErasureReason = Literal["request", "retention", "mistake"]
"""The person asked for it · it was kept long enough · it should never have been recorded."""


class PayloadsErased(Payload, frozen=True, tag="evidence.payloads_erased"):
    """The server erased so many payloads of this session, of one author, or of all where none is named."""

    count: int
    author: str
    reason: ErasureReason


class Author(msgspec.Struct, frozen=True):
    """Who wrote an entry: a participant of the room, or the server itself (`role="server"`)."""

    participant_id: UUID
    role: str


class Header(msgspec.Struct, frozen=True, kw_only=True):
    """What the chain covers."""

    format: str
    session: str
    stream: str
    number: int
    author: str
    role: str
    kind: str
    epoch: str
    at_us: int
    estimated_us: int
    uncertainty_us: int
    received_us: int
    payload_hash: str
    previous: str


class Entry(msgspec.Struct, frozen=True, kw_only=True, gc=False):
    """One stored entry. `payload` is canonical JSON; it and `salt` are empty after erasure."""

    session_id: UUID
    stream_id: UUID
    number: int
    position: int
    author_id: UUID
    role: str
    kind: str
    epoch: str
    at_us: int
    """The author's monotonic time within `epoch`."""
    estimated_us: int
    """The server's estimate of the true time, Unix microseconds."""
    uncertainty_us: int
    received_us: int
    payload: bytes
    salt: bytes
    payload_hash: bytes
    previous: bytes
    hash: bytes

    @property
    def order(self) -> tuple[int, str, int]:
        """The order of every fold: estimated time, then stream, then number."""
        return (self.estimated_us, str(self.stream_id), self.number)


class Draft(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True, gc=False):
    """An entry as its author sends it. `payload` is checked against the union of all kinds at append."""

    number: Annotated[int, msgspec.Meta(ge=1, le=LARGEST)]
    at_us: Whole
    payload: msgspec.Raw


class AppendEntries(Upward, frozen=True, kw_only=True, tag="evidence.append"):
    """A batch of one stream, in order. `origin_us` is the client's own estimate of the server's time at the
    zero of `epoch`, good to `origin_uncertainty_us`, used only when the server has no measurement of that
    epoch (say, after a restart)."""

    stream: UUID
    epoch: EpochName
    origin_us: Whole | None = None
    origin_uncertainty_us: Whole = 0
    entries: Annotated[list[Draft], msgspec.Meta(min_length=1, max_length=MAX_ENTRIES_PER_BATCH)]


class EntriesAcknowledged(Downward, frozen=True, tag="evidence.acknowledged_state"):
    """Every entry of the stream up to `through` is durable. The rest is the receipt: keep it.

    Its leaf is SHA-256(0x00 ‖ canonical({head, session, signed_us, stream, through})); each hash of `path`
    joins it, SHA-256(0x01 ‖ the smaller ‖ the greater), up to a root. `signature` is Ed25519 over
    canonical({format: "fairview.receipt.1", root}). Bytes travel as lower-case hex.
    """

    stream: str
    through: int
    head: str
    signed_us: int
    path: list[str]
    signature: str
    key: str


class EntryRefusal(msgspec.Struct, frozen=True, kw_only=True):
    """`code`: invalid_payload · payload_too_large · kind_not_allowed · stream_conflict · out_of_order."""

    number: int
    code: str


class EntriesRefused(Downward, frozen=True, tag="evidence.refused_state"):
    """These entries were not stored; good ones of the same batch were. Told before their acknowledgement."""

    stream: str
    refusals: list[EntryRefusal]


class StreamToken(Downward, frozen=True, tag="evidence.stream_token_state"):
    """Opens `POST /live/<room>/entries` for this one stream (`Authorization: Stream <token>`) for a day.
    Given with the first entries of a stream, renewed every hour and when the room ends."""

    stream: str
    token: str


class SlowDown(Downward, frozen=True, tag="evidence.slow_down_state"):
    retry_after_ms: int


class SealedStream(msgspec.Struct, frozen=True, kw_only=True):
    """Where one stream stood: the hash of its entry `number`. A leaf of the tree is
    SHA-256(0x00 ‖ canonical(this))."""

    stream: str
    number: int
    head: str


class SealDocument(msgspec.Struct, frozen=True, kw_only=True):
    """What a seal says. `previous` is SHA-256 of the canonical seal before it (zeros for the first);
    `positions` how many entries it covers; `root` the Merkle root of `streams`, which stand by id."""

    format: str = SEAL_FORMAT
    session: str
    sequence: int
    previous: str
    positions: int
    streams: list[SealedStream]
    root: str
    sealed_us: int
    key: str


class Seal(msgspec.Struct, frozen=True, kw_only=True):
    """`signature` is Ed25519 over canonical(document) by the holder of `public_key`; `stamp` the answer of a
    time stamp authority (RFC 3161) about the same bytes, empty where there is none. All in hex."""

    document: SealDocument
    signature: str
    public_key: str
    stamp: str = ""


class SealedSession(msgspec.Struct, frozen=True, kw_only=True):
    """What an author may keep of a session beside their receipts. No seals: it has not been sealed yet."""

    session: str
    seals: list[Seal]


class Consumer(Protocol):
    """Called on the live plane's event loop after a commit, in commit order, with entries of one session."""

    def __call__(self, session_id: UUID, entries: list[Entry]) -> None: ...
