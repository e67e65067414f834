"""The script of a clip: its fields, their defaults and their bounds, and where in the file one is wrong."""

from typing import Annotated, Any, Literal

import yaml
from pydantic import BaseModel, ConfigDict, Field, ValidationError, model_validator

from bench.puppet.portrait import Name
from bench.puppet.studio.screen import Screen

SECONDS = 120

Share = Annotated[float, Field(ge=0, le=1)]
Signed = Annotated[float, Field(ge=-1, le=1)]
Turn = Annotated[float, Field(ge=-30, le=30)]
Text = Annotated[str, Field(pattern=r"^[a-z0-9][a-z0-9_.-]*$", max_length=80)]


class Strict(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, allow_inf_nan=False)


class ScreenText(Strict):
    pixels: tuple[Annotated[int, Field(gt=0)], Annotated[int, Field(gt=0)]] = (1920, 1080)
    mm: tuple[Annotated[float, Field(gt=0)], Annotated[float, Field(gt=0)]] = (344, 194)
    camera_above_mm: Annotated[float, Field(ge=0)] = 8

    def screen(self) -> Screen:
        return Screen(self.pixels, self.mm, self.camera_above_mm)


class SceneText(Strict):
    """What holds once the scene has settled."""

    name: Text = "calm"
    seconds: Annotated[float, Field(gt=0, le=SECONDS)]
    look_at: tuple[float, float] | None = None  # px of the screen, also outside it; none: its middle
    head: tuple[Turn, Turn, Turn] = (0, 0, 0)  # yaw, pitch, roll from facing the camera
    closure: Share = 0
    mouth: Share = 0
    talks: bool = False
    distance: Annotated[float, Field(ge=250, le=2500)] = 600  # mm
    position: tuple[Signed, Signed] = (0, 0)  # of the picture's half width and height: right, up
    light: Annotated[float, Field(ge=0.02, le=2)] = 1
    side: Signed = 0  # from where the light comes: −1 left in the picture, 1 right
    back_light: Share = 0
    present: bool = True
    others: Annotated[int, Field(ge=0, le=2)] = 0
    hand_at_chin: bool = False
    phone: Literal["none", "ear", "hand"] = "none"
    book: bool = False
    second_screen: bool = False


class Quality(Strict):
    jpeg: Annotated[int, Field(ge=1, le=100)] | None = None
    vp8_kbps: Annotated[int, Field(ge=20, le=20000)] | None = None


class ClipText(Strict):
    name: Text
    seed: Annotated[int, Field(ge=0)] = 0
    stratum: dict[str, str | int | float | bool] = {}
    portrait: Name = "collins"
    skin: Literal["own", "pale", "light", "olive", "brown", "dark"] = "own"
    glasses: Literal["none", "clear", "reflecting"] = "none"
    face: Literal["bare", "beard", "mask"] = "bare"
    background: Literal["own", "plain", "office", "shelf", "window"] = "own"
    noise: Annotated[float, Field(ge=0, le=60)] = 1.6
    blur: Annotated[float, Field(ge=0, le=12)] = 0
    quality: Quality = Quality()
    fps: Literal[1, 2, 3, 5, 6, 10, 15, 30] = 15
    width: Annotated[int, Field(ge=160, le=1920, multiple_of=16)] = 640
    blinks: bool = True
    sway: Annotated[float, Field(ge=0, le=5)] = 1
    screen: ScreenText = ScreenText()
    scenes: Annotated[tuple[SceneText, ...], Field(min_length=1)]

    @model_validator(mode="after")
    def is_short(self) -> "ClipText":
        if sum(scene.seconds for scene in self.scenes) > SECONDS:
            raise ValueError(f"the scenes last longer than {SECONDS} s together")
        return self

    @model_validator(mode="after")
    def wears_one_pair(self) -> "ClipText":
        if self.portrait == "hopper" and self.glasses != "none":
            raise ValueError("hopper wears glasses of her own: leave glasses out")
        return self


class ScriptError(ValueError):
    """What is wrong with a script, one line each: file, line, field, reason."""


def parse(text: str, source: str = "script") -> ClipText:
    try:
        node = yaml.compose(text, yaml.SafeLoader)
        data = yaml.safe_load(text)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 1
        raise ScriptError(f"{source}, line {line}: {error.problem}") from error
    return checked(data, source, node)


def checked(data: Any, source: str, node: yaml.Node | None = None) -> ClipText:
    try:
        return ClipText.model_validate(data)
    except ValidationError as error:
        told = [
            f"{source}, line {line_of(node, problem['loc'])}: {field(problem['loc'])}: {problem['msg']}"
            for problem in error.errors()
        ]
        raise ScriptError("\n".join(told)) from error


def field(path: tuple[int | str, ...]) -> str:
    """`scenes[2].head[0]`"""
    return "".join(f"[{part}]" if isinstance(part, int) else f".{part}" for part in path)[1:] or "the script"


def line_of(node: yaml.Node | None, path: tuple[int | str, ...]) -> int:
    """The line of the field, or of the innermost thing around it that the file has."""
    line = 1
    for part in path:
        if isinstance(node, yaml.SequenceNode) and isinstance(part, int) and part < len(node.value):
            node = node.value[part]
            line = node.start_mark.line + 1
        elif isinstance(node, yaml.MappingNode):
            found = [pair for pair in node.value if pair[0].value == part]
            if not found:
                break
            line, node = found[0][0].start_mark.line + 1, found[0][1]
    return line
