"""`python -m models`: fetches and builds what is missing, then says what is in place."""

import sys
import time

from models.build import BUILD, build
from models.catalogue import PRODUCTS
from models.check import WrongProduct
from models.convert.original import NotConvertible
from models.fetch import SourceUnavailable


def main() -> int:
    started = time.monotonic()
    try:
        made = build()
    except (SourceUnavailable, NotConvertible, WrongProduct) as problem:
        print(f"models: {problem}", file=sys.stderr)
        return 1
    size = sum((BUILD / product.file).stat().st_size for product in PRODUCTS)
    print(
        f"models: {len(PRODUCTS)} files in place ({size / 1e6:.1f} MB), "
        f"{len(made)} made now, {time.monotonic() - started:.1f} s"
    )
    return 0


if __name__ == "__main__":
    sys.exit(main())
