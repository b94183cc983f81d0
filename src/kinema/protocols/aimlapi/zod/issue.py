"""What is wrong with a value, in the words of zod 3, which the reference service uses.

Clients match these issues literally, so their texts and even the order of their keys are kept.
"""

from collections.abc import Mapping, Sequence
from enum import Enum
from typing import Final, Protocol, TypeAlias

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"
"""What a JSON text holds."""

Path: TypeAlias = tuple[str | int, ...]
"""Keys from the body down to a value."""

Issue: TypeAlias = dict[str, JSON]
"""One thing wrong with one value, as zod 3 writes it."""


class Absent(Enum):
    """A key that the body does not have."""

    ABSENT = "undefined"


ABSENT: Final = Absent.ABSENT
Value: TypeAlias = "JSON | Absent"


class Schema(Protocol):
    """What a value must be."""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value found at ``path``."""
        ...

    def coerced(self, value: JSON) -> JSON:
        """Return what a form's or a query's value means, where everything arrives as text."""
        ...

    def json_schema(self) -> dict[str, JSON]:
        """Return the same rule for OpenAPI."""
        ...


def type_name(value: Value) -> str:
    """Return what JavaScript calls the type of a value."""
    match value:
        case Absent():
            return value.value
        case None:
            return "null"
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "string"
        case Mapping():
            return "object"
        case _:
            return "array"


def wrong_type(expected: str, value: Value, path: Path) -> Issue:
    """Return the issue of a value that has another type, or is missing."""
    received = type_name(value)
    message = "Required" if value is ABSENT else f"Expected {expected}, received {received}"
    return {
        "code": "invalid_type",
        "expected": expected,
        "received": received,
        "path": list(path),
        "message": message,
    }


def custom(message: str, path: Path) -> Issue:
    """Return the issue of a rule that zod has no name for."""
    return {"code": "custom", "message": message, "path": list(path)}


def described(description: str) -> dict[str, JSON]:
    """Return the part of a JSON Schema that holds words for people."""
    return {"description": description} if description else {}
