"""Reads single files out of a fetched package."""

import tarfile
import zipfile
from pathlib import Path


def read_member(package: Path, member: str) -> bytes:
    if package.suffix == ".whl":
        with zipfile.ZipFile(package) as wheel:
            return wheel.read(member)
    with tarfile.open(package) as tarball:
        file = tarball.extractfile(member)
        if file is None:
            raise KeyError(f"{package.name} has no file {member}")
        return file.read()
