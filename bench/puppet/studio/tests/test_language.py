"""Scripts are read, and refused with the line and the field that are wrong."""

import pytest

from bench.puppet.studio.language import ScriptError, parse
from bench.puppet.studio.load import loaded

SCRIPT = """\
name: story
portrait: collins
screen: {pixels: [1280, 800], mm: [300, 190]}
scenes:
  - seconds: 1
  - name: away
    seconds: 1.5
    look_at: [-400, 300]
    head: [5, 0, 0]
"""


def test_a_script_is_read_with_its_defaults() -> None:
    clip = parse(SCRIPT)
    assert (clip.portrait, clip.skin, clip.fps, clip.width) == ("collins", "own", 15, 640)
    assert clip.scenes[1].look_at == (-400, 300) and clip.scenes[0].look_at is None
    assert clip.screen.screen().middle == (640, 400)


@pytest.mark.parametrize(
    ("old", "new", "line", "field"),
    [
        ("portrait: collins", "portrait: lena", 2, "portrait"),
        ("mm: [300, 190]", "mm: [300, 0]", 3, "screen.mm[1]"),
        ("seconds: 1.5", "seconds: none", 7, "scenes[1].seconds"),
        ("head: [5, 0, 0]", "head: [5, 99, 0]", 9, "scenes[1].head[1]"),
        ("head: [5, 0, 0]", "hed: [5, 0, 0]", 9, "scenes[1].hed"),
        ("  - seconds: 1\n", "  - name: calm\n", 5, "scenes[0].seconds"),
        ("name: story", "name: ../story", 1, "name"),
        ("portrait: collins", "portrait: hopper\nglasses: clear", 1, "the script"),
        ("seconds: 1.5", "seconds: 119.5", 1, "the script"),
    ],
)
def test_bad_input_names_line_and_field(old: str, new: str, line: int, field: str) -> None:
    assert old in SCRIPT
    with pytest.raises(ScriptError) as refused:
        parse(SCRIPT.replace(old, new, 1), "story.yaml")
    assert str(refused.value).startswith(f"story.yaml, line {line}: {field}: ")


@pytest.mark.parametrize("text", ["", "[1, 2]", "7"])
def test_what_is_no_script_is_refused(text: str) -> None:
    with pytest.raises(ScriptError, match="line 1"):
        parse(text)


def test_broken_yaml_names_its_line() -> None:
    with pytest.raises(ScriptError, match=r"script, line \d: "):
        parse("name: a\nscenes:\n  - seconds: [1\nfps: 2\n}")


def test_eyes_that_cannot_turn_so_far_are_refused() -> None:
    with pytest.raises(ScriptError, match=r"line 8: scenes\[1\]\.look_at: the eyes would turn \d+°"):
        loaded(SCRIPT.replace("[-400, 300]", "[-4000, 300]"))
