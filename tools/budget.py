"""What pages load of script and style before they answer, counted from the build.

    tools/budget.py [FOLDER]

Fails over a limit. A page is its entry and the parts that it fetches at once, with all that these import.
"""

import gzip
import json
import sys
from pathlib import Path
from typing import Any

DIST = Path(__file__).resolve().parents[1] / "web" / "dist"
LIMITS = {"a candidate's first page": 150_000, "the desk at Today": 240_000}
PARTS = {
    "a candidate's first page": ["invitation.html"],
    "the desk at Today": [
        "index.html",
        *(f"src/app/{name}.tsx" for name in ("StaffLayout", "DeskLayout", "TodayRoute")),
    ],
}
SHOWN = 5


def first_files(chunks: dict[str, Any], name: str, seen: set[str]) -> set[str]:
    chunk = chunks[name]
    if chunk["file"] not in seen:
        seen |= {chunk["file"], *chunk.get("css", [])}
        for part in chunk.get("imports", []):
            first_files(chunks, part, seen)
    return seen


def main(dist: Path) -> int:
    chunks = json.loads((dist / ".vite" / "manifest.json").read_text(encoding="utf-8"))
    too_heavy = [page for page in LIMITS if weighs_too_much(dist, chunks, page)]
    return int(bool(too_heavy))


def weighs_too_much(dist: Path, chunks: dict[str, Any], page: str) -> bool:
    files: set[str] = set()
    for part in PARTS[page]:
        first_files(chunks, part, files)
    sizes = {file: len(gzip.compress((dist / file).read_bytes(), 9)) for file in files}
    total = sum(sizes.values())
    print(f"{total:,} of {LIMITS[page]:,} bytes gzip in {len(files)} files before {page} answers")
    for file, size in sorted(sizes.items(), key=lambda item: -item[1])[:SHOWN]:
        print(f"{size:9,}  {file}")
    return total > LIMITS[page]


if __name__ == "__main__":
    sys.exit(main(Path(sys.argv[1]) if len(sys.argv) > 1 else DIST))
