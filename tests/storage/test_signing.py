from datetime import UTC, datetime, timedelta
from urllib.parse import parse_qs, urlsplit

import pytest

from kinema.storage.signing import Verdict, signed_path, verdict

AT = datetime(2030, 1, 1, tzinfo=UTC)
SECRET = "a secret of these tests"


def judged(name: str, path: str, *, at: datetime = AT, secret: str = SECRET) -> Verdict:
    query = {key: values[0] for key, values in parse_qs(urlsplit(path).query).items()}
    return verdict(
        name, expires=query["expires"], signature=query["signature"], secret=secret, at=at
    )


def test_an_address_works_until_its_time() -> None:
    path = signed_path("a.mp4", secret=SECRET, until=AT + timedelta(days=30))
    assert urlsplit(path).path == "/files/a.mp4"
    assert judged("a.mp4", path) is Verdict.GOOD
    assert judged("a.mp4", path, at=AT + timedelta(days=31)) is Verdict.EXPIRED


def test_an_address_opens_no_other_file_and_no_other_service() -> None:
    path = signed_path("a.mp4", secret=SECRET, until=AT + timedelta(days=30))
    assert judged("b.mp4", path) is Verdict.FORGED
    assert judged("a.mp4", path, secret="another secret") is Verdict.FORGED


@pytest.mark.parametrize("expires", ["", "never", "99999999999", "é", "\ud800"])
def test_another_end_is_a_forgery(expires: str) -> None:
    path = signed_path("a.mp4", secret=SECRET, until=AT)
    signature = parse_qs(urlsplit(path).query)["signature"][0]
    found = verdict("a.mp4", expires=expires, signature=signature, secret=SECRET, at=AT)
    assert found is Verdict.FORGED
