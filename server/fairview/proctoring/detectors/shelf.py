"""Where detectors lie: the product's own in the model folder (`settings.MODELS`), an operator's in a folder
each (`settings.DETECTORS`)."""

import hashlib
import logging
import shutil
import tempfile
from collections.abc import Hashable, Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

from fairview.proctoring.detectors.description import Description, read_description
from fairview.proctoring.detectors.errors import DetectorUnfit

logger = logging.getLogger(__name__)
LARGEST_BYTES = 200_000_000
"""Every candidate's browser fetches the file."""
BUILT_IN = "object_detection.json"
DESCRIPTION, MODEL = "description.json", "model.onnx"


@dataclass(frozen=True)
class Detector:
    description: Description
    described_in: Path
    model: Path

    def read(self) -> bytes:
        """The file's bytes. Raises `DetectorUnfit` when they are not the ones described."""
        return read_model(self.model, self.description)


@dataclass(frozen=True)
class Shelf:
    """`left_out`: the name of whatever does not fit → why."""

    added: list[Detector]
    left_out: dict[str, str]


def built_in(models: Path) -> Detector:
    described_in = models / BUILT_IN
    description = read_description(described_in)
    return Detector(description, described_in, models / description.file)


def shelf(folder: Path) -> Shelf:
    """What an operator added, by name, as far as it is still what was described."""
    added: list[Detector] = []
    left_out: dict[str, str] = {}
    for place in places(folder):
        try:
            added.append(taken_from(place))
        except DetectorUnfit as unfit:
            left_out[place.name] = unfit.problem
    return Shelf(added, left_out)


def warn_of_unfit_detectors(folder: Path) -> None:
    """For a process that starts: it goes on without them."""
    for name, problem in shelf(folder).left_out.items():
        logger.warning("The detector %s is left out: %s.", name, problem)


def places(folder: Path) -> Iterator[Path]:
    if folder.is_dir():
        yield from sorted(p for p in folder.iterdir() if p.is_dir() and not p.name.startswith("."))


def taken_from(place: Path) -> Detector:
    described_in = place / DESCRIPTION
    detector = Detector(read_description(described_in), described_in, place / MODEL)
    detector.read()
    return detector


def in_use(folder: Path, models: Path) -> Detector:
    """An operator's own goes before the product's; of several, the first by name."""
    return next(iter(shelf(folder).added), None) or built_in(models)


def served(folder: Path, models: Path) -> Mapping[str, Path]:
    """The files of the detector in use as browsers ask for them; none before set-up. A detector that came,
    went or changed is noticed at the next request."""
    return _served(folder, models, _print_of(folder), _print_of(models))


@lru_cache(maxsize=1)
def _served(folder: Path, models: Path, *_prints: object) -> Mapping[str, Path]:
    try:
        detector = in_use(folder, models)
    except DetectorUnfit:
        return {}
    return {DESCRIPTION: detector.described_in, MODEL: detector.model}


def _print_of(folder: Path) -> Hashable:
    """Other whenever a file in the folder is: to read and hash them for every request would take too long."""
    files = ((path, path.stat()) for path in sorted(folder.glob("**/*")) if path.is_file())
    return tuple((path, about.st_mtime_ns, about.st_size) for path, about in files)


def described_beside(model: Path) -> Detector:
    """A detector as an operator hands it over: FILE.onnx with FILE.json beside it. Raises `DetectorUnfit`."""
    if not model.is_file():
        raise DetectorUnfit(file=model.name, problem="there is no such file")
    described_in = model.with_suffix(".json")
    description = read_description(described_in)
    if description.file != model.name:
        raise DetectorUnfit(file=model.name, problem=f"its description is of {description.file}")
    return Detector(description, described_in, model)


def read_model(path: Path, description: Description) -> bytes:
    def unfit(problem: str) -> DetectorUnfit:
        return DetectorUnfit(file=description.file, problem=problem)

    try:
        size = path.stat().st_size
        if size > LARGEST_BYTES:
            raise unfit(f"it has {size:,} bytes, and more than {LARGEST_BYTES:,} are not taken")
        data = path.read_bytes()
    except OSError as error:
        raise unfit(f"it cannot be read ({error.strerror})") from None
    found = hashlib.sha256(data).hexdigest()
    if found != description.sha256:
        raise unfit(f"its sha256 is {found}, described is {description.sha256}")
    return data


def lay_in(folder: Path, detector: Detector, data: bytes) -> Detector:
    """Puts a detector on the shelf, in the place of one of the same name."""
    folder.mkdir(parents=True, exist_ok=True)
    place = folder / detector.description.name
    with tempfile.TemporaryDirectory(prefix=".part-", dir=folder) as part:
        new, old = Path(part) / "new", Path(part) / "old"
        new.mkdir()
        (new / MODEL).write_bytes(data)
        shutil.copyfile(detector.described_in, new / DESCRIPTION)
        if place.exists():
            place.rename(old)
        new.rename(place)
    return taken_from(place)
