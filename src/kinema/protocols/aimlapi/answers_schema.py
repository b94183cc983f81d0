"""JSON Schemas of what is answered: `replies`, the catalogue, keys and books put into rules."""

from collections.abc import Mapping
from types import MappingProxyType

from .zod.issue import JSON

Rule = Mapping[str, JSON]

TEXT: Rule = {"type": "string"}
NUMBER: Rule = {"type": "number"}
COUNT: Rule = {"type": "integer", "minimum": 0}
CREDITS: Rule = {"type": "integer"}
TRUTH: Rule = {"type": "boolean"}
WHEN: Rule = {"type": "string", "format": "date-time"}
ADDRESS: Rule = {"type": "string", "format": "uri"}


def thing(optional: tuple[str, ...] = (), /, **properties: JSON) -> dict[str, JSON]:
    """Return the rule of an object; what is not optional is always there."""
    required = [name for name in properties if name not in optional]
    return {"type": "object", "properties": properties, "required": required}


def many(items: JSON) -> dict[str, JSON]:
    """Return the rule of a list."""
    return {"type": "array", "items": items}


def either_null(rule: JSON) -> dict[str, JSON]:
    """Return the rule of a value that can be null."""
    return {"anyOf": [rule, {"type": "null"}]}


STATUS: Rule = {"type": "string", "enum": ["queued", "generating", "completed", "error"]}
META = thing(usage=thing(credits_used=CREDITS, usd_spent=NUMBER))
VIDEO = thing(
    ("poster_url",),
    url=ADDRESS,
    content_type={"const": "video/mp4"},
    file_name=TEXT,
    file_size=COUNT,
    poster_url=ADDRESS,
)
FAULT = thing(name=TEXT, message=TEXT)
CREATED = thing(id=TEXT, generation_id=TEXT, status=STATUS, meta=META)
POLLED = thing(
    ("video", "error", "meta"), id=TEXT, status=STATUS, video=VIDEO, error=FAULT, meta=META
)
LISTED = thing(
    ("video", "error", "meta"),
    id=TEXT,
    status=STATUS,
    video=VIDEO,
    error=FAULT,
    meta=META,
    model=TEXT,
    prompt=TEXT,
    created_at=WHEN,
)
QUEUED = thing(
    ("phase", "progress", "error"),
    id=TEXT,
    status=STATUS,
    model=TEXT,
    prompt=TEXT,
    created_at=WHEN,
    key_prefix=TEXT,
    phase=TEXT,
    progress=NUMBER,
    error=FAULT,
)
WORKER = thing(name=TEXT, pool=TEXT, alive=TRUTH, seen_at=WHEN)
QUEUE = thing(
    queued=COUNT, running=COUNT, workers=many(WORKER), data=many(QUEUED), failed=many(QUEUED)
)
PROBLEM = thing(
    title=TEXT,
    status=COUNT,
    statusCode=COUNT,
    message=TEXT,
    path=TEXT,
    instance=TEXT,
    requestId=TEXT,
    timestamp=WHEN,
    error=thing(("data",), name=TEXT, message=TEXT, data={}),
)
MODEL = thing(
    ("modalities", "pricing"),
    id=TEXT,
    object={"const": "model"},
    created=COUNT,
    owned_by=TEXT,
    aliases=many(TEXT),
    type=TEXT,
    info=thing(name=TEXT, developer=TEXT, description=TEXT, url=ADDRESS),
    tags=many(TEXT),
    capabilities=many(TEXT),
    features=many(TEXT),
    endpoints=many(TEXT),
    kinema=thing(("engine", "unavailable"), engine=TEXT, unavailable=TEXT),
    modalities=thing(input=many(TEXT), output=many(TEXT)),
    pricing=thing(kind=TEXT, currency=TEXT, units=many(thing(price=NUMBER))),
)
DURATIONS = thing(p50=NUMBER, p75=NUMBER, p90=NUMBER, p99=NUMBER)
METRICS = thing(
    window_seconds=COUNT,
    generated_at=WHEN,
    models=many(thing(alias=TEXT, endpoint=TEXT, metrics=thing(duration_ms=DURATIONS))),
)
KEY = thing(
    ("key", "expires_at", "last_used_at"),
    name=TEXT,
    disabled=TRUTH,
    prefix={"type": "string", "pattern": "^[0-9a-f]{8}$"},
    scopes=either_null(many(TEXT)),
    limit=either_null(thing(retention=TEXT, threshold=NUMBER)),
    created_at=WHEN,
    updated_at=WHEN,
    monthly_usage=NUMBER,
    last_used_at=WHEN,
    expires_at=WHEN,
    key={"type": "string", "pattern": "^[0-9a-f]{32}$"},
)
MONEY = thing(usd=NUMBER, credits=CREDITS)
BALANCE = thing(current_balance=NUMBER, currency=TEXT)
TOPUP = thing(is_enabled=TRUTH, threshold=NUMBER, amount=NUMBER, currency=TEXT)
ACCOUNT = thing(
    user_id=TEXT, email=TEXT, current_balance=NUMBER, currency=TEXT, autotopup_settings=TOPUP
)
OLD_BALANCE = thing(
    balance=CREDITS,
    lowBalance=TRUTH,
    lowBalanceThreshold=CREDITS,
    lastUpdated=WHEN,
    autoDebitStatus=TEXT,
    status=TEXT,
    statusExplanation=TEXT,
)
TRANSACTION = thing(
    ("model", "reference_id"),
    created_at=WHEN,
    direction={"enum": ["TOPUP", "CHARGE"]},
    type=TEXT,
    amount=MONEY,
    model=TEXT,
    reference_id=TEXT,
)
TRANSACTIONS = thing(
    data=many(TRANSACTION),
    pagination=thing(("next_cursor",), has_more=TRUTH, next_cursor=TEXT),
)
USAGE = thing(
    api_key_prefix=either_null(TEXT),
    start=WHEN,
    end=WHEN,
    spend=NUMBER,
    currency=TEXT,
    requests=COUNT,
)
TOKENS = thing(input=COUNT, output=COUNT, total=COUNT)
GROUP = thing(
    ("day", "model"),
    day={"type": "string", "format": "date"},
    model=TEXT,
    spend=NUMBER,
    tokens=TOKENS,
    requests=thing(total=COUNT, charged=COUNT, succeeded=COUNT, failed=COUNT),
)
USAGE_DETAIL = thing(
    api_key_prefix=either_null(TEXT),
    start=WHEN,
    end=WHEN,
    spend=NUMBER,
    currency=TEXT,
    requests=COUNT,
    models=many(thing(model=TEXT, spend=NUMBER, requests=COUNT)),
    groups=many(GROUP),
)
LOGGED = thing(
    ("client_request_id",),
    created=WHEN,
    status={"enum": ["succeeded", "failed"]},
    origin={"enum": ["api", "playground"]},
    model=TEXT,
    cost=MONEY,
    tokens=TOKENS,
    request_id=TEXT,
    inference_id=TEXT,
    client_request_id=TEXT,
)
LOGS = thing(
    data=many(LOGGED), pagination=thing(limit=COUNT, offset=COUNT, total=COUNT, has_more=TRUTH)
)
LIST = thing(
    ("next_cursor",),
    object={"const": "list"},
    data=many(LISTED),
    has_more=TRUTH,
    next_cursor=TEXT,
)

COMPONENTS: Mapping[str, Rule] = MappingProxyType(
    {
        "Created": CREATED,
        "Generation": POLLED,
        "Generations": LIST,
        "Problem": PROBLEM,
        "Model": MODEL,
        "Key": KEY,
    }
)
