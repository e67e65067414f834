"""Time stamps (RFC 3161): an authority's word that a seal was there at that time. It learns a hash alone."""

import hashlib
from contextlib import closing
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

import httpx
from cryptography import x509
from django.conf import settings
from rfc3161_client import TimestampRequestBuilder, TimeStampResponse, decode_timestamp_response
from rfc3161_client.base import HashAlgorithm

from fairview.evidence.engine import canonical
from fairview.evidence.errors import StampUnavailable
from fairview.evidence.store import open_store

GRANTED = 0
TIMEOUT_S = 20
MAX_STAMP_BYTES = 65_536


@dataclass(frozen=True)
class Stamp:
    """What a stamp says of itself. Whether to believe it is for the verifier."""

    at: datetime
    by: str


def stamp_seals(session_id: UUID, authority: str) -> None:
    """Ask the authority for a stamp on each seal that has none yet. Raises `StampUnavailable`."""
    with closing(open_store(settings.EVIDENCE_DATABASE)) as store:
        for seal in store.seals(session_id):
            if not seal.stamp:
                stamp = ask(authority, canonical(seal.document))
                store.add_stamp(session_id, seal.document.sequence, stamp)


def ask(authority: str, sealed: bytes) -> bytes:
    """The authority's answer, whole, once it is one about these bytes."""
    request = TimestampRequestBuilder().data(sealed).hash_algorithm(HashAlgorithm.SHA256).build()
    headers = {"Content-Type": "application/timestamp-query"}
    try:
        answer = httpx.post(authority, content=request.as_bytes(), headers=headers, timeout=TIMEOUT_S)
        answer.raise_for_status()
        response = decode_timestamp_response(answer.content)
    except (httpx.HTTPError, ValueError) as error:
        raise StampUnavailable(str(error) or type(error).__name__) from error
    if len(answer.content) > MAX_STAMP_BYTES or not fits(response, request.nonce, sealed):
        raise StampUnavailable("the answer is not a stamp on what was asked")
    return answer.content


def fits(response: TimeStampResponse, nonce: int | None, sealed: bytes) -> bool:
    if response.status != GRANTED:
        return False
    stated = response.tst_info
    return stated.nonce == nonce and stated.message_imprint.message == hashlib.sha256(sealed).digest()


def read_stamp(stamp: str) -> Stamp:
    """What a stored stamp (hex) says."""
    response = decode_timestamp_response(bytes.fromhex(stamp))
    signer = next(iter(response.signed_data.signer_infos))
    certificates = map(x509.load_der_x509_certificate, response.signed_data.certificates)
    by = next(
        (one.subject for one in certificates if one.serial_number == signer.serial_number), signer.issuer
    )
    return Stamp(response.tst_info.gen_time, by.rfc4514_string())
