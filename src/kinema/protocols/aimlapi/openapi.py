"""The API described in OpenAPI, from the same tables that check requests. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from . import answers_schema as answers
from . import billing_wire, catalogue_wire, keys_wire
from .models import MODELS, Model
from .wire import BY_ID, CANONICAL, PAGE, PATHS
from .zod.compounds import Object
from .zod.issue import JSON, Schema

JSON_TYPE = "application/json"
PROBLEM: JSON = {"$ref": "#/components/schemas/Problem"}
BEARER: JSON = [{"access-token": []}]
SECURITY: JSON = {"access-token": {"type": "http", "scheme": "bearer"}}
TEXTS: Mapping[int, str] = {
    400: "Something in the request is wrong; `error.data` names every bad field.",
    401: "There is no valid API key.",
    403: "The key may not do this, or nothing covers the price.",
    404: "There is no such thing, or it is another key's.",
    409: "Another request was sent before under this Idempotency-Key, or the film has not ended.",
    413: "The body is too large.",
    415: "The body is of another type.",
    429: "Too much is under way; `Retry-After` says when to come back.",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """One method of one path.

    Attributes:
        body: Rule of the request's body; None if there is none.
        answer: Rule of what 200 brings.
        media: Type of what 200 brings.
        errors: Status codes of refusals, beside those that come with a key, a query or a body.
    """

    name: str
    summary: str
    answer: JSON
    query: Object | None = None
    body: JSON = None
    path: tuple[str, ...] = ()
    secured: bool = True
    media: str = JSON_TYPE
    errors: tuple[int, ...] = ()


def _ref(name: str) -> JSON:
    return {"$ref": f"#/components/schemas/{name}"}


def _data(rule: JSON) -> JSON:
    return answers.thing(data=rule)


def film_schema(model: Model, names: tuple[str, ...]) -> dict[str, JSON]:
    """Return the rule of a request for a film by one of these models, which share their fields."""
    schema = model.body.json_schema()
    properties = schema["properties"]
    assert isinstance(properties, Mapping)
    schema["properties"] = {**properties, "model": {"type": "string", "enum": list(names)}, **SEED}
    if "multi_prompt" in properties:
        schema["anyOf"] = [{"required": ["prompt"]}, {"required": ["multi_prompt"]}]
    return schema


SEED: Mapping[str, JSON] = {
    "seed": {
        "description": "The same request with the same whole number from 0 gives the same film; "
        "anything else is ignored."
    }
}


def films() -> JSON:
    """Return the rule of a request for a film by any model: one branch for each set of fields."""
    branches: list[tuple[Model, list[str]]] = []
    for model in MODELS:
        names = [model.id, *model.aliases]
        for first, known in branches:
            if first.fields == model.fields:
                known += names
                break
        else:
            branches.append((model, names))
    return {"anyOf": [film_schema(model, tuple(names)) for model, names in branches]}


CREATE = Operation(
    name="create",
    summary="Ask for a film.",
    answer=_ref("Created"),
    body=_ref("Film"),
    errors=(403, 409, 429),
)
POLL = Operation(
    name="poll", summary="Tell how a film is coming on.", query=BY_ID, answer=_ref("Generation")
)
UNKNOWN = (404,)

OPERATIONS: Mapping[str, Mapping[str, Operation]] = MappingProxyType(
    {
        CANONICAL: {
            "post": CREATE,
            "get": POLL,
            "delete": Operation(
                name="cancel",
                summary="Give a film up.",
                query=BY_ID,
                answer=_ref("Generation"),
            ),
        },
        **{path: {"post": CREATE, "get": POLL} for path in PATHS if path != CANONICAL},
        f"{CANONICAL}/list": {
            "get": Operation(
                name="list", summary="List own films.", query=PAGE, answer=_ref("Generations")
            ),
            "delete": Operation(
                name="discard",
                summary="Delete a film that has ended, with its files.",
                query=BY_ID,
                answer=answers.thing(id=answers.TEXT, deleted=answers.TRUTH),
                errors=(409,),
            ),
        },
        f"{CANONICAL}/events": {
            "get": Operation(
                name="events",
                summary="Tell as server-sent events how a film is coming on, until it ends.",
                query=BY_ID,
                answer=answers.TEXT,
                media="text/event-stream",
            )
        },
        **{
            path: {
                "get": Operation(
                    name="models",
                    summary="List the models.",
                    query=catalogue_wire.QUERY,
                    answer=answers.thing(object=answers.TEXT, data=answers.many(_ref("Model"))),
                    secured=False,
                )
            }
            for path in catalogue_wire.LISTS
        },
        "/model/{id}": {
            "get": Operation(
                name="model",
                summary="Show one model.",
                path=("id",),
                query=catalogue_wire.ONE,
                answer=answers.thing(object=answers.TEXT, data=_ref("Model")),
                secured=False,
                errors=UNKNOWN,
            )
        },
        "/models/metrics": {
            "get": Operation(
                name="metrics",
                summary="Tell how long films took in the last five minutes.",
                query=catalogue_wire.METRICS,
                answer=answers.METRICS,
                secured=False,
            )
        },
        "/v1/key": {
            "get": Operation(name="own_key", summary="Show this key.", answer=_data(_ref("Key")))
        },
        "/v1/keys": {
            "get": Operation(
                name="keys",
                summary="List the keys.",
                answer=_data(answers.many(_ref("Key"))),
                errors=(403,),
            ),
            "post": Operation(
                name="create_key",
                summary="Make a key; it is shown this once.",
                body=keys_wire.CREATE.json_schema(),
                answer=_data(_ref("Key")),
                errors=(403,),
            ),
        },
        "/v1/keys/{prefix}": {
            "get": Operation(
                name="key",
                summary="Show a key.",
                path=("prefix",),
                answer=_data(_ref("Key")),
                errors=(403, 404),
            ),
            "patch": Operation(
                name="change_key",
                summary="Change what the body names.",
                path=("prefix",),
                body=keys_wire.CHANGE.json_schema(),
                answer=_data(_ref("Key")),
                errors=(403, 404),
            ),
            "put": Operation(
                name="replace_key",
                summary="Decide everything about a key anew.",
                path=("prefix",),
                body=keys_wire.CHANGE.json_schema(),
                answer=_data(_ref("Key")),
                errors=(403, 404),
            ),
            "delete": Operation(
                name="delete_key",
                summary="Take a key away for good.",
                path=("prefix",),
                answer=_data(answers.thing(prefix=answers.TEXT, deleted=answers.TRUTH)),
                errors=(403, 404),
            ),
        },
        "/v2/billing": {
            "get": Operation(name="balance", summary="Balance.", answer=answers.BALANCE)
        },
        "/v2/billing/detail": {
            "get": Operation(name="account", summary="The account.", answer=answers.ACCOUNT)
        },
        "/v2/billing/transactions": {
            "get": Operation(
                name="transactions",
                summary="What came in and was charged, newest first.",
                query=billing_wire.STATEMENT,
                answer=answers.TRANSACTIONS,
                errors=(403,),
            )
        },
        "/v1/billing/balance": {
            "get": Operation(
                name="old_balance", summary="Balance in credits.", answer=answers.OLD_BALANCE
            )
        },
        "/v2/usage": {
            "get": Operation(
                name="usage",
                summary="What was asked for and spent in a window.",
                query=billing_wire.USAGE,
                answer=answers.USAGE,
                errors=(403,),
            )
        },
        "/v2/usage/detail": {
            "get": Operation(
                name="usage_detail",
                summary="The same by model and in groups.",
                query=billing_wire.DETAIL,
                answer=answers.USAGE_DETAIL,
                errors=(403,),
            )
        },
        "/v2/queue": {
            "get": Operation(
                name="queue",
                summary="What waits, what is being made, by whom, and what failed lately.",
                answer=answers.QUEUE,
                errors=(403,),
            )
        },
        "/v2/logs": {
            "get": Operation(
                name="logs",
                summary="Films that have ended, newest first.",
                query=billing_wire.LOGS,
                answer=answers.LOGS,
                errors=(404, 429),
            )
        },
    }
)


def document(version: str) -> dict[str, JSON]:
    """Return the whole API in OpenAPI 3.1."""
    return {
        "openapi": "3.1.0",
        "info": {"title": "Kinema", "version": version, "description": "Text in, film out."},
        "security": BEARER,
        "paths": {
            path: {
                method: described(operation, path, method) for method, operation in methods.items()
            }
            for path, methods in OPERATIONS.items()
        },
        "components": {
            "schemas": {**answers.COMPONENTS, "Film": films()},
            "securitySchemes": SECURITY,
        },
    }


def model_document(model: Model, version: str) -> dict[str, JSON]:
    """Return what the reference service calls ``docs-json``: one model's requests, in 3.0."""
    body = film_schema(model, (model.id, *model.aliases))
    operation = described(CREATE, PATHS[0], "post") | {
        "requestBody": {"required": True, "content": {JSON_TYPE: {"schema": body}}}
    }
    return {
        "openapi": "3.0.0",
        "info": {"title": model.name, "version": version},
        "paths": {
            path: {"post": operation | {"operationId": path.strip("/").replace("/", "_")}}
            for path in PATHS[:3]
        },
        "components": {
            "schemas": {"Created": answers.CREATED, "Problem": answers.PROBLEM},
            "securitySchemes": SECURITY,
        },
        "security": BEARER,
    }


