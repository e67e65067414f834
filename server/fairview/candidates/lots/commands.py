"""`fairview lot`: a draw from a pool, and whether a draw is what it says. Needs two files and no database."""

import json
from pathlib import Path

import click

from fairview.candidates.lots.draw import draw, hash_pool, parse_seed, parse_strategy, record_text
from fairview.candidates.lots.draw_check import Difference, differences
from fairview.candidates.lots.draw_file import read_pool, read_record

FILE = click.Path(exists=True, dir_okay=False, path_type=Path)
NEW_FILE = click.Path(dir_okay=False, writable=True, path_type=Path)
SHOWN = 50

pool_option = click.option("--pool", type=FILE, required=True, help="The pool as CSV, with a column email.")
strategy_option = click.option(
    "--strategy",
    default="random",
    show_default=True,
    help="random, stratified:FIELD (in proportion to its values) or ranked:FIELD (its highest numbers).",
)
json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group()
def lot() -> None:
    """Draws that anyone can repeat."""


@lot.command("draw")
@pool_option
@click.option("--size", type=int, required=True, help="How many to draw.")
@click.option("--seed", required=True, help="1 to 64 bytes in hexadecimal.")
@strategy_option
@click.option("--out", type=NEW_FILE, help="Write the record there. Default: stdout.")
@json_option
def draw_lot(*, pool: Path, size: int, seed: str, strategy: str, out: Path | None, as_json: bool) -> None:
    """Draw a lot. The same pool, seed, strategy and size always give the same record."""
    how, seed = parse_strategy(strategy), parse_seed(seed)
    record = draw(read_pool(pool, how.field), how, size, seed)
    if out:
        write_record(out, record_text(record))
    if as_json or not out:
        click.echo(record_text(record), nl=False)
    else:
        click.echo(
            f"{size} of {record.pool_size} drawn; the record is in {out}\npool hash {record.pool_hash}"
        )


@lot.command("hash")
@pool_option
@strategy_option
@json_option
def hash_of_pool(pool: Path, strategy: str, as_json: bool) -> None:
    """Print the hash of a pool, to be made public before there is a seed."""
    how = parse_strategy(strategy)
    entrants = read_pool(pool, how.field)
    found = {"pool_hash": hash_pool(entrants, how.field), "pool_size": len(entrants), "strategy": str(how)}
    click.echo(json.dumps(found, ensure_ascii=False) if as_json else found["pool_hash"])


@lot.command()
@click.argument("record", type=FILE)
@pool_option
@json_option
@click.pass_context
def verify(context: click.Context, record: Path, pool: Path, as_json: bool) -> None:
    """Repeat the draw of RECORD from the pool and name every difference; with one, the exit is 1.

    Who was called up later is not in the record: alternates follow in its order, in a stratified draw those
    with the same value as the one who dropped out first.
    """
    problems = differences(read_record(record), lambda field: read_pool(pool, field))
    if as_json:
        plain = [{"where": problem.where, "what": problem.what} for problem in problems]
        click.echo(json.dumps({"ok": not problems, "problems": plain}, ensure_ascii=False))
    else:
        click.echo(in_words(problems))
    context.exit(1 if problems else 0)


def write_record(out: Path, text: str) -> None:
    try:
        out.write_text(text, encoding="utf-8", newline="\n")
    except OSError as error:
        raise click.ClickException(f"{out} cannot be written: {error.strerror}") from None


def in_words(problems: list[Difference]) -> str:
    if not problems:
        return "The draw is what its record says."
    lines = [f"{problem.where}: {problem.what}" for problem in problems[:SHOWN]]
    if len(problems) > SHOWN:
        lines.append(f"and {len(problems) - SHOWN} more; --json lists them all")
    return "\n".join(["This is not the draw of this pool:", *lines])
