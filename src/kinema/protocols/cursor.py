"""Places in a list, given out as opaque text that only this service can make."""

import base64
import hmac

from kinema.errors import BadRequest

SIGNATURE_BYTES = 12


def sealed(place: str, *, owner: str, secret: str) -> str:
    """Return the text that stands for a place in a list of one owner's."""
    return base64.urlsafe_b64encode(_signed(place, owner, secret)).rstrip(b"=").decode()


def opened(cursor: str, *, owner: str, secret: str) -> str:
    """Return the place that a text stands for.

    Raises:
        BadRequest: It was not made here, or for another owner.
    """
    try:
        data = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
        place = data[SIGNATURE_BYTES:].decode()
    except (ValueError, UnicodeError):
        place = ""
    if not place or sealed(place, owner=owner, secret=secret) != cursor:
        raise BadRequest("Invalid cursor", field="cursor")
    return place


def _signed(place: str, owner: str, secret: str) -> bytes:
    text = f"{owner}\n{place}".encode()
    return hmac.digest(secret.encode(), text, "sha256")[:SIGNATURE_BYTES] + place.encode()
