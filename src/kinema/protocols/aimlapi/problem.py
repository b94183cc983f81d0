"""Errors as the AI/ML API writes them.

The body is a superset of the three forms that the service has had, so that readers of each find
what they look for: ``message``, ``statusCode``, ``status``, ``error.message``, ``error.data``.
"""

import logging
import math
from collections.abc import Mapping, Sequence
from http import HTTPStatus

from sqlalchemy import exc
from starlette.exceptions import HTTPException
from starlette.requests import Request

from kinema import errors
from kinema.clock import now
from kinema.generations.store import new_id
from kinema.protocols.answer import Answer

from .translate import Invalid
from .zod.issue import JSON

log = logging.getLogger(__name__)

NO_KEY = (
    "This request requires a valid API key. You can create a new API key on the Billing page: "
    "https://aimlapi.com/app/keys"
)
NO_CREDITS = (
    "You've run out of credits. Please top up your balance or update your payment method to "
    "continue: https://aimlapi.com/app/billing/"
)
RETRY_SECONDS = "5"
OUT_OF_CREDITS: Mapping[str, JSON] = {"kind": "err_insufficent_credits"}  # clients match the typo

STATUS: Mapping[type[errors.KinemaError], HTTPStatus] = {
    errors.BadSetting: HTTPStatus.INTERNAL_SERVER_ERROR,
    errors.BadRequest: HTTPStatus.BAD_REQUEST,
    errors.UnknownModel: HTTPStatus.BAD_REQUEST,
    Invalid: HTTPStatus.BAD_REQUEST,
    errors.NoKey: HTTPStatus.UNAUTHORIZED,
    errors.NotAllowed: HTTPStatus.FORBIDDEN,
    errors.OutOfCredits: HTTPStatus.FORBIDDEN,
    errors.NotFound: HTTPStatus.NOT_FOUND,
    errors.Conflict: HTTPStatus.CONFLICT,
    errors.IllegalMove: HTTPStatus.CONFLICT,
    errors.Busy: HTTPStatus.TOO_MANY_REQUESTS,
    errors.EngineFailed: HTTPStatus.INTERNAL_SERVER_ERROR,
}

NAMES: Mapping[int, str] = {
    400: "BadRequestException",
    401: "UnauthorizedException",
    403: "ForbiddenException",
    404: "NotFoundException",
    405: "MethodNotAllowedException",
    409: "ConflictException",
    413: "PayloadTooLargeException",
    415: "UnsupportedMediaTypeException",
    416: "RangeNotSatisfiableException",
    429: "TooManyRequestsException",
    500: "InternalServerErrorException",
    503: "ServiceUnavailableException",
}


def problem(
    request: Request,
    status: int,
    message: str,
    *,
    data: "JSON | Sequence[Mapping[str, JSON]]" = None,
    headers: Mapping[str, str] | None = None,
) -> Answer:
    """Return an error's answer."""
    path = request.url.path
    error: dict[str, object] = {"name": NAMES.get(status, "HttpException"), "message": message}
    if data is not None:
        error["data"] = data
    body = {
        "title": HTTPStatus(status).phrase,
        "status": status,
        "statusCode": status,
        "message": message,
        "path": path,
        "instance": path,
        "requestId": new_id(),
        "timestamp": now().isoformat(timespec="milliseconds").replace("+00:00", "Z"),
        "error": error,
    }
    return Answer(body, status, headers)


async def refused(request: Request, error: Exception) -> Answer:
    """Answer an error that the caller is meant to read."""
    assert isinstance(error, errors.KinemaError)
    status = STATUS[type(error)]
    match error:
        case Invalid():
            return problem(request, status, str(error), data=error.issues)
        case errors.OutOfCredits():
            return problem(request, status, NO_CREDITS, data=OUT_OF_CREDITS)
        case errors.NoKey():
            return problem(request, status, NO_KEY, headers={"www-authenticate": "Bearer"})
        case errors.Busy(retry_after=wait):
            seconds = str(max(1, math.ceil(wait.total_seconds())))
            return problem(request, status, "Too Many Requests", headers={"retry-after": seconds})
        case _ if status >= HTTPStatus.INTERNAL_SERVER_ERROR:
            return await broken(request, error)
        case _:
            return problem(request, status, str(error))


async def declined(request: Request, error: Exception) -> Answer:
    """Answer what HTTP itself refuses: a path, a method, a length, a type."""
    assert isinstance(error, HTTPException)
    message = error.detail
    if error.status_code == HTTPStatus.NOT_FOUND and message == HTTPStatus.NOT_FOUND.phrase:
        message = f"Cannot {request.method} {request.url.path}"
    return problem(request, error.status_code, message, headers=error.headers)


async def broken(request: Request, error: Exception) -> Answer:
    """Answer a fault of this service; what happened is for its log only."""
    log.error("request.failed", exc_info=error, extra={"path": request.url.path})
    if isinstance(
        error, exc.OperationalError | exc.TimeoutError
    ):  # the database is away, or too busy
        headers = {"retry-after": RETRY_SECONDS}
        status, text = HTTPStatus.SERVICE_UNAVAILABLE, "Service unavailable"
        return problem(request, status, text, headers=headers)
    return problem(request, HTTPStatus.INTERNAL_SERVER_ERROR, "Internal server error")
