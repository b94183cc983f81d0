"""Objects, arrays and unions of other schemas."""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import NoReturn

from .issue import ABSENT, JSON, Issue, Path, Schema, Value, described, wrong_type


@dataclass(frozen=True, slots=True, kw_only=True)
class Object:
    """An object with known keys; others are ignored, as the service does, unless it is strict."""

    fields: Mapping[str, Schema]
    required: frozenset[str] = frozenset()
    strict: bool = False
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value, in the order of the fields."""
        if not isinstance(value, Mapping):
            return [wrong_type("object", value, path)]
        found = [
            issue
            for name, schema in self.fields.items()
            if name in value or name in self.required
            for issue in schema.issues(value.get(name, ABSENT), (*path, name))
        ]
        unknown = [name for name in value if name not in self.fields] if self.strict else []
        return [*found, _unrecognized(unknown, path)] if unknown else found

    def coerced(self, value: JSON) -> JSON:
        """Return the object that a text writes as JSON, or one of texts with their meaning."""
        if not isinstance(value, Mapping):
            return _parsed(value)
        return {
            name: self.fields[name].coerced(inner) if name in self.fields else inner
            for name, inner in value.items()
        }

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        schema: dict[str, JSON] = {
            "type": "object",
            "properties": {name: field.json_schema() for name, field in self.fields.items()},
        }
        if self.required:
            schema["required"] = [name for name in self.fields if name in self.required]
        if self.strict:
            schema["additionalProperties"] = False
        return schema | described(self.description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Array:
    """A list of one kind of value."""

    items: Schema
    least: int = 0
    most: int | None = None
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value: its length first, then its items."""
        if not isinstance(value, list):
            return [wrong_type("array", value, path)]
        found = []
        if self.most is not None and len(value) > self.most:
            found.append(_bound("too_big", "maximum", self.most, "at most", path))
        if len(value) < self.least:
            found.append(_bound("too_small", "minimum", self.least, "at least", path))
        for index, item in enumerate(value[: self.most]):
            found += self.items.issues(item, (*path, index))
        return found

    def coerced(self, value: JSON) -> JSON:
        """Return the list that a text writes as JSON, else a list of that one text."""
        parsed = _parsed(value)
        return parsed if isinstance(parsed, list) else [value]

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        schema: dict[str, JSON] = {"type": "array", "items": self.items.json_schema()}
        if self.least:
            schema["minItems"] = self.least
        if self.most is not None:
            schema["maxItems"] = self.most
        return schema | described(self.description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Union:
    """A value that fits one of several schemas.

    A branch of the right type with a wrong value answers alone, which zod calls dirty; only when
    no branch has the type do all of them answer.
    """

    branches: tuple[Schema, ...]
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value."""
        answers = [branch.issues(value, path) for branch in self.branches]
        if not all(answers):
            return []
        for answer in answers:
            if all(_soft(issue) for issue in answer):
                return answer
        errors: list[JSON] = [{"issues": answer, "name": "ZodError"} for answer in answers]
        return [
            {
                "code": "invalid_union",
                "unionErrors": errors,
                "path": list(path),
                "message": "Invalid input",
            }
        ]

    def coerced(self, value: JSON) -> JSON:
        """Return what the first branch that can read the value makes of it."""
        for branch in self.branches:
            meant = branch.coerced(value)
            if not branch.issues(meant, ()):
                return meant
        return _parsed(value)

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        branches: list[JSON] = [branch.json_schema() for branch in self.branches]
        return {"anyOf": branches} | described(self.description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Nullable:
    """A value, or null."""

    inner: Schema

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value."""
        return [] if value is None else self.inner.issues(value, path)

    def coerced(self, value: JSON) -> JSON:
        """Return what the value means."""
        return self.inner.coerced(value)

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        return {"anyOf": [self.inner.json_schema(), {"type": "null"}]}


def _unrecognized(keys: list[str], path: Path) -> Issue:
    shown = ", ".join(f"'{key}'" for key in keys)
    return {
        "code": "unrecognized_keys",
        "keys": list(keys),
        "path": list(path),
        "message": f"Unrecognized key(s) in object: {shown}",
    }


def _soft(issue: Issue) -> bool:
    """Return whether the value has the right type and breaks only a bound."""
    return issue["code"] in {"too_big", "too_small", "custom"} or issue.get("expected") == "integer"


def _bound(code: str, key: str, bound: int, words: str, path: Path) -> Issue:
    return {
        "code": code,
        key: bound,
        "type": "array",
        "inclusive": True,
        "exact": False,
        "message": f"Array must contain {words} {bound} element(s)",
        "path": list(path),
    }


def _no_json(constant: str) -> NoReturn:
    raise ValueError(f"{constant} is no JSON number")


def _parsed(value: JSON) -> JSON:
    """Return what a text writes as JSON; itself if it writes none, or is no text."""
    if not isinstance(value, str):
        return value
    try:
        parsed: JSON = json.loads(value, parse_constant=_no_json)
    except (ValueError, RecursionError):
        return value
    return parsed
