"""Which storage an address means."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

from kinema.errors import BadSetting
from kinema.storage.base import Storage
from kinema.storage.folder import Folder


def storage(url: str) -> Storage:
    """Return the storage at ``file:///folder`` or ``s3://bucket/prefix``.

    Raises:
        BadSetting: The address is of neither kind, or its library is not installed.
    """
    match urlsplit(url).scheme:
        case "file":
            return Folder(Path(unquote(urlsplit(url).path)))
        case "s3":
            from kinema.storage.s3 import bucket  # boto3 is an extra

            return bucket(url)
        case _:
            raise BadSetting(f"storage must be file:///folder or s3://bucket/prefix, not {url!r}")