def described(operation: Operation, path: str, method: str) -> dict[str, JSON]:
    """Return an operation in OpenAPI."""
    answer: JSON = {
        "description": operation.summary,
        "content": {operation.media: {"schema": operation.answer}},
    }
    found: dict[str, JSON] = {
        "operationId": f"{method}{path}".replace("/", "_").replace("{", "").replace("}", ""),
        "summary": operation.summary,
        "parameters": [*_in_path(operation), *_in_query(operation.query)],
        "responses": {"200": answer, **{str(code): _refusal(code) for code in _codes(operation)}},
    }
    if operation.body:
        content: JSON = {JSON_TYPE: {"schema": operation.body}}
        found["requestBody"] = {"required": operation is CREATE, "content": content}
    if not operation.secured:
        found["security"] = []
    return found


def _codes(operation: Operation) -> list[int]:
    codes = set(operation.errors)
    codes |= {401} if operation.secured else set()
    codes |= {400} if operation.query else set()
    codes |= {404} if operation.query is BY_ID else set()
    codes |= {400, 413, 415} if operation.body else set()
    return sorted(codes)


def _refusal(code: int) -> JSON:
    return {"description": TEXTS[code], "content": {JSON_TYPE: {"schema": PROBLEM}}}


def _in_path(operation: Operation) -> list[JSON]:
    return [
        {"name": name, "in": "path", "required": True, "schema": {"type": "string", "minLength": 1}}
        for name in operation.path
    ]


def _in_query(query: Object | None) -> list[JSON]:
    fields: Mapping[str, Schema] = query.fields if query else {}
    required = query.required if query else frozenset()
    return [
        {
            "name": name,
            "in": "query",
            "required": name in required,
            "schema": schema.json_schema(),
        }
        for name, schema in fields.items()
    ]
