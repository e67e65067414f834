"""`fairview models`: what is there, and detectors of an operator's own."""

import json
from pathlib import Path
from typing import Any

import click
from django.conf import settings

from fairview.proctoring.detectors.errors import DetectorUnfit
from fairview.proctoring.detectors.shelf import Detector, Shelf, described_beside, in_use, lay_in, shelf
from fairview.proctoring.detectors.stock import Model, stock

json_option = click.option("--json", "as_json", is_flag=True, help="Print one JSON object.")


@click.group()
def models() -> None:
    """What the product sees and hears with."""


@models.command("list")
@json_option
def list_models(as_json: bool) -> None:
    """The product's models and an operator's own, with size, licence, hash and state."""
    built, own = stock(settings.MODELS), shelf(settings.DETECTORS)
    if as_json:
        click.echo(json.dumps({"models": [vars(model) for model in built], **own_in_json(own)}))
        return
    for model in built:
        click.echo(in_words(model))
    for detector in own.added:
        click.echo(own_in_words(detector))
    for name, problem in own.left_out.items():
        click.echo(f"✗ {name}  left out: {problem}")
    click.echo(objects_in_words())


@models.command()
@click.argument("file", type=click.Path(path_type=Path))
@json_option
def add(file: Path, as_json: bool) -> None:
    """Try FILE, an object detector in ONNX with FILE.json beside it, and take it into use."""
    from fairview.proctoring.detectors.trial import tried

    offered = described_beside(file)
    tried(offered)
    detector = lay_in(settings.DETECTORS, offered, offered.read())
    if as_json:
        click.echo(json.dumps(own_entry(detector)))
    else:
        click.echo(f"Added {own_in_words(detector).removeprefix('✓ ')}")
        click.echo(objects_in_words())


@models.command()
@json_option
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:
    """Check every file by its hash, and run every detector of one's own on a drawn picture."""
    problems = {model.file: model.state for model in stock(settings.MODELS) if not model.ok} | own_problems(
        shelf(settings.DETECTORS)
    )
    if as_json:
        click.echo(json.dumps({"ok": not problems, "problems": problems}))
    elif problems:
        click.echo("\n".join(f"✗ {name}: {problem}" for name, problem in problems.items()))
    else:
        click.echo("All models are what they should be.")
    context.exit(1 if problems else 0)


def own_problems(own: Shelf) -> dict[str, str]:
    from fairview.proctoring.detectors.trial import tried

    problems = dict(own.left_out)
    for detector in own.added:
        try:
            tried(detector)
        except DetectorUnfit as unfit:
            problems[detector.description.name] = unfit.problem
    return problems


def own_in_json(own: Shelf) -> dict[str, Any]:
    return {
        "own": [own_entry(detector) for detector in own.added],
        "left_out": own.left_out,
        "objects_by": objects_by(),
    }


def own_entry(detector: Detector) -> dict[str, Any]:
    about = detector.description
    return {
        "name": about.name,
        "version": about.version,
        "bytes": detector.model.stat().st_size,
        "licence": about.licence,
        "sha256": about.sha256,
    }


def objects_by() -> str | None:
    try:
        return in_use(settings.DETECTORS, settings.MODELS).description.name
    except DetectorUnfit:
        return None


def objects_in_words() -> str:
    name = objects_by()
    return (
        f"Objects are looked for with {name}." if name else "There is no model for objects: run `make setup`."
    )


def in_words(model: Model) -> str:
    mark = "✓" if model.ok else "✗"
    return (
        f"{mark} {model.file}  {model.bytes:,} bytes  {model.licence}  "
        f"{model.source} {model.version}  sha256 {model.sha256[:12]}…  {model.state}"
    )


def own_in_words(detector: Detector) -> str:
    entry = own_entry(detector)
    return (
        f"✓ {entry['name']}  {entry['bytes']:,} bytes  {entry['licence']}  "
        f"version {entry['version']}  sha256 {entry['sha256'][:12]}…  added"
    )
