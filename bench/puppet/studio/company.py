"""The second and the third person: other portraits that stand behind and come in from the sides."""

from dataclasses import dataclass

from bench.puppet.portrait import Name, Portrait, portrait
from bench.puppet.studio.dressed import dressed
from bench.puppet.studio.figure import Figure, figure


@dataclass(frozen=True)
class Part:
    person: Name
    skin: str
    distance: float
    position: tuple[float, float]
    comes_from: float  # −1 the picture's left, 1 its right

    def dressed(self) -> Portrait:
        return dressed(self.person, self.skin, False, 0)

    def figure(self, arrival: float) -> Figure:
        side = self.position[0] + 1.0 * self.comes_from * (1 - arrival)
        return figure(portrait(self.person), self.distance, (side, self.position[1]))


LEFT, RIGHT = (-0.7, 0.02), (0.68, 0.06)


def company(owner: Name) -> tuple[Part, Part]:
    others: dict[Name, tuple[Name, Name]] = {
        "collins": ("hopper", "mirrored"),
        "hopper": ("collins", "mirrored"),
        "mirrored": ("hopper", "collins"),
    }
    second, third = others[owner]
    return Part(second, "own", 950, LEFT, -1), Part(third, "olive", 1050, RIGHT, 1)
