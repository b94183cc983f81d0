"""Sign-in: an API key kept in a cookie that no script can read, and its use for the public API.

Rule 1: the pages have no door of their own. A request of theirs is one to the public API, with the
cookie put where an API key belongs.

Rule 2: a request that changes something counts only from our own pages: the browser must say that
it comes from this origin, and carry a header that a form of another site cannot send. Cookies of
other sites' making don't arrive at all: ours is of the kind ``SameSite=Strict``.
"""

from collections.abc import Iterable
from http.cookies import CookieError, SimpleCookie

from starlette.types import ASGIApp, Receive, Scope, Send

COOKIE = "kinema_key"
PAGE_HEADER = b"x-kinema-page"
SAFE = frozenset({"GET", "HEAD", "OPTIONS"})
OWN = frozenset({b"same-origin", b"none"})  # "none": typed into the address bar


class CookieAsKey:
    """Puts the key of the cookie into ``Authorization`` where a page of ours asks."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Serve one connection."""
        if scope["type"] == "http":
            scope = _with_key(scope)
        await self._app(scope, receive, send)


def _with_key(scope: Scope) -> Scope:
    headers: list[tuple[bytes, bytes]] = scope["headers"]
    given = dict(headers)
    if b"authorization" in given or not _from_own_page(scope, given):
        return scope
    key = cookie_key(value for name, value in headers if name == b"cookie")
    if key is None:
        return scope
    return {**scope, "headers": [*headers, (b"authorization", b"Bearer " + key.encode())]}


def _from_own_page(scope: Scope, given: dict[bytes, bytes]) -> bool:
    if given.get(b"sec-fetch-site", b"same-origin") not in OWN:
        return False
    return scope["method"] in SAFE or (PAGE_HEADER in given and from_here(scope))


def from_here(scope: Scope) -> bool:
    """Return whether a request was sent by a page of this very host, as far as its sender says."""
    given = dict(scope["headers"])
    origin: bytes | None = given.get(b"origin")
    return origin is None or origin.partition(b"://")[2] == given.get(b"host")


def cookie_key(cookies: Iterable[bytes]) -> str | None:
    """Return the API key in a request's ``Cookie`` headers; None if there is none."""
    for header in cookies:
        try:
            jar = SimpleCookie(header.decode("latin-1"))
        except CookieError:
            continue
        if COOKIE in jar and jar[COOKIE].value.isalnum():
            return jar[COOKIE].value
    return None
