"""``kinema models``: the catalogue."""

from kinema.cli import options
from kinema.cli.say import data, rows
from kinema.engines.registry import CATALOGUE
from kinema.errors import UnknownModel
from kinema.protocols.aimlapi.models import MODELS


def models(as_json: options.AsJson = False) -> None:
    """List the models, the engine behind each here, and why one is unavailable."""
    found = [(model.id, *_engine(model.id)) for model in MODELS]
    if as_json:
        data([{"id": id_, "engine": engine, "unavailable": why} for id_, engine, why in found])
    else:
        rows(
            "model",
            "engine",
            "",
            of=[(id_, engine or "-", why or "") for id_, engine, why in found],
        )


def _engine(model: str) -> tuple[str | None, str | None]:
    try:
        return CATALOGUE.entry(model).name, None
    except UnknownModel as error:
        return None, str(error)
