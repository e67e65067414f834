"""How the object detector is read: the same description that an operator writes for one of their own."""

from pathlib import Path

from models.sources import Source

# The 80 classes of COCO, in the order of the model's channels.
LABELS = (Path(__file__).parent / "coco.txt").read_text(encoding="utf-8").splitlines()

# Phones at 0.30: none in 46 pictures of faces were false, and a third of small phones were seen.
THRESHOLDS = {"phone": 0.3, "book": 0.3, "device": 0.3}


def described(sha256: str, source: Source) -> dict[str, object]:
    return {
        "format": "fairview-detector/1",
        "name": "centernet-coco",
        "version": source.version,
        "file": "object_detection.onnx",
        "sha256": sha256,
        "licence": source.licence,
        "source": f"{source.registry}:{source.name}",
        "input": {
            "name": "tower_0/images",
            "layout": "nhwc",
            "size": [640, 640],
            "colour": "rgb",
            "scale": 1,
            "resize": "stretch",
        },
        "output": {"name": "tower_0/detections", "kind": "rows6"},
        "labels": LABELS,
        "counts_as": {"cell phone": "phone", "book": "book", "laptop": "device", "tv": "device"},
        "thresholds": THRESHOLDS,
    }
