"""The description that lies beside a detector's ONNX file, as `docs/operations/models.md` tells operators."""

from pathlib import Path
from typing import Annotated, Literal

import msgspec

from fairview.proctoring.detectors.errors import DetectorUnfit

Side = Annotated[int, msgspec.Meta(ge=32, le=2048)]
Share = Annotated[float, msgspec.Meta(gt=0, lt=1)]
Positive = Annotated[float, msgspec.Meta(gt=0)]
Word = Annotated[str, msgspec.Meta(min_length=1, max_length=200)]
Name = Annotated[str, msgspec.Meta(pattern=r"^[a-z0-9][a-z0-9-]{0,39}$")]
FileName = Annotated[str, msgspec.Meta(pattern=r"^[A-Za-z0-9][A-Za-z0-9._-]{0,99}\.onnx$")]
Sha256 = Annotated[str, msgspec.Meta(pattern=r"^[0-9a-f]{64}$")]
Labels = Annotated[list[Word], msgspec.Meta(min_length=1, max_length=2000)]
Thing = Literal["phone", "book", "device", "headphones"]
CountsAs = Annotated[dict[str, Thing], msgspec.Meta(min_length=1)]


class PictureInput(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """A channel of 0..255 becomes (value × `scale` − `mean`) / `std`."""

    name: Word
    layout: Literal["nchw", "nhwc"]
    size: tuple[Side, Side]
    """Width and height in pixels."""
    colour: Literal["rgb", "bgr"]
    scale: Positive = 1
    mean: tuple[float, float, float] = (0, 0, 0)
    std: tuple[Positive, Positive, Positive] = (1, 1, 1)
    resize: Literal["stretch", "letterbox"] = "stretch"


class Output(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    """rows6: [1, N, 6], each x1 y1 x2 y2 score class. yolo8: [1, 4 + C, N], each box, C scores.
    yolo5: [1, N, 5 + C], each box, objectness, C scores."""

    name: Word
    kind: Literal["rows6", "yolo8", "yolo5"]
    box: Literal["corners", "centre"] | None = None
    """By default corners for rows6, centre (with width and height) for the others."""
    units: Literal["pixels", "share"] = "pixels"
    """Pixels of the input, or shares of its sides."""
    scores: Literal["probability", "logit"] = "probability"

    @property
    def is_centred(self) -> bool:
        return (self.box or ("corners" if self.kind == "rows6" else "centre")) == "centre"


class Description(msgspec.Struct, frozen=True, forbid_unknown_fields=True):
    format: Literal["fairview-detector/1"]
    name: Name
    version: Word
    file: FileName
    sha256: Sha256
    licence: Word
    input: PictureInput
    output: Output
    labels: Labels
    """In the order of the model's channels."""
    counts_as: CountsAs
    """Which labels are noted, and as what; the others are left alone."""
    thresholds: dict[Thing, Share]
    source: str = ""
    overlap: Share = 0.5
    """Of two boxes of one label that share more than this, the surer one stays."""

    def __post_init__(self) -> None:
        if problem := self._problem():
            raise ValueError(problem)

    def _problem(self) -> str | None:
        if twice := {label for label in self.labels if self.labels.count(label) > 1}:
            return f"labels has {min(twice)!r} more than once"
        if unknown := set(self.counts_as) - set(self.labels):
            return f"counts_as names {min(unknown)!r}, which is not among the labels"
        if missing := set(self.counts_as.values()) - set(self.thresholds):
            return f"thresholds says nothing of {min(missing)!r}, which counts_as uses"
        return None


def read_description(path: Path) -> Description:
    """Raises `DetectorUnfit`."""
    try:
        return msgspec.json.decode(path.read_bytes(), type=Description)
    except OSError:
        problem = f"there is no description {path.name} beside it"
    except msgspec.ValidationError as error:
        problem = f"its description {path.name} does not hold what it should: {error}"
    except (msgspec.DecodeError, UnicodeDecodeError) as error:
        problem = f"its description {path.name} is no JSON: {error}"
    raise DetectorUnfit(file=path.with_suffix(".onnx").name, problem=problem)
