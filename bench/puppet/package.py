"""The package that carries a portrait besides scikit-image: fetched by name and hash, and never installed.

python -m bench.puppet.package
"""

from models.archives import read_member
from models.fetch import fetch
from models.sources import Source

# The picture is the same in the wheels of all platforms; nothing of this one runs here.
MATPLOTLIB = Source(
    name="matplotlib",
    version="3.10.8",
    registry="pypi",
    file="matplotlib-3.10.8-cp311-cp311-manylinux2014_x86_64.manylinux_2_17_x86_64.whl",
    sha256="efb30e3baaea72ce5928e32bab719ab4770099079d66726a62b11b1ef7273be4",
    licence="the picture: public domain (US Navy)",
)
HOPPER = "matplotlib/mpl-data/sample_data/grace_hopper.jpg"


def grace_hopper() -> bytes:
    """The JPEG file."""
    return read_member(fetch(MATPLOTLIB), HOPPER)


if __name__ == "__main__":
    grace_hopper()
