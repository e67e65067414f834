"""All checks, one after the other, and what they come to."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from cryptography.x509 import Certificate

from fairview.reports.verifier.bundle import read_bundle
from fairview.reports.verifier.canonical import fingerprint, public_key_hash
from fairview.reports.verifier.findings import Problem
from fairview.reports.verifier.log import read_log
from fairview.reports.verifier.receipts import check_receipts, read_receipts
from fairview.reports.verifier.score import check_report, is_recomputable, recompute
from fairview.reports.verifier.seals import Seal, check_seals, read_seals, signature_faults
from fairview.reports.verifier.stamps import Stamp, StampFault, read_authorities, read_stamp

Trust = Literal["key", "receipt", "self-consistent only"]


@dataclass(frozen=True)
class CheckedSeal:
    """A seal as it was found. `stamp` is None where there is none, or none that holds."""

    sequence: int
    positions: int
    root: str
    sealed_us: int
    key: str
    stamp: Stamp | None


@dataclass(frozen=True)
class Verdict:
    """`trust`: the strongest thing from outside the bundle that it agrees with; it means nothing where there
    are problems. `score`: what follows from log and policy, None where nothing does. `recomputable`: False
    once words were erased that it rests on. `erased` and `withheld` are positions."""

    session: str
    entries: int
    trust: Trust
    score: int | None
    recomputable: bool
    seals: list[CheckedSeal]
    erased: list[int]
    withheld: list[int]
    problems: list[Problem]

    @property
    def ok(self) -> bool:
        return not self.problems


def verify(
    path: Path, keys: Sequence[str] = (), receipt: Path | None = None, stamp_ca: Path | None = None
) -> Verdict:
    """Check a bundle against itself, and against what is known from elsewhere: fingerprints of keys that may
    have signed it (hex), a candidate's receipts, certificates of authorities to trust. Raises `Unusable`."""
    bundle = read_bundle(path)
    receipts = read_receipts(receipt) if receipt else None
    authorities = read_authorities(stamp_ca) if stamp_ca else []
    session = bundle.header.get("session")

    log = read_log(bundle.header, bundle.lines)
    seals, malformed = read_seals(bundle.seals)
    problems = [*bundle.problems, *log.problems, *malformed, *check_seals(seals, log, session)]

    score, recomputable = None, is_recomputable(log)
    problems += check_report(bundle, log)
    if not log.problems and recomputable:
        score, differences = recompute(bundle, log)
        problems += differences

    foreign = list(_foreign(seals, keys)) if keys else []
    lost = list(check_receipts(receipts, seals, log, session)) if receipts else []
    checked = [_checked(seal, authorities) for seal in seals]
    problems += [*foreign, *lost, *(problem for _, of_stamp in checked for problem in of_stamp)]

    signed = bool(seals) and not any(fault for seal in seals for fault in signature_faults(seal))
    by_key, by_receipt = bool(keys) and signed and not foreign, bool(receipts) and signed and not lost
    return Verdict(
        session=str(session),
        entries=len(log.entries),
        trust="key" if by_key else "receipt" if by_receipt else "self-consistent only",
        score=score,
        recomputable=recomputable,
        seals=[seal for seal, _ in checked],
        erased=[position for position in log.wordless if position not in log.withheld],
        withheld=log.withheld,
        problems=problems,
    )


def _foreign(seals: Sequence[Seal], keys: Sequence[str]) -> Iterator[Problem]:
    for seal in seals:
        full = public_key_hash(seal.public_key)
        if not any(full.startswith(key.lower()) for key in keys):
            key = fingerprint(seal.public_key)
            yield Problem(seal.where, f"It was signed with key {key}, not with the one that you named.")


def _checked(seal: Seal, authorities: Sequence[Certificate]) -> tuple[CheckedSeal, list[Problem]]:
    stamp, problems = None, []
    try:
        stamp = read_stamp(seal.stamp, seal.signed, authorities) if seal.stamp else None
        if stamp and authorities and not stamp.trusted:
            problems = [Problem(seal.where, "Its stamp is not by an authority that you trust.")]
    except StampFault as fault:
        problems = [Problem(seal.where, f"Its stamp does not hold: {fault}.")]
    told = {name: seal.document[name] for name in ("sequence", "positions", "root", "sealed_us", "key")}
    return CheckedSeal(**told, stamp=stamp), problems
