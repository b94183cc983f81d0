"""The models as the catalogue shows them. Pure.

An entry satisfies clients of today, who filter on one ``type``, and older ones, who look into
``capabilities`` and ``endpoints``; OpenAI's clients find ``object`` and ``owned_by``.
"""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import quote

from kinema.accounts.ledger import usd
from kinema.engines.registry import Catalogue
from kinema.errors import UnknownModel

from .models import MODELS, Model
from .wire import PATHS

TYPE = "internal/video-generations/submit"
CAPABILITIES = ("text_to_video", "video_generation")
MODALITIES: Mapping[str, tuple[str, ...]] = {"input": ("text",), "output": ("video",)}
CREATED = 1_735_689_600  # 2025-01-01, when the first of these ids was documented
INCLUDABLE = frozenset({"pricing", "modalities", "capabilities"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """What a caller wants to see; the values of one kind are alternatives, the kinds all hold."""

    wanted: Mapping[str, frozenset[str]]
    include: frozenset[str]


FILTERS = (
    "id",
    "type",
    "tags",
    "modalities",
    "input_modalities",
    "output_modalities",
    "capabilities",
)


def read_filter(pairs: Iterable[tuple[str, str]]) -> Filter:
    """Read a query: comma lists or repeated parameters; unknown values of ``include`` mean nothing.

    Case does not matter.
    """
    values: dict[str, set[str]] = {}
    for name, text in pairs:
        values.setdefault(name, set()).update(part.strip().lower() for part in text.split(","))
    asked = values.get("include", set())
    everything = "all" in asked or values.get("details", set()) & {"true", "1"}
    return Filter(
        wanted={name: frozenset(values[name]) for name in FILTERS if name in values},
        include=INCLUDABLE if everything else frozenset(asked & INCLUDABLE),
    )


def listed(query: Filter, engines: Catalogue, base: str) -> list[dict[str, object]]:
    """Return the entries that a caller wants to see."""
    return [entry(model, query, engines, base) for model in MODELS if _fits(model, query)]


def found(name: str) -> Model | None:
    """Return the model of an id or alias, in whatever case."""
    return next((model for model in MODELS if name.lower() in _names(model)), None)


def canonical(name: str) -> str:
    """Return the id behind an alias; the name itself if it is none."""
    model = found(name)
    return model.id if model else name


def entry(model: Model, query: Filter, engines: Catalogue, base: str) -> dict[str, object]:
    """Return one model as the catalogue shows it."""
    shown: dict[str, object] = {
        "id": model.id,
        "object": "model",
        "created": CREATED,
        "owned_by": "kinema",
        "aliases": list(model.aliases),
        "type": TYPE,
        "info": _info(model, base),
        "tags": _tags(model),
        "capabilities": list(CAPABILITIES),
        "features": [],
        "endpoints": [PATHS[3], PATHS[0]],
        "kinema": _served(model, engines),
    }
    if "modalities" in query.include:
        shown["modalities"] = {side: list(kinds) for side, kinds in MODALITIES.items()}
    if "pricing" in query.include:
        shown["pricing"] = _pricing(model)
    return shown


def _info(model: Model, base: str) -> dict[str, object]:
    described = f"{base}/docs-json?model={quote(model.id, safe='')}"
    page = f"{base}/app/{model.id}"
    return {
        "name": model.name,
        "developer": "Kinema",
        "description": f"Makes a film of {model.lines} lines from a text.",
        "url": page,
        "docsUrl": f"{base}/docs",
        "docs_url": f"{base}/docs",
        "docsJson": described,
    }


def _served(model: Model, engines: Catalogue) -> dict[str, object]:
    try:
        return {"engine": engines.entry(model.id).name, "lines": model.lines, "fps": 24}
    except UnknownModel as reason:
        return {"unavailable": str(reason)}


def _pricing(model: Model) -> dict[str, object]:
    price = float(usd(model.price))
    return {
        "kind": "fixed",
        "currency": "USD",
        "units": [{"name": "video", "measure": "second", "price": price, "per": 1}],
        "dimensions": [],
        "variants": [],
    }


def _tags(model: Model) -> list[str]:
    return ["playground:video", f"tier:{model.tier}"]


def _names(model: Model) -> set[str]:
    return {name.lower() for name in (model.id, *model.aliases)}


def _fits(model: Model, query: Filter) -> bool:
    has: Mapping[str, set[str]] = {
        "id": _names(model),
        "type": {TYPE},
        "tags": set(_tags(model)),
        "modalities": {kind for kinds in MODALITIES.values() for kind in kinds},
        "input_modalities": set(MODALITIES["input"]),
        "output_modalities": set(MODALITIES["output"]),
        "capabilities": set(CAPABILITIES),
    }
    return all(has[name] & values for name, values in query.wanted.items())


def durations(times: Sequence[float]) -> dict[str, float]:
    """Return how long films took, in milliseconds, at four percentiles."""
    ordered = sorted(times)
    last = len(ordered) - 1
    percentiles = {"p50": 0.5, "p75": 0.75, "p90": 0.9, "p99": 0.99}
    return {name: round(ordered[round(last * p)] * 1000, 1) for name, p in percentiles.items()}
