"""`fairview lot` on files alone."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from fairview.candidates.lots.commands import lot
from fairview.kit.errors import FairviewError

POOL = """Name;E-Mail;region;mark
Ada;Ada@example.org;North;7,5
Bo; bo@example.org ;South;9
Cy;cy@example.org;North;
Di;'+di@example.org;South;'-3
"""
SEED = "00ff00ff"


@pytest.fixture
def pool(tmp_path: Path) -> Path:
    file = tmp_path / "pool.csv"
    file.write_text(POOL, encoding="utf-8-sig")
    return file


def run(*arguments: object) -> Any:
    return CliRunner().invoke(lot, list(map(str, arguments)))


def draw(pool: Path, *more: object) -> Any:
    result = run("draw", "--pool", pool, "--size", 2, "--seed", SEED, *more)
    assert result.exit_code == 0, result.output + str(result.exception)
    return result


def refusal(pool: Path, *arguments: object) -> str:
    result = run("draw", "--pool", pool, *arguments)
    assert result.exit_code == 1
    assert isinstance(result.exception, FairviewError)
    return str(result.exception)


def test_a_draw_is_written_and_verified(pool: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    said = draw(pool, "--out", out).output
    assert "2 of 4 drawn" in said
    record = json.loads(out.read_text())
    assert record["pool_hash"] in said
    assert sorted(record["drawn"] + record["alternates"]) == [
        "+di@example.org",
        "ada@example.org",
        "bo@example.org",
        "cy@example.org",
    ]
    checked = run("verify", out, "--pool", pool)
    assert (checked.exit_code, checked.output) == (0, "The draw is what its record says.\n")
    assert json.loads(run("verify", out, "--pool", pool, "--json").output) == {"ok": True, "problems": []}


def test_json_is_the_record_and_the_same_each_time(pool: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    assert draw(pool, "--out", out, "--json").output == out.read_text() == draw(pool).output


def test_a_field_of_the_pool_is_used(pool: Path) -> None:
    ranked = json.loads(draw(pool, "--strategy", "ranked:mark").output)
    assert ranked["drawn"] == ["bo@example.org", "ada@example.org"]
    assert ranked["alternates"] == ["+di@example.org", "cy@example.org"]
    halves = json.loads(draw(pool, "--strategy", "stratified:region").output)
    north = {"ada@example.org", "cy@example.org"}
    assert len(north & set(halves["drawn"])) == 1


def test_the_hash_can_be_made_public_first(pool: Path) -> None:
    said = run("hash", "--pool", pool, "--strategy", "ranked:mark").output.strip()
    assert said == json.loads(draw(pool, "--strategy", "ranked:mark").output)["pool_hash"]
    about = json.loads(run("hash", "--pool", pool, "--json").output)
    assert (about["pool_size"], about["strategy"]) == (4, "random")


def test_a_changed_record_is_told_with_its_place(pool: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    draw(pool, "--out", out)
    record = json.loads(out.read_text())
    out.write_text(json.dumps({**record, "drawn": record["drawn"][::-1]}))
    told = run("verify", out, "--pool", pool)
    assert told.exit_code == 1
    assert "drawn[0]: the record says" in told.output
    assert [
        problem["where"]
        for problem in json.loads(run("verify", out, "--pool", pool, "--json").output)["problems"]
    ] == [
        "drawn[0]",
        "drawn[1]",
    ]


def test_a_changed_pool_is_told_by_name(pool: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    draw(pool, "--out", out)
    pool.write_text(POOL.replace("cy@", "cyd@"))
    told = json.loads(run("verify", out, "--pool", pool, "--json").output)
    assert not told["ok"]
    assert {"where": "pool", "what": "cyd@example.org is in the pool, but not in the record"} in told[
        "problems"
    ]
    assert any(
        "cy@example.org is in the record, but not in the pool" in each["what"] for each in told["problems"]
    )


def test_a_record_that_asks_for_the_impossible_is_a_difference(pool: Path, tmp_path: Path) -> None:
    out = tmp_path / "record.json"
    draw(pool, "--out", out)
    record = json.loads(out.read_text())
    for name, wrong in {"size": 9, "seed": "no", "strategy": "ranked:wit"}.items():
        out.write_text(json.dumps({**record, name: wrong}))
        told = json.loads(run("verify", out, "--pool", pool, "--json").output)
        assert [problem["where"] for problem in told["problems"]] == [name], name


@pytest.mark.parametrize(
    ("arguments", "sentence"),
    [
        (["--size", 5, "--seed", SEED], "Choose a number from 1 to 4"),
        (["--size", 0, "--seed", SEED], "Choose a number from 1 to 4"),
        (["--size", 2, "--seed", "xyz"], "not a seed"),
        (["--size", 2, "--seed", SEED, "--strategy", "stratified:wit"], 'no column "wit"'),
        (
            ["--size", 2, "--seed", SEED, "--strategy", "ranked:region"],
            'has "South" where a number is needed',
        ),
        (["--size", 2, "--seed", SEED, "--strategy", "fair"], 'no strategy "fair"'),
    ],
)
def test_terms_that_cannot_be_are_refused(pool: Path, arguments: list[object], sentence: str) -> None:
    assert sentence in refusal(pool, *arguments)


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        (b"", "names no column email"),
        (b"name\nAda\n", "names no column email"),
        (b"email\n", "nobody in this pool"),
        (b"email,name\nada@x.org,Ada\nADA@x.org ,Ada\n", "ada@x.org is in the pool more than once"),
        (b"email,name\nada@x.org\n", "line 2: it has 1 cells, the first line has 2"),
        (b"email,name\n\n,Ada\n", "line 3: there is nothing in the column email"),
        (b'email,name\nada@x.org,"Ada\n', "line 2: unexpected end of data"),
        (b'email,name\nada@x.org,"A"da\n', "line 2:"),
        ("email,name\nada@x.org,Zoë\n".encode("latin-1"), "byte 24 is not UTF-8"),
        ("email\nada@x.org\n".encode("utf-16"), "byte 1 is not UTF-8"),
        (b"email\nada@x.org\0\n", "not a text file"),
    ],
)
def test_files_that_cannot_be_read_say_where(tmp_path: Path, content: bytes, sentence: str) -> None:
    file = tmp_path / "broken.csv"
    file.write_bytes(content)
    assert sentence in refusal(file, "--size", 1, "--seed", SEED)


@pytest.mark.parametrize("content", ["", "[]", "{", '{"seed": "00", "seed": "01"}', "[" * 100_000])
def test_what_is_no_record_is_refused(pool: Path, tmp_path: Path, content: str) -> None:
    record = tmp_path / "record.json"
    record.write_text(content)
    result = run("verify", record, "--pool", pool)
    assert result.exit_code == 1
    assert "cannot be read as the record of a draw" in str(result.exception)


def test_an_id_names_the_member_where_there_is_no_address(tmp_path: Path) -> None:
    file = tmp_path / "pool.csv"
    file.write_text("id\tmark\nA1\t3\nB2\t4\n")
    ranked = run("draw", "--pool", file, "--size", 1, "--seed", SEED, "--strategy", "ranked:mark")
    assert json.loads(ranked.output)["drawn"] == ["b2"]


def test_the_program_needs_no_database(pool: Path, tmp_path: Path) -> None:
    program = Path(sys.executable).with_name("fairview")
    out, data = tmp_path / "record.json", tmp_path / "data"
    environment = {**os.environ, "FAIRVIEW_DATA": str(data)}

    def fairview(*arguments: object) -> subprocess.CompletedProcess[str]:
        command = [str(program), "lot", *map(str, arguments)]
        return subprocess.run(
            command, env=environment, capture_output=True, text=True, timeout=60, check=False
        )

    terms = ["--pool", pool, "--seed", SEED, "--out", out]
    assert fairview("draw", *terms, "--size", 2).returncode == 0
    assert fairview("verify", out, "--pool", pool).returncode == 0
    refused = fairview("draw", *terms, "--size", 9)
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == "A lot of 9 cannot be chosen from a pool of 4. Choose a number from 1 to 4.\n"
    assert not list(data.rglob("*.sqlite3"))
