"""An answer in JSON."""

import json
from collections.abc import Mapping

from starlette.responses import Response


class Answer(Response):
    """JSON without blanks, in ASCII: text that came in as a lone surrogate can go out too."""

    media_type = "application/json"

    def __init__(
        self, value: object, status_code: int = 200, headers: Mapping[str, str] | None = None
    ) -> None:
        """Answer with a value."""
        content = json.dumps(value, separators=(",", ":"), allow_nan=False).encode("ascii")
        super().__init__(content, status_code, headers)
