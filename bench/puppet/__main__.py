"""`python -m bench.puppet NAME --out F.mjpeg` writes a clip and, beside it, its labels (`F.json`).

NAME is one of the stories (`interview`, `steady`, `sweep`), a clip of the catalogue, or a script of your own
(`my.yaml`); the ending of `--out` says in what form: mjpeg, y4m, webm. `--list` names the catalogue's clips,
`--all` makes them (or those whose name begins with NAME) in a folder.
"""

import argparse
import shutil
import sys
import time
from pathlib import Path

from bench.puppet import film
from bench.puppet.scripts import SCRIPTS
from bench.puppet.studio import files
from bench.puppet.studio.catalogue import catalogue
from bench.puppet.studio.language import ClipText, ScriptError
from bench.puppet.studio.load import load


def main() -> int:
    parser = argparse.ArgumentParser(
        prog="python -m bench.puppet",
        description=__doc__,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("name", nargs="?", default="", metavar="NAME")
    parser.add_argument("--out", type=Path, metavar="F.mjpeg")
    parser.add_argument("--list", action="store_true")
    parser.add_argument("--all", action="store_true")
    parser.add_argument("--form", choices=files.FORMS, default="mjpeg", help="with --all")
    chosen = parser.parse_args()
    try:
        if chosen.list:
            print(*catalogue(), sep="\n")
        elif chosen.all:
            make_all(chosen.name, chosen.form)
        elif chosen.out and chosen.name:
            make_one(chosen.name, chosen.out)
        else:
            parser.error("give a NAME and --out, or --list, or --all")
    except (ScriptError, files.NoEncoder, OSError) as error:
        print(error, file=sys.stderr)
        return 1
    return 0


def make_one(name: str, out: Path) -> None:
    started = time.monotonic()
    if name in SCRIPTS:
        kept = film.ready(SCRIPTS[name], progress=show)
        shutil.copyfile(kept.video, out)
        shutil.copyfile(kept.labels, out.with_suffix(".json"))
    else:
        form = next((form for form in files.FORMS if out.suffix == f".{form}"), None)
        if form is None:
            raise ScriptError(f"{out}: the name must end in .mjpeg, .y4m or .webm")
        files.write(script(name), form, files.Written(out, out.with_suffix(".json")))
    print(f"{out}: {out.stat().st_size / 1e6:.0f} MB in {time.monotonic() - started:.1f} s")


def make_all(begins: str, form: files.Form) -> None:
    wanted = [clip for name, clip in catalogue().items() if name.startswith(begins)]
    if not wanted:
        raise ScriptError(f"{begins}: no clip of the catalogue begins so (--list names them)")
    for number, clip in enumerate(wanted, 1):
        written = files.ready(clip, form)
        print(f"{number} of {len(wanted)}: {written.video}", flush=True)


def script(name: str) -> ClipText:
    if name.endswith((".yaml", ".yml")):
        return load(Path(name))
    clips = catalogue()
    if name not in clips:
        raise ScriptError(f"{name}: neither a story, nor in the catalogue (--list), nor a .yaml file")
    return clips[name]


def show(done: int, of: int) -> None:
    if done % 150 == 0 or done == of:
        print(f"{done} of {of} frames", file=sys.stderr, flush=True)


if __name__ == "__main__":
    sys.exit(main())
