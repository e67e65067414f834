"""`python -m bench.vision.strata [NAME]` runs both twins over the catalogue's clips (those whose name begins
with NAME), scores them against the truth and writes `bench/vision/strata.md` and `.json`.

A clip that was run before, with the same code and models, is not run again: stop it and start it as you like.
`--so-far` reads nothing and makes the tables of what the twins have read already, `--python-only` leaves the
browser out, `--dry` prints the tables and writes nothing.
"""

import argparse
import json
import os
from pathlib import Path
from tempfile import TemporaryDirectory

import django

HERE = Path(__file__).parents[1]


def main() -> None:
    parser = argparse.ArgumentParser(
        prog="python -m bench.vision.strata",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="?", default="", metavar="NAME")
    parser.add_argument("--so-far", action="store_true")
    parser.add_argument("--python-only", action="store_true")
    parser.add_argument("--dry", action="store_true")
    chosen = parser.parse_args()
    with TemporaryDirectory() as folder:
        os.environ |= {"FAIRVIEW_DATA": folder, "DJANGO_SETTINGS_MODULE": "fairview.config.settings"}
        django.setup()
        from bench.vision.strata.clips import clips
        from bench.vision.strata.paper import numbers, paper
        from bench.vision.strata.run import run, so_far

        every = clips(chosen.name)
        found = so_far(every) if chosen.so_far else run(every, with_browser=not chosen.python_only)
        text = paper(found)
        print(text)
        if not chosen.dry:
            (HERE / "strata.md").write_text(text, encoding="utf-8")
            (HERE / "strata.json").write_text(json.dumps(numbers(found), indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()
