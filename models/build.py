"""Brings `models/build` to what the catalogue says, doing only what is missing."""

import gzip
from pathlib import Path

from models.catalogue import PRODUCTS, Product, as_json
from models.check import check_bytes, check_outputs
from models.fetch import fetch, file_hash

BUILD = Path(__file__).parent / "build"
MANIFEST = "manifest.json"
# Served in place of the file to browsers that take it: a few hundred kilobytes less to wait for.
PACKED = ".gz"


def build(folder: Path = BUILD) -> list[Product]:
    """Makes what is missing and returns it. Raises `SourceUnavailable`, `NotConvertible`, `WrongProduct`."""
    folder.mkdir(parents=True, exist_ok=True)
    missing = [product for product in PRODUCTS if not is_in_place(product, folder)]
    for product in missing:
        make(product, folder)
    for product in PRODUCTS:
        if product in missing or not packed(folder / product.file).exists():
            pack(folder / product.file)
    manifest = as_json([entry(product, folder) for product in PRODUCTS])
    if missing or not (folder / MANIFEST).exists() or (folder / MANIFEST).read_bytes() != manifest:
        replace(folder / MANIFEST, manifest)
    return missing


def is_in_place(product: Product, folder: Path) -> bool:
    path = folder / product.file
    return path.exists() and file_hash(path) == product.sha256


def make(product: Product, folder: Path) -> None:
    package = fetch(product.source)
    print(f"making {product.file} …", flush=True)
    data = product.make(package)
    check_bytes(product, data)
    check_outputs(product, data)
    replace(folder / product.file, data)


def packed(path: Path) -> Path:
    return path.with_name(path.name + PACKED)


def pack(path: Path) -> None:
    """The same bytes from the same file, whenever it is packed."""
    replace(packed(path), gzip.compress(path.read_bytes(), mtime=0))


def entry(product: Product, folder: Path) -> dict[str, object]:
    return {
        "name": product.name,
        "file": product.file,
        "sha256": product.sha256,
        "bytes": (folder / product.file).stat().st_size,
        "input": product.input,
        "licence": product.source.licence,
        "source": f"{product.source.registry}:{product.source.name}",
        "version": product.source.version,
    }


def replace(path: Path, data: bytes) -> None:
    part = path.with_suffix(".part")
    part.write_bytes(data)
    part.replace(path)
