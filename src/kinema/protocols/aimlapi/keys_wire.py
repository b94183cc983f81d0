"""The shapes of the AI/ML API's key management, as its reference gives them.

https://docs.aimlapi.com/api-references/service-endpoints/api-keys
"""

from collections.abc import Mapping
from datetime import datetime
from types import MappingProxyType

from kinema.accounts.keys import MANAGE, Key, Limit, Retention, Terms
from kinema.accounts.ledger import from_usd, usd

from .models import BY_NAME
from .zod.compounds import Array, Nullable, Object
from .zod.issue import JSON, Schema
from .zod.scalars import Choice, Flag, Moment, Number, Text

SCOPES = tuple(
    f"model:{kind}"
    for kind in ("chat", "responses", "image", "audio", "video", "embeddings", "speech", "ocr")
)
MOST_USD = 10**9

SCOPE = Choice(
    options=SCOPES,
    aliases=frozenset({MANAGE, *(f"model:{name}" for name in BY_NAME)}),
    description=f"Also `{MANAGE}`, to manage keys, and `model:` with a model's id.",
)
LIMIT = Object(
    fields=MappingProxyType(
        {
            "retention": Choice(options=tuple(Retention), description="Starts again at 00:00 UTC."),
            "threshold": Number(least=0, most=MOST_USD, description="USD."),
        }
    ),
    required=frozenset({"retention", "threshold"}),
    strict=True,
)
FIELDS: Mapping[str, Schema] = MappingProxyType(
    {
        "name": Text(most=256),
        "limit": Nullable(inner=LIMIT),
        "scopes": Nullable(inner=Array(items=SCOPE, most=256)),
        "expires_at": Nullable(inner=Moment()),
    }
)
CREATE = Object(fields=FIELDS, strict=True)
CHANGE = Object(fields=MappingProxyType({**FIELDS, "disabled": Flag()}), strict=True)


def terms(body: Mapping[str, JSON], before: Terms) -> Terms:
    """Return what a valid body decides; what it does not name stays as before."""
    scopes = body.get("scopes")
    return Terms(
        name=str(body["name"]) if "name" in body else before.name,
        scopes=_scopes(scopes) if "scopes" in body else before.scopes,
        disabled=bool(body["disabled"]) if "disabled" in body else before.disabled,
        limit=_limit(body["limit"]) if "limit" in body else before.limit,
        expires_at=_moment(body["expires_at"]) if "expires_at" in body else before.expires_at,
    )


def shown(key: Key, *, month_credits: int) -> dict[str, object]:
    """Return a key as the API shows it: never the key itself."""
    limit, scopes = key.terms.limit, key.terms.scopes
    body: dict[str, object] = {
        "name": key.terms.name,
        "disabled": key.terms.disabled,
        "prefix": key.prefix,
        "scopes": sorted(scopes) if scopes is not None else None,
        "limit": _limit_shown(limit),
        "created_at": _iso(key.created_at),
        "updated_at": _iso(key.updated_at),
        "monthly_usage": float(usd(month_credits)),
    }
    if key.used_at:
        body["last_used_at"] = _iso(key.used_at)
    if key.terms.expires_at:
        body["expires_at"] = _iso(key.terms.expires_at)
    return body


def _scopes(value: JSON) -> frozenset[str] | None:
    return frozenset(str(scope) for scope in value) if isinstance(value, list) else None


def _limit(value: JSON) -> Limit | None:
    if not isinstance(value, Mapping):
        return None
    most = from_usd(str(value["threshold"]))
    return Limit(credits=most, retention=Retention(str(value["retention"])))


def _limit_shown(limit: Limit | None) -> dict[str, object] | None:
    if limit is None:
        return None
    return {"retention": limit.retention.value, "threshold": float(usd(limit.credits))}


def _moment(value: JSON) -> datetime | None:
    return Moment.read(value) if isinstance(value, str) else None


def _iso(moment: datetime) -> str:
    return moment.isoformat(timespec="milliseconds").replace("+00:00", "Z")
