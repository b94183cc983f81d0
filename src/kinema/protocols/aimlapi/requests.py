"""Reads bodies and queries as the AI/ML API's clients send them."""

from collections.abc import Iterable, Mapping
from http import HTTPStatus

from starlette.exceptions import HTTPException
from starlette.requests import Request

from kinema.protocols.http import BadBody, body, form, json_value, media_type

from .models import BY_NAME, DEFAULT
from .translate import INVALID_BODY, INVALID_QUERY, SEED_BELOW, Invalid
from .zod.compounds import Object
from .zod.issue import JSON, Value, custom
from .zod.scalars import Number

JSON_TYPES = frozenset({"", "application/json"})
MULTIPART = "multipart/form-data"
SEED = Number(least=0, most=SEED_BELOW)  # not checked: what is no seed is ignored
DEEPEST = 3  # keys in a form's name, such as camera_control[config][pan]


async def json_body(request: Request) -> Value:
    """Return the JSON of a request.

    Raises:
        Invalid: It is not JSON.
        HTTPException: 413 or 415.
    """
    kind = media_type(request)
    if kind not in JSON_TYPES and not kind.endswith("+json"):
        _unsupported(kind, "application/json")
    try:
        value = json_value(await body(request))
    except BadBody as wrong:
        raise Invalid(INVALID_BODY, [custom(str(wrong), ())]) from None
    return _json(value)


async def film_body(request: Request) -> Value:
    """Return the body of a request for a film, JSON or multipart.

    Raises:
        Invalid: It is not what its type says.
        HTTPException: 413 or 415.
    """
    if media_type(request) != MULTIPART:
        return await json_body(request)
    try:
        fields = await form(request, await body(request))
    except BadBody as wrong:
        raise Invalid(INVALID_BODY, [custom(str(wrong), ())]) from None
    return from_fields(fields)


def from_fields(fields: Iterable[tuple[str, str]]) -> dict[str, JSON]:
    """Return the body that a form writes, where every value is text.

    ``camera_control[type]`` is a key of an object; a repeated name makes a list.
    """
    texts: dict[str, JSON] = {}
    for name, text in fields:
        _put(texts, name.replace("]", "").split("[", DEEPEST), text)
    schema = BY_NAME.get(str(texts.get("model")), DEFAULT).body
    body = {name: _meant(schema, name, value) for name, value in texts.items()}
    return body | {"seed": SEED.coerced(body["seed"])} if "seed" in body else body


def single(request: Request, schema: Object) -> Mapping[str, JSON]:
    """Return the query of a request; a parameter given twice is a list, and so of a wrong type.

    Raises:
        Invalid: It breaks the schema.
    """
    query: dict[str, JSON] = {}
    for name, text in request.query_params.multi_items():
        _put(query, [name], text)
    values = {name: _meant(schema, name, value) for name, value in query.items()}
    if issues := schema.issues(values, ()):
        raise Invalid(INVALID_QUERY, issues)
    return values


def _put(into: dict[str, JSON], path: list[str], text: str) -> None:
    name, *rest = path
    there = into.get(name)
    if rest:
        inner = dict(there) if isinstance(there, Mapping) else {}
        _put(inner, rest, text)
        into[name] = inner
    elif there is None:
        into[name] = text
    else:
        into[name] = [*there, text] if isinstance(there, list) else [there, text]


def _meant(schema: Object, name: str, value: JSON) -> JSON:
    return schema.fields[name].coerced(value) if name in schema.fields else value


def _json(value: object) -> Value:
    """Name the type of what ``json.loads`` returned: it makes nothing else."""
    match value:
        case bool() | int() | float() | str() | None:
            return value
        case list():
            return value
        case dict():
            return value
        case _:
            raise TypeError(f"no JSON value: {type(value)}")


def _unsupported(kind: str, *wanted: str) -> None:
    text = f"The body must be {' or '.join(wanted)}, not {kind}."
    raise HTTPException(HTTPStatus.UNSUPPORTED_MEDIA_TYPE, text)
