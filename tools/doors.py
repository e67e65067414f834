"""The contract `doors` of `.importlinter`: a context is entered through its doors and nowhere else.

`doors` are open to every context above, `wiring_doors` only to the one that wires them, and `open_to_all` is
all door. Tests may look inside.
"""

from collections.abc import Iterator
from typing import Any

from grimp import ImportGraph
from importlinter import Contract, ContractCheck, fields, output


class DoorsContract(Contract):
    container: Any = fields.StringField()
    doors: Any = fields.ListField(subfield=fields.StringField())
    wiring: Any = fields.StringField()
    wiring_doors: Any = fields.ListField(subfield=fields.StringField())
    open_to_all: Any = fields.StringField()

    def check(self, graph: ImportGraph, verbose: bool) -> ContractCheck:
        broken = sorted(self.broken_into(graph))
        return ContractCheck(kept=not broken, metadata={"broken": broken})

    def render_broken_contract(self, check: ContractCheck) -> None:
        for importer, imported, line in check.metadata["broken"]:
            output.print_error(f"{importer}, line {line}: {imported} is no door", bold=False)

    def broken_into(self, graph: ImportGraph) -> Iterator[tuple[str, str, int]]:
        for importer in graph.modules:
            for imported in graph.find_modules_directly_imported_by(importer):
                if not self.is_welcome(self.within(importer), self.within(imported)):
                    (first, *_) = graph.get_import_details(importer=importer, imported=imported)
                    yield importer, imported, first["line_number"]

    def within(self, module: str) -> list[str]:
        """Context and inner names; none for what is outside the container."""
        inside = module.startswith(f"{self.container}.")
        return module.split(".")[1:] if inside else []

    def is_welcome(self, importer: list[str], imported: list[str]) -> bool:
        if not importer or not imported or importer[0] == imported[0] or imported[0] == self.open_to_all:
            return True
        if "tests" in importer:
            return True
        doors = {*self.doors, *(self.wiring_doors if importer[0] == self.wiring else [])}
        return len(imported) == 2 and imported[1] in doors
