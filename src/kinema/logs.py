"""How a line of the log looks: text for a person, or one JSON object for a collector."""

import json
import logging
import sys
import time
from typing import Any

from typing_extensions import override

from kinema.settings import Log

QUIET = ("alembic", "httpx", "httpcore", "asyncio", "numba", "libav", "dbos")
"""Libraries whose news below a warning is of no use to an operator."""


def configure(log: Log, *, level: int = logging.INFO) -> None:
    """Send every logger of this process to stderr, in one form."""
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_Json() if log is Log.JSON else _text())
    logging.basicConfig(level=level, handlers=[handler], force=True)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


def _text() -> logging.Formatter:
    form = logging.Formatter("%(asctime)s %(levelname)-7s %(message)s", "%Y-%m-%dT%H:%M:%SZ")
    form.converter = time.gmtime
    return form


class _Json(logging.Formatter):
    @override
    def format(self, record: logging.LogRecord) -> str:
        line: dict[str, Any] = {
            "at": round(record.created, 3),
            "level": record.levelname.lower(),
            "logger": record.name,
            "event": record.getMessage(),
        }
        if record.exc_info:
            line["traceback"] = self.formatException(record.exc_info)
        return json.dumps(line, ensure_ascii=False)
