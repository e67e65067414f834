"""Time stamps (RFC 3161): the signed word of an authority that these bytes were there at that time.

A stamp is a CMS message (RFC 5652) in DER. `_Der` reads as much of both as it takes.
"""

import hashlib
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from cryptography import x509
from cryptography.exceptions import InvalidSignature, UnsupportedAlgorithm
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa
from cryptography.x509 import Certificate
from cryptography.x509.oid import ExtendedKeyUsageOID

from fairview.reports.verifier.findings import Unusable

CONTENT_IS_STAMP = bytes.fromhex("2a864886f70d0109100104")
CONTENT_TYPE = bytes.fromhex("2a864886f70d010903")
MESSAGE_DIGEST = bytes.fromhex("2a864886f70d010904")
HASHES: dict[bytes, hashes.HashAlgorithm] = {
    bytes.fromhex("608648016503040201"): hashes.SHA256(),
    bytes.fromhex("608648016503040202"): hashes.SHA384(),
    bytes.fromhex("608648016503040203"): hashes.SHA512(),
}
UNREADABLE = (
    ValueError,
    IndexError,
    KeyError,
    UnsupportedAlgorithm,
    x509.InvalidVersion,
    x509.DuplicateExtension,
    x509.UnsupportedGeneralNameType,
)
"""What the bytes of a message or of a certificate may raise that are not what they should be."""
SEQUENCE_OF, SET_OF, TAGGED_0 = 0x30, 0x31, 0xA0


@dataclass(frozen=True)
class Stamp:
    """When the seal was there, by whose word, and whether that certificate leads to one that is trusted."""

    at: datetime
    by: str
    trusted: bool


class StampFault(Exception):
    """The stamp says nothing about these bytes."""


def read_authorities(path: Path) -> list[Certificate]:
    """The certificates (PEM) of authorities to trust. Raises `Unusable`."""
    try:
        return x509.load_pem_x509_certificates(path.read_bytes())
    except (OSError, ValueError) as error:
        raise Unusable(path.name, f"There are no certificates to be read ({error}).") from None


def read_stamp(stamp: str, sealed: bytes, authorities: Sequence[Certificate]) -> Stamp:
    """What a stamp (hex) says about the bytes that were sealed. Raises `StampFault`."""
    try:
        return _read(bytes.fromhex(stamp), sealed, authorities)
    except UNREADABLE as error:
        raise StampFault(f"It cannot be read ({error!r})") from None


def _read(stamp: bytes, sealed: bytes, authorities: Sequence[Certificate]) -> Stamp:
    message = _Message(stamp)
    _, _, imprint, _, time, *_ = message.stated.parts
    algorithm, digest = imprint.parts
    if digest.content != _digest(HASHES[algorithm.parts[0].content], sealed):
        raise StampFault("It is about something else")
    at = datetime.strptime(time.content[:14].decode(), "%Y%m%d%H%M%S").replace(tzinfo=UTC)
    signer = message.signer()
    if not _is_valid(signer, at):
        raise StampFault("Its certificate was not valid then")
    return Stamp(
        at, signer.subject.rfc4514_string(), _leads_to(authorities, signer, message.certificates, at)
    )


@dataclass(frozen=True)
class _Der:
    """One value: its tag, what is in it, and its bytes with both."""

    tag: int
    content: bytes
    whole: bytes

    @classmethod
    def first_of(cls, data: bytes) -> "_Der":
        length, begins = data[1], 2
        if length >= 0x80:
            begins += length - 0x80
            length = int.from_bytes(data[2:begins])
        ends = begins + length
        if ends > len(data):
            raise ValueError("it ends too early")
        return cls(data[0], data[begins:ends], data[:ends])

    @property
    def parts(self) -> list["_Der"]:
        return list(self._parts())

    def _parts(self) -> Iterator["_Der"]:
        rest = self.content
        while rest:
            part = _Der.first_of(rest)
            yield part
            rest = rest[len(part.whole) :]


class _Message:
    """The signed message in an authority's answer."""

    def __init__(self, answer: bytes) -> None:
        _status, token = _Der.first_of(answer).parts
        _signed_data, tagged = token.parts
        _version, _digests, content, *optional, signers = tagged.parts[0].parts
        kind, wrapped = content.parts
        if kind.content != CONTENT_IS_STAMP or len(signers.parts) != 1:
            raise StampFault("It is a message of another kind")
        self.content = wrapped.parts[0].content
        self.stated = _Der.first_of(self.content)
        self.certificates = [
            x509.load_der_x509_certificate(one.whole)
            for tagged in optional
            if tagged.tag == TAGGED_0
            for one in tagged.parts
            if one.tag == SEQUENCE_OF
        ]
        _version, _who, algorithm, self.attributes, _algorithm, signature, *_ = signers.parts[0].parts
        self.hash = HASHES[algorithm.parts[0].content]
        self.signature = signature.content

    def signer(self) -> Certificate:
        """The certificate whose key signed the content, by way of the signed attributes."""
        stated = {kind.content: values.parts[0].content for kind, values in self._attributes()}
        if stated[CONTENT_TYPE] != CONTENT_IS_STAMP or stated[MESSAGE_DIGEST] != _digest(
            self.hash, self.content
        ):
            raise StampFault("What it says was changed")
        signed = bytes([SET_OF]) + self.attributes.whole[1:]
        for certificate in self.certificates:
            if _may_stamp(certificate) and self._is_signed_by(certificate, signed):
                return certificate
        raise StampFault("No certificate in it fits its signature")

    def _attributes(self) -> list[tuple[_Der, _Der]]:
        return [(kind, values) for kind, values in (one.parts for one in self.attributes.parts)]

    def _is_signed_by(self, certificate: Certificate, signed: bytes) -> bool:
        key = certificate.public_key()
        try:
            if isinstance(key, rsa.RSAPublicKey):
                key.verify(self.signature, signed, padding.PKCS1v15(), self.hash)
            elif isinstance(key, ec.EllipticCurvePublicKey):
                key.verify(self.signature, signed, ec.ECDSA(self.hash))
            else:
                return False
        except InvalidSignature:
            return False
        return True


def _digest(algorithm: hashes.HashAlgorithm, content: bytes) -> bytes:
    return hashlib.new(algorithm.name, content).digest()


def _may_stamp(certificate: Certificate) -> bool:
    try:
        usage = certificate.extensions.get_extension_for_class(x509.ExtendedKeyUsage).value
    except x509.ExtensionNotFound:
        return False
    return ExtendedKeyUsageOID.TIME_STAMPING in usage


def _leads_to(
    authorities: Sequence[Certificate], signer: Certificate, others: Sequence[Certificate], at: datetime
) -> bool:
    """Whether one authority issued the signer's certificate, or one of `others` between them."""
    current, rest = signer, [one for one in others if one != signer]
    while True:
        if current in authorities or any(_issued(one, current, at) for one in authorities):
            return True
        between = next((one for one in rest if _issued(one, current, at)), None)
        if between is None:
            return False
        rest.remove(between)
        current = between


def _issued(issuer: Certificate, certificate: Certificate, at: datetime) -> bool:
    try:
        certificate.verify_directly_issued_by(issuer)
        limits = issuer.extensions.get_extension_for_class(x509.BasicConstraints).value
    except (InvalidSignature, ValueError, TypeError, x509.ExtensionNotFound):
        return False
    return limits.ca and _is_valid(issuer, at)


def _is_valid(certificate: Certificate, at: datetime) -> bool:
    return certificate.not_valid_before_utc <= at <= certificate.not_valid_after_utc
