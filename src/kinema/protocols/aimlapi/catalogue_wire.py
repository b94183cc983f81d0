"""The queries of the catalogue.

https://docs.aimlapi.com/api-references/model-database
"""

from types import MappingProxyType

from .catalogue import FILTERS
from .zod.compounds import Array, Object
from .zod.scalars import Text

LISTS = ("/v1/models", "/models", "/api/v1/models")

INCLUDE = Text(
    plain=False, description="`pricing`, `modalities`, `capabilities` or `all`, joined by commas."
)
DETAILS = Text(plain=False, description="`true` or `1` is the same as `include=all`.")

ONE = Object(fields=MappingProxyType({"include": INCLUDE, "details": DETAILS}))
QUERY = Object(
    fields=MappingProxyType(
        {
            "include": INCLUDE,
            "details": DETAILS,
            **{name: Text(plain=False, description="Values joined by commas.") for name in FILTERS},
        }
    )
)
METRICS = Object(
    fields=MappingProxyType({"aliases": Array(items=Text(most=256), most=100)}), strict=True
)
