"""Reads one object of JSON, field by field, and says exactly what is wrong with it."""

from collections.abc import Iterator

from kinema.errors import BadRequest


class Fields:
    """The fields of one object; `finish` raises if one was not asked for."""

    def __init__(self, values: object, path: str) -> None:
        if not isinstance(values, dict):
            raise BadRequest(f"{path} must be an object, not {_shown(values)}", field=path)
        self._values: dict[str, object] = values
        self._path = path
        self._asked: set[str] = set()

    def has(self, name: str) -> bool:
        """Whether a field is there and not null."""
        return self._values.get(name) is not None

    def wrong(self, name: str, expected: str, got: object) -> BadRequest:
        """Return the error for a field."""
        path = f"{self._path}.{name}"
        return BadRequest(f"{path} must be {expected}, not {_shown(got)}", field=path)

    def finish(self) -> None:
        """Raise for a field that nobody knows."""
        for name in self._values:
            if name not in self._asked:
                known = ", ".join(sorted(self._asked))
                path = f"{self._path}.{name}"
                raise BadRequest(f"{path} is not known; fields are {known}", field=path)

    def _get(self, name: str) -> object:
        self._asked.add(name)
        return self._values.get(name)

    def inner(self, name: str) -> "Fields":
        """Return an object in this one; empty where it is left out."""
        value = self._get(name)
        return Fields({} if value is None else value, f"{self._path}.{name}")

    def items(self, name: str) -> Iterator["Fields"]:
        """Yield the objects of a list."""
        for at, item in enumerate(self._list(name)):
            yield Fields(item, f"{self._path}.{name}[{at}]")

    def _list(self, name: str) -> list[object]:
        value = self._get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            raise self.wrong(name, "a list", value)
        return value

    def texts(self, name: str, *, default: tuple[str, ...] = ()) -> tuple[str, ...]:
        """Return a list of texts."""
        found = self._list(name)
        for item in found:
            if not isinstance(item, str):
                raise self.wrong(name, "a list of texts", item)
        texts = tuple(str(item) for item in found)
        return texts if name in self._values else default

    def maybe_text(self, name: str) -> str | None:
        """Return a text, or None where it is null or left out."""
        value = self._get(name)
        if value is not None and not isinstance(value, str):
            raise self.wrong(name, "a text or null", value)
        return value

    def text(self, name: str, *, default: str | None = None) -> str:
        """Return a text."""
        value = self._get(name)
        if value is None:
            value = default
        if not isinstance(value, str) or not value:
            raise self.wrong(name, "a text", value)
        return value

    def one_of(self, name: str, names: tuple[str, ...], *, default: str | None = None) -> str:
        """Return one of some names."""
        value = self.maybe_text(name) or default
        if value not in names:
            raise self.wrong(name, f"one of {', '.join(names)}", value)
        return value

    def truth(self, name: str, *, default: bool) -> bool:
        """Return true or false."""
        value = self._get(name)
        if value is None:
            return default
        if not isinstance(value, bool):
            raise self.wrong(name, "true or false", value)
        return value

    def maybe_number(self, name: str, *, least: float, most: float) -> float | None:
        """Return a number, or None where it is null or left out."""
        value = self._get(name)
        return None if value is None else self.number(name, least=least, most=most)

    def number(
        self,
        name: str,
        *,
        default: float | None = None,
        least: float = -1e9,
        most: float = 1e9,
    ) -> float:
        """Return a number within bounds."""
        value = self._get(name)
        if value is None:
            value = default
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self.wrong(name, "a number", value)
        if not least <= value <= most:
            raise self.wrong(name, f"from {least:g} to {most:g}", value)
        return float(value)

    def whole(
        self, name: str, *, default: int | None = None, least: int = 0, most: int = 2**63 - 1
    ) -> int:
        """Return a whole number within bounds."""
        value = self._get(name)
        if value is None:
            value = default
        if isinstance(value, bool) or not isinstance(value, int):
            raise self.wrong(name, "a whole number", value)
        if not least <= value <= most:
            raise self.wrong(name, f"from {least} to {most}", value)
        return value


def _shown(value: object) -> str:
    """Write a value, cut short."""
    text = "nothing" if value is None else repr(value)
    return text if len(text) <= 60 else text[:57] + "…"
