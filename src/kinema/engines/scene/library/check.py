"""Reads the fields of one entry, and says exactly what is wrong with them."""

from collections.abc import Mapping

from kinema.engines.scene.library import colours
from kinema.engines.scene.library.fault import Fault
from kinema.engines.scene.library.kinds import MOVES, SURFACES, Kind
from kinema.engines.scene.library.parts import Part, lines, part
from kinema.engines.scene.library.substances import COMMON

Point = tuple[float, float, float]


class Fields:
    """The fields of an entry; each may be taken once."""

    def __init__(
        self, file: str, name: str, line: int, text: str, table: Mapping[str, object]
    ) -> None:
        self._file = file
        self._name = name
        self._line = line
        self._text = text
        self._left = dict(table)
        self._roles: frozenset[str] = frozenset(COMMON)

    def line_of(self, key: str) -> int:
        """Return the line in the file at which a field begins."""
        rows = self._text.splitlines()
        found = [at for at, row in enumerate(rows) if row.split("=")[0].strip() == key]
        return self._line + (found[0] if found else 0)

    def fault(self, key: str, wrong: str, *, below: int = 0) -> Fault:
        """Return an error about a field; ``below`` counts lines inside it."""
        return Fault(self._file, self._name, self.line_of(key) + below, wrong)

    def finish(self) -> None:
        """Raise Fault if a field is left that no one knows."""
        for key in self._left:
            raise self.fault(key, f"unknown field {key!r}")

    def table(self, key: str) -> Mapping[str, object]:
        """Take a table; empty when absent."""
        value = self._left.pop(key, {})
        if not isinstance(value, dict):
            raise self.fault(key, f"{key} must be a table, not {value!r}")
        return value

    def word(self, key: str) -> str | None:
        """Take a string."""
        value = self._left.pop(key, None)
        if value is not None and not isinstance(value, str):
            raise self.fault(key, f"{key} must be a string, not {value!r}")
        return value

    def words(self, key: str) -> tuple[str, ...]:
        """Take a list of strings; empty when absent."""
        value = self._left.pop(key, [])
        if not isinstance(value, list) or not all(isinstance(word, str) for word in value):
            raise self.fault(key, f"{key} must be a list of strings, not {value!r}")
        return tuple(value)

    def numbers(self, key: str) -> dict[str, float]:
        """Take a table of numbers."""
        table = self.table(key)
        return {name: self.number(key, value) for name, value in table.items()}

    def number(self, key: str, value: object) -> float:
        """Read a number of a field."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.fault(key, f"{key} must hold numbers, not {value!r}")
        return float(value)

    def kind(self) -> Kind:
        """Take ``class``, which must be there."""
        value = self.word("class")
        if value not in list(Kind):
            expected = ", ".join(Kind)
            raise self.fault("class", f"class must be one of {expected}, not {value!r}")
        return Kind(value)

    def move(self) -> str:
        """Take ``move``; ``none`` when absent."""
        value = self.word("move") or "none"
        if value not in MOVES:
            expected = ", ".join(sorted(MOVES))
            raise self.fault("move", f"move must be one of {expected}, not {value!r}")
        return value

    def size(self) -> float | None:
        """Take ``size``."""
        value = self._left.pop("size", None)
        if value is None:
            return None
        metres = self.number("size", value)
        if metres <= 0:
            raise self.fault("size", f"size is in metres and above 0, not {metres}")
        return metres

    def limit(self) -> int | None:
        """Take ``triangles``."""
        value = self._left.pop("triangles", None)
        return None if value is None else int(self.number("triangles", value))

    def colours(self) -> dict[str, str]:
        """Take ``colours``, which names the roles."""
        table = self.table("colours")
        found: dict[str, str] = {}
        for role, value in table.items():
            try:
                colours.colour(str(value))
            except ValueError as error:
                raise self.fault("colours", f"{role}: {error}") from None
            found[role] = str(value)
        self._roles |= found.keys()
        return found

    def materials(self) -> dict[str, str]:
        """Take ``materials``: a role of the entry to a surface."""
        table = self.table("materials")
        for role, value in table.items():
            self.check_role("materials", role)
            if value not in SURFACES:
                expected = ", ".join(SURFACES)
                raise self.fault("materials", f"{role} must be one of {expected}, not {value!r}")
        return {role: str(value) for role, value in table.items()}

    def check_role(self, key: str, role: str, *, below: int = 0) -> None:
        """Raise Fault unless the role is known."""
        if role not in self._roles:
            expected = ", ".join(sorted(self._roles))
            raise self.fault(key, f"no role {role!r}; expected one of {expected}", below=below)

    def parts(self) -> tuple[Part, ...]:
        """Take ``parts``, read line by line."""
        text = self.word("parts") or ""
        found = []
        for at, content in lines(text):
            below = at + 1
            try:
                one = part(content, at)
            except ValueError as error:
                raise self.fault("parts", str(error), below=below) from None
            for role in (one.role, one.words.get("fade", one.role)):
                self.check_role("parts", role, below=below)
            found.append(one)
        return tuple(found)

    def anchors(self) -> dict[str, tuple[float, float, float, str]]:
        """Take ``anchors``: x, y, z and maybe a bone."""
        found = {}
        for name, value in self.table("anchors").items():
            if not isinstance(value, list) or len(value) not in (3, 4):
                raise self.fault("anchors", f"{name} must look like [0, 0.5, 0], not {value!r}")
            x, y, z = self.point("anchors", value[:3])
            found[name] = (x, y, z, str(value[3]) if len(value) == 4 else "")
        return found

    def points(self, key: str) -> dict[str, Point]:
        """Take a table of points."""
        return {name: self.point(key, value) for name, value in self.table(key).items()}

    def point(self, key: str, value: object) -> Point:
        """Read x, y, z of a field."""
        if not isinstance(value, list) or len(value) != 3:
            raise self.fault(key, f"{key} holds points such as [0, 0.5, 0], not {value!r}")
        x, y, z = (self.number(key, one) for one in value)
        return x, y, z
