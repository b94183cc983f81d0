"""Addresses that work without a key, for a while.

An address names its file and when it ends, and carries a signature of both that only the secret
makes. Nothing is stored, so every poll can give out a fresh one.
"""

import base64
import hmac
from datetime import datetime
from enum import Enum


class Verdict(Enum):
    """What an address turned out to be."""

    GOOD = "good"
    EXPIRED = "expired"
    FORGED = "forged"


def signed_path(name: str, *, secret: str, until: datetime) -> str:
    """Return the path and query under which a file can be had until then."""
    expires = str(int(until.timestamp()))
    return f"/files/{name}?expires={expires}&signature={_signature(name, expires, secret)}"


def verdict(name: str, *, expires: str, signature: str, secret: str, at: datetime) -> Verdict:
    """Return whether an address was made here, for this file, and still works."""
    right = _signature(name, expires, secret)
    if not hmac.compare_digest(right.encode(), signature.encode("utf-8", "surrogatepass")):
        return Verdict.FORGED
    return Verdict.GOOD if at.timestamp() < int(expires) else Verdict.EXPIRED


def _signature(name: str, expires: str, secret: str) -> str:
    text = f"{name}\n{expires}".encode("utf-8", "surrogatepass")
    digest = hmac.digest(secret.encode(), text, "sha256")
    return base64.urlsafe_b64encode(digest).rstrip(b"=").decode()
