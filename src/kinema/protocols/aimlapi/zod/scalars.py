"""Strings, numbers, words and truths.

A check returns all issues at once; none means that the value is good.
"""

import re
from dataclasses import dataclass
from datetime import UTC, datetime

from .issue import JSON, Issue, Path, Value, custom, described, wrong_type

EXPONENT_FROM = 1e21  # JavaScript writes larger numbers with an exponent
DECIMAL = re.compile(r"[+-]?[0-9]{1,18}(\.[0-9]{1,18})?")
UNKEEPABLE = re.compile("[\0\ud800-\udfff]")
PLAIN = r"^[^\u0000]*$"
NOT_BLANK = r"^[^\u0000]*\S[^\u0000]*$"
TRUTHS = {"true": True, "false": False, "1": True, "0": False}


@dataclass(frozen=True, slots=True, kw_only=True)
class Text:
    """A string; its length is counted in characters, and blanks alone count as empty.

    Attributes:
        plain: Whether NUL and lone surrogates, which no database keeps, are refused.
    """

    plain: bool = True
    least: int = 0
    most: int | None = None
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value."""
        if not isinstance(value, str):
            return [wrong_type("string", value, path)]
        found = []
        if len(value.strip() if self.least else value) < self.least:
            found.append(self._bound("too_small", "minimum", self.least, "at least", path))
        if self.most is not None and len(value) > self.most:
            found.append(self._bound("too_big", "maximum", self.most, "at most", path))
        if self.plain and UNKEEPABLE.search(value):
            found.append(custom("String must be valid Unicode without NUL characters", path))
        return found

    def _bound(self, code: str, key: str, bound: int, words: str, path: Path) -> Issue:
        return {
            "code": code,
            key: bound,
            "type": "string",
            "inclusive": True,
            "exact": False,
            "message": f"String must contain {words} {bound} character(s)",
            "path": list(path),
        }

    def coerced(self, value: JSON) -> JSON:
        """Return the value: a text is what it should be."""
        return value

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        schema: dict[str, JSON] = {"type": "string"}
        if self.plain:
            schema["pattern"] = PLAIN
        if self.least:
            schema |= {"pattern": NOT_BLANK, "minLength": self.least}
        if self.most is not None:
            schema["maxLength"] = self.most
        return schema | described(self.description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A number within bounds, both inclusive."""

    least: float
    most: float
    whole: bool = False
    default: float | None = None
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value."""
        if isinstance(value, bool) or not isinstance(value, int | float):
            return [wrong_type("number", value, path)]
        found: list[Issue] = []
        if self.whole and isinstance(value, float) and not value.is_integer():
            found.append(_not_whole(path))
        if value < self.least:
            found.append(self._bound("too_small", "minimum", self.least, "greater", path))
        if value > self.most:
            found.append(self._bound("too_big", "maximum", self.most, "less", path))
        return found

    def _bound(self, code: str, key: str, bound: float, words: str, path: Path) -> Issue:
        return {
            "code": code,
            key: bound,
            "type": "number",
            "inclusive": True,
            "exact": False,
            "message": f"Number must be {words} than or equal to {bound}",
            "path": list(path),
        }

    def coerced(self, value: JSON) -> JSON:
        """Return the number that a text writes, or the text if it writes none."""
        if not isinstance(value, str) or not DECIMAL.fullmatch(value):
            return value
        number = float(value)
        return int(number) if number.is_integer() else number

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        kind = "integer" if self.whole else "number"
        schema: dict[str, JSON] = {"type": kind, "minimum": self.least, "maximum": self.most}
        if self.default is not None:
            schema["default"] = self.default
        return schema | described(self.description)


def _not_whole(path: Path) -> Issue:
    return {
        "code": "invalid_type",
        "expected": "integer",
        "received": "float",
        "message": "Expected integer, received float",
        "path": list(path),
    }


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """One of some words.

    Attributes:
        aliases: Words that are good too, though not offered.
        numeric: Numbers are turned into words before the check, as the service does with
            ``duration``.
    """

    options: tuple[str, ...]
    aliases: frozenset[str] = frozenset()
    numeric: bool = False
    default: str | None = None
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value."""
        word = self.word(value)
        if isinstance(word, str):
            good = word in self.options or word in self.aliases
            return [] if good else [self._unknown(word, path)]
        issue = wrong_type(self._expected(), value, path)
        return [{key: issue[key] for key in ("expected", "received", "code", "path", "message")}]

    def word(self, value: Value) -> Value:
        """Return a value as the word that it stands for."""
        if not self.numeric or isinstance(value, bool) or not isinstance(value, int | float):
            return value
        if isinstance(value, float) and value.is_integer() and abs(value) < EXPONENT_FROM:
            value = int(value)  # JavaScript writes 5.0 as 5
        return format(value, "d" if isinstance(value, int) else "")

    def _expected(self) -> str:
        return " | ".join(f"'{option}'" for option in self.options)

    def _unknown(self, word: str, path: Path) -> Issue:
        return {
            "received": word,
            "code": "invalid_enum_value",
            "options": list(self.options),
            "path": list(path),
            "message": f"Invalid enum value. Expected {self._expected()}, received '{word}'",
        }

    def coerced(self, value: JSON) -> JSON:
        """Return the value: a text is what it should be."""
        return value

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        options: list[JSON] = list(self.options)
        default: JSON = self.default
        if self.numeric:
            options = [*(int(option) for option in self.options), *options]
            default = int(self.default) if self.default else None
        schema: dict[str, JSON] = {"enum": options}
        if not self.numeric:
            schema = {"type": "string"} | schema
        if default is not None:
            schema["default"] = default
        return schema | described(self.description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Flag:
    """True or false."""

    default: bool | None = None
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value."""
        return [] if isinstance(value, bool) else [wrong_type("boolean", value, path)]

    def coerced(self, value: JSON) -> JSON:
        """Return the truth that a text names, or the text if it names none."""
        return TRUTHS.get(value.lower(), value) if isinstance(value, str) else value

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        schema: dict[str, JSON] = {"type": "boolean"}
        if self.default is not None:
            schema["default"] = self.default
        return schema | described(self.description)


@dataclass(frozen=True, slots=True, kw_only=True)
class Moment:
    """A date and time in ISO 8601; one without an offset is in UTC, or refused.

    Attributes:
        offset: Whether an offset must be given.
    """

    offset: bool = False
    description: str = ""

    def issues(self, value: Value, path: Path) -> list[Issue]:
        """Return everything wrong with a value."""
        if not isinstance(value, str):
            return [wrong_type("string", value, path)]
        found = self.read(value)
        if found is None or (self.offset and datetime.fromisoformat(value).tzinfo is None):
            return [
                {
                    "code": "invalid_string",
                    "validation": "datetime",
                    "message": "Invalid datetime",
                    "path": list(path),
                }
            ]
        return []

    @staticmethod
    def read(text: str) -> datetime | None:
        """Return the moment that a text names, in UTC; None if it names none."""
        try:
            moment = datetime.fromisoformat(text)
            if moment.tzinfo is None:
                return moment.replace(tzinfo=UTC)
            return moment.astimezone(UTC)
        except (ValueError, OverflowError):
            return None

    def coerced(self, value: JSON) -> JSON:
        """Return the text; a ``+`` that a URL turned into a blank is one again."""
        return value.replace(" ", "+") if isinstance(value, str) else value

    def json_schema(self) -> dict[str, JSON]:
        """Return the rule for OpenAPI."""
        return {"type": "string", "format": "date-time"} | described(self.description)
